import type { Report } from '../../../base/problem.ts';
import type { RawSlide } from '../../split.ts';
import {
  addClass,
  allElements,
  attribute,
  type Element,
  type Fragment,
  setAttribute,
  textOf,
} from '../html-tree.ts';
import { maskFences } from '../mask-code.ts';
import { rowsOf } from './table-height.ts';

/** A number as tables have it: with a sign, a currency, thousands, decimals and a unit. */
const NUMBER = /^[^\d\s.,]{0,3}\s?[+−-]?\d[\d,.\u00a0\u202f ']*\s?(?:[^\d\s.,]{0,4})$/u;
/** No number, but it stands where one would. */
const NOTHING = /^(?:|[-–—…?]|n\/?a)$/iu;

/** Sets the columns of tables: numbers right, at their decimals. Cells that a row has too many are reported. */
export function setTables(tree: Fragment, raw: RawSlide, report: Report): void {
  for (const table of allElements(tree)) {
    if (table.tagName !== 'table') continue;
    for (const cells of columnsOf(table)) setColumn(cells);
  }
  reportLostCells(raw, report);
}

/** Cells below one another, but for those of the first column, which name their rows. */
function columnsOf(table: Element): readonly (readonly Element[])[] {
  const rows = rowsOf(table);
  const count = Math.max(0, ...rows.map(({ length }) => length));
  return Array.from({ length: Math.max(0, count - 1) }, (_, column) =>
    rows.flatMap((cells) => cells[column + 1] ?? []),
  );
}

function setColumn(cells: readonly Element[]): void {
  const body = cells.filter(({ tagName }) => tagName === 'td');
  const written = body.map((cell) => attribute(cell, 'align'));
  if (written.some((align) => align !== undefined && align !== 'right')) return;
  const texts = body.map(textOf);
  const isNumber = texts.map((text) => NUMBER.test(text));
  if (!texts.every((text, index) => isNumber[index] || NOTHING.test(text))) return;
  const numbers = texts.filter((_, index) => isNumber[index]);
  if (numbers.length < 2) return;
  const places = texts.map(decimals);
  const most = Math.max(0, ...places);
  const alike = new Set(numbers.map((text) => text.replace(/^.*\d/u, ''))).size === 1;
  const endAt = (cell: Element, own: number) => {
    const missing = most - own;
    if (missing > 0 && alike && most <= 6) addClass(cell, `short-${missing}${own === 0 ? ' no-point' : ''}`);
  };
  for (const cell of cells) setAttribute(cell, 'align', 'right');
  for (const [index, cell] of body.entries()) {
    addClass(cell, 'numeric');
    if (isNumber[index]) endAt(cell, places[index] ?? 0);
  }
  // The head ends where most of its numbers do: what a few have more of hangs over.
  const inOrder = places.filter((_, index) => isNumber[index]).sort((one, other) => one - other);
  const usual = inOrder[Math.floor(inOrder.length / 2)] ?? most;
  for (const head of cells) if (head.tagName === 'th') endAt(head, usual);
}

/** Digits after the decimal point; a comma before three digits parts thousands. */
function decimals(text: string): number {
  return /[.,](\d{1,2}|\d{4,})\D*$/.exec(text)?.[1]?.length ?? /\.(\d{3})\D*$/.exec(text)?.[1]?.length ?? 0;
}

const RULE = /^\s{0,3}\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** Markdown drops cells that its header has no column for, without a word. */
function reportLostCells({ file, content, line }: RawSlide, report: Report): void {
  if (!content.includes('|')) return;
  const lines = maskFences(content).split('\n');
  for (let at = 1; at < lines.length; at++) {
    if (!RULE.test(lines[at] ?? '') || !(lines[at] ?? '').includes('|')) continue;
    const columns = cellsOf(lines[at] ?? '').length;
    if (cellsOf(lines[at - 1] ?? '').length !== columns) continue;
    for (let row = at + 1; row < lines.length && (lines[row] ?? '').includes('|'); row++) {
      const lost = cellsOf(lines[row] ?? '').slice(columns);
      if (lost.every((cell) => cell === '')) continue;
      report({
        severity: 'notice',
        place: { file, line: line + row, column: Math.max(1, (lines[row] ?? '').indexOf(lost[0] ?? '') + 1) },
        what: `this row has ${columns + lost.length} cells and its table ${columns} columns; "${lost.join(' | ')}" is lost`,
        fix: 'Write | as \\| where it stands inside a cell, also in code, or give the table one more column.',
      });
    }
  }
}

function cellsOf(row: string): readonly string[] {
  const inner = row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim());
}
