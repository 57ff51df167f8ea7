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
  const said = monthWords(english ? 'en-US' : lang, day !== undefined && !english).format(
    Date.UTC(2000, month - 1, day ?? 1),
  );
  return english && day !== undefined ? `${day} ${said}` : said;
}

const known = new Map<string, Intl.DateTimeFormat>();

/** What writes months, alone or with days: made once, for that takes longer than a label's whole way. */
function monthWords(lang: string, withDay: boolean): Intl.DateTimeFormat {
  const key = `${lang} ${withDay}`;
  const words =
    known.get(key) ??
    new Intl.DateTimeFormat(lang, {
      ...{ calendar: 'gregory', numberingSystem: 'latn', timeZone: 'UTC', month: 'short' },
      ...(withDay && { day: 'numeric' }),
    });
  known.set(key, words);
  return words;
}
