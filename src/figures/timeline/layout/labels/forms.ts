import type { Room, Wish } from './wish.ts';

/** Clear between a label and a mark it does not belong to. */
export const CLEAR = 8;
/** Labels of one row nearer than this read as one line, which costs a little. */
export const APART = 40;
/** From a dot's edge, or a bar's end, to a label level with it; and from there at least to a foreign mark. */
const LEVEL_GAP = 10;
const LEVEL_CLEAR = 14.5;
/** Least overlap of a label with its mark where it stands over it in part. */
const HOLD = 20;

/** A place along the line, and what it costs. */
export interface Candidate {
  readonly x: number;
  readonly cost: number;
}

/** A label of one width, with its second name or without, and all that is the same for every choice before it. */
export interface Form {
  readonly wish: Wish;
  readonly full: boolean;
  readonly width: number;
  /** What it costs to be this short. */
  readonly price: number;
  /** Over its mark: with the left ends together, the right ends, and as far right as it holds its mark. */
  readonly over: readonly [Candidate, Candidate, Candidate];
  /** Over the end of its span, the right ends together; undefined for a point, and over what goes on. */
  readonly atEnd: Candidate | undefined;
  readonly level: readonly Candidate[];
}

/** The forms a label may have, the fuller first. */
export function formsOf(wish: Wish, room: Room): readonly Form[] {
  const { width, fullWidth, cost } = wish;
  const form = (full: boolean, wide: number): Form => ({
    wish,
    full,
    width: wide,
    price: full || fullWidth === undefined ? 0 : cost.second,
    over: overMark(wish, wide, room),
    atEnd: overEnd(wish, wide, room),
    level: levelWith(wish, wide),
  });
  return fullWidth === undefined ? [form(false, width)] : [form(true, fullWidth), form(false, width)];
}

function overMark(wish: Wish, width: number, room: Room): Form['over'] {
  const left = Math.max(wish.from, room.from);
  const right = Math.min(wish.to, room.to) - width;
  const most = Math.min(room.to - width, wish.to - holdOf(wish, width, room));
  return [
    { x: left, cost: passing(wish, left, width, room) },
    { x: right, cost: 1 + passing(wish, right, width, room) },
    { x: most, cost: movedTo(most, left, right) + passing(wish, most, width, room) },
  ];
}

function overEnd(wish: Wish, width: number, room: Room): Candidate | undefined {
  const x = wish.end - width;
  if (wish.end <= wish.to || (x > wish.to && wish.goesOn)) return undefined;
  return { x, cost: (x > wish.to ? 2 : 0.5) + passing(wish, x, width, room) };
}

/** How much of its mark a label over it holds at least, px: of one at an end of the room what lies in it. */
export function holdOf({ from, to, tint }: Wish, width: number, room: Room): number {
  return Math.min(tint ? width : HOLD, Math.min(to, room.to) - Math.max(from, room.from));
}

/** What it costs to stand along the mark, by how far from either end. */
export function movedTo(x: number, left: number, right: number): number {
  return 2 + Math.min(Math.abs(x - left), Math.abs(x - right)) / 40;
}

/** What it costs to stand over marks that are not the label's own. */
export function passing(wish: Wish, x: number, width: number, room: Room): number {
  const others = countBetween(room.marks, x, x + width) - countBetween(room.marks, wish.from, wish.to);
  // What lies on a tint is not its own.
  const own = wish.tint ? 0 : countOver(room, wish.from, wish.to);
  const spans = Math.max(0, countOver(room, x, x + width) - own);
  return Math.max(0, others) * wish.passing + spans * (wish.tint ? TINT_OVER_SPAN : OVER_SPAN);
}

/** What it costs to stand over a span that is not its own: of a tint, whose name would be read as the span's, a row. */
const OVER_SPAN = 5;
const TINT_OVER_SPAN = 1500;

/** How many spans have a part between two places. */
function countOver({ begins, ends }: Room, from: number, to: number): number {
  return firstAfter(begins, to, false) - firstAfter(ends, from, true);
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

/** Places on the line itself: on a tint, or left or right of the mark, where coming near another mark costs more. */
function levelWith({ from, end, free, over }: Wish, width: number): readonly Candidate[] {
  const left = from - LEVEL_GAP - width;
  const right = end + LEVEL_GAP;
  const beside = [
    { x: left, clear: left - free.from },
    { x: right, clear: free.to - right - width },
  ];
  const on = { x: from + LEVEL_GAP, clear: over - from - LEVEL_GAP - width };
  return [
    ...(on.clear >= CLEAR ? [{ x: on.x, cost: -0.5 }] : []),
    ...beside
      .filter(({ clear }) => clear >= LEVEL_CLEAR)
      .map(({ x, clear }) => ({ x, cost: clear < APART ? 4 : 3 })),
  ];
}
