import { remember } from '../../../../base/remember.ts';
import { nameAt, type Room, type Wish } from './wish.ts';

/** Clear between a label and a mark it does not belong to. */
export const CLEAR = 8;
/** Labels of one row nearer than this read as one line, which costs a little. */
export const APART = 40;
/** From a dot's edge, or a bar's end, to a label level with it; and from there at least to a foreign mark. */
const LEVEL_GAP = 10;
const LEVEL_CLEAR = 14.5;
/** From a flag's stem to its text. */
export const FLAG_GAP = 9;
/** Least overlap of a label with its mark where it stands over it in part. */
const HOLD = 20;
/** Two places nearer than this, px, are one. */
export const SAME = 0.01;

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
  /** Over its mark, the left ends together or the right ends: as far as there is room. */
  readonly over: readonly Candidate[];
  /** How far left and how far right it still holds its mark, and what it costs to stand anywhere between. */
  readonly least: number;
  readonly most: number;
  readonly moved: (x: number) => number;
  /** Over the end of its span, the right ends together; none for a point, and over what goes on. */
  readonly atEnd: readonly Candidate[];
  readonly level: readonly Candidate[];
  /** On either side of its flag's stem. */
  readonly flags: readonly Candidate[];
}

/** The forms a label may have, the fuller first. */
export function formsOf(wish: Wish, room: Room): readonly [Form, ...Form[]] {
  const { width, fullWidth, cost } = wish;
  const passes = passingOf(wish, room);
  const form = (full: boolean, width: number): Form => {
    const { from, to } = wish;
    const passing: Passing = (x) => passes(x, width, full ? nameAt(wish, x) : x);
    const hold = holdOf(wish, width, room);
    const [left, right] = [Math.max(from, room.from), Math.min(to, room.to) - width];
    const least = Math.max(room.from, from + hold - width);
    const most = Math.min(room.to - width, to - hold);
    const isIn = ({ x }: Candidate): boolean => x >= room.from - SAME && x + width <= room.to + SAME;
    const holds = ({ x }: Candidate): boolean => x >= least - SAME && x <= most + SAME;
    const over = [
      { x: left, cost: passing(left) },
      { x: right, cost: 1 + passing(right) },
    ];
    return {
      ...{ wish, full, width, least, most },
      price: full || fullWidth === undefined ? 0 : cost.second,
      over: over.filter(holds),
      // The same places are asked for again and again.
      moved: remember((x: number) => 2 + Math.min(Math.abs(x - left), Math.abs(x - right)) / 40 + passing(x)),
      atEnd: overEnd(wish, width, passing).filter(isIn),
      level: levelWith(wish, width).filter(isIn),
      flags: flagsOf(wish, width).filter(isIn),
    };
  };
  return fullWidth === undefined ? [form(false, width)] : [form(true, fullWidth), form(false, width)];
}

function flagsOf({ stem }: Wish, width: number): readonly Candidate[] {
  if (stem === undefined) return [];
  return [
    { x: stem + FLAG_GAP, cost: 0 },
    { x: stem - FLAG_GAP - width, cost: 1 },
  ];
}

type Passing = (x: number) => number;

function overEnd({ to, end, goesOn }: Wish, width: number, passing: Passing): readonly Candidate[] {
  const x = end - width;
  if (end <= to || (x > to && goesOn)) return [];
  return [{ x, cost: (x > to ? 2 : 0.5) + passing(x) }];
}

/** How much of its mark a label over it holds at least, px: of one at an end of the room what lies in it. */
function holdOf({ from, to, tint }: Wish, width: number, room: Room): number {
  return Math.min(tint ? width : HOLD, Math.min(to, room.to) - Math.max(from, room.from));
}

/** What it costs a label to stand over marks that are not its own, with its name at a place in it. */
function passingOf(
  { from, to, end, tint, passing, width: name }: Wish,
  { marks, begins, ends }: Room,
): (x: number, width: number, nameX: number) => number {
  /** How many spans have a part between two places. */
  const spansIn = (from: number, to: number): number =>
    firstAfter(begins, to, false) - firstAfter(ends, from, true);
  const marksIn = (from: number, to: number): number =>
    firstAfter(marks, to, true) - firstAfter(marks, from, false);
  const own = marksIn(from, to);
  // What lies on a tint is not its own.
  const ownSpans = tint ? 0 : spansIn(from, to);
  // The year, at the name's end, would be read as that of the mark it stands over.
  const isYearOver = (last: number): boolean =>
    (last < from || last - YEAR > end) && marksIn(last - YEAR, last + EDGE) > 0;
  return (x, width, nameX) =>
    Math.max(0, marksIn(x, x + width) - own) * passing +
    (isYearOver(nameX + name) ? YEAR_OVER : 0) +
    Math.max(0, spansIn(x, x + width) - ownSpans) * (tint ? TINT_OVER_SPAN : OVER_SPAN);
}

/** Width of a year, how far a mark reaches to the left of its middle, and what it costs to stand over another's. */
const YEAR = 56;
const EDGE = 11;
const YEAR_OVER = 8;

/** What it costs to stand over a span that is not its own: of a tint, whose name would be read as the span's, a row. */
const OVER_SPAN = 5;
const TINT_OVER_SPAN = 1500;

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
