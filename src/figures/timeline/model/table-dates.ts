import type { Report } from '../../../base/problem.ts';
import type { Table } from '../../../base/table/table.ts';
import { plainHead } from './column-heads.ts';
import { type Field, type FoundColumns, yearBeside } from './columns.ts';
import { countedIn, fromCount } from './counted-dates.ts';
import { isNothing } from './gaps.ts';
import { withUnit } from './head-units.ts';
import { areYears, asKnown, tellYears, yearOfFirstDay } from './precision.ts';
import { type DateTexts, SHORT_YEAR, withCentury, withWholeYears } from './short-years.ts';
import { finerColumn, isFiner, spareColumns } from './spare-dates.ts';
import { readSpoken } from './spoken-date.ts';

/** The texts of all rows' dates: of the columns found, or of spare ones where these are empty. */
export function datesOf(table: Table, found: FoundColumns): readonly DateTexts[] {
  const written = writtenDates(table, found);
  const texts = written.flatMap(({ date, end }) => [date, end]).filter(Boolean);
  const isCoarse = !found.has('precision') && areYears(table, texts);
  const coarse = isCoarse ? both(written, yearOfFirstDay) : written;
  // Where years have four figures, three and a question mark are a decade.
  const areLong = texts.filter((text) => /^[12]\d{3}(?!\d)/.test(text)).length >= LONG;
  const decades = areLong ? both(coarse, (text) => text.replace(/^(1\d\d|20\d)\?$/, '$1X?')) : coarse;
  return withWholeYears(withoutMidnights(decades));
}

const LONG = 3;

function both(dates: readonly DateTexts[], read: (text: string) => string): readonly DateTexts[] {
  return dates.map(({ date, end }) => ({ date: read(date), end: read(end) }));
}

function writtenDates(table: Table, found: FoundColumns): readonly DateTexts[] {
  const spare = spareColumns(table, found);
  const bare = hasBareYears(table, found.get('date') ?? 0);
  const counted = countedIn(table, found);
  const finer = finerColumn(table, found);
  // A cell with the unit that its head says.
  const cellAt = (row: Table['rows'][number], at: number | undefined) => {
    const cell = row.cells[at ?? -1] ?? '';
    return isNothing(cell) ? '' : withUnit(cell, table.columns[at ?? -1] ?? '');
  };
  const filled = (row: Table['rows'][number], at: readonly number[]) =>
    at.map((index) => cellAt(row, index)).find((cell) => cell !== '') ?? '';
  const zone = /\b(utc|gmt)\b/.test(plainHead(table.columns[found.get('time') ?? -1] ?? '')) ? 'Z' : '';
  const years = yearBeside(table, found);
  let year = '';
  return table.rows.map((row) => {
    const cell = (field: Field) => cellAt(row, found.get(field));
    // A cell that spans several rows is written in the first of them only.
    year = cellAt(row, years) || year;
    const own = asKnown(
      finerOf(withYear(dateText(cell, BEGINNING), year), cellAt(row, finer)),
      cell('precision'),
    );
    const date = withTime(own || filled(row, spare.dates), cell('time'), zone);
    // Where no column of dates holds a beginning, an end of another pair would be none of it.
    const end =
      asKnown(dateText(cell, ENDING), cell('end_precision') || cell('precision')) ||
      (own === '' || !found.has('end') ? filled(row, spare.ends) : '');
    const day = CLOCK.test(end) ? date.replace(/[T ]\d{1,2}:.*$/, '') : undefined;
    const until = day === undefined ? withTime(end, cell('end_time'), zone) : withTime(day, end, zone);
    if (counted) return { date: fromCount(date, counted), end: fromCount(until, counted) };
    return { date: bare ? asWritten(date) : date, end: bare ? asWritten(until) : until };
  });
}

/** A date as a further column has it, where that says the same and more. */
function finerOf(own: string, further: string): string {
  const [coarse, fine] = further === '' ? [] : [readSpoken(own), readSpoken(further)];
  return coarse && fine && isFiner(coarse, fine) ? further : own;
}

const MIDNIGHT =
  /[T ]00:00(?::00(?:\.0+)?)?(?:Z| ?(?:GMT|UTC)? ?[+-]\d{2}:?\d{2}(?: \(.*\))?| ?(?:GMT|UTC))?$/;

/** Databases write a day as its first moment: where nearly all times of a column are midnight, none is meant by it. */
function withoutMidnights(dates: readonly DateTexts[]): readonly DateTexts[] {
  const timed = dates.flatMap(({ date, end }) => [date, end]).filter((text) => /\d:\d\d/.test(text));
  if (timed.filter((text) => MIDNIGHT.test(text)).length < Math.max(1, timed.length * 0.8)) return dates;
  return dates.map(({ date, end }) => ({ date: date.replace(MIDNIGHT, ''), end: end.replace(MIDNIGHT, '') }));
}

/** Years of two figures are told, with what they are read as. */
export function tellShortYears(
  table: Table,
  found: FoundColumns,
  dates: readonly DateTexts[],
  report: Report,
): void {
  const column = found.get('date') ?? 0;
  const nth = table.rows.findIndex(({ cells }) => SHORT_YEAR.test(cells[column] ?? ''));
  const row = table.rows[nth];
  const cell = row?.cells[column];
  if (!row || cell === undefined) return;
  const date = dates[nth]?.date ?? '';
  const by =
    date === withCentury(cell) ? 'as workbooks read two figures of a year' : 'as the other rows have it';
  report({
    severity: 'notice',
    place: row.placeOf(column),
    what: `"${cell}" is read as ${date}, ${by}`,
    fix: 'Write years with all their figures: 2015-03-11.',
  });
}

/** `July 20` with the year that a column beside it says. */
function withYear(day: string, year: string): string {
  if (year === '' || /\d{3,4}/.test(day)) return day;
  return [day, year].filter(Boolean).join(' ');
}

const CLOCK = /^\d{1,2}:\d{2}(:\d{2})?( ?[ap]\.?m\.?)?$/i;

/** A day with the time of day that stands in a cell beside it, and the zone that its head says. */
function withTime(day: string, time: string, zone: string): string {
  if (day === '' || !CLOCK.test(time) || /\d:\d/.test(day)) return day;
  const half = /[ap](?=\.?m)/i.exec(time)?.[0].toLowerCase();
  const [hours = '0', ...rest] = time.replace(/ ?[ap]\.?m\.?$/i, '').split(':');
  const hour =
    half === undefined || Number(hours) > 12 ? Number(hours) : (Number(hours) % 12) + (half === 'p' ? 12 : 0);
  const clock = [String(hour).padStart(2, '0'), ...rest].join(':');
  return /^\d{4}-\d\d-\d\d$/.test(day) ? `${day}T${clock}${zone}` : `${day} ${clock}`;
}

/** Whether a column's years are bare numbers, none of them written as ISO does: a minus means BC. */
function hasBareYears(table: Table, column: number): boolean {
  const cells = table.rows.map(({ cells }) => cells[column] ?? '').filter((cell) => !isNothing(cell));
  // Nobody writes -500 who counts as ISO does, with four figures.
  const isPlain = cells.some((cell) => /^-\d{1,3}$/.test(cell));
  return isPlain
    ? !cells.some((cell) => /^-0\d{3}|^-?\d{4}-\d\d/.test(cell))
    : cells.every((cell) => /^-?(0|[1-9]\d*)$/.test(cell));
}

/** A bare year before the year 1, as it is meant. */
function asWritten(cell: string): string {
  return /^-\d{4}$/.test(cell) ? `${cell.slice(1)} BC` : cell;
}

/** The cells that a date may be written in. */
const BEGINNING = ['date', 'month', 'day'] as const;
const ENDING = ['end', 'end_month', 'end_day'] as const;

/** The date's cell, or a year with the month and the day beside it. */
function dateText(cell: (field: Field) => string, fields: typeof BEGINNING | typeof ENDING): string {
  const [date = '', month = '', day = ''] = fields.map(cell);
  if (month === '' || !/^-?\d{1,4}$/.test(date)) return date;
  if (/^\d+$/.test(month)) {
    const pad = (digits: string) => digits.padStart(2, '0');
    const year = date.startsWith('-')
      ? `-${String(Math.abs(Number(date)) - 1).padStart(4, '0')}`
      : date.padStart(4, '0');
    return [year, pad(month), ...(/^\d+$/.test(day) ? [pad(day)] : [])].join('-');
  }
  return [day, month, date].filter(Boolean).join(' ');
}

/** The first ISO year before 1 is told: whether it means 44 or 45 BC is easily mistaken. */
export function tellIsoYears(table: Table, found: FoundColumns, report: Report): void {
  const column = found.get('date') ?? 0;
  const texts = table.rows.map(({ cells }) => cells[column] ?? '').filter(Boolean);
  if (!found.has('precision') && areYears(table, texts)) tellYears(table, column, report);
  const zero = table.rows.find(({ cells }) => /^0(\.0+)?$/.test(cells[column] ?? ''));
  if (zero && !found.has('month'))
    report({
      severity: 'notice',
      place: zero.placeOf(column),
      what: '0 is read as 1 BC, for there is no year 0',
      fix: 'Write 1 BC or 1, or leave the cell empty where no year is meant.',
    });
  if (hasBareYears(table, column)) return;
  const row = table.rows.find(({ cells }) => /^-\d{4}(-|$)/.test(cells[column] ?? ''));
  const written = row?.cells[column]?.slice(0, 5);
  if (!row || written === undefined) return;
  const count = Math.abs(Number(written));
  const iso = `-${String(count - 1).padStart(4, '0')}`;
  report({
    severity: 'notice',
    place: row.placeOf(column),
    what: `${written} is read as ${count + 1} BC`,
    fix: `Write ${count} BC${count > 1 ? ` or ${iso}` : ''} if that is meant.`,
  });
}
