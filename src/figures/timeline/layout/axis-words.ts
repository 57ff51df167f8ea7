import type { Tick } from './axis-ticks.ts';
import type { Word } from './placed.ts';
import type { Piece } from './scale.ts';

/** Least space between two labels. */
export const GAP = 10;
/** A cell narrower than this has no label; at an end one may be much narrower, and its label nearer to the next. */
const CELL = 44;
const SLIVER = 1;
const NARROW = 8;

/** A tick at its place, px. */
export interface Standing extends Omit<Tick, 'at' | 'long'> {
  readonly x: number;
  readonly long?: boolean;
}

export interface Shown {
  /** Where words may stand. */
  readonly room: { readonly from: number; readonly to: number };
  /** Sets a text with its middle at a place. */
  readonly set: (text: string, x: number, turn?: boolean) => Word;
}

interface Cell {
  readonly label: string;
  readonly left: number;
  readonly right: number;
}

/**
 * Labels in the middle of their cells: whole where all fit so, else of years the first and last whole and ’14 between.
 * Of a year that has but a sliver at an end, the first stands left of what follows it, and the last is ’14.
 */
export function cellWords(
  { x0, x1 }: Piece,
  ticks: readonly Standing[],
  { room, set }: Shown,
): readonly Word[] {
  const labelled = ticks.filter(({ label }) => label !== undefined);
  const cells = labelled
    .map(
      ({ x, label = '' }, index): Cell => ({
        label,
        left: Math.max(x0, x),
        right: Math.min(x1, labelled[index + 1]?.x ?? x1),
      }),
    )
    .filter((cell) => widthOf(cell) > SLIVER);
  const fits = (cell: Cell, gap: number): boolean => set(cell.label, 0).width + gap <= widthOf(cell);
  // At an end one that does not hold its label, or is no cell at all, has it all the same.
  const isTight = (cell: Cell | undefined): cell is Cell =>
    cell !== undefined && (widthOf(cell) < CELL || !fits(cell, 0));
  const [first, last] = [cells[0], cells.at(-1)];
  const before = isTight(first) ? first : undefined;
  const after = isTight(last) && last !== before ? last : undefined;
  const wide = cells.filter((cell) => widthOf(cell) >= CELL && cell !== before && cell !== after);
  const setIn = ({ left, right }: Cell, text: string): Word => set(text, (left + right) / 2);
  const end = after && setIn(after, shortYear(after.label));
  const kept = end && movedBefore(end, Math.min(end.x + end.width, room.to));
  const setCells = (whole: boolean): readonly Word[] => {
    const ends = [before ? undefined : wide[0], after ? undefined : wide.at(-1)];
    return wide.flatMap((cell): readonly Word[] => {
      const text = whole || ends.includes(cell) ? cell.label : shortYear(cell.label);
      return whole || text !== cell.label || fits(cell, 0) ? [setIn(cell, text)] : [];
    });
  };
  const isClear = (words: readonly Word[]): boolean => {
    const previous = words.at(-1);
    return kept !== undefined && kept.x >= (previous ? previous.x + previous.width + NARROW : room.from);
  };
  const whole = setCells(true);
  const all = wide.every((cell) => fits(cell, GAP));
  const words = all && (!kept || isClear(whole)) ? whole : setCells(false);
  const hung =
    before && movedBefore(set(before.label, 0), Math.min(before.right - 2, (words[0]?.x ?? room.to) - GAP));
  return [
    ...(hung && hung.x >= room.from ? [hung] : []),
    ...words,
    ...(kept && isClear(words) ? [kept] : []),
  ];
}

function widthOf({ left, right }: Cell): number {
  return right - left;
}

function movedBefore(word: Word, end: number): Word {
  return { ...word, x: end - word.width };
}

function shortYear(label: string): string {
  return /^\d{4}$/.test(label) ? `’${label.slice(2)}` : label;
}

/** What each tick says, under it: what turns before what is counted in it. What would touch is left out. */
export function wordsUnder(ticks: readonly Standing[], { room, set }: Shown, gap = GAP): readonly Word[] {
  const words: Word[] = [];
  for (const turn of [true, false])
    for (const { x, label, turn: turns = false } of ticks) {
      if (label === undefined || turns !== turn) continue;
      const word = set(label, x, turn);
      const next = { ...word, x: Math.max(room.from, Math.min(word.x, room.to - word.width)) };
      const isClear = (other: Word): boolean =>
        next.x >= other.x + other.width + gap || next.x + next.width + gap <= other.x;
      if (words.every(isClear)) words.push(next);
    }
  return words.sort((a, b) => a.x - b.x);
}
