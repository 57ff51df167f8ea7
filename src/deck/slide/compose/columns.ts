import { elements } from '../html-tree.ts';
import { type Piece, stack } from './heights.ts';
import { countWords, type Part } from './parts.ts';
import { countEntries } from './rules.ts';

/** Words of an entry that has a row of its own, at most. */
const SHORT_ENTRY = 9;

/** Long lists and many words run through two columns; code, tables and pictures keep the width. */
export function runsInTwo(rest: readonly Part[], many: boolean): boolean {
  if (rest.some(({ kind }) => kind === 'code' || kind === 'table' || kind === 'formula')) return false;
  if (many) return true;
  const entries = countEntries(rest);
  return entries >= 8 || (entries >= 2 && countDeep(rest) >= 7);
}

/** Entries of all lists and of lists within. */
function countDeep(rest: readonly Part[]): number {
  let count = 0;
  for (const { kind, element } of rest)
    if (kind === 'list') for (const { tagName } of elements(element)) if (tagName === 'li') count++;
  return count;
}

/** A few entries of a line each: they get rows across the sheet. */
export function isShortList(rest: readonly Part[]): boolean {
  const [list] = rest;
  if (rest.length !== 1 || list?.kind !== 'list') return false;
  const { entries } = list;
  if (entries.length > 6 || ['ol', 'ul', 'p'].some((tag) => list.tags.has(tag))) return false;
  return entries.every(({ own: [text = ''] }) => countWords(text) <= SHORT_ENTRY);
}

/** The least height at which pieces run through so many columns, in order. */
export function balanced(pieces: readonly Piece[], columns: number): number {
  const total = stack(pieces);
  const tallest = Math.max(0, ...pieces.map(({ height }) => height));
  const least = Math.max(tallest, total / columns);
  // In steps of 4 px. What one height holds every larger one does: the least is found by halves.
  let [low, high] = [0, Math.max(0, Math.ceil((total - least) / 4))];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (columnsAt(pieces, least + middle * 4) <= columns) high = middle;
    else low = middle + 1;
  }
  return Math.min(total, least + low * 4);
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
