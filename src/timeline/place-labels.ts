/**
 * Where the labels of one lane stand: a pure choice among places, the best one found and the same on every run.
 *
 * A label may stand above or below its mark, over it in whole or in part, or level with it, left or right; in rows
 * farther out it is a flag on a stem. Labels are dealt in order of their marks, and a choice is kept as long as no
 * other is both cheaper and leaves as much room. So the search is exact unless more than `BEAM` choices stay open.
 */

import type { Placement, Room, Rows, Spot, Wish } from './label-place.ts';

export type * from './label-place.ts';

/** Clear between two labels, and between a label and a mark it does not belong to. */
const GAP = 12;
const CLEAR = 8;
/** From a dot's edge, or a bar's end, to a label level with it. */
const LEVEL_GAP = 13;
/** From a flag's stem to its text. */
const FLAG_GAP = 9;
/** Least overlap of a label with its mark where it stands over it in part. */
const HOLD = 20;
/** Labels of one row nearer than this read as one line: it costs a little, as does standing over other marks. */
const APART = 26;
const NEAR = 1;
const OVER_OTHER = 0.7;
const BEAM = 32;
/** With many labels fewer choices stay open, so that a full lane takes no longer than this many steps. */
const STEPS = 1000;
const LEAST = 8;
const SIDES = ['above', 'below'] as const;

/** One way to have placed the first labels: how far each row is taken, and how it came about. */
interface Choice {
  /** Right end of the text in each row (level, then above from the line out, then below), then its last stem. */
  readonly ends: readonly number[];
  readonly cost: number;
  readonly spot: Spot | undefined;
  readonly before: Choice | undefined;
}

/** Places the labels of one lane within `room`; the wishes are in order of their marks. */
export function placeLabels(wishes: readonly Wish[], rows: Rows, room: Room): Placement {
  const none = room.from - APART;
  let open: readonly Choice[] = [
    { ends: Array<number>(2 * countRows(rows)).fill(none), cost: 0, spot: undefined, before: undefined },
  ];
  const beam = Math.max(LEAST, Math.min(BEAM, Math.floor(STEPS / wishes.length)));
  for (const wish of wishes) {
    const options: Option[] = [];
    for (const choice of open) addOptions(options, choice, wish, rows, room);
    open = prune(options, beam, wish, rows);
  }
  const best = open.reduce((a, b) => (b.cost < a.cost ? b : a));
  const spots: (Spot | undefined)[] = [];
  for (let at: Choice | undefined = best; at?.before; at = at.before) spots.unshift(at.spot);
  return { spots, cost: best.cost };
}

function countRows({ above, below }: Rows): number {
  return 1 + above + below;
}

/** A choice not yet made: of the many only the best few are worked out. */
interface Option {
  readonly before: Choice;
  /** All costs up to and with this label. */
  readonly cost: number;
  readonly spot: Spot | undefined;
  readonly width: number;
}

function addOptions(options: Option[], before: Choice, wish: Wish, rows: Rows, room: Room): void {
  options.push({
    before,
    cost: before.cost + wish.cost.label + wish.cost.second,
    spot: undefined,
    width: 0,
  });
  if (wish.fullWidth !== undefined) addPlaces(options, before, wish, true, wish.fullWidth, rows, room);
  addPlaces(options, before, wish, false, wish.width, rows, room);
}

/** The places for a label of one width, with its second name or without. */
function addPlaces(
  options: Option[],
  before: Choice,
  wish: Wish,
  full: boolean,
  width: number,
  rows: Rows,
  room: Room,
): void {
  const price = before.cost + (full || wish.fullWidth === undefined ? 0 : wish.cost.second);
  const add = (side: Spot['side'], row: number, x: number, cost: number): void => {
    if (x < room.from - 0.01 || x + width > room.to + 0.01) return;
    if (!isFree(before.ends, side, row, x, wish.stem, rows)) return;
    const near = x - (before.ends[indexOf(side, row, rows)] ?? 0) < APART ? NEAR : 0;
    options.push({ before, cost: price + cost + near, spot: { side, row, x, full }, width });
  };
  for (const side of SIDES) {
    if (rows[side] === 0) continue;
    const away = side === wish.prefers ? 0 : wish.otherSide;
    for (const { x, cost } of overMark(wish, width, firstFree(before.ends, side, 0, rows), room)) {
      const others = countBetween(room.marks, x, x + width) - countBetween(room.marks, wish.from, wish.to);
      add(side, 0, x, cost + Math.max(0, others) * OVER_OTHER + away);
    }
  }
  for (const { x, cost } of levelWith(wish, width)) add('level', 0, x, cost);
  const { stem } = wish;
  if (stem === undefined) return;
  for (const [mirrored, x] of [stem + FLAG_GAP, stem - FLAG_GAP - width].entries()) {
    for (let row = 1; row < rows.above; row++) add('above', row, x, 6 + 3 * row + mirrored);
    for (let row = 1; row < rows.below; row++) add('below', row, x, 7.5 + 3 * row + mirrored);
  }
}

function countBetween(sorted: readonly number[], from: number, to: number): number {
  return firstAfter(sorted, to, true) - firstAfter(sorted, from, false);
}

/** Index of the first number that is greater than `limit`, or without `beyond` not less than it. */
function firstAfter(sorted: readonly number[], limit: number, beyond: boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const x = sorted[middle] ?? limit;
    if (x < limit || (beyond && x === limit)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Places in the row next to the mark: its left end on the mark's, its right end on the mark's, or moved along. */
function overMark(
  { from, to }: Wish,
  width: number,
  free: number,
  room: Room,
): readonly { x: number; cost: number }[] {
  const hold = Math.min(HOLD, to - from);
  const least = Math.max(room.from, from + hold - width, free);
  const most = Math.min(room.to - width, to - hold);
  if (least > most) return [];
  const left = { x: Math.max(from, room.from), cost: 0 };
  const right = { x: to - width, cost: 1 };
  const moved = [least, most].map((x) => ({
    x,
    cost: 2 + Math.min(Math.abs(x - left.x), Math.abs(x - right.x)) / 150,
  }));
  return [left, right, ...moved].filter(({ x }) => x >= least - 0.01 && x <= most + 0.01);
}

/** Places on the line itself: on a tint, or left or right of the mark, where coming near another mark costs more. */
function levelWith({ from, to, free, over }: Wish, width: number): readonly { x: number; cost: number }[] {
  const left = from - LEVEL_GAP - width;
  const right = to + LEVEL_GAP;
  const beside = [
    { x: left, clear: left - free.from },
    { x: right, clear: free.to - right - width },
  ];
  const on = { x: from + LEVEL_GAP, clear: over - from - LEVEL_GAP - width };
  return [
    ...(on.clear >= CLEAR ? [{ x: on.x, cost: -0.5 }] : []),
    ...beside
      .filter(({ clear }) => clear >= CLEAR)
      .map(({ x, clear }) => ({ x, cost: clear < APART ? 4 : 3 })),
  ];
}

/** Where a row's text and stems are counted in a choice's ends. */
function indexOf(side: Spot['side'], row: number, { above }: Rows): number {
  return row + (side === 'level' ? 0 : side === 'above' ? 1 : 1 + above);
}

/** Least x of a further text in a row. */
function firstFree(ends: readonly number[], side: Spot['side'], row: number, rows: Rows): number {
  const index = indexOf(side, row, rows);
  return Math.max((ends[index] ?? 0) + GAP, (ends[countRows(rows) + index] ?? 0) + CLEAR);
}

/** Whether a label at `x` fits behind what is there. A flag's stem passes the rows between: no text may stand there. */
function isFree(
  ends: readonly number[],
  side: Spot['side'],
  row: number,
  x: number,
  stem: number | undefined,
  rows: Rows,
): boolean {
  if (x < firstFree(ends, side, row, rows) - 0.01) return false;
  if (stem === undefined) return true;
  for (let passed = 0; passed < row; passed++)
    if ((ends[indexOf(side, passed, rows)] ?? 0) > stem - CLEAR) return false;
  return true;
}

/** How far the rows are taken once a label stands: what comes later keeps clear of it and of its flag's stem. */
function extend({ before: { ends }, spot, width }: Option, { stem }: Wish, rows: Rows): readonly number[] {
  if (!spot) return ends;
  const after = [...ends];
  after[indexOf(spot.side, spot.row, rows)] = spot.x + width;
  if (stem === undefined || spot.row === 0) return after;
  for (let passed = 0; passed <= spot.row; passed++)
    after[countRows(rows) + indexOf(spot.side, passed, rows)] = stem;
  return after;
}

/** The best choices, without each that another one beats or equals in cost and in the room it leaves. */
function prune(options: Option[], beam: number, wish: Wish, rows: Rows): readonly Choice[] {
  const kept: Choice[] = [];
  for (const option of options.sort((a, b) => a.cost - b.cost)) {
    const ends = extend(option, wish, rows);
    if (kept.some((better) => leavesAsMuch(better.ends, ends))) continue;
    kept.push({ ends, cost: option.cost, spot: option.spot, before: option.before });
    if (kept.length === beam) break;
  }
  return kept;
}

function leavesAsMuch(ends: readonly number[], others: readonly number[]): boolean {
  for (let row = 0; row < ends.length; row++) if ((ends[row] ?? 0) > (others[row] ?? 0) + 0.01) return false;
  return true;
}
