import { type DateUnit, type Parts, partsOf, wholeYear } from './date-forms.ts';
import { isoDays } from './iso-days.ts';
import { monthNames } from './month-names.ts';
import { type PlainDates, plainParts } from './plain-dates.ts';

export type { DateUnit };

/** A date of this calendar: where what was written begins, as milliseconds from 1970 (UTC). */
export interface WrittenDate {
  readonly at: number;
  readonly unit: DateUnit;
}

export type DayOrder = 'day first' | 'month first';

export interface Dates {
  /** One for each cell; undefined for an empty one and for what is no date. */
  readonly cells: readonly (WrittenDate | undefined)[];
  /** The coarsest that is written in most cells; undefined where there is no date. */
  readonly unit: DateUnit | undefined;
  /** How days and months written in figures were taken; undefined where none are. */
  readonly order: DayOrder | undefined;
  /** Whether nothing in the column decides that order; position of the first such row. */
  readonly ambiguous: number | undefined;
  /** Years were written with two figures; position of the first such row. */
  readonly twoFigures: number | undefined;
  readonly count: { readonly dates: number; readonly words: number };
}

export interface DateHints {
  /** BCP 47: names of months, and whether the month is written first. */
  readonly lang: string;
  readonly order?: DayOrder | undefined;
  /** How plain numbers are meant, where the head of the column says that they are dates. */
  readonly plain?: PlainDates | undefined;
}

/** Reads the cells of a column as dates. Pure: problems are the caller's to tell, with its places. */
export function readDates(cells: readonly string[], hints: DateHints): Dates {
  const days = isoDays(cells);
  if (!days) return readForms(cells, hints);
  return asDates(
    days.map((at) => (at === undefined ? undefined : { at, unit: 'day' })),
    cells,
  );
}

function readForms(cells: readonly string[], hints: DateHints): Dates {
  const months = monthNames(hints.lang);
  const { plain } = hints;
  const yearFirst = withYearsFirst(cells);
  const texts = withoutSpans(yearFirst ?? cells);
  const parts = texts.map((cell) => (plain && plainParts(cell, plain)) ?? partsOf(cell, months));
  const isPaired = parts.some((one) => one?.pair);
  const pairs = isPaired
    ? parts.flatMap((one, row) => (one?.pair ? [{ row, pair: one.pair, parts: one }] : []))
    : [];
  const { order, ambiguous } = orderOf(pairs, cells, hints);
  const dates = parts.map((one) => one && dated(one, order ?? 'day first'));
  const short = parts.findIndex((one) => one?.short || (one && yearFirst));
  return { ...asDates(dates, cells), order, ambiguous, twoFigures: short < 0 ? undefined : short };
}

function asDates(dates: Dates['cells'], cells: readonly string[]): Dates {
  const units: DateUnit[] = [];
  for (const date of dates) if (date) units.push(date.unit);
  return {
    cells: dates,
    unit: usual(units),
    order: undefined,
    ambiguous: undefined,
    twoFigures: undefined,
    count: {
      dates: units.length,
      words: cells.filter((cell, row) => dates[row] === undefined && cell.trim() !== '').length,
    },
  };
}

const SPAN = /^([12]\d{3}) ?([-/–]) ?(\d{1,2})$/;

/**
 * `2010-11` is a year that runs into the next where all of a column are such, and a month where some can only be
 * months: the one is written here as its first year, the other as a month.
 */
function withoutSpans(cells: readonly string[]): readonly string[] {
  if (!cells.some((cell) => SPAN.test(cell.trim()))) return cells;
  const spans = cells.flatMap((cell) => {
    const [, year = '', , next = ''] = SPAN.exec(cell.trim()) ?? [];
    return year === ''
      ? []
      : [{ isNext: next.length === 2 && Number(next) === (Number(year) + 1) % 100, next }];
  });
  const areYears = spans.length > 2 && spans.every(({ isNext }) => isNext);
  const areMonths = spans.every(({ next }) => Number(next) >= 1 && Number(next) <= 12);
  if (!areYears && !areMonths) return cells;
  return cells.map((cell) => cell.trim().replace(SPAN, areYears ? '$1' : '$1-$3'));
}

/**
 * `14-02-01` where the first two figures are a year: some can be nothing else, or all are a month's first day and their
 * years do not go to and fro. Written here with the whole year; undefined where days or months come first.
 */
function withYearsFirst(cells: readonly string[]): readonly string[] | undefined {
  const found = cells.map((cell) => /^(\d\d)([-/.])(\d\d)\2(\d\d)$/.exec(cell.trim()));
  const dates = found.flatMap((one) => (one ? [[one[1], one[3], one[4]].map(Number)] : []));
  if (dates.length === 0 || cells.some((cell, row) => !found[row] && cell.trim() !== '')) return undefined;
  const mayBe = dates.every(([, month = 0, day = 0]) => month >= 1 && month <= 12 && day >= 1 && day <= 31);
  const mustBe = dates.some(([year = 0]) => year > 31);
  const years = dates.map(([year = 0]) => wholeYear(year));
  const mayWell = dates.every(([, , day]) => day === 1) && isSteady(years);
  if (!mayBe || !(mustBe || mayWell)) return undefined;
  return found.map((one) => (one ? `${wholeYear(Number(one[1]))}-${one[3]}-${one[4]}` : ''));
}

function usual(units: readonly DateUnit[]): DateUnit | undefined {
  const times = new Map<DateUnit, number>();
  for (const unit of units) times.set(unit, (times.get(unit) ?? 0) + 1);
  // Midnight and noon among days are times still.
  if (times.has('time')) return 'time';
  return [...times].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function orderOf(
  pairs: readonly { readonly row: number; readonly pair: readonly [number, number]; readonly parts: Parts }[],
  cells: readonly string[],
  { order, lang }: DateHints,
): { readonly order: DayOrder | undefined; readonly ambiguous: number | undefined } {
  const [first] = pairs;
  if (!first) return { order: undefined, ambiguous: undefined };
  if (order) return { order, ambiguous: undefined };
  const days = pairs.filter(({ pair: [a] }) => a > 12).length;
  const months = pairs.filter(({ pair: [, b] }) => b > 12).length;
  if (days !== months) return { order: days > months ? 'day first' : 'month first', ambiguous: undefined };
  if (pairs.every(({ pair: [a, b] }) => a === b)) return { order: 'day first', ambiguous: undefined };
  const read = ORDERS.map((one) => ({ one, all: pairs.map(({ parts }) => dated(parts, one)?.at ?? 0) }));
  const isSlashed = (cells[first.row] ?? '').includes('/');
  const taken =
    onlyOne(read, isSteady) ??
    onlyOne(read, isEven) ??
    // Twelve months rather than the first twelve days of one. With dots, days are always first.
    (isSlashed ? onlyOne(read, areFirsts) : undefined) ??
    (isSlashed && /^en(-US)?$/i.test(lang) ? 'month first' : 'day first');
  return { order: taken, ambiguous: first.row };
}

const ORDERS: readonly DayOrder[] = ['day first', 'month first'];

/** The order of which something holds that does not hold of the other. */
function onlyOne(
  read: readonly { readonly one: DayOrder; readonly all: readonly number[] }[],
  holds: (all: readonly number[]) => boolean,
): DayOrder | undefined {
  const [first, ...more] = read.filter(({ all }) => holds(all));
  return more.length === 0 ? first?.one : undefined;
}

/** Whether dates follow each other at one distance, as months do. */
function isEven(all: readonly number[]): boolean {
  const at = [...new Set(all)].sort((a, b) => a - b);
  const steps = at.slice(1).map((one, nth) => one - (at[nth] ?? 0));
  return steps.length > 2 && Math.max(...steps) <= UNEVEN * Math.min(...steps);
}

function areFirsts(all: readonly number[]): boolean {
  return all.length > 2 && all.every((at) => new Date(at).getUTCDate() === 1);
}

/** The longest of two months, and of two quarters, is shorter than this many of the shortest. */
const UNEVEN = 1.2;

/** Whether dates only rise or only fall. */
function isSteady(all: readonly number[]): boolean {
  const steps = all.slice(1).map((at, nth) => Math.sign(at - (all[nth] ?? 0)));
  return all.length > 2 && (steps.every((step) => step >= 0) || steps.every((step) => step <= 0));
}

function dated(
  { year, month = 1, day = 1, unit, pair, minutes = 0 }: Parts,
  order: DayOrder,
): WrittenDate | undefined {
  const [first, second] = pair ?? [];
  const [m, d] =
    first === undefined || second === undefined
      ? [month, day]
      : order === 'day first'
        ? [second, first]
        : [first, second];
  // What most are: a day that every month of a year of four figures has.
  if (year > 99 && m >= 1 && m <= 12 && d >= 1 && d <= 28)
    return { at: Date.UTC(year, m - 1, d) + minutes * 60_000, unit };
  const moment = new Date(0);
  moment.setUTCFullYear(year, m - 1, d);
  if (m < 1 || m > 12 || moment.getUTCMonth() !== m - 1 || moment.getUTCDate() !== d) return undefined;
  return { at: moment.getTime() + minutes * 60_000, unit };
}
