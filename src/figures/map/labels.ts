import { SHEET } from '../../base/sheet.ts';
import type { Measure } from '../../fonts/faces.ts';
import type { MapPlace } from './parse.ts';
import { MAP } from './projection.ts';

const LABEL = { text: 24, line: 1.22, gap: 15 };

/** How large names and symbols are, from a map of few places to one of many. Names are 24 px at least. */
export const DENSITIES = [
  { name: 30, symbol: 1 },
  { name: 30, symbol: 0.75 },
  { name: 24, symbol: 0.75 },
  { name: 24, symbol: 0.5 },
] as const;

export type Density = (typeof DENSITIES)[number];

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
  /** A thin line from the symbol to a name that stands further off. */
  readonly leader?: readonly [x1: number, y1: number, x2: number, y2: number];
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
 * the fewest sides left choose first, then the others as written.
 * @param lines points of lines drawn, which names avoid where they can
 * @param lastX how far right a name may reach, px
 * @returns for each place its label; undefined where there is no room on any side
 */
export function placeLabels(
  symbols: readonly PlacedSymbol[],
  lines: readonly (readonly [number, number])[],
  lastX: number,
  measure: Measure,
  { name }: Pick<Density, 'name'> = DENSITIES[0],
): readonly (PlacedLabel | undefined)[] {
  const placed: (PlacedLabel | undefined)[] = symbols.map(() => undefined);
  const tracks = lines.map(([x, y]): Box => ({ left: x - 3, top: y - 3, right: x + 3, bottom: y + 3 }));
  const choices = symbols.map((symbol, index) => {
    const sides = sidesOf(symbol);
    const near = sides.map((side) => labelAt(symbol, side, name, measure));
    const far = FAR.flatMap((off) => sides.map((side) => farLabel(symbol, side, off, { name, measure })));
    const free = [...near, ...far].filter(
      ({ box }) => isInside(box, lastX) && symbols.every((other, at) => at === index || !covers(box, other)),
    );
    // What a line runs through comes last, in the same order.
    const clear = free.filter(({ box }) => !tracks.some((track) => meets(box, track)));
    return [...clear, ...free.filter((label) => !clear.includes(label))];
  });
  const waiting = new Map(choices.entries());
  while (waiting.size > 0) {
    const [next, free] = [...waiting].reduce((a, b) => (b[1].length < a[1].length ? b : a));
    waiting.delete(next);
    // Of the sides it has, the first that leaves every other name one, if there is such a side.
    const chosen = free.find((label) => leavesAll(label, [...waiting.values()])) ?? free[0];
    placed[next] = chosen;
    if (!chosen) continue;
    for (const [index, others] of waiting)
      waiting.set(
        index,
        others.filter((other) => !disturbs(chosen, other)),
      );
  }
  return placed;
}

/** How much further off a name may stand, where it has a line to its symbol, px. */
const FAR = [30, 60, 100, 150] as const;

/** The label of a symbol further off on one of its sides, with a line between. */
function farLabel(
  symbol: PlacedSymbol,
  side: Side,
  off: number,
  { name, measure }: { readonly name: number; readonly measure: Measure },
): PlacedLabel {
  const { x, y, radius } = symbol;
  const [dx, dy] = DIRECTIONS[side];
  const { align, box } = labelAt({ ...symbol, x: x + dx * off, y: y + dy * off }, side, name, measure);
  const [toX, toY] = [clamp(x, box.left - 4, box.right + 4), clamp(y, box.top + 4, box.bottom - 4)];
  const long = Math.hypot(toX - x, toY - y);
  const from = Math.min(1, (radius * 0.7) / long);
  return { align, box, leader: [x + (toX - x) * from, y + (toY - y) * from, toX, toY] };
}

const DIRECTIONS: Readonly<Record<Side, readonly [number, number]>> = {
  ...{ right: [1, 0], left: [-1, 0], above: [0, -1], below: [0, 1] },
  ...{ 'above-right': [0.7, -0.7], 'below-right': [0.7, 0.7] },
  ...{ 'above-left': [-0.7, -0.7], 'below-left': [-0.7, 0.7] },
};

function clamp(value: number, from: number, to: number): number {
  return Math.min(to, Math.max(from, value));
}

/** Whether a box lies on a symbol, or nearer to it than 4 px. */
export function covers({ left, right, top, bottom }: Box, { x, y, radius }: PlacedSymbol): boolean {
  return Math.hypot(x - clamp(x, left, right), y - clamp(y, top, bottom)) < radius + 4;
}

/** Whether two names meet, or a line to one runs through the other. */
export function disturbs(a: PlacedLabel, b: PlacedLabel): boolean {
  return meets(a.box, b.box) || crosses(a.leader, b.box) || crosses(b.leader, a.box);
}

function crosses(leader: PlacedLabel['leader'], box: Box): boolean {
  if (!leader) return false;
  const [x1, y1, x2, y2] = leader;
  return Array.from({ length: 16 }, (_, step) => step / 15).some((part) => {
    const [x, y] = [x1 + (x2 - x1) * part, y1 + (y2 - y1) * part];
    return x > box.left && x < box.right && y > box.top && y < box.bottom;
  });
}

/** Whether every name still waiting has a side left beside a label. */
function leavesAll(label: PlacedLabel, waiting: readonly (readonly PlacedLabel[])[]): boolean {
  return waiting.every((free) => free.length === 0 || free.some((other) => !disturbs(label, other)));
}

/** The sides to try: the one the author names first. */
function sidesOf({ label, off }: MapPlace): readonly Side[] {
  const first: Side = label ?? (off === 'east' ? 'left' : 'right');
  return [first, ...SIDES.filter((side) => side !== first)];
}

/** The label of a symbol on one of its sides. */
export function labelAt(symbol: PlacedSymbol, side: Side, size: number, measure: Measure): PlacedLabel {
  const { x, y, radius, name, text } = symbol;
  const width = Math.max(measure(name, 'strong', size), text ? measure(text, 'text', LABEL.text) : 0);
  const height = LABEL.line * (size + (text ? LABEL.text : 0));
  const near = radius * 0.75 + LABEL.gap / 2;
  const isRight = side.endsWith('right');
  const isLeft = side.endsWith('left');
  const beside = side === 'right' || side === 'left' ? radius + LABEL.gap : near;
  const left = isRight ? x + beside : isLeft ? x - beside - width : x - width / 2;
  const top = side.startsWith('above')
    ? y - (isRight || isLeft ? near : radius + LABEL.gap / 2) - height
    : side.startsWith('below')
      ? y + (isRight || isLeft ? near : radius + LABEL.gap / 2)
      : y - (LABEL.line * size) / 2;
  const align = isRight ? 'left' : isLeft ? 'right' : 'middle';
  return { align, box: { left, top, right: left + width, bottom: top + height } };
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
