import type { Report } from '../../../base/problem.ts';
import { columnNumbers } from '../../../base/table/column-numbers.ts';
import { readDates } from '../../../base/table/date.ts';
import type { DecimalSign } from '../../../base/table/number.ts';
import type { Column, Table } from '../../../base/table/table.ts';
import { textOf } from './short/cell.ts';
import { tellNumbers } from './short/tell.ts';

/** A cell of a series: as written, and as a number. */
export interface Cell {
  readonly text: string;
  readonly value: number | undefined;
}

/** What the rows of a chart are called by, and how its files write numbers. */
export interface ColumnHints {
  readonly keys: 'years' | 'names';
  readonly lang: string;
  readonly decimal?: DecimalSign | undefined;
  readonly gaps?: readonly string[] | undefined;
}

/**
 * Reads one column by the key (year or name) of each row. Keys that are missing, used twice or no year, and values
 * that are no numbers, are reported.
 */
export function readColumn(
  table: Table,
  key: Column,
  column: Column,
  hints: ColumnHints,
  report: Report,
): ReadonlyMap<string, Cell> {
  const numbers = columnNumbers(column, table, hints);
  const rows = table.rows.map((_, row) => row);
  tellNumbers({ column, numbers }, rows, { report, isStrict: true });
  const names = hints.keys === 'years' ? yearsOf(key.cells, hints.lang) : key.cells;
  const cells = new Map<string, Cell>();
  const firsts = new Map<string, number>();
  for (const row of rows) {
    const name = names[row] ?? '';
    const problem = keyProblem(name, hints.keys, firsts.get(name), key);
    if (problem) report({ severity: 'error', place: key.placeOf(row), ...problem });
    else firsts.set(name, row);
    const read = numbers.cells[row];
    const value = read?.kind === 'number' ? read.value : undefined;
    const text = textOf(column.cells[row] ?? '', value, numbers, hints.lang);
    if (!problem) cells.set(name, { text, value });
  }
  return cells;
}

/** Years as whole numbers, where a cell says one in any known way (`FY2004`, `2004年`). */
function yearsOf(cells: readonly string[], lang: string): readonly string[] {
  const dates = readDates(cells, { lang }).cells;
  return cells.map((cell, row) => {
    const date = dates[row];
    return date?.unit === 'year' ? String(new Date(date.at).getUTCFullYear()) : cell;
  });
}

function keyProblem(
  name: string,
  keys: 'years' | 'names',
  first: number | undefined,
  key: Column,
): { what: string; fix: string } | undefined {
  if (first !== undefined)
    return {
      what: `${name} stands twice (first in line ${key.placeOf(first).line})`,
      fix: 'Keep one row for each: a chart draws one value for it.',
    };
  if (name === '')
    return {
      what: `the ${keys === 'years' ? 'year' : 'name'} is missing`,
      fix: 'Say what this row is about.',
    };
  if (keys === 'years' && !/^-?\d{1,4}$/.test(name))
    return { what: `"${name}" is not a year`, fix: 'Write a whole year such as 1976.' };
  return undefined;
}
