import type { Outline } from './mark-outline.ts';
import { toSheet } from './page-scale.ts';

/** The line over the card, and the left edge of the leaf where the elbow stands; px of the sheet. */
const CARD = { left: 1245, right: 1824, top: 205 };
/** Kept clear of labels by a line. */
const CLEAR = 4;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * The line from a mark to its card: level with the mark, or along a rule of its lane where a label stands in the
 * way. It ends as the card's upper edge.
 */
export function elbow(figure: HTMLElement, outline: Outline): Readonly<Record<string, string>> {
  const [x, y, half] =
    outline.kind === 'ring'
      ? [outline.x, outline.y, outline.r + 2]
      : [outline.x + outline.width / 2, outline.level, outline.height / 2 + 8];
  const right =
    outline.kind === 'ring' ? outline.x + half : outline.x + outline.width + (outline.filled ? 0 : 8);
  const labels = labelsOf(figure);
  const rules = [...figure.querySelectorAll('svg :is(.rule, .lane-rule, .axis)')]
    .map((rule) => Number(rule.getAttribute('y1')))
    .sort((a, b) => a - b);
  const above = rules.filter((rule) => rule < y).at(-1);
  const below = rules.find((rule) => rule > y);
  const level: Way = { points: [`M${right} ${y}`], legs: [{ x0: right, y0: y, x1: CARD.left, y1: y }] };
  const along = (rule: number): Way => ({
    points: [`M${x} ${rule > y ? y + half : y - half}`, `V${rule}`],
    legs: [{ x0: x, y0: rule > y ? y + half : rule, x1: x, y1: rule > y ? rule : y - half }],
  });
  const ways = [level, ...[below, above].flatMap((rule) => (rule === undefined ? [] : [along(rule)]))];
  const way =
    ways.find(({ legs }) => !legs.some((leg) => labels.some((label) => meets(leg, label)))) ?? level;
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

function labelsOf(figure: HTMLElement): readonly Box[] {
  // A label inside a bar stands on it: a line at its height would go through the bar too.
  return [...figure.querySelectorAll('.label > span')].map((label) => {
    const box = label.getBoundingClientRect();
    const from = toSheet(figure, box.left, box.top);
    const to = toSheet(figure, box.right, box.bottom);
    return { left: from.x, right: to.x, top: from.y, bottom: to.y };
  });
}

function meets(leg: Way['legs'][number], label: Box): boolean {
  return (
    leg.x0 < label.right + CLEAR &&
    leg.x1 > label.left - CLEAR &&
    leg.y0 < label.bottom + CLEAR &&
    leg.y1 > label.top - CLEAR
  );
}
