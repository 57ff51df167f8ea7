/** English names of the months. */
export const MONTHS: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A day, month or year as a language other than English writes it: always of this calendar, and of no time zone. */
export function writtenAbroad(
  { year, month, day }: { readonly year: number; readonly month?: number; readonly day?: number },
  lang: string,
  months: 'long' | 'short',
): string {
  const moment = new Date(0);
  moment.setUTCFullYear(year, (month ?? 1) - 1, day ?? 1);
  const words = new Intl.DateTimeFormat(lang, {
    ...{ calendar: 'gregory', numberingSystem: 'latn', timeZone: 'UTC', year: 'numeric' },
    ...(month !== undefined && { month: months }),
    ...(day !== undefined && { day: 'numeric' }),
    ...(year < 1 && { era: 'short' }),
  });
  return words.format(moment);
}

/** A month's short name, alone or with a day of it, as a language writes it: "Nov", "3 Nov". */
export function monthOfYear(month: number, day: number | undefined, lang: string): string {
  const english = /^en\b/i.test(lang);
  const words = new Intl.DateTimeFormat(english ? 'en-US' : lang, {
    ...{ calendar: 'gregory', numberingSystem: 'latn', timeZone: 'UTC', month: 'short' },
    ...(day !== undefined && !english && { day: 'numeric' }),
  });
  const said = words.format(Date.UTC(2000, month - 1, day ?? 1));
  return english && day !== undefined ? `${day} ${said}` : said;
}
