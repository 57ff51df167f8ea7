import { allElements, type Element, isElementNode, textOf } from '../html-tree.ts';
import { linesIn } from './lines.ts';
import type { Setting } from './setting.ts';

/** `src/page/compose.css` has the same numbers, em of the table. */
const LINE = 1.3;
const BETWEEN = 1;

/** The rows of a table, each with its cells. */
export function rowsOf(table: Element): readonly (readonly Element[])[] {
  return allElements(table)
    .filter(({ tagName }) => tagName === 'tr')
    .map((row) => row.childNodes.filter(isElementNode).filter(({ tagName }) => /^t[hd]$/.test(tagName)));
}

/** Height of a table without space in its rows, px, and how many times that space comes to it. */
export function tableHeight(
  table: Element,
  setting: Setting,
): { readonly height: number; readonly rows: number } {
  const heights = rowHeights(table, setting);
  return { height: heights.reduce((sum, height) => sum + height, 0), rows: 2 * heights.length };
}

/** Height of each row of a table without space above and below its lines, px. */
export function rowHeights(table: Element, { size, width, measure }: Setting): readonly number[] {
  const { rows, least, most } = measureTable(table, measure);
  const widths = columnWidths(least, most, width / size);
  return rows.map((cells) => {
    const lines = cells.map((text, column) =>
      linesIn(text, 'strong', size, ((widths[column] ?? width) - BETWEEN) * size, measure),
    );
    return Math.max(1, ...lines) * LINE * size + 2;
  });
}

/** Whether the longest words of all columns have room side by side. */
export function fitsAcross(table: Element, { size, width, measure }: Setting): boolean {
  return sum(measureTable(table, measure).least) * size <= width;
}

/** A table's cells, and how wide its columns are at least and at most, em. */
export interface Measured {
  readonly rows: readonly (readonly string[])[];
  readonly least: readonly number[];
  readonly most: readonly number[];
  /** How much of each is the space to the next column. */
  readonly between: number;
}

/** Tables already measured: one is set in several sizes. */
const known = new WeakMap<Element, Measured>();

/** Measures a table's cells, each in one line. */
export function measureTable(table: Element, measure: Setting['measure']): Measured {
  const found = known.get(table);
  if (found) return found;
  const rows = rowsOf(table).map((cells) => cells.map(textOf));
  const word = (text: string) => Math.max(0, ...text.split(' ').map((one) => measure(one, 'strong', 1)));
  const made = {
    rows,
    between: BETWEEN,
    least: columnsOf(rows, (text) => word(text) + BETWEEN),
    most: columnsOf(rows, (text) => measure(text, 'strong', 1) + BETWEEN),
  };
  known.set(table, made);
  return made;
}

/** Widths of columns as a browser's automatic layout makes them, em. */
function columnWidths(least: readonly number[], most: readonly number[], width: number): readonly number[] {
  if (sum(most) <= width) return most.map((one) => one + (width - sum(most)) * (one / sum(most)));
  const spare = Math.max(0, width - sum(least));
  const wanted = Math.max(0.05, sum(most) - sum(least));
  return least.map((one, column) => one + (spare * ((most[column] ?? one) - one)) / wanted);
}

function sum(all: readonly number[]): number {
  return all.reduce((total, one) => total + one, 0);
}

function columnsOf(
  rows: readonly (readonly string[])[],
  widthOf: (text: string) => number,
): readonly number[] {
  const count = Math.max(1, ...rows.map(({ length }) => length));
  return Array.from({ length: count }, (_, column) =>
    Math.max(0.1, ...rows.map((cells) => widthOf(cells[column] ?? ''))),
  );
}
