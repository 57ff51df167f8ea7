import { SHEET } from '../../base/sheet.ts';
import type { Measure } from '../../fonts/faces.ts';
import { type Box, cross, gapTo, gapToLine, meets, runsThrough } from './boxes-and-lines.ts';
import { type PlacedLabel, type PlacedSymbol, spotsOf } from './label-spots.ts';
import { MAP } from './projection.ts';

/** How large names and symbols are, from a map of few places to one of many. Names are 24 px at least. */
export const DENSITIES = [
  { name: 30, symbol: 1 },
  { name: 30, symbol: 0.75 },
  { name: 24, symbol: 0.75 },
  { name: 24, symbol: 0.5 },
] as const;

export type Density = (typeof DENSITIES)[number];

/** Rounds in which names go back to better spots that have become free. */
const ROUNDS = 3;

type Placed = (PlacedLabel | undefined)[];
type Spots = readonly PlacedLabel[];

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
  { name }: Pick<Density, 'name'> = DENSITIES[0],
): readonly (PlacedLabel | undefined)[] {
  const tracks = lines.map(([x, y]): Box => ({ left: x - 3, top: y - 3, right: x + 3, bottom: y + 3 }));
  const choices = symbols.map((symbol, index): Spots => {
    const others = symbols.filter((_, at) => at !== index);
    const spots = spotsOf(symbol, name, measure);
    // The side that the author names is believed.
    const named = symbol.label && spots[0];
    const free = spots.filter(
      (label) =>
        isInside(label.box, lastX) &&
        (label === named ? keepsOff(label, others) : isItsOwn(label, symbol, others)),
    );
    // What a line runs through comes last, in the same order.
    const clear = free.filter(({ box }) => !tracks.some((track) => meets(box, track)));
    return [...clear, ...free.filter((label) => !clear.includes(label))];
  });
  const placed = chooseOneByOne(choices);
  for (const [index, label] of placed.entries()) if (!label) makeRoom(index, placed, choices);
  for (let round = 0; round < ROUNDS; round++)
    for (const [index, spots] of choices.entries())
      placed[index] = spots.find((label) => isFree(label, index, placed)) ?? placed[index];
  return placed;
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
/** How much nearer a name above or below its symbol stands to it than to any other, px. */
const APART = 10;
/** Beside a name that has a line, or in its row, another symbol is further off: what stands so is read as its own. */
const ROW = 30;

/** Whether nobody can take the label for another symbol's: it stands nearest to its own, and its line passes no other. */
function isItsOwn(label: PlacedLabel, own: PlacedSymbol, others: readonly PlacedSymbol[]): boolean {
  const { box, leader } = label;
  const isInRow = ({ y }: PlacedSymbol) => y > box.top && y < box.bottom;
  const least = leader ? ROW : isInRow(own) ? OFF : gapTo(box, own) + APART;
  return others.every(
    (other) =>
      gapTo(box, other) >= (isInRow(other) ? Math.max(ROW, least) : least) &&
      (!leader || gapToLine(leader, other) >= OFF),
  );
}

function keepsOff({ box }: PlacedLabel, others: readonly PlacedSymbol[]): boolean {
  return others.every((other) => gapTo(box, other) >= OFF);
}

/** The place with the fewest spots left chooses first, so that the others keep one; else in order. */
function chooseOneByOne(choices: readonly Spots[]): Placed {
  const placed: Placed = choices.map(() => undefined);
  const waiting = new Map(choices.entries());
  while (waiting.size > 0) {
    const [next, free] = [...waiting].reduce((a, b) => (b[1].length < a[1].length ? b : a));
    waiting.delete(next);
    // Of the spots it has, the first that leaves every other name one, if there is such a spot.
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

/** Whether every name still waiting has a spot left beside a label. */
function leavesAll(label: PlacedLabel, waiting: readonly Spots[]): boolean {
  return waiting.every((free) => free.length === 0 || free.some((other) => !disturbs(label, other)));
}

/** Places a name that found no room where the one name it disturbs can go elsewhere. */
function makeRoom(index: number, placed: Placed, choices: readonly Spots[]): void {
  for (const label of choices[index] ?? []) {
    const [first, ...more] = [...placed.entries()].filter(([, other]) => other && disturbs(label, other));
    if (!first || more.length > 0) continue;
    const [at] = first;
    const other = choices[at]?.find((spot) => !disturbs(label, spot) && isFree(spot, at, placed));
    if (!other) continue;
    placed[at] = other;
    placed[index] = label;
    return;
  }
}

function isFree(label: PlacedLabel, index: number, placed: Readonly<Placed>): boolean {
  return placed.every((other, at) => at === index || !other || !disturbs(label, other));
}

/** Px between a name and the line to another. */
const TOUCH = 6;

/** Whether two names meet, a line to one touches the other, or their lines cross. */
export function disturbs(a: PlacedLabel, b: PlacedLabel): boolean {
  return (
    meets(a.box, b.box) ||
    touches(a.leader, b.box) ||
    touches(b.leader, a.box) ||
    (a.leader !== undefined && b.leader !== undefined && cross(a.leader, b.leader))
  );
}

function touches(leader: PlacedLabel['leader'], { left, right, top, bottom }: Box): boolean {
  return (
    leader !== undefined && runsThrough(leader, { left: left - TOUCH, right: right + TOUCH, top, bottom })
  );
}
