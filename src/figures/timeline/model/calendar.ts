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

/** Days from 1 January of the year 0. */
function daysTo(year: number, month = 1, day = 1): number {
  // Counted from 1 March, so that the leap day ends a year.
  const y = month <= 2 ? year - 1 : year;
  const leaps = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return y * 365 + leaps + Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day + 59;
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
  const over = Math.floor((month - 1) / 12);
  return daysTo(year + over, month - over * 12, day) * DAY + minute;
}

export function momentOf(minutes: number): Moment {
  const days = Math.floor(minutes / DAY);
  // At most a year too late.
  let year = Math.floor(days / 365.2425) + 1;
  while (daysTo(year) > days) year--;
  let month = 12;
  while (daysTo(year, month) > days) month--;
  return { year, month, day: days - daysTo(year, month) + 1, minute: minutes - days * DAY };
}
