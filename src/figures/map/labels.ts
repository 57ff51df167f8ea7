import { SHEET } from '../../base/sheet.ts';
import type { Measure } from '../../fonts/faces.ts';
import type { MapPlace } from './parse.ts';
import { MAP } from './projection.ts';

const LABEL = { name: 30, text: 24, line: 1.22, gap: 15 };

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A symbol on the sheet, px. */
export interface PlacedSymbol extends MapPlace {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Where a name stands: the edge of the box at which its lines begin. */
export interface PlacedLabel {
  readonly align: 'left' | 'right' | 'middle';
  readonly box: Box;
}

type Side =
  | 'right'
  | 'left'
  | 'above'
  | 'below'
  | 'above-right'
  | 'below-right'
  | 'above-left'
  | 'below-left';

const SIDES: readonly Side[] = [
  ...(['right', 'left', 'above', 'below'] as const),
  ...(['above-right', 'below-right', 'above-left', 'below-left'] as const),
];

/**
 * Chooses a side for every name, so that none leaves the map, meets another, or covers a symbol. The places with
 * the fewest free sides choose first, then the others as written.
 * @param lines points of lines drawn, which names avoid where they can
 * @param lastX how far right a name may reach, px
 * @returns for each place its label; undefined where there is no room on any side
 */
export function placeLabels(
  symbols: readonly PlacedSymbol[],
  lines: readonly (readonly [number, number])[],
  lastX: number,
  measure: Measure,
): readonly (PlacedLabel | undefined)[] {
  const placed: (PlacedLabel | undefined)[] = symbols.map(() => undefined);
  const boxes = symbols.map(symbolBox);
  const tracks = lines.map(([x, y]): Box => ({ left: x - 3, top: y - 3, right: x + 3, bottom: y + 3 }));
  const choices = symbols.map((symbol, index) => {
    const labels = sidesOf(symbol).map((side) => labelAt(symbol, side, measure));
    const free = labels.filter(
      ({ box }) => isInside(box, lastX) && boxes.every((other, at) => at === index || !meets(box, other)),
    );
    // What a line runs through comes last, in the same order.
    const clear = free.filter(({ box }) => !tracks.some((track) => meets(box, track)));
    return [...clear, ...free.filter((label) => !clear.includes(label))];
  });
  const order = symbols
    .map((_, index) => index)
    .sort((a, b) => (choices[a]?.length ?? 0) - (choices[b]?.length ?? 0) || a - b);
  for (const index of order)
    placed[index] = choices[index]?.find(({ box }) =>
      placed.every((other) => !other || !meets(box, other.box)),
    );
  return placed;
}

/** The sides to try: the one the author names first. */
function sidesOf({ label, off }: MapPlace): readonly Side[] {
  const first: Side = label ?? (off === 'east' ? 'left' : 'right');
  return [first, ...SIDES.filter((side) => side !== first)];
}

/** The label of a symbol on one of its sides. */
export function labelAt(symbol: PlacedSymbol, side: Side, measure: Measure): PlacedLabel {
  const { x, y, radius, name, text } = symbol;
  const width = Math.max(measure(name, 'strong', LABEL.name), text ? measure(text, 'text', LABEL.text) : 0);
  const height = LABEL.line * (LABEL.name + (text ? LABEL.text : 0));
  const near = radius * 0.75 + LABEL.gap / 2;
  const isRight = side.endsWith('right');
  const isLeft = side.endsWith('left');
  const beside = side === 'right' || side === 'left' ? radius + LABEL.gap : near;
  const left = isRight ? x + beside : isLeft ? x - beside - width : x - width / 2;
  const top = side.startsWith('above')
    ? y - (isRight || isLeft ? near : radius + LABEL.gap / 2) - height
    : side.startsWith('below')
      ? y + (isRight || isLeft ? near : radius + LABEL.gap / 2)
      : y - (LABEL.line * LABEL.name) / 2;
  const align = isRight ? 'left' : isLeft ? 'right' : 'middle';
  return { align, box: { left, top, right: left + width, bottom: top + height } };
}

export function symbolBox({ x, y, radius }: PlacedSymbol): Box {
  return { left: x - radius - 4, top: y - radius - 4, right: x + radius + 4, bottom: y + radius + 4 };
}

export function meets(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function isInside({ left, right, top, bottom }: Box, lastX: number): boolean {
  return (
    left >= SHEET.margin - 60 &&
    right <= lastX &&
    top >= MAP.top - 30 &&
    bottom <= SHEET.height - SHEET.margin / 2
  );
}
