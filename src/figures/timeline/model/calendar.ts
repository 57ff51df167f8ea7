/**
 * Moments of the Gregorian calendar, carried on for ever in both directions, between decimal years and minutes. In no
 * time zone: a minute is counted from the midnight before 1 January of the year 0.
 */

export const DAY = 1440;

/** A moment's parts; `month` from 1. */
export interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly minute: number;
}

/** Years and days after which the calendar is the same again. JavaScript's own goes no farther than some of these. */
const CYCLE = { years: 400, days: 146_097 };
/** A year in which such a cycle begins. */
const FIRST = 2000;
const MILLISECONDS = 60_000;

/** Days from 1 January of the year 0. */
function daysTo(year: number, month = 1, day = 1): number {
  const cycle = Math.floor(year / CYCLE.years);
  const inCycle = Date.UTC(FIRST + year - cycle * CYCLE.years, month - 1, day) - Date.UTC(FIRST);
  return cycle * CYCLE.days + inCycle / (DAY * MILLISECONDS);
}

function daysIn(year: number): number {
  return daysTo(year + 1) - daysTo(year);
}

/** Minutes of a moment in decimal years, to the nearest. */
export function minutesOf(years: number): number {
  const year = Math.floor(years);
  return daysTo(year) * DAY + Math.round((years - year) * daysIn(year) * DAY);
}

/** Decimal years of a minute. */
export function yearsOf(minutes: number): number {
  const { year } = momentOf(minutes);
  return year + (minutes / DAY - daysTo(year)) / daysIn(year);
}

/** A thirteenth month is the next January. */
export function minutesTo(year: number, month = 1, day = 1, minute = 0): number {
  return daysTo(year, month, day) * DAY + minute;
}

export function momentOf(minutes: number): Moment {
  const cycle = Math.floor(minutes / (CYCLE.days * DAY));
  const inCycle = minutes - cycle * CYCLE.days * DAY;
  const date = new Date(Date.UTC(FIRST) + inCycle * MILLISECONDS);
  return {
    year: date.getUTCFullYear() - FIRST + cycle * CYCLE.years,
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    minute: inCycle % DAY,
  };
}
