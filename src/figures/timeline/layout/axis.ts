import type { Measure } from '../../../fonts/faces.ts';
import { formatYear } from '../model/date.ts';
import { type Tick, ticksOf } from './axis-ticks.ts';
import { CLOSER_ONLY } from './closer-only.ts';
import { line, type Shape, setWord, type Word } from './placed.ts';
import type { Piece } from './scale.ts';

const TICK = 9;
const LONG_TICK = 14;
/** From the axis to the middle of its labels, and least space between two of them. */
const LABELS = 28;
const GAP = 10;
/** A cell narrower than this has no label; at an end one may be much narrower, and its label nearer to the next. */
const CELL = 44;
const SLIVER = 1;
const NARROW = 8;
/** Px by which the year of a tick at the very end may stand beyond it. */
const BEYOND = 2;

export interface Axis {
  readonly shapes: readonly Shape[];
  readonly words: readonly Word[];
}

interface Frame {
  readonly y: number;
  /** Whether time goes on beyond an end, which a slanted stroke says. */
  readonly breaks?: { readonly before: boolean; readonly after: boolean };
  /** The year to be labelled last, on an axis that stands alone; undefined for a piece among others. */
  readonly last: number | undefined;
  /** Left end of what says the day of the hours, the year of the months: left of the first lane's beginning. */
  readonly within: number;
  readonly lang: string;
}

/** The axis of one piece of a scale: line, ticks, and what they say. */
export function placeAxis(piece: Piece, frame: Frame, measure: Measure): Axis {
  const { from, to, x0, x1 } = piece;
  const { y, breaks, last, lang } = frame;
  const x = (at: number): number => x0 + ((at - from) / (to - from)) * (x1 - x0);
  const { ticks, cells, within, ends } = ticksOf(piece, last !== undefined, lang);
  const tick = (at: number, length: number): Shape => line('tick', at, y, at, y + length);
  const slant = (at: number): Shape => line('break', at - 5, y + 13, at + 5, y - 13);
  const seen = ticks.filter(({ at }) => at >= from - 1e-9 && at <= to + 1e-9);
  const hasTick = (at: number): boolean => seen.some((tick) => Math.abs(x(tick.at) - x(at)) < 0.5);
  const begins = seen.some(({ at, label }) => label !== undefined && x(at) - x0 < 1);
  const edges = [from, to].filter((at) => !hasTick(at));
  const setAll = (text: string, at: number, anchor?: 'middle'): Word =>
    setWord({ role: 'year', text, x: at, y: y + LABELS, ...(anchor && { anchor }) }, measure);
  const lies = within === undefined ? [] : [setAll(within, frame.within)];
  const [begin = frame.within - GAP] = lies.map((word) => word.x + word.width);
  const room = { from: !CLOSER_ONLY && breaks?.before ? x0 : begin + GAP, to: x1 + BEYOND };
  const shown = { x, room, set: (text: string, at: number) => setAll(text, at, 'middle') };
  const words = cells
    ? cellWords(piece, ticks, shown)
    : tickWords(ends ? [...endsOf(piece, begins, last, lang), ...seen] : seen, shown);
  const isNamed = ({ at, label }: Tick): boolean =>
    cells === true ||
    words.some((word) => word.text === label && word.x <= x(at) + 1 && word.x + word.width >= x(at) - 1);
  // A tick whose own year found no room would be read as the year of the label it stands over.
  const isOver = (one: Tick): boolean =>
    words.some((word) => word.x < x(one.at) && x(one.at) < word.x + word.width);
  const drawn = seen.filter((one) => one.label === undefined || isNamed(one) || !isOver(one));
  return {
    shapes: [
      line('axis', x0, y, x1, y),
      // One that is not named stands out for nothing.
      ...drawn.map((one) => tick(x(one.at), one.long && isNamed(one) ? LONG_TICK : TICK)),
      ...edges.map((at) => tick(x(at), TICK)),
      ...(!CLOSER_ONLY && breaks?.before ? [slant(x0 - 2)] : []),
      ...(!CLOSER_ONLY && breaks?.after ? [slant(x1 + 2)] : []),
    ],
    words: [...lies, ...words],
  };
}

interface Shown {
  readonly x: (at: number) => number;
  /** Where words may stand. */
  readonly room: { readonly from: number; readonly to: number };
  /** Sets a text with its middle at a place. */
  readonly set: (text: string, at: number) => Word;
}

/**
 * Labels in the middle of their cells: whole where all fit so, else of years the first and last whole and ’14 between.
 * Of a year that has but a sliver at an end, the first stands left of what follows it, and the last is ’14.
 */
function cellWords({ from, to }: Piece, ticks: readonly Tick[], { x, room, set }: Shown): readonly Word[] {
  const labelled = ticks.filter(({ label }) => label !== undefined);
  const cells = labelled
    .map(({ at, label = '' }, index) => ({
      label,
      left: x(Math.max(from, at)),
      right: x(Math.min(to, labelled[index + 1]?.at ?? to)),
    }))
    .filter(({ left, right }) => right - left > SLIVER);
  const fits = (text: string, width: number): boolean => set(text, 0).width + GAP <= width;
  // At an end one that does not hold its label, or is no cell at all, has it all the same.
  const isTight = (cell: (typeof cells)[number] | undefined): cell is (typeof cells)[number] =>
    cell !== undefined && (cell.right - cell.left < CELL || !fits(cell.label, cell.right - cell.left + GAP));
  const [first, last] = [cells[0], cells.at(-1)];
  const before = isTight(first) ? first : undefined;
  const after = isTight(last) && last !== before ? last : undefined;
  const wide = cells.filter((cell) => cell.right - cell.left >= CELL && cell !== before && cell !== after);
  const end = after && set(shortYear(after.label), (after.left + after.right) / 2);
  const kept = end && movedBefore(end, Math.min(end.x + end.width, room.to));
  const setCells = (whole: boolean): readonly Word[] => {
    const ends = [before ? undefined : wide[0], after ? undefined : wide.at(-1)];
    return wide.flatMap((cell): readonly Word[] => {
      const { label, left, right } = cell;
      const text = whole || ends.includes(cell) ? label : shortYear(label);
      if (!whole && text === label && !fits(text, right - left + GAP)) return [];
      return [set(text, (left + right) / 2)];
    });
  };
  const isClear = (words: readonly Word[]): boolean => {
    const previous = words.at(-1);
    return kept !== undefined && kept.x >= (previous ? previous.x + previous.width + NARROW : room.from);
  };
  const whole = setCells(true);
  const all = wide.every(({ label, left, right }) => fits(label, right - left));
  const words = all && (!kept || isClear(whole)) ? whole : setCells(false);
  const hung =
    before && movedBefore(set(before.label, 0), Math.min(before.right - 2, (words[0]?.x ?? room.to) - GAP));
  return [
    ...(hung && hung.x >= room.from ? [hung] : []),
    ...words,
    ...(kept && isClear(words) ? [kept] : []),
  ];
}

function movedBefore(word: Word, end: number): Word {
  return { ...word, x: end - word.width };
}

function shortYear(label: string): string {
  return /^\d{4}$/.test(label) ? `’${label.slice(2)}` : label;
}

/** What the ends of an axis of years say: the last year, and the first at its edge where no tick says it. */
function endsOf({ from }: Piece, begins: boolean, last: number | undefined, lang: string): readonly Tick[] {
  const end = (at: number, year: number): Tick => ({
    at,
    long: false,
    label: formatYear(year, lang),
    turn: true,
  });
  return [...(last === undefined ? [] : [end(last, last)]), ...(begins ? [] : [end(from, Math.floor(from))])];
}

/** What each tick says, under it: what turns before what is counted in it. What would touch is left out. */
function tickWords(ticks: readonly Tick[], { x, room, set }: Shown): readonly Word[] {
  const words: Word[] = [];
  for (const turn of [true, false])
    for (const { at, label, turn: turns = false } of ticks) {
      if (label === undefined || turns !== turn) continue;
      const word = set(label, x(at));
      const next = { ...word, x: Math.max(room.from, Math.min(word.x, room.to - word.width)) };
      const isClear = (other: Word): boolean =>
        next.x >= other.x + other.width + GAP || next.x + next.width + GAP <= other.x;
      if (words.every(isClear)) words.push(next);
    }
  return words.sort((a, b) => a.x - b.x);
}
