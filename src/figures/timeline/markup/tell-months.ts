import { MONTHS } from '../../../base/months.ts';
import { formatDay, monthOfYear } from '../model/date.ts';

/**
 * Of each month what a page says of it, for no calendar's words travel with it: alone, with its `{day}`, both of a
 * year, and both of one before our era. There `{year}` is the number, `{said}` the year as it is told elsewhere; `{two}`
 * is a day in two digits.
 */
export type ToldMonths = readonly (readonly string[])[];

const [DAY, YEAR] = [28, 1999];

/** The months in a language's words and order. */
export function tellMonths(lang: string): ToldMonths {
  const english = /^en\b/i.test(lang);
  const day = monthOfYear(1, 2, lang).includes('02') ? '{two}' : '{day}';
  const told = (text: string): string =>
    text.replace(String(YEAR), english ? '{said}' : '{year}').replace(String(DAY), day);
  return MONTHS.map((_, nth) => {
    const month = nth + 1;
    const ofYear = [YEAR, english ? YEAR : 1 - YEAR].flatMap((year) => [
      formatDay({ year, month }, lang),
      formatDay({ year, month, day: DAY }, lang),
    ]);
    return [monthOfYear(month, undefined, lang), monthOfYear(month, DAY, lang), ...ofYear].map(told);
  });
}
