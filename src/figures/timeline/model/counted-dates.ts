import type { Report } from '../../../base/problem.ts';
import type { Table } from '../../../base/table/table.ts';
import { minutesTo, momentOf } from './calendar.ts';
import type { Field } from './column-heads.ts';
import { areSerials, fromSerial } from './foreign-date.ts';
import { isNothing } from './gaps.ts';
import { hasUnit } from './head-units.ts';

/** What the bare numbers of a column of dates count where they are no years: days of a workbook, seconds from 1970, years ago. */
export type Counted = 'days' | 'stamps' | 'years ago';

type Found = ReadonlyMap<Field, number>;

const cellsOf = (table: Table, column: number | undefined): readonly string[] =>
  column === undefined
    ? []
    : table.rows.map(({ cells }) => cells[column] ?? '').filter((cell) => !isNothing(cell));

/** Seconds of the years 2001 to 2100, or milliseconds. */
const STAMP = /^(?:[1-3]\d{9}(?:\.\d+)?|[1-3]\d{12})$/;
/** Years ago that nobody takes for years of our era. */
const LONG_AGO = 10_000;

export function countedIn(table: Table, found: Found): Counted | undefined {
  const head = table.columns[found.get('date') ?? -1] ?? '';
  const cells = cellsOf(table, found.get('date'));
  if (cells.length === 0 || hasUnit(head)) return undefined;
  if (!/year|age|ago/i.test(head) && areSerials(cells)) return 'days';
  if (cells.every((cell) => STAMP.test(cell))) return 'stamps';
  return areAges(table, found, cells) ? 'years ago' : undefined;
}

/** Whether ends are smaller than beginnings, all of them without a sign: what began 541 million years ago ended 485 ago. */
function areAges(table: Table, found: Found, cells: readonly string[]): boolean {
  const end = found.get('end');
  if (end === undefined || ![...cells, ...cellsOf(table, end)].every((cell) => /^\d+(\.\d+)?$/.test(cell)))
    return false;
  const pairs = table.rows.flatMap(({ cells: row }) => {
    const [from, to] = [row[found.get('date') ?? -1] ?? '', row[end] ?? ''];
    return isNothing(from) || isNothing(to) ? [] : [Number(from) > Number(to)];
  });
  return pairs.length > 1 && pairs.every(Boolean) && cells.some((cell) => Number(cell) >= LONG_AGO);
}

/** A number as the date that it counts. */
export function fromCount(cell: string, counted: Counted): string {
  if (counted === 'days') return areSerials([cell]) ? fromSerial(cell) : cell;
  if (counted === 'years ago') return /^\d+(\.\d+)?$/.test(cell) ? agoOf(cell) : cell;
  return STAMP.test(cell) ? fromStamp(cell) : cell;
}

function agoOf(cell: string): string {
  return Number(cell) === 0
    ? '..'
    : `${cell.replace(/\.0+$/, '').replace(/\B(?=(\d{3})+(?!\d))/g, ',')} years ago`;
}

function fromStamp(cell: string): string {
  const seconds = Math.floor(/^\d{13}$/.test(cell) ? Number(cell) / 1000 : Number(cell));
  const { year, month, day, minute } = momentOf(minutesTo(1970) + Math.floor(seconds / 60));
  const two = (part: number): string => String(part).padStart(2, '0');
  const clock = [Math.floor(minute / 60), minute % 60, seconds % 60].map(two).join(':');
  return `${year}-${two(month)}-${two(day)}T${clock}Z`;
}

const SAYS: Readonly<Record<Counted, string>> = {
  days: 'as workbooks count days',
  stamps: 'as programs count from 1970',
  'years ago': 'for the ends are smaller than the beginnings',
};

/** Numbers that count are told, with what they are read as. */
export function tellCounted(table: Table, found: Found, report: Report): void {
  const counted = countedIn(table, found);
  const column = found.get('date') ?? 0;
  const row = table.rows.find(({ cells }) => !isNothing(cells[column] ?? ''));
  const cell = row?.cells[column];
  if (!row || cell === undefined || !counted) return;
  report({
    severity: 'notice',
    place: row.placeOf(column),
    what: `${cell} is read as ${fromCount(cell, counted)}, ${SAYS[counted]}`,
    fix:
      counted === 'years ago'
        ? 'Say it in the heads: "start (years ago)", "end (years ago)".'
        : 'Write dates with year, month and day; where years are meant, call the column "year".',
  });
}

/** No year of our era has six figures: what is so large is told as no date, and not drawn. */
export function tellTooLarge(table: Table, found: Found, report: Report): boolean {
  const column = found.get('date');
  const head = table.columns[column ?? -1] ?? '';
  if (column === undefined || hasUnit(head) || countedIn(table, found)) return false;
  const isLarge = (cell: string) =>
    /^\d{6,}$/.test(cell) && !/^[12]\d{7}(\d{4}){0,2}$|^[12]\d{13}$/.test(cell);
  const cells = cellsOf(table, column);
  if (cells.filter(isLarge).length <= cells.length * 0.3) return false;
  const row = table.rows.find(({ cells: all }) => isLarge(all[column] ?? ''));
  report({
    severity: 'error',
    place: row?.placeOf(column) ?? { file: table.file.replace(/#.*/, ''), line: 1, column: 1 },
    what: `${row?.cells[column] ?? ''} under "${head}" is too large for a year`,
    fix: 'Say what it counts in the head, as in "years ago" or "Ma", or name another column: columns: { date: … }.',
  });
  return true;
}
