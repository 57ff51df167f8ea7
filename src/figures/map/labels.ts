import { SHEET } from '../../base/sheet.ts';
import type { Measure } from '../../fonts/faces.ts';
import { type Box, gapTo, gapToLine, meets } from './boxes-and-lines.ts';
import { chooseSpots } from './choose-spots.ts';
import { type PlacedLabel, type PlacedSymbol, spotsOf } from './label-spots.ts';
import { MAP } from './projection.ts';

/** How large names and symbols are, and how far apart, px. */
export interface Density {
  readonly name: number;
  /** Times its size on a map of few places. */
  readonly symbol: number;
  /** From the edge of a symbol to a name beside it; another symbol is twice as far off. */
  readonly gap: number;
}

const FEW: Density = { name: 30, symbol: 1, gap: 15 };
/** From a map of few places to one of many. Names are 24 px at least. */
export const DENSITIES: readonly Density[] = [
  FEW,
  { name: 30, symbol: 0.75, gap: 15 },
  { name: 24, symbol: 0.75, gap: 15 },
  { name: 24, symbol: 0.5, gap: 15 },
  { name: 24, symbol: 0.5, gap: 9 },
  { name: 24, symbol: 0.5, gap: 7 },
];
/** Where all symbols are dots, nobody has to tell their shapes or sizes apart. */
export const DOTS: Density = { name: 24, symbol: 0.4, gap: 7 };

/**
 * Chooses a spot for every name, so that none leaves the map, meets another, or could be taken for another place's.
 * @param lines points of lines drawn, which names avoid where they can
 * @param lastX how far right a name may reach, px
 * @returns for each place its label; undefined where there is no room on any side
 */
export function placeLabels(
  symbols: readonly PlacedSymbol[],
  lines: readonly (readonly [number, number])[],
  lastX: number,
  measure: Measure,
  density: Density = FEW,
): readonly (PlacedLabel | undefined)[] {
  const tracks = lines.map(([x, y]): Box => ({ left: x - 3, top: y - 3, right: x + 3, bottom: y + 3 }));
  const choices = symbols.map((symbol, index): readonly PlacedLabel[] => {
    const others = symbols.filter((_, at) => at !== index);
    const spots = spotsOf(symbol, density, measure);
    // The side that the author names is believed.
    const named = symbol.label && spots[0];
    const free = spots.filter(
      (label) =>
        isInside(label.box, lastX) &&
        (label === named ? keepsOff(label, others) : isItsOwn(label, symbol, others, density)),
    );
    // What a line runs through comes last, in the same order.
    const clear = free.filter(({ box }) => !tracks.some((track) => meets(box, track)));
    return [...clear, ...free.filter((label) => !clear.includes(label))];
  });
  return chooseSpots(choices);
}

function isInside({ left, right, top, bottom }: Box, lastX: number): boolean {
  return (
    left >= SHEET.margin - 60 &&
    right <= lastX &&
    top >= MAP.top - 30 &&
    bottom <= SHEET.height - SHEET.margin / 2
  );
}

/** Px from a name to the symbol of another place, at least. */
const OFF = 4;
/** How much nearer a name above or below its symbol stands to it than to any other, times the gap beside one. */
const APART = 2 / 3;
/** Beside a name that has a line, or in its row, another symbol is further off: what stands so is read as its own. */
const ROW = 2;

/** Whether nobody can take the label for another symbol's: it stands nearest to its own, and its line passes no other. */
function isItsOwn(
  label: PlacedLabel,
  own: PlacedSymbol,
  others: readonly PlacedSymbol[],
  { gap }: Density,
): boolean {
  const { box, leader } = label;
  const isInRow = ({ y }: PlacedSymbol) => y > box.top && y < box.bottom;
  const row = ROW * gap;
  const least = leader ? row : isInRow(own) ? OFF : gapTo(box, own) + APART * gap;
  return others.every(
    (other) =>
      gapTo(box, other) >= (isInRow(other) ? Math.max(row, least) : least) &&
      (!leader || gapToLine(leader, other) >= OFF),
  );
}

function keepsOff({ box }: PlacedLabel, others: readonly PlacedSymbol[]): boolean {
  return others.every((other) => gapTo(box, other) >= OFF);
}
