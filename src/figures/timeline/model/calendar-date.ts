/**
 * A date as exactly as it is known: of the Gregorian calendar carried back before its time, in years of any size. It
 * is read letter by letter and never becomes a moment in some time zone. Year 0 is 1 BC and -44 is 45 BC, as
 * ISO 8601 counts. Its precision is what is there: a year alone, or with its month, its day, a time.
 */
export interface PartialDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  /** Of a day only. */
  readonly time?: TimeOfDay;
  /** Instead of a month: a season or a quarter. */
  readonly season?: Season;
  /** How many years from `year` on it may be, where not one: 10 for a decade (`192X`), 100 for a century. */
  readonly years?: number;
  /** Written with `~` or `c.`: about that time. */
  readonly about: boolean;
  /** Written with `?`: it is not sure. */
  readonly uncertain?: boolean;
  /** Some time before or after it. */
  readonly bound?: 'before' | 'after';
  /** What is said instead of words made from the parts: the author's own, where these say more than is drawn. */
  readonly words?: string;
}

/** Of the clock where it happened. Minutes and seconds are there where they were written. */
export interface TimeOfDay {
  readonly hour: number;
  readonly minute?: number;
  readonly second?: number;
  /** As written: `Z`, `+09:00`. Times are drawn as their own clock has them. */
  readonly zone?: string;
}

export interface Season {
  readonly name: SeasonName;
  /** Its first month; it has three, and may run into the next year. */
  readonly first: number;
}

export type SeasonName =
  | 'spring'
  | 'summer'
  | 'autumn'
  | 'winter'
  | 'first quarter'
  | 'second quarter'
  | 'third quarter'
  | 'fourth quarter';

/** How exactly a date is known, from the finest to the coarsest. */
export type Precision = 'second' | 'minute' | 'hour' | 'day' | 'month' | 'season' | 'year' | 'years';

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const HOUR = 1 / 24;
const MINUTE = HOUR / 60;

export function precisionOf({ month, day, time, season, years }: PartialDate): Precision {
  if (years !== undefined) return 'years';
  if (season) return 'season';
  if (month === undefined) return 'year';
  if (day === undefined) return 'month';
  if (!time) return 'day';
  if (time.second !== undefined) return 'second';
  return time.minute === undefined ? 'hour' : 'minute';
}

/** Whether it is one of the calendar and the clock. */
export function isOnCalendar({ year, month = 1, day = 1, time }: PartialDate): boolean {
  const { hour = 0, minute = 0, second = 0 } = time ?? {};
  return (
    Number.isSafeInteger(year) &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month) &&
    (hour < 24 || (hour === 24 && minute === 0 && second === 0)) &&
    minute < 60 &&
    second < 60
  );
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0);
}

/** Where a time of a year lies on the scale, in years. */
function moment(year: number, month: number, days: number): number {
  let before = days;
  for (let nth = 1; nth < month; nth++) before += daysInMonth(year, nth);
  return year + before / (isLeap(year) ? 366 : 365);
}

/** First moment of a date, in years: 1848.5 is the middle of 1848. A year has seconds enough in it at all times of history. */
export function startOf({ year, month, day = 1, time, season }: PartialDate): number {
  const { hour = 0, minute = 0, second = 0 } = time ?? {};
  return moment(
    year,
    season?.first ?? month ?? 1,
    day - 1 + hour * HOUR + minute * MINUTE + (second * MINUTE) / 60,
  );
}

/** Last moment of a date, in years: the end of its second, minute, day, month, season, year or decade. */
export function endOf(date: PartialDate): number {
  const { year, month = 1, day = 1, time, season, years = 1 } = date;
  const { hour = 0, minute = 0, second = 0 } = time ?? {};
  const minutes = day - 1 + hour * HOUR + minute * MINUTE;
  switch (precisionOf(date)) {
    case 'years':
    case 'year':
      return year + years;
    case 'season':
      return endOfSeason(year, season?.first ?? 1);
    case 'month':
      return moment(year, month, daysInMonth(year, month));
    case 'day':
      return moment(year, month, day);
    case 'hour':
      return moment(year, month, day - 1 + (hour + 1) * HOUR);
    case 'minute':
      return moment(year, month, minutes + MINUTE);
    case 'second':
      return moment(year, month, minutes + ((second + 1) * MINUTE) / 60);
  }
}

function endOfSeason(year: number, first: number): number {
  const last = first + 2;
  const over = last > 12;
  const month = over ? last - 12 : last;
  return moment(over ? year + 1 : year, month, daysInMonth(over ? year + 1 : year, month));
}

/** Where a date is drawn, in years: a day or a time at its beginning, what is less exact in its middle. */
export function positionOf(date: PartialDate): number {
  return date.day === undefined ? (startOf(date) + endOf(date)) / 2 : startOf(date);
}

/** Where something that ended on a date is drawn to end, in years: at the day or time, or with the month or the year. */
export function untilOf(date: PartialDate): number {
  return date.day === undefined ? endOf(date) : startOf(date);
}

/** In order of time; what is less exact than a day stands in its middle. */
export function compareDates(a: PartialDate, b: PartialDate): number {
  return positionOf(a) - positionOf(b);
}

/** Whether its end is soft when drawn: about, uncertain, before or after it, or somewhere in many years. */
export function isSoft({ about, uncertain = false, bound, years }: PartialDate): boolean {
  return about || uncertain || bound !== undefined || years !== undefined;
}
