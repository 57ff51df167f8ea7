import type { Place, Report } from '../../../base/problem.ts';
import { type Csv, type CsvRow, readNumber } from './csv.ts';

/** A cell of a series: as written, and as a number. */
export interface Cell {
  readonly text: string;
  readonly value: number | undefined;
}

/**
 * Reads one column by the key (year or name) of each row. Keys that are missing, used twice or no year, and values
 * that are not plain numbers or lie below 0, where every scale begins, are reported.
 */
export function readColumn(
  csv: Csv,
  key: number,
  column: number,
  keys: 'years' | 'names',
  report: Report,
): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>();
  const firsts = new Map<string, CsvRow>();
  for (const row of csv.rows) {
    const name = (row.cells[key] ?? '').trim();
    const problem = keyProblem(name, keys, firsts.get(name)?.placeOf(key).line);
    if (problem) report({ severity: 'error', place: row.placeOf(key), ...problem });
    else firsts.set(name, row);
    const text = row.cells[column] ?? '';
    const value = readAmount(text, () => row.placeOf(column), report);
    if (!problem) cells.set(name, { text, value });
  }
  return cells;
}

function keyProblem(
  name: string,
  keys: 'years' | 'names',
  first: number | undefined,
): { what: string; fix: string } | undefined {
  if (first !== undefined)
    return {
      what: `${name} stands twice (first in line ${first})`,
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

function readAmount(text: string, placeOf: () => Place, report: Report): number | undefined {
  return readNumber(text, placeOf, report);
}
