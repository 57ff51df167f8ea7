import { elements, textOf } from '../html-tree.ts';
import { type Piece, stack } from './heights.ts';
import { countWords, entriesOf, type Part } from './parts.ts';
import { countEntries } from './rules.ts';

/** Words of an entry that has a row of its own, at most. */
const SHORT_ENTRY = 9;

/** Long lists and many words run through two columns; code, tables and pictures keep the width. */
export function runsInTwo(rest: readonly Part[], many: boolean): boolean {
  if (rest.some(({ kind }) => kind === 'code' || kind === 'table' || kind === 'formula')) return false;
  const all = rest.flatMap(({ kind, element }) => (kind === 'list' ? [...elements(element)] : []));
  const deep = all.filter(({ tagName }) => tagName === 'li').length;
  return many || countEntries(rest) >= 8 || (deep >= 7 && countEntries(rest) >= 2);
}

/** A few entries of a line each: they get rows across the sheet. */
export function isShortList(rest: readonly Part[]): boolean {
  const [list] = rest;
  if (rest.length !== 1 || list?.kind !== 'list') return false;
  const entries = entriesOf(list.element);
  const plain = [...elements(list.element)].every(({ tagName }) => !/^([ou]l|p)$/.test(tagName));
  return plain && entries.length <= 6 && entries.every((entry) => countWords(textOf(entry)) <= SHORT_ENTRY);
}

/** The least height at which pieces run through so many columns, in order. */
export function balanced(pieces: readonly Piece[], columns: number): number {
  const total = stack(pieces);
  const tallest = Math.max(0, ...pieces.map(({ height }) => height));
  for (let height = Math.max(tallest, total / columns); height < total; height += 4)
    if (columnsAt(pieces, height) <= columns) return height;
  return total;
}

function columnsAt(pieces: readonly Piece[], height: number): number {
  let count = 1;
  let at = 0;
  for (const piece of pieces) {
    if (at > 0 && at + piece.above + piece.height > height) {
      count++;
      at = piece.height;
    } else at += (at > 0 ? piece.above : 0) + piece.height;
  }
  return count;
}
