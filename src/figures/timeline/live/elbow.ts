import type { Outline } from './mark-outline.ts';

/** The line over the card, and the left edge of the leaf where the elbow stands; px of the sheet. */
const CARD = { left: 1245, right: 1824, top: 205 };

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** How far a bar's frame reaches beyond it. */
const FRAME = 6;

/** What a line may meet. */
export interface Obstacles {
  /** The edges of lanes, from the top. */
  readonly edges: readonly number[];
  readonly labels: readonly Box[];
  readonly marks: readonly Box[];
}

/**
 * The line from a mark to its card: level with the mark, or along an edge of its lane where a label stands in the way,
 * or another mark, which the line would seem to lead to. It ends as the card's upper edge.
 */
export function elbow(
  outline: Outline,
  { edges, labels, marks }: Obstacles,
): Readonly<Record<string, string>> {
  const [x, y, half] =
    outline.kind === 'ring'
      ? [outline.x, outline.y, outline.r + 2]
      : [outline.x + outline.width / 2, outline.level, outline.height / 2 + FRAME];
  const right =
    outline.kind === 'ring' ? outline.x + half : outline.x + outline.width + (outline.filled ? 0 : FRAME);
  const above = edges.filter((edge) => edge < y).at(-1);
  const below = edges.find((edge) => edge > y);
  const level: Way = { points: [`M${right} ${y}`], legs: [{ x0: right, y0: y, x1: CARD.left, y1: y }] };
  const along = (edge: number): Way => ({
    points: [`M${x} ${edge > y ? y + half : y - half}`, `V${edge}`],
    legs: [{ x0: x, y0: edge > y ? y + half : edge, x1: x, y1: edge > y ? edge : y - half }],
  });
  const ways = [level, ...[below, above].flatMap((edge) => (edge === undefined ? [] : [along(edge)]))];
  const isClearOf = (boxes: readonly Box[]) => (way: Way) =>
    way.legs.every((leg) => boxes.every((box) => !meets(leg, box)));
  const clear = ways.filter(isClearOf(labels));
  const way = clear.find(isClearOf(marks)) ?? clear[0] ?? level;
  return { class: 'choice elbow', d: `${way.points.join('')}H${CARD.left}V${CARD.top}H${CARD.right}` };
}

interface Way {
  readonly points: readonly string[];
  readonly legs: readonly {
    readonly x0: number;
    readonly y0: number;
    readonly x1: number;
    readonly y1: number;
  }[];
}

function meets(leg: Way['legs'][number], { left, right, top, bottom }: Box): boolean {
  return leg.x0 < right && leg.x1 > left && leg.y0 < bottom && leg.y1 > top;
}
