/** In a page this stands for `model/date.ts`: each date comes with its moments, and no calendar with what draws it. */
import { fill } from '../../../base/words/fill.ts';
import { wordsOf } from '../../../base/words/in-page.ts';
import type { ToldDate } from '../markup/tell-events.ts';
import { formatYear } from '../model/date-words.ts';

export { formatYear, formatYears } from '../model/date-words.ts';

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day?: number;
}

export function monthOfYear(month: number, day?: number): string {
  return told({ year: 1, month, day: day ?? 0 }, 0);
}

export function formatDay(date: Day): string {
  return told(date, date.year > 0 ? 2 : 4);
}

/** A month as `tellMonths` told it. */
function told({ year, month, day = 0 }: Day, kind: number): string {
  return fill(wordsOf().months?.[month - 1]?.[kind + (day && 1)] ?? '', {
    ...{ day, two: String(day).padStart(2, '0'), said: formatYear(year) },
    year: year > 0 ? year : 1 - year,
  });
}

export function startOf({ from }: ToldDate): number {
  return from;
}

export function endOf({ to }: ToldDate): number {
  return to;
}

export function positionOf({ day, from, to }: ToldDate): number {
  return day ? from : (from + to) / 2;
}

export function untilOf({ day, from, to }: ToldDate): number {
  return day ? from : to;
}

export function compareDates(a: ToldDate, b: ToldDate): number {
  return positionOf(a) - positionOf(b);
}

export function isSoft({ soft }: ToldDate): boolean {
  return soft === true;
}
