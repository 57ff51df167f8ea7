import { utcTickInterval, utcTicks } from 'd3-time';
import type { DateUnit } from '../../../../base/table/date.ts';
import { roundStep } from '../../model/short/domain.ts';

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
  if (new Date(from).getUTCFullYear() < 1) return yearTicks(from, to, count, lang);
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

/** Ticks that begin before the year 1: round years as people count them, on both sides of the year 0 that there is not. */
function yearTicks(from: number, to: number, count: number, lang: string): readonly Tick[] {
  const [first, last] = [from, to].map((at) => new Date(at).getUTCFullYear());
  const [low, high] = [first ?? 0, last ?? 0];
  const wanted = roundStep(high - low || 1, Math.max(1, count));
  const step = wanted <= 1 ? 1 : wanted === 2.5 ? 5 : wanted;
  const before = roundYears(low - 1, Math.min(high, 0) - 1, step).map((year) => year + 1);
  const since = roundYears(Math.max(low, 1), high, step);
  const years = [...before, ...(step > 1 && high >= 1 ? [1] : []), ...since];
  return years.map((year) => ({ at: startOf(year), text: yearText(year, lang, high > 0), large: true }));
}

function roundYears(from: number, to: number, step: number): readonly number[] {
  const first = Math.ceil(from / step) * step;
  return Array.from(
    { length: Math.max(0, Math.floor((to - first) / step) + 1) },
    (_, nth) => first + nth * step,
  );
}

function startOf(year: number): number {
  return new Date(0).setUTCFullYear(year, 0, 1);
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

/** A year of our calendar; those before the year 1, and early ones beside them, as people count them. */
export function yearText(year: number, lang: string, withEras = false): string {
  if (year > 0 && (!withEras || year >= 1000)) return String(year);
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
