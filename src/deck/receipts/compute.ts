import { findColumn, type Table } from '../../base/table/table.ts';
import { wordsOf } from '../../base/words/choose-words.ts';
import { fill } from '../../base/words/fill.ts';
import type { Words } from '../../base/words/words.ts';
import { type Doubt, type Fault, findCells, PAIRS, type ReceiptCell, rowsWhere } from './find-cells.ts';
import type { NumberFormat, ReceiptQuery } from './parse.ts';
import { writeAsFound, writeFree, writeNumber } from './write-number.ts';

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
  readonly doubts: readonly Doubt[];
}

/** Computes a receipt from its table. Numbers, and words for where they stand, are in the language `lang`. */
export function computeReceipt(query: ReceiptQuery, table: Table, lang: string): Receipt | Fault {
  const found = findCells(query, table);
  if ('what' in found) return found;
  const { cells, doubts } = found;
  const result = reckon(
    query,
    cells.map(({ value }) => value),
    table,
  );
  if (typeof result !== 'number') return result;
  const ratio = query.call?.name === 'change' || query.call?.name === 'share';
  const format = query.format ?? (ratio ? PER_CENT : undefined);
  const value = query.steps.reduce(applyStep, isPerCentAlready(query, cells) ? result / 100 : result);
  if (!Number.isFinite(value)) return { what: 'the sum has no result', fix: 'Do not divide by nought.' };
  return {
    text: format ? writeNumber(value, format, lang) : writePlain(value, query, cells, lang),
    ...{ value, file: table.file, cells, doubts },
    sum: sumInWords(query, wordsOf(lang)),
    source: sourceOf(query, table),
  };
}

const PER_CENT: NumberFormat = { plus: false, grouped: false, digits: 0, kind: '%' };

/** "44.2%" in a cell is 0.442 to a format that makes per cent of it. */
function isPerCentAlready({ call, steps, format }: ReceiptQuery, cells: readonly ReceiptCell[]): boolean {
  const makes = format?.kind === '%' || format?.kind === 'p';
  const keepsUnit = steps.length === 0 && !PAIRS.has(call?.name ?? '');
  return makes && keepsUnit && cells.every(({ written }) => /[%％]$/.test(written.trim()));
}

function writePlain(
  value: number,
  { call, steps }: ReceiptQuery,
  cells: readonly ReceiptCell[],
  lang: string,
): string {
  const isCell = steps.length === 0 && (!call || call.name === 'min' || call.name === 'max');
  const cell = isCell ? cells.find((one) => one.value === value) : undefined;
  if (cell) return writeAsFound(cell, lang);
  const adds = steps.every(({ sign, by }) => (sign === '+' || sign === '-') && Number.isInteger(by));
  return writeFree(value, cells, adds && (!call || call.name === 'sum'), lang);
}

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
