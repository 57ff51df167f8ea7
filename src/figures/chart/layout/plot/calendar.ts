import { utcTickInterval, utcTicks } from 'd3-time';
import type { DateUnit } from '../../../../base/table/date.ts';

/** A mark of an axis: where, and what is written there. */
export interface Tick {
  readonly at: number;
  readonly text: string;
  /** Years among months, days among hours. */
  readonly large: boolean;
}

const YEAR = 365.2425 * 86_400_000;
const MONTH = YEAR / 12;
const DAY = 86_400_000;

/** Round dates between two, `count` of them or fewer, none finer than what was written. */
export function calendarTicks(
  from: number,
  to: number,
  count: number,
  unit: DateUnit | undefined,
  lang: string,
): readonly Tick[] {
  const finest =
    unit === 'year'
      ? YEAR
      : unit === 'half' || unit === 'quarter' || unit === 'month'
        ? MONTH
        : unit === 'time'
          ? 0
          : DAY;
  let many = Math.max(2, count);
  let ticks = datesBetween(from, to, many);
  while (
    many > 1 &&
    ticks.length > 1 &&
    ((ticks[1] ?? 0) - (ticks[0] ?? 0) < finest * 0.9 || ticks.length > count + 1)
  )
    ticks = datesBetween(from, to, --many);
  const step = (ticks[1] ?? to) - (ticks[0] ?? from);
  return ticks.map((at, nth) => ({ at, ...wordsOf(at, step, nth === 0, lang) }));
}

function datesBetween(from: number, to: number, count: number): readonly number[] {
  if (utcTickInterval(new Date(from), new Date(to), count) === null) return [from];
  return utcTicks(new Date(from), new Date(to), count).map((date) => date.getTime());
}

function wordsOf(at: number, step: number, isFirst: boolean, lang: string): { text: string; large: boolean } {
  const date = new Date(at);
  const write = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(lang, {
      calendar: 'gregory',
      numberingSystem: 'latn',
      timeZone: 'UTC',
      ...options,
    }).format(date);
  const isDay = at % DAY === 0;
  const isMonth = isDay && date.getUTCDate() === 1;
  if (isMonth && date.getUTCMonth() === 0)
    return { text: yearText(date.getUTCFullYear(), lang), large: true };
  if (step >= 27 * DAY)
    return { text: write(isFirst ? { month: 'short', year: 'numeric' } : { month: 'short' }), large: false };
  if (isDay)
    return {
      text: write(
        isFirst ? { day: 'numeric', month: 'short', year: 'numeric' } : { day: 'numeric', month: 'short' },
      ),
      large: step < DAY,
    };
  const clock = write({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return {
    text: isFirst ? `${clock}, ${write({ day: 'numeric', month: 'short', year: 'numeric' })}` : clock,
    large: false,
  };
}

/** A year of our calendar; those before the year 1 as people count them. */
export function yearText(year: number, lang: string): string {
  if (year > 0) return String(year);
  const moment = new Date(0);
  moment.setUTCFullYear(year);
  return new Intl.DateTimeFormat(lang, {
    calendar: 'gregory',
    timeZone: 'UTC',
    year: 'numeric',
    era: 'short',
  }).format(moment);
}

/**
 * What a column's full dates stand for: years where all are the first or the last day of one, months likewise, else the
 * days they are. Two dates at least, or nothing can be told.
 */
export function grainOf(at: readonly number[], unit: DateUnit | undefined): DateUnit | undefined {
  if (unit !== 'day' || at.length < 2) return unit;
  const dates = at.map((one) => new Date(one));
  const nexts = at.map((one) => new Date(one + DAY));
  const areFirst = (all: readonly Date[], isFirst: (date: Date) => boolean) => all.every(isFirst);
  const ofYear = (date: Date) => date.getUTCMonth() === 0 && date.getUTCDate() === 1;
  const ofMonth = (date: Date) => date.getUTCDate() === 1;
  if (areFirst(dates, ofYear) || areFirst(nexts, ofYear)) return 'year';
  return areFirst(dates, ofMonth) || areFirst(nexts, ofMonth) ? 'month' : 'day';
}

/** How each of several positions is named as its unit says it, for axes on which each has its own. */
export function positionTexts(
  at: readonly number[],
  unit: DateUnit | undefined,
  lang: string,
): readonly string[] {
  const grain = grainOf(at, unit);
  const years = new Set(at.map((one) => new Date(one).getUTCFullYear()));
  return at.map((one) => positionText(one, grain, lang, years.size > 1));
}

function positionText(at: number, unit: DateUnit | undefined, lang: string, withYear: boolean): string {
  const date = new Date(at);
  const year = yearText(date.getUTCFullYear(), lang);
  if (unit === 'year') return year;
  if (unit === 'quarter') return `Q${Math.floor(date.getUTCMonth() / 3) + 1} ${year}`;
  if (unit === 'half') return `H${date.getUTCMonth() < 6 ? 1 : 2} ${year}`;
  const write = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(lang, { calendar: 'gregory', timeZone: 'UTC', ...options }).format(date);
  if (unit === 'month') return write({ month: 'short', year: 'numeric' });
  return write({
    day: 'numeric',
    month: 'short',
    ...(withYear ? { year: 'numeric' } : {}),
    ...(unit === 'time' ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } : {}),
  });
}
