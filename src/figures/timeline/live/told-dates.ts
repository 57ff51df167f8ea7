/** In a page this stands for `model/date.ts`: each date comes with its moments, and no calendar with what draws it. */
import type { ToldDate } from '../markup/tell-events.ts';

export { formatDay, formatYear, formatYears } from '../model/date-words.ts';

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
