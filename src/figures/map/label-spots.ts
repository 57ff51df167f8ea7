import type { Measure } from '../../fonts/faces.ts';
import { type Box, clamp, type Line } from './boxes-and-lines.ts';
import type { MapPlace } from './parse.ts';

const LABEL = { text: 24, line: 1.22 };

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
  readonly leader?: Line;
}

/** How names are set: their size, and how far from the edge of their symbols, px. */
interface Setting {
  readonly name: number;
  readonly gap: number;
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

/** How much further off a name may stand, where it has a line to its symbol, px. */
const FAR = [30, 60, 100, 150] as const;

/** The ways it may stand off, nearest to the four sides first, and the side on which its box then begins. */
const WAYS = [0, 4, 1, 3, 2].flatMap((step) => {
  const [across, down] = [Math.cos((step * Math.PI) / 8), Math.sin((step * Math.PI) / 8)];
  return [1, -1].flatMap((x) =>
    [-1, 1].map((y) => {
      const side: Side = step >= 3 ? (y < 0 ? 'above' : 'below') : x > 0 ? 'right' : 'left';
      return { side, dx: across * x, dy: down * y };
    }),
  );
});

/**
 * Where the name of a symbol may stand, what is best first: beside it, then further off with a line between.
 */
export function spotsOf(symbol: PlacedSymbol, set: Setting, measure: Measure): readonly PlacedLabel[] {
  const near = sidesOf(symbol).map((side) => labelAt(symbol, side, set, measure));
  const far = FAR.flatMap((off) =>
    WAYS.map(({ side, dx, dy }) => {
      const { x, y } = symbol;
      return withLine(symbol, labelAt({ ...symbol, x: x + dx * off, y: y + dy * off }, side, set, measure));
    }),
  );
  return [...near, ...far];
}

/** The sides to try: the one the author names first. */
function sidesOf({ label, off }: MapPlace): readonly Side[] {
  const first: Side = label ?? (off === 'east' ? 'left' : 'right');
  return [first, ...SIDES.filter((side) => side !== first)];
}

function labelAt(
  symbol: PlacedSymbol,
  side: Side,
  { name: size, gap }: Setting,
  measure: Measure,
): PlacedLabel {
  const { x, y, radius, name, text } = symbol;
  const width = Math.max(measure(name, 'strong', size), text ? measure(text, 'text', LABEL.text) : 0);
  const height = LABEL.line * (size + (text ? LABEL.text : 0));
  const near = radius * 0.75 + gap / 2;
  const isRight = side.endsWith('right');
  const isLeft = side.endsWith('left');
  const beside = side === 'right' || side === 'left' ? radius + gap : near;
  const left = isRight ? x + beside : isLeft ? x - beside - width : x - width / 2;
  const top = side.startsWith('above')
    ? y - (isRight || isLeft ? near : radius + gap / 2) - height
    : side.startsWith('below')
      ? y + (isRight || isLeft ? near : radius + gap / 2)
      : y - (LABEL.line * size) / 2;
  const align = isRight ? 'left' : isLeft ? 'right' : 'middle';
  return { align, box: { left, top, right: left + width, bottom: top + height } };
}

function withLine({ x, y, radius }: PlacedSymbol, { align, box }: PlacedLabel): PlacedLabel {
  const [toX, toY] = [clamp(x, box.left - 4, box.right + 4), clamp(y, box.top + 4, box.bottom - 4)];
  const long = Math.hypot(toX - x, toY - y);
  const from = Math.min(1, (radius * 0.7) / long);
  return { align, box, leader: [x + (toX - x) * from, y + (toY - y) * from, toX, toY] };
}
