import { type Element, elements, isElementNode, textOf } from '../html-tree.ts';
import { linesIn } from './lines.ts';
import type { Setting } from './setting.ts';

/** `src/page/compose.css` has the same numbers, em of the table. */
const LINE = 1.3;
const BETWEEN = 1;
const LEAST_PADDING = 0.3;

/** The rows of a table, each with its cells. */
export function rowsOf(table: Element): readonly (readonly Element[])[] {
  return [...elements(table)]
    .filter(({ tagName }) => tagName === 'tr')
    .map((row) => row.childNodes.filter(isElementNode).filter(({ tagName }) => /^t[hd]$/.test(tagName)));
}

/** Height of a table, px: its columns as wide as a browser's automatic layout makes them, about. */
export function tableHeight(table: Element, setting: Setting): number {
  return rowHeights(table, setting).reduce((sum, height) => sum + height, 0);
}

/** Height of each row of a table, px. */
export function rowHeights(table: Element, { size, width, gap, measure }: Setting): readonly number[] {
  const rows = rowsOf(table).map((cells) => cells.map(textOf));
  const widths = columnWidths(rows, width, { size, width, gap, measure, code: size });
  const padding = 2 * Math.max(LEAST_PADDING, gap) * size;
  return rows.map((cells) => {
    const lines = cells.map((text, column) =>
      linesIn(text, 'strong', size, (widths[column] ?? width) - BETWEEN * size, measure),
    );
    return Math.max(1, ...lines) * LINE * size + padding + 2;
  });
}

/** Whether the longest words of all columns have room side by side. */
export function fitsAcross(table: Element, { size, width, measure }: Setting): boolean {
  const rows = rowsOf(table).map((cells) => cells.map(textOf));
  const least = leastWidths(rows, size, measure);
  return least.reduce((sum, one) => sum + one, 0) <= width;
}

function leastWidths(
  rows: readonly (readonly string[])[],
  size: number,
  measure: Setting['measure'],
): readonly number[] {
  return columnsOf(
    rows,
    (text) => Math.max(0, ...text.split(' ').map((word) => measure(word, 'strong', size))) + BETWEEN * size,
  );
}

function columnWidths(
  rows: readonly (readonly string[])[],
  width: number,
  { size, measure }: Setting,
): readonly number[] {
  const least = leastWidths(rows, size, measure);
  const most = columnsOf(rows, (text) => measure(text, 'strong', size) + BETWEEN * size);
  const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);
  if (sum(most) <= width) return most.map((one) => one + (width - sum(most)) * (one / sum(most)));
  const spare = Math.max(0, width - sum(least));
  const wanted = Math.max(1, sum(most) - sum(least));
  return least.map((one, column) => one + (spare * ((most[column] ?? one) - one)) / wanted);
}

function columnsOf(
  rows: readonly (readonly string[])[],
  widthOf: (text: string) => number,
): readonly number[] {
  const count = Math.max(1, ...rows.map(({ length }) => length));
  return Array.from({ length: count }, (_, column) =>
    Math.max(1, ...rows.map((cells) => widthOf(cells[column] ?? ''))),
  );
}
