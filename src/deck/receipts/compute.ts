import { suggest } from '../../base/nearest.ts';
import { readNumbers } from '../../base/table/number.ts';
import { findColumn, type Table } from '../../base/table/table.ts';
import { wordsOf } from '../../base/words/choose-words.ts';
import { fill } from '../../base/words/fill.ts';
import type { Words } from '../../base/words/words.ts';
import { type NumberFormat, type ReceiptQuery, unquote } from './parse.ts';

/** A number on a slide, and where it comes from. */
export interface Receipt {
  /** As it is written on the slide. */
  readonly text: string;
  readonly value: number;
  readonly file: string;
  readonly cells: readonly ReceiptCell[];
  /** The sum done, in words: "change from 5400.5 to 6821.9, .0%". */
  readonly sum: string;
  /** What the row's own column of sources says. */
  readonly source: string;
}

export interface ReceiptCell {
  /** "fiscal_year 2023"; the row's number, from 1, where its first column is the one that is read. */
  readonly row: string | number;
  /** Line in the file, from 1. */
  readonly line: number;
  readonly column: string;
  /** As it stands in the file. */
  readonly written: string;
  readonly value: number;
}

/** What keeps a receipt from being computed. */
export interface Fault {
  readonly what: string;
  readonly fix: string;
}

/** Computes a receipt from its table. Numbers, and words for where they stand, are in the language `lang`. */
export function computeReceipt(query: ReceiptQuery, table: Table, lang: string): Receipt | Fault {
  const cells = findCells(query, table);
  if ('what' in cells) return cells;
  const values = cells.map(({ value }) => value);
  const result = reckon(query, values, table);
  if (typeof result !== 'number') return result;
  const value = query.steps.reduce(applyStep, result);
  if (!Number.isFinite(value)) return { what: 'the sum has no result', fix: 'Do not divide by nought.' };
  const ratio = query.call?.name === 'change' || query.call?.name === 'share';
  const format = query.format ?? (ratio ? PER_CENT : undefined);
  const plain = cells.length === 1 && !query.call && query.steps.length === 0;
  const text = format
    ? writeNumber(value, format, lang)
    : plain
      ? (cells[0]?.written ?? '')
      : writeFree(value, lang);
  return {
    text,
    value,
    file: table.file,
    cells,
    sum: sumInWords(query, wordsOf(lang)),
    source: sourceOf(query, table),
  };
}

const PER_CENT: NumberFormat = { plus: false, grouped: false, digits: 0, kind: '%' };

function reckon({ call }: ReceiptQuery, values: readonly number[], table: Table): number | Fault {
  const [first = 0, second = Number.NaN] = values;
  switch (call?.name) {
    case undefined:
      return first;
    case 'change':
      return (second - first) / Math.abs(first);
    case 'times':
      return second / first;
    case 'share':
      return first / second;
    case 'sum':
      return values.reduce((sum, value) => sum + value, 0);
    case 'mean':
      return values.reduce((sum, value) => sum + value, 0) / values.length;
    case 'min':
      return Math.min(...values);
    case 'max':
      return Math.max(...values);
    default:
      return { what: `${table.file} cannot be summed so`, fix: 'Write sum(…).' };
  }
}

/** How many terms a sum of two takes. */
const PAIRS: ReadonlySet<string> = new Set(['change', 'times', 'share']);

function findCells(query: ReceiptQuery, table: Table): readonly ReceiptCell[] | Fault {
  const { call } = query;
  if (call && PAIRS.has(call.name) && call.terms.length !== 2)
    return {
      what: `${call.name}() has ${call.terms.length} parts`,
      fix: `Write two, e.g. ${call.name}(${table.rows[0]?.cells[0] ?? 'a'}, ${table.rows[1]?.cells[0] ?? 'b'}).`,
    };
  const rows = rowsWhere(query.where, table);
  if (!Array.isArray(rows)) return rows;
  if (call && call.terms.length > 0) {
    const found = call.terms.map((term) => cellOfTerm(term, query, rows, table));
    return (
      found.find((cell): cell is Fault => 'what' in cell) ??
      found.flatMap((cell) => ('what' in cell ? [] : [cell]))
    );
  }
  const column = columnOf(query.column, table);
  if (typeof column !== 'number') return column;
  if (!call && rows.length !== 1)
    return {
      what: rows.length === 0 ? `no row of ${table.file} fits` : `${rows.length} rows of ${table.file} fit`,
      fix:
        rows.length === 0
          ? `Name one that is there: ${query.where.map((one) => one.column).join(', ')}=…`
          : 'Name one as column=value, or sum them: sum().',
    };
  const cells = rows.map((row) => cellAt(row, column, table));
  const fault = cells.find((cell): cell is Fault => 'what' in cell);
  // Sums over a whole column leave gaps out; a cell that is asked for must be there.
  if (fault && !call) return fault;
  const numbers = cells.flatMap((cell) => ('what' in cell ? [] : [cell]));
  return numbers.length > 0 ? numbers : (fault ?? { what: 'no row fits', fix: 'Name one that is there.' });
}

/** A term names a row (by its first column, or as column=value), or a column of the rows chosen. */
function cellOfTerm(
  term: string,
  query: ReceiptQuery,
  rows: readonly number[],
  table: Table,
): ReceiptCell | Fault {
  const equal = term.indexOf('=');
  const where =
    equal > 0
      ? { column: unquote(term.slice(0, equal)), value: unquote(term.slice(equal + 1)) }
      : { column: table.columns[0] ?? '', value: unquote(term) };
  const named = rowsWhere([...query.where, where], table);
  const own = equal > 0 ? undefined : findColumn(table, unquote(term));
  if (Array.isArray(named) && named.length === 1 && named[0] !== undefined) {
    const column = columnOf(query.column, table);
    return typeof column === 'number' ? cellAt(named[0], column, table) : column;
  }
  if (own !== undefined && rows.length === 1 && rows[0] !== undefined) return cellAt(rows[0], own, table);
  if (!Array.isArray(named)) return named;
  return {
    what: named.length === 0 ? `${table.file} has no row "${term}"` : `${named.length} rows are "${term}"`,
    fix: suggest(unquote(term), [...table.rows.map(({ cells }) => cells[0] ?? ''), ...table.columns]),
  };
}

function rowsWhere(where: ReceiptQuery['where'], table: Table): number[] | Fault {
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

function cellAt(row: number, column: number, table: Table): ReceiptCell | Fault {
  const cells = table.rows.map((one) => one.cells[column] ?? '');
  const number = readNumbers(cells).cells[row];
  const written = cells[row] ?? '';
  const line = table.rows[row]?.placeOf(column).line ?? 1;
  const label = table.rows[row]?.cells[0] ?? '';
  if (number?.kind !== 'number')
    return {
      what: `the cell "${table.columns[column]}" of ${label} ${written === '' ? 'is empty' : `is "${written}"`} (${table.file}:${line})`,
      fix: 'A receipt needs a number there.',
    };
  return {
    row: column === 0 ? row + 1 : `${table.columns[0]} ${label}`,
    line,
    column: table.columns[column] ?? '',
    written,
    value: number.value,
  };
}

function applyStep(value: number, { sign, by }: ReceiptQuery['steps'][number]): number {
  if (sign === '+') return value + by;
  if (sign === '-') return value - by;
  return sign === '*' ? value * by : value / by;
}

function sumInWords({ call, steps, format }: ReceiptQuery, words: Words): string {
  const parts = [
    call && `${call.name}(${call.terms.join(', ')})`,
    ...steps.map(({ sign, by }) => `${sign === '*' ? '×' : sign === '/' ? '÷' : sign} ${by}`),
    format && roundingInWords(format, words),
  ];
  return parts.filter(Boolean).join(', ');
}

function roundingInWords({ digits, kind }: NumberFormat, words: Words): string {
  if (kind === 'r') return fill(words.digits, { count: digits });
  if (digits === 0) return words.roundedWhole;
  return digits === 1 ? words.oneDecimal : fill(words.decimals, { count: digits });
}

/** The row's own sources, where the table has a column of that name. */
function sourceOf(query: ReceiptQuery, table: Table): string {
  const index = findColumn(table, 'sources') ?? findColumn(table, 'source');
  const rows = rowsWhere(query.where, table);
  const row = Array.isArray(rows) && rows.length === 1 ? rows[0] : undefined;
  return (index !== undefined && row !== undefined && table.rows[row]?.cells[index]) || '';
}

function writeNumber(value: number, { plus, grouped, digits, kind }: NumberFormat, lang: string): string {
  const options: Intl.NumberFormatOptions = {
    useGrouping: grouped,
    ...(plus && { signDisplay: 'exceptZero' }),
    ...(kind === 'r'
      ? { minimumSignificantDigits: Math.max(1, digits), maximumSignificantDigits: Math.max(1, digits) }
      : { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    ...(kind === '%' && { style: 'percent' }),
  };
  const shown = kind === 'p' ? value * 100 : value;
  return new Intl.NumberFormat(lang, options).format(shown).replace('-', '−');
}

function writeFree(value: number, lang: string): string {
  return new Intl.NumberFormat(lang, { maximumSignificantDigits: 3, useGrouping: false })
    .format(value)
    .replace('-', '−');
}
