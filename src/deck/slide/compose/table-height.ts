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
    .map(({ childNodes }) => childNodes.filter(isElementNode).filter(isCell));
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
    let lines = 1;
    for (let column = 0; column < cells.length; column++) {
      const room = ((widths[column] ?? width) - BETWEEN) * size;
      lines = Math.max(lines, linesIn(cells[column] ?? '', 'strong', size, room, measure));
    }
    return lines * LINE * size + 2;
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
  const columns = Math.max(1, ...rows.map(({ length }) => length));
  const least = new Array<number>(columns).fill(BETWEEN);
  const most = new Array<number>(columns).fill(BETWEEN);
  for (const cells of rows)
    for (let column = 0; column < cells.length; column++) {
      const text = cells[column] ?? '';
      const whole = measure(text, 'strong', 1);
      const word = text.includes(' ') ? longestWord(text, measure) : whole;
      least[column] = Math.max(least[column] ?? 0, word + BETWEEN);
      most[column] = Math.max(most[column] ?? 0, whole + BETWEEN);
    }
  const made = { rows, between: BETWEEN, least, most };
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

function longestWord(text: string, measure: Setting['measure']): number {
  let longest = 0;
  for (const word of text.split(' ')) longest = Math.max(longest, measure(word, 'strong', 1));
  return longest;
}

function isCell({ tagName }: Element): boolean {
  return tagName === 'td' || tagName === 'th';
}
