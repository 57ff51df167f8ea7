import type { Place, Report } from '../../../../base/problem.ts';
import { columnNumbers } from '../../../../base/table/column-numbers.ts';
import { type Dates, readDates } from '../../../../base/table/date.ts';
import { isTotal } from '../../../../base/table/is-total.ts';
import { type Numbers, readNumbers } from '../../../../base/table/number.ts';
import { type PlainDates, plainDates } from '../../../../base/table/plain-dates.ts';
import { type Column, columnAt, namedColumn, type Table } from '../../../../base/table/table.ts';
import {
  ENOUGH,
  ENOUGH_ROWS,
  isBeside,
  isCode,
  isCount,
  isOfYears,
  repeatsDates,
  sampled,
  yNames,
} from './column-kinds.ts';
import { guessAlong } from './guess-along.ts';
import { joined } from './joined.ts';
import { withoutCodes } from './no-value-codes.ts';
import type { ShortChart } from './spec.ts';

export type PlaceOf = (path: readonly PropertyKey[]) => Place;

/** What the reading of one short chart shares. */
export interface ShortReading {
  readonly spec: ShortChart;
  readonly placeOf: PlaceOf;
  readonly lang: string;
  readonly report: Report;
  /** Whether the file's heads were put down its side: no author named the columns of the table that came of it. */
  readonly isTurned?: boolean;
  /** First and last year that are drawn, where not all are. */
  readonly span?: { readonly from: number; readonly to: number } | undefined;
}

/** What runs from left to right, read. */
export interface Along {
  readonly name: string;
  readonly kind: 'time' | 'number' | 'names';
  /** As written, one for each row. */
  readonly texts: readonly string[];
  readonly dates: Dates | undefined;
  /** What its plain numbers count, where they are dates. */
  readonly plain?: PlainDates | undefined;
  readonly numbers: Numbers | undefined;
  readonly placeOf: (row: number) => Place;
  /** Columns of the table that it is made of. */
  readonly columns: readonly number[];
  /** The column of dates that its names came before: nobody would draw it. */
  readonly passed?: number | undefined;
  /** The one date that all rows are of, as it is written. */
  readonly date?: string | undefined;
}

/** Where a row stands along dates (ms from 1970) or numbers; undefined among names, or where it says none. */
export function standsAt({ kind, dates, numbers }: Along, row: number): number | undefined {
  if (kind === 'time') return dates?.cells[row]?.at;
  const cell = numbers?.cells[row];
  return cell?.kind === 'number' ? cell.value : undefined;
}

/** A column of values. */
export interface Measured {
  readonly column: Column;
  readonly numbers: Numbers;
}

const MOST_Y = 6;

export function error({ report }: ShortReading, place: Place, what: string, fix: string): undefined {
  report({ severity: 'error', place, what, fix });
  return undefined;
}

/** Reads what the chart runs along: the columns its author names, else the first that is one. */
export function readAlong(table: Table, reading: ShortReading): Along | undefined {
  const { spec, placeOf, report } = reading;
  if (!spec.x) {
    const { columns: guessed, passed } = guessAlong(table, spec, reading.lang);
    if (passed && new Set(passed.cells).size > 1)
      report({
        severity: 'notice',
        place: placeOf(['file']),
        what: `each row has a name of its own under "${guessed[0]?.name}", and rows of several dates ("${passed.name}") stand side by side`,
        fix: `Write "x: ${passed.name}" for lines, or "where: { ${passed.name}: ${passed.cells[0]} }".`,
      });
    if (guessed.length > 1) {
      const names = guessed.map(({ name }) => name);
      report({
        severity: 'notice',
        place: placeOf(['file']),
        what: `the columns ${listed(names)} were taken together for dates`,
        fix: `Write "x: ${names[0]}" for that one alone.`,
      });
    }
    const along = asAlong(guessed, reading);
    const dates = new Set(passed?.cells);
    return along && passed
      ? { ...along, passed: passed.index, date: dates.size === 1 ? passed.cells[0] : undefined }
      : along;
  }
  const columns = spec.x.map((name, nth) =>
    namedColumn(table, name, placeOf(spec.x?.length === 1 ? ['x'] : ['x', nth]), report),
  );
  const found = columns.filter((column) => column !== undefined);
  return found.length === columns.length ? asAlong(found, reading) : undefined;
}

function asAlong(columns: readonly Column[], reading: ShortReading): Along | undefined {
  const { spec } = reading;
  const [first] = columns;
  if (!first) return undefined;
  const name = columns.map((column) => column.name).join(', ');
  const texts = columns.length === 1 ? first.cells : joined(columns);
  const base = { name, texts, placeOf: first.placeOf, columns: columns.map(({ index }) => index) };
  const written = texts.filter((text) => text !== '' && !isTotal(text)).length;
  const named = spec.as === 'bars' || written === 0;
  const plain =
    columns.length === 1
      ? plainDates(
          first.name,
          texts.filter((text) => !isTotal(text)),
        )
      : undefined;
  const dates = readDates(texts, { lang: reading.lang, order: spec.dates, plain });
  if (!named && spec.as !== 'scatter' && dates.count.dates >= written * ENOUGH)
    return { ...base, kind: 'time', dates, plain, numbers: undefined };
  const numbers = readNumbers(texts, { decimal: spec.decimal });
  if (!named && numbers.count.numbers >= written * ENOUGH && numbers.count.numbers > 0)
    return { ...base, kind: 'number', dates: undefined, numbers };
  if (!named && dates.count.dates >= written * ENOUGH)
    return { ...base, kind: 'time', dates, plain, numbers: undefined };
  return { ...base, kind: 'names', dates: undefined, numbers: undefined };
}

/** The columns of values: those that are drawn, and those that only the table has. */
export interface Roles {
  readonly measured: readonly Measured[];
  readonly aside: readonly Measured[];
}

/** Reads the columns of values: those named, else those of numbers that have no other role, six at most. */
export function readMeasured(table: Table, along: Along, reading: ShortReading): Roles | undefined {
  const { spec, placeOf, report } = reading;
  const names = yNames(spec);
  const read = (column: Column): Measured => ({
    column,
    numbers: withoutCodes(column, columnNumbers(column, table, spec), spec.gaps, report),
  });
  if (names.length > 0) {
    const columns = names.map((name, nth) =>
      namedColumn(
        table,
        name,
        placeOf(names.length === 1 || !Array.isArray(spec.y) ? ['y'] : ['y', nth]),
        report,
      ),
    );
    const found = columns.filter((column) => column !== undefined);
    return found.length === columns.length ? { measured: found.map(read), aside: [] } : undefined;
  }
  const taken = new Set([spec.series, spec.facet, ...Object.keys(spec.where)]);
  const free = table.columns
    .map((_, index) => columnAt(table, index))
    .filter(
      ({ name, index, cells }) =>
        !along.columns.includes(index) && !taken.has(name) && !isCount(name, cells) && !isCode(name, cells),
    );
  const isNumeric = ({ count }: Numbers) =>
    count.numbers > 0 && count.words <= (count.numbers + count.words) * (1 - ENOUGH);
  const numeric = free
    .filter((column) => column.cells.length <= ENOUGH_ROWS || !isWordy(sampled(column)))
    .map(read)
    .filter(({ numbers }) => isNumeric(numbers));
  const yearly = numeric.filter(({ column }) => /^[12]\d{3}$/.test(column.name));
  if (yearly.length > MOST_Y)
    return error(
      reading,
      placeOf(['file']),
      `the years of ${table.file} stand in its heads (${yearly[0]?.column.name} to ${yearly.at(-1)?.column.name}), ${yearly.length} columns of them`,
      'Name with "series" the column that tells its rows apart (with "per" where several rows share a name), or one or a few of the columns with "y".',
    );
  const worth = numeric.filter((one) => !standsBeside(one, along));
  if (numeric.length > 0 && along.kind !== 'time' && numeric.every(({ column }) => isOfYears(column)))
    return error(
      reading,
      placeOf(['file']),
      `beside "${along.name}" ${table.file} has no numbers but years ("${numeric[0]?.column.name}"), which are no amounts`,
      `Write "x: ${numeric[0]?.column.name}", or name with "y" what is to be drawn.`,
    );
  const roles = chosen(worth.length > 0 ? worth : numeric, table, reading);
  const passed = numeric.find(({ column }) => column.index === along.passed);
  return roles && passed ? { ...roles, aside: [...roles.aside, passed] } : roles;
}

function standsBeside({ column, numbers }: Measured, { kind, dates, passed }: Along): boolean {
  if (column.index === passed) return true;
  const values = numbers.cells.map((cell) => (cell.kind === 'number' ? cell.value : undefined));
  return (
    isBeside(column.name, values, kind === 'time') ||
    (dates !== undefined && repeatsDates(values, dates.cells))
  );
}

/** Whether a column is of words, as far as some of its cells tell: nothing of it need be read. */
function isWordy({ cells }: Column): boolean {
  const { count } = readNumbers(cells);
  return count.words > count.numbers;
}

/** Of all columns of numbers those that can share a scale with the first; the others are told, and stand in the table. */
function chosen(numeric: readonly Measured[], table: Table, reading: ShortReading): Roles | undefined {
  const { spec, placeOf, report } = reading;
  const [first] = numeric;
  if (!first)
    return error(reading, placeOf(['file']), `${table.file} has no column of numbers`, 'Name one with "y".');
  const isOne = spec.as === 'scatter' || spec.series !== undefined || spec.facet !== undefined;
  const size = ({ numbers }: Measured) =>
    numbers.cells.reduce(
      (most, cell) => (cell.kind === 'number' ? Math.max(most, Math.abs(cell.value)) : most),
      0,
    );
  const unitOf = ({ numbers: { unit } }: Measured) => `${unit.before}${unit.after}`;
  const alike = numeric.filter(
    (one) => size(one) <= size(first) * 20 && size(one) >= size(first) / 20 && unitOf(one) === unitOf(first),
  );
  const measured = alike.slice(0, isOne ? 1 : MOST_Y);
  const left = numeric.filter((one) => !measured.includes(one));
  if (left.length > 0)
    report({
      severity: 'notice',
      place: placeOf(['file']),
      what: `of the columns of numbers ${listed(measured.map(({ column }) => column.name))} ${measured.length === 1 ? 'is' : 'are'} drawn, and ${listed(left.map(({ column }) => column.name))} not`,
      fix: 'Name those to be drawn with "y".',
    });
  return { measured, aside: isOne ? [] : left.slice(0, MOST_Y - measured.length) };
}

export function listed(names: readonly string[], most = 6): string {
  const shown = names
    .slice(0, most)
    .map((name) => `"${name}"`)
    .join(', ');
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}
