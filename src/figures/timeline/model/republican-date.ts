import { DAY, minutesTo, momentOf } from './calendar.ts';
import type { PartialDate } from './calendar-date.ts';

const MONTHS: readonly string[] = [
  ...['vendemiaire', 'brumaire', 'frimaire', 'nivose', 'pluviose', 'ventose'],
  ...['germinal', 'floreal', 'prairial', 'messidor', 'thermidor', 'fructidor'],
];
/** The days behind the last month. */
const ADDED = /^(?:jour )?(?:complementaire|sans-culottide)s?$/;

/** The day of September on which each of the fourteen years began. */
const BEGINNINGS = [22, 22, 22, 23, 22, 22, 22, 23, 23, 23, 23, 24, 23, 23] as const;

const WRITTEN =
  /^(?:le )?(?:(\d{1,2})(?:er|e)? (?:de )?)?([a-z -]+?)?,? ?(?:de )?(?:l')?an ([ivx]{1,4}|\d{1,2})$/;

/**
 * A date of the calendar of the French Republic, where it stands in ours: `18 brumaire an VIII`, `thermidor an II`,
 * `an III`. A month is drawn in that of ours in which its middle lies.
 */
export function republicanOf(text: string, fromRoman: (figures: string) => number): PartialDate | undefined {
  const bare = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/’/g, "'")
    .toLowerCase()
    .replace(/ de la republique(?: francaise)?$/, '');
  const [, day, month, nth = ''] = WRITTEN.exec(bare) ?? [];
  const count = /^\d+$/.test(nth) ? Number(nth) : fromRoman(nth);
  const first = BEGINNINGS[count - 1];
  if (first === undefined) return undefined;
  const year = 1791 + count;
  if (month === undefined) return day === undefined ? { year, years: 2, about: false } : undefined;
  const at = ADDED.test(month) ? MONTHS.length : MONTHS.indexOf(month);
  const days = day === undefined ? 15 : Number(day);
  if (at < 0 || days < 1 || days > (at === MONTHS.length ? 6 : 30)) return undefined;
  const begins = minutesTo(year, 9, first);
  const { minute: _, ...date } = momentOf(begins + (at * 30 + days - 1) * DAY);
  return day === undefined ? { year: date.year, month: date.month, about: false } : { ...date, about: false };
}
