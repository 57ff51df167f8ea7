/**
 * Where the labels of one lane stand: a pure choice among places, the best one found and the same on every run.
 *
 * A label may stand above or below its mark, over it in whole or in part, or level with it, left or right; in rows
 * farther out it is a flag on a stem. Labels are dealt in order of their marks, and a choice is kept as long as no
 * other is both cheaper and leaves as much room. So the search is exact unless more than `BEAM` choices stay open.
 */

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

/** A label that looks for a place. All lengths in px. */
export interface Wish {
  /** The mark's left and right end, and where a flag's stem would stand: undefined for what is no flag. */
  readonly from: number;
  readonly to: number;
  readonly stem: number | undefined;
  /** Free line on either side of the mark: the next mark's edge, or the end of the lane. */
  readonly free: { readonly from: number; readonly to: number };
  /** How far from its left end on nothing stands on the mark, so that the label may. */
  readonly over: number;
  /** The side it stands on if nothing else decides, and what the other side costs. */
  readonly prefers: 'above' | 'below';
  readonly otherSide: number;
  readonly width: number;
  /** With the second name behind it; undefined where it has none. */
  readonly fullWidth: number | undefined;
  /** What it costs to leave the label out, or only its second name. A place costs 0 to about 30. */
  readonly cost: { readonly label: number; readonly second: number };
}

/** The leaf of a lane that labels may use. */
export interface Room {
  readonly from: number;
  readonly to: number;
  /** Where marks stand on the line, from left to right. */
  readonly marks: readonly number[];
}

export interface Rows {
  readonly above: number;
  readonly below: number;
}

/** A place found. `row` counts outwards from the line. */
export interface Spot {
  readonly side: 'above' | 'below' | 'level';
  readonly row: number;
  readonly x: number;
  readonly full: boolean;
}

export interface Placement {
  /** One for each wish, in its order; undefined where there was no room. */
  readonly spots: readonly (Spot | undefined)[];
  readonly cost: number;
}

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
  for (const wish of wishes) open = prune(open.flatMap((choice) => choicesOf(choice, wish, rows, room)));
  const best = open.reduce((a, b) => (b.cost < a.cost ? b : a));
  const spots: (Spot | undefined)[] = [];
  for (let at: Choice | undefined = best; at?.before; at = at.before) spots.unshift(at.spot);
  return { spots, cost: best.cost };
}

function countRows({ above, below }: Rows): number {
  return 1 + above + below;
}

function choicesOf(before: Choice, wish: Wish, rows: Rows, room: Room): readonly Choice[] {
  const found: Choice[] = [
    { ends: before.ends, cost: before.cost + wish.cost.label + wish.cost.second, spot: undefined, before },
  ];
  const widths = wish.fullWidth === undefined ? [wish.width] : [wish.fullWidth, wish.width];
  for (const width of widths) {
    const full = width === wish.fullWidth;
    const price = before.cost + (full || wish.fullWidth === undefined ? 0 : wish.cost.second);
    const take = (side: Spot['side'], row: number, x: number, cost: number): void => {
      if (x < room.from - 0.01 || x + width > room.to + 0.01) return;
      const ends = extend(before.ends, { side, row, x, width }, wish, rows);
      const near = x - (before.ends[indexOf({ side, row }, rows)] ?? 0) < APART ? NEAR : 0;
      if (ends) found.push({ ends, cost: price + cost + near, spot: { side, row, x, full }, before });
    };
    const over = (side: 'above' | 'below'): readonly { x: number; cost: number }[] =>
      rows[side] > 0 ? overMark(wish, width, firstFree(before.ends, { side, row: 0 }, rows), room) : [];
    for (const side of ['above', 'below'] as const)
      for (const { x, cost } of over(side)) {
        const others = countBetween(room.marks, x, x + width) - countBetween(room.marks, wish.from, wish.to);
        take(
          side,
          0,
          x,
          cost + Math.max(0, others) * OVER_OTHER + (side === wish.prefers ? 0 : wish.otherSide),
        );
      }
    for (const { x, cost } of levelWith(wish, width)) take('level', 0, x, cost);
    const { stem } = wish;
    for (const x of stem === undefined ? [] : [stem + FLAG_GAP, stem - FLAG_GAP - width]) {
      const mirrored = x < (stem ?? 0) ? 1 : 0;
      for (let row = 1; row < rows.above; row++) take('above', row, x, 6 + 3 * row + mirrored);
      for (let row = 1; row < rows.below; row++) take('below', row, x, 7.5 + 3 * row + mirrored);
    }
  }
  return found;
}

function countBetween(sorted: readonly number[], from: number, to: number): number {
  let count = 0;
  for (const x of sorted) {
    if (x > to) break;
    if (x >= from) count++;
  }
  return count;
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
function indexOf({ side, row }: Pick<Spot, 'side' | 'row'>, { above }: Rows): number {
  return row + (side === 'level' ? 0 : side === 'above' ? 1 : 1 + above);
}

/** Least x of a further text in a row. */
function firstFree(ends: readonly number[], spot: Pick<Spot, 'side' | 'row'>, rows: Rows): number {
  const index = indexOf(spot, rows);
  return Math.max((ends[index] ?? 0) + GAP, (ends[countRows(rows) + index] ?? 0) + CLEAR);
}

/** How far the rows are taken once a label stands; undefined if it does not fit behind what is there. */
function extend(
  ends: readonly number[],
  { side, row, x, width }: Omit<Spot, 'full'> & { readonly width: number },
  { stem }: Wish,
  rows: Rows,
): readonly number[] | undefined {
  if (x < firstFree(ends, { side, row }, rows) - 0.01) return undefined;
  const after = [...ends];
  after[indexOf({ side, row }, rows)] = x + width;
  // A flag's stem passes the rows between: no text may stand there, and what comes later keeps clear of it.
  if (stem === undefined || row === 0) return after;
  for (let passed = 0; passed <= row; passed++) {
    const index = indexOf({ side, row: passed }, rows);
    if (passed < row && (ends[index] ?? 0) > stem - CLEAR) return undefined;
    after[countRows(rows) + index] = stem;
  }
  return after;
}

/** Drops each choice that another one beats or equals in cost and in the room it leaves. */
function prune(choices: readonly Choice[]): readonly Choice[] {
  const kept: Choice[] = [];
  for (const choice of [...choices].sort((a, b) => a.cost - b.cost)) {
    if (kept.some(({ ends }) => leavesAsMuch(ends, choice.ends))) continue;
    kept.push(choice);
    if (kept.length === BEAM) break;
  }
  return kept;
}

function leavesAsMuch(ends: readonly number[], others: readonly number[]): boolean {
  for (let row = 0; row < ends.length; row++) if ((ends[row] ?? 0) > (others[row] ?? 0) + 0.01) return false;
  return true;
}
