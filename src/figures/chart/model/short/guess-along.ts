import { readDates } from '../../../../base/table/date.ts';
import { isTotal } from '../../../../base/table/is-total.ts';
import { readNumbers } from '../../../../base/table/number.ts';
import { mayBeYears, plainDates } from '../../../../base/table/plain-dates.ts';
import { type Column, columnAt, type Table } from '../../../../base/table/table.ts';
import { ENOUGH, isCount, sampled, yNames } from './column-kinds.ts';
import { joined } from './joined.ts';
import { isCalendar } from './natural-order.ts';
import type { ShortChart } from './spec.ts';

/** Heads of the part of a date that goes with a year. */
const PART =
  /month|mois|monat|^mes$|m[eê]s|maand|^m[mo]n?$|quarter|qtr|quartal|trim|week|woche|semaine|^day|^tag$|period|^月$/i;

/** What a chart runs along where its author does not say. */
interface Guess {
  readonly columns: readonly Column[];
  /** A column of dates that was passed over for names. */
  readonly passed?: Column | undefined;
}

/**
 * The first column of dates, else of names, else of any numbers; those in other roles and mere row numbers are passed
 * over. A year whose months stand beside it comes with them. Names of which each stands once come before dates that
 * stand in several rows: one figure of each country is no course of years.
 */
export function guessAlong(table: Table, spec: ShortChart, lang: string): Guess {
  const taken = new Set([spec.series, spec.facet, ...Object.keys(spec.where), ...yNames(spec)]);
  const whole = table.columns
    .map((_, index) => columnAt(table, index))
    .filter(({ name, cells }) => !taken.has(name) && !isCount(name, cells));
  const columns = whole.map(sampled);
  const isWords = (column: Column) =>
    readNumbers(column.cells).count.numbers < filled(column) * ENOUGH && filled(column) > 0;
  // What says the same in all rows (a day of issue) tells them not apart.
  const varied = columns.filter(({ cells }) => cells.length < 2 || cells.some((cell) => cell !== cells[0]));
  const isDated = (column: Column) => isTime(column, lang);
  const found =
    spec.as === 'bars'
      ? columns.find(isWords)
      : spec.as === 'scatter'
        ? columns.find((column) => !isWords(column) && !isDated(column))
        : (varied.find(isDated) ?? columns.find(isDated) ?? varied.find(isWords) ?? columns.find(isWords));
  const column = whole.find(({ index }) => index === found?.index) ?? whole[0];
  if (!column) return { columns: [] };
  const rest = spec.per ? [] : partsOf(column, whole, lang);
  if (
    spec.as === undefined &&
    !spec.series &&
    !spec.between &&
    rest.length === 0 &&
    isDated(sampled(column))
  ) {
    const names = namesBefore(column, whole);
    if (names) return { columns: [names], passed: column };
  }
  return { columns: [column, ...rest] };
}

/** The column of names left of one of dates, where a name stands once and a date several times. */
function namesBefore(dates: Column, columns: readonly Column[]): Column | undefined {
  const isOnce = ({ cells }: Column) => new Set(cells).size === cells.length;
  if (isOnce(dates)) return undefined;
  const isName = (cell: string) => /\p{L}/u.test(cell) && !/\d/.test(cell);
  return columns.find((one) => one.index < dates.index && one.cells.every(isName) && isOnce(one));
}

const filled = (column: Column) => column.cells.filter((cell) => cell !== '' && !isTotal(cell)).length;

function isTime(column: Column, lang: string): boolean {
  if (!mayBeYears(column.name, column.cells)) return false;
  const plain = plainDates(
    column.name,
    column.cells.filter((cell) => !isTotal(cell)),
  );
  const { count } = readDates(column.cells, { lang, plain });
  return count.dates > 0 && count.dates >= filled(column) * ENOUGH;
}

/** The month (and the day) beside a year that stands in several rows, where each of these is then a date of its own. */
export function partsOf(year: Column, columns: readonly Column[], lang: string): readonly Column[] {
  const known = new Set(year.cells);
  if (known.size === year.cells.length || !year.cells.every((cell) => /^([12]\d{3})?$/.test(cell))) return [];
  // A day of the week says of no date which it is.
  const isPart = ({ name, cells }: Column) =>
    (PART.test(name) && !/weekday|day[\s_.-]*of[\s_.-]*(the[\s_.-]*)?week/i.test(name)) ||
    (/^\(column \d+\)$/.test(name) && isCalendar([...new Set(cells)], lang));
  const beside = columns.filter((column) => column.index !== year.index && isPart(column));
  const isDay = ({ name }: Column) => /day|tag|date/i.test(name);
  // Beside a year alone a day would be taken for a month.
  const tries = beside
    .filter((first) => !isDay(first))
    .flatMap((first) => [[first], ...beside.filter(isDay).map((second) => [first, second])]);
  return (
    tries.reverse().find((parts) => {
      const { cells, count } = readDates(joined([year, ...parts]), { lang });
      const moments = new Set(cells.flatMap((date) => date?.at ?? []));
      return count.dates >= filled(year) * ENOUGH && moments.size > known.size;
    }) ?? []
  );
}
