import { bareName, monthNames } from '../../../../base/table/month-names.ts';

/** Whether names are times of day, as 06:30 is. */
export function areTimesOfDay(names: readonly string[]): boolean {
  return names.length > 2 && names.every((name) => /^([01]?\d|2[0-4]):[0-5]\d(:[0-5]\d)?$/.test(name.trim()));
}

/** Whether names are months or days of the week, so that what stands beside each other follows each other. */
export function isCalendar(names: readonly string[], lang: string): boolean {
  return (
    names.length > 2 && (rankedBy(names, monthRank(lang)) ?? rankedBy(names, weekdayRank(lang))) !== undefined
  );
}

/** Where each name stands among months, days of the week or ages; undefined where they are none of these. */
export function naturalRanks(names: readonly string[], lang: string): readonly number[] | undefined {
  if (names.length < 3) return undefined;
  return rankedBy(names, monthRank(lang)) ?? rankedBy(names, weekdayRank(lang)) ?? rankedBy(names, ageRank);
}

type Rank = (name: string) => number | undefined;

function rankedBy(names: readonly string[], rank: Rank): readonly number[] | undefined {
  const ranks = names.map(rank).filter((one) => one !== undefined);
  return ranks.length === names.length && new Set(ranks).size === names.length ? ranks : undefined;
}

const monthRank =
  (lang: string): Rank =>
  (name) =>
    monthNames(lang).get(bareName(name));

/** Days of the week by their names, from Monday, in English and the deck's language. */
function weekdayRank(lang: string): Rank {
  const days = new Map<string, number>();
  for (const one of ['en', lang])
    for (const weekday of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(one, { weekday, timeZone: 'UTC' });
      // The first of January 2001 was a Monday.
      for (let nth = 0; nth < 7; nth++) days.set(bareName(format.format(Date.UTC(2001, 0, 1 + nth))), nth);
    }
  days.set('thur', 3).set('thurs', 3).set('tues', 1);
  return (name) => days.get(bareName(name));
}

/** `0-4`, `5–9`, `85+`, `under 5`: spans of numbers by where they begin. */
const ageRank: Rank = (name) => {
  const found =
    /^(under |<|bis |unter )?\s*(\d{1,3})(?:\s*(?:[-–—]|to|bis)\s*\d{1,3}|\s*\+| and over| or (?:older|more))?(?: years?| Jahre)?$/i.exec(
      name.trim(),
    );
  return found ? Number(found[2]) - (found[1] ? 0.5 : 0) : undefined;
};
