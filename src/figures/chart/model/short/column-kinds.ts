import type { Column } from '../../../../base/table/table.ts';
import type { ShortChart } from './spec.ts';

/** How much of a column has to be dates or numbers for it to be taken for one. */
export const ENOUGH = 0.8;

/** So many rows tell what a column is. */
export const ENOUGH_ROWS = 600;

/** A column by cells from all its length, where they are many. */
export function sampled(column: Column): Column {
  const { cells } = column;
  if (cells.length <= ENOUGH_ROWS) return column;
  const every = Math.ceil(cells.length / ENOUGH_ROWS);
  return { ...column, cells: cells.filter((_, row) => row % every === 0) };
}

/** What a row of sums is called. */
export function isTotal(name: string): boolean {
  return /^((grand |sub)?totals?|sum|summe|(ins)?gesamt|zusammen|ensemble|totaal|totale|合計|総計|計)$/i.test(
    name,
  );
}

/** Numbers of rows, as data frames write them. */
export function isCount(name: string, cells: readonly string[]): boolean {
  if (!/^(\(column 1\)|unnamed.*|index|id|rownames|#)$/i.test(name)) return false;
  const first = Number(cells[0]);
  return cells.every((cell, row) => Number(cell) === first + row);
}

/** Numbers that are names: zeros stand before them (`01730`), or their head says so. */
export function isCode(name: string, cells: readonly string[]): boolean {
  if (/(^|[\s_-])(id|code|fips|zip|plz|isbn|iso)$/i.test(name)) return true;
  const written = cells.filter((cell) => cell !== '');
  return written.some((cell) => /^0\d/.test(cell)) && written.every((cell) => /^\d+$/.test(cell));
}

export function yNames({ y }: ShortChart): readonly string[] {
  if (!y) return [];
  return Array.isArray(y) ? y : 'low' in y ? [y.low, y.high] : [];
}
