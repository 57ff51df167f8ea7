import { suggest } from '../../base/nearest.ts';
import type { Place } from '../../base/problem.ts';
import { columnNumbers } from '../../base/table/column-numbers.ts';
import { isTotal } from '../../base/table/is-total.ts';
import type { DecimalSign, Numbers } from '../../base/table/number.ts';
import { columnAt, findColumn, type Table } from '../../base/table/table.ts';
import { type ReceiptQuery, unquote } from './parse.ts';

export interface ReceiptCell {
  /** "fiscal_year 2023"; the row's number, from 1, where its first column is the one that is read. */
  readonly row: string | number;
  /** Line in the file, from 1. */
  readonly line: number;
  readonly column: string;
  /** As it stands in the file. */
  readonly written: string;
  readonly value: number;
  /** What its column has before decimals. */
  readonly decimal: DecimalSign;
}

/** What keeps a receipt from being computed. */
export interface Fault {
  readonly what: string;
  readonly fix: string;
}

/** What of a table a receipt reads otherwise than its author may think. */
export interface Doubt extends Fault {
  readonly place: Place;
}

export interface FoundCells {
  readonly cells: readonly ReceiptCell[];
  readonly doubts: readonly Doubt[];
}

/** How many terms a sum of two takes. */
export const PAIRS: ReadonlySet<string> = new Set(['change', 'times', 'share']);

/** A table whose columns of numbers are each read once. */
interface Opened {
  readonly table: Table;
  readonly numbersOf: (column: number) => Numbers;
}

/** The cells that a receipt names, in its order. */
export function findCells(written: ReceiptQuery, table: Table): FoundCells | Fault {
  const read = new Map<number, Numbers>();
  const numbersOf = (index: number) => {
    const column = columnAt(table, index);
    const numbers = read.get(index) ?? columnNumbers(column, table, {});
    read.set(index, numbers);
    return numbers;
  };
  const query = columnInCall(written, table);
  const { call } = query;
  if (call && PAIRS.has(call.name) && call.terms.length !== 2)
    return {
      what: `${call.name}() has ${call.terms.length} parts`,
      fix: `Write two, e.g. ${call.name}(${table.rows[0]?.cells[0] ?? 'a'}, ${table.rows[1]?.cells[0] ?? 'b'}).`,
    };
  const rows = rowsWhere(query.where, table);
  if (!Array.isArray(rows)) return rows;
  const opened = { table, numbersOf };
  if (!call || call.terms.length === 0) return cellsOfColumn(query, rows, opened);
  const found = call.terms.map((term) => cellOfTerm(term, query, rows, opened));
  const fault = found.find((one): one is Fault => 'what' in one);
  return fault ?? joined(found.flatMap((one) => ('what' in one ? [] : [one])));
}

/** `sum(budget)` is `budget sum()`, where no row is called so and no column is named. */
function columnInCall(query: ReceiptQuery, table: Table): ReceiptQuery {
  const { call, column } = query;
  const [term, ...more] = call?.terms ?? [];
  if (!call || term === undefined || more.length > 0 || column !== undefined || PAIRS.has(call.name))
    return query;
  const name = unquote(term);
  const isColumn =
    findColumn(table, name) !== undefined && !table.rows.some(({ cells }) => cells[0] === name);
  return isColumn ? { ...query, column: name, call: { name: call.name, terms: [] } } : query;
}

function joined(found: readonly FoundCells[]): FoundCells {
  return { cells: found.flatMap(({ cells }) => cells), doubts: found.flatMap(({ doubts }) => doubts) };
}

/** The one cell of the rows chosen; for a sum all of their cells that are no gaps, and no sums themselves. */
function cellsOfColumn(query: ReceiptQuery, rows: readonly number[], opened: Opened): FoundCells | Fault {
  const { table } = opened;
  const column = columnOf(query.column, table);
  if (typeof column !== 'number') return column;
  if (!query.call)
    return rows.length === 1 && rows[0] !== undefined
      ? cellAt(rows[0], column, opened)
      : manyRows(rows, query, table);
  const { cells } = opened.numbersOf(column);
  const full = rows.filter((row) => cells[row]?.kind !== 'gap');
  const isSum = (row: number) => table.rows[row]?.cells.some(isTotal) === true;
  const sums = full.filter(isSum);
  const parts = sums.length < full.length ? full.filter((row) => !isSum(row)) : full;
  const filled = parts.map((row) => cellAt(row, column, opened));
  const fault = filled.find((one): one is Fault => 'what' in one);
  if (fault) return fault;
  if (filled.length === 0) return { what: 'no row fits', fix: 'Name one that is there.' };
  const { cells: read, doubts } = joined(filled.flatMap((one) => ('what' in one ? [] : [one])));
  const [sum] = parts === full ? [] : sums;
  return { cells: read, doubts: sum === undefined ? doubts : [...doubts, leftOut(sum, query, table)] };
}

function leftOut(row: number, { call }: ReceiptQuery, table: Table): Doubt {
  const cells = table.rows[row]?.cells ?? [];
  const at = cells.findIndex(isTotal);
  return {
    place: columnAt(table, at).placeOf(row),
    what: `"${cells[at]}" under "${table.columns[at]}" is taken for a sum, and ${call?.name}() leaves it out`,
    fix: 'Nothing is to be done if that is right.',
  };
}

function manyRows(rows: readonly number[], { where }: ReceiptQuery, table: Table): Fault {
  return rows.length === 0
    ? {
        what: `no row of ${table.file} fits`,
        fix: `Name one that is there: ${where.map((one) => one.column).join(', ')}=…`,
      }
    : {
        what: `${rows.length} rows of ${table.file} fit`,
        fix: 'Name one as column=value, or sum them: sum().',
      };
}

/** A term names a row (by its first column, or as column=value), or a column of the row chosen. */
function cellOfTerm(
  term: string,
  query: ReceiptQuery,
  rows: readonly number[],
  opened: Opened,
): FoundCells | Fault {
  const { table } = opened;
  const equal = term.indexOf('=');
  const where =
    equal > 0
      ? { column: unquote(term.slice(0, equal)), value: unquote(term.slice(equal + 1)) }
      : { column: table.columns[0] ?? '', value: unquote(term) };
  const named = rowsWhere([...query.where, where], table);
  const own = equal > 0 ? undefined : findColumn(table, unquote(term));
  if (Array.isArray(named) && named.length === 1 && named[0] !== undefined) {
    const column = columnOf(query.column, table);
    return typeof column === 'number' ? cellAt(named[0], column, opened) : column;
  }
  if (own !== undefined && rows.length === 1 && rows[0] !== undefined) return cellAt(rows[0], own, opened);
  if (!Array.isArray(named)) return named;
  if (own !== undefined && named.length === 0) return manyRows(rows, query, table);
  return {
    what: named.length === 0 ? `${table.file} has no row "${term}"` : `${named.length} rows are "${term}"`,
    fix:
      named.length === 0
        ? suggest(unquote(term), [...table.rows.map(({ cells }) => cells[0] ?? ''), ...table.columns])
        : 'Choose among them with column=value.',
  };
}

/** The rows in which every column named has its value. */
export function rowsWhere(where: ReceiptQuery['where'], table: Table): number[] | Fault {
  let rows = table.rows.map((_, index) => index);
  for (const { column, value } of where) {
    const index = columnOf(column, table);
    if (typeof index !== 'number') return index;
    rows = rows.filter((row) => same(table.rows[row]?.cells[index] ?? '', value));
  }
  return rows;
}

function same(cell: string, value: string): boolean {
  return cell === value || cell.toLowerCase() === value.toLowerCase();
}

function columnOf(name: string | undefined, table: Table): number | Fault {
  if (name === undefined)
    return { what: 'no column is named', fix: `Write one of: ${table.columns.join(', ')}.` };
  const index = findColumn(table, name);
  return index ?? { what: `${table.file} has no column "${name}"`, fix: suggest(name, table.columns) };
}

function cellAt(row: number, column: number, { table, numbersOf }: Opened): FoundCells | Fault {
  const { cells, decimal, ambiguous, contrary } = numbersOf(column);
  const number = cells[row];
  const written = table.rows[row]?.cells[column] ?? '';
  const name = table.columns[column] ?? '';
  const label = table.rows[row]?.cells[0] ?? '';
  const place = columnAt(table, column).placeOf(row);
  const at = `${table.file}:${place.line}`;
  if (number?.kind !== 'number')
    return {
      what: `the cell "${name}" of ${label} ${written === '' ? 'is empty' : `is "${written}"`} (${at})`,
      fix: 'A receipt needs a number there.',
    };
  if (contrary.includes(row))
    return {
      what: `"${written}" is written with another decimal sign than the rest of "${name}" (${at})`,
      fix: 'Write it as the others are.',
    };
  const cell: ReceiptCell = {
    row: column === 0 ? row + 1 : `${table.columns[0]} ${label}`,
    line: place.line,
    ...{ column: name, written, value: number.value, decimal },
  };
  const isOpen = ambiguous !== undefined && /\d[.,]\d/.test(written);
  const doubt = {
    place,
    what: `"${written}" was read as ${number.value}: "${decimal}" before decimals`,
    fix: `Write one number of "${name}" so that it shows which sign it has.`,
  };
  return { cells: [cell], doubts: isOpen ? [doubt] : [] };
}
