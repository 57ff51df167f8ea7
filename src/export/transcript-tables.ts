import type { Words } from '../base/words/words.ts';
import {
  attribute,
  type Element,
  elements,
  type Fragment,
  isElementNode,
  setAttribute,
  textOf,
} from '../deck/slide/html-tree.ts';

/** From so many rows on the heads are said once, before them all; and from so many letters of them. */
const MANY_ROWS = 9;
const MANY_LETTERS = 60;
/** A cell of more letters is a sentence: each is said on a line of its own. */
const LONG_CELL = 48;
/** Set on a table that goes on with the rows of the one before. */
const GOES_ON = 'data-goes-on';

/** The heads of a table that is set in two parts, beside each other, are said once. */
export function joinTables(tree: Fragment): void {
  let before = '';
  for (const table of [...elements(tree)].filter(({ tagName }) => tagName === 'table')) {
    const heads = headsOf(rowsOf(table)).map(textOf).join('\n');
    if (heads !== '' && heads === before && !captionOf(table)) setAttribute(table, GOES_ON, '');
    before = heads;
  }
}

/**
 * Each row with the head of each column before its cell, as screen readers say it; a head of its own needs none.
 * @param said words of a cell
 */
export function* tableLines(
  table: Element,
  words: Words,
  said: (cell: Element) => string,
): Generator<string> {
  const rows = rowsOf(table);
  const headRow = headsOf(rows);
  const heads = headRow.map((head) => said(head).replace(/\s*[:.]$/, ''));
  const body = rows.slice(headRow.length > 0 ? 1 : 0).map(cellsOf);
  const isWordy = body.some((cells) => cells.some((cell) => cell.tagName === 'td' && isSentence(said(cell))));
  const isLong =
    !isWordy && (rows.length > MANY_ROWS || (rows.length > 3 && heads.join('').length > MANY_LETTERS));
  const caption = captionOf(table);
  if (attribute(table, GOES_ON) === undefined) {
    yield `${words.table}${caption ? `: ${textOf(caption)}` : ''}`;
    if (isLong) yield* columnLines(heads.filter(Boolean), words);
  }
  for (const cells of body) {
    const parts = cells.map((cell, index) => {
      const isOwn = cell.tagName === 'th' && (index > 0 || !isWordy);
      const head = isLong || isOwn ? '' : (heads[index] ?? '');
      return (head && `${head}: `) + (said(cell) || words.empty);
    });
    if (isWordy) yield* parts.map((part, index) => (index === 0 ? `- ${part}` : `  ${part}`));
    else yield `- ${parts.join('; ')}`;
  }
}

/** Heads in a line, or each in its own where one has a semicolon. */
function* columnLines(heads: readonly string[], words: Words): Generator<string> {
  if (heads.length === 0) return;
  const isApart = heads.some((head) => head.includes(';'));
  yield `${words.columns}:${isApart ? '' : ` ${heads.join('; ')}`}`;
  if (isApart) yield* heads.map((head, index) => `  ${index + 1}. ${head}`);
}

function isSentence(text: string): boolean {
  return text.length > LONG_CELL || text.includes(';');
}

function rowsOf(table: Element): readonly Element[] {
  return [...elements(table)].filter(({ tagName }) => tagName === 'tr');
}

function cellsOf(row: Element): readonly Element[] {
  return row.childNodes.filter(isElementNode).filter(({ tagName }) => /^t[hd]$/.test(tagName));
}

/** The cells of the first row, where all of them are heads. */
function headsOf([first]: readonly Element[]): readonly Element[] {
  const cells = first ? cellsOf(first) : [];
  return cells.every(({ tagName }) => tagName === 'th') ? cells : [];
}

function captionOf(table: Element): Element | undefined {
  return [...elements(table)].find(({ tagName }) => tagName === 'caption');
}
