/** Languages in whose words months are read, besides that of the deck. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl'] as const;
/** Further ones, asked where those have no such word; no two of them call different months the same. */
const FURTHER = [
  'de-AT',
  'ru',
  'uk',
  'pl',
  'cs',
  'sk',
  'sv',
  'da',
  'nb',
  'fi',
  'tr',
  'hu',
  'ro',
  'el',
  'id',
  'ca',
] as const;
const known = new Map<string, ReadonlyMap<string, number>>();
let further: ReadonlyMap<string, number> | undefined;

/** Numbers of the months (from 1) by their names in small letters without full stops, short and whole. */
export function monthNames(lang: string): ReadonlyMap<string, number> {
  const made = known.get(lang) ?? makeNames(lang);
  known.set(lang, made);
  return made;
}

/** The month of a name in small letters, alone or beside a day, in a language that is not among the usual ones. */
export function furtherMonth(name: string): number | undefined {
  further ??= new Map([...namesBesideDay(FURTHER), ...namesIn(FURTHER)]);
  return further.get(name);
}

function makeNames(lang: string): ReadonlyMap<string, number> {
  // English comes first, then the deck's language: what two languages share is the same month in all of these.
  return namesIn(['en', lang, ...LANGUAGES]);
}

function namesIn(languages: readonly string[]): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const one of new Set(languages))
    for (const month of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(one, { month, timeZone: 'UTC' });
      for (let nth = 0; nth < 12; nth++) {
        const name = bareName(format.format(Date.UTC(2001, nth, 15)));
        if (/\p{L}/u.test(name) && !names.has(name)) names.set(name, nth + 1);
      }
    }
  // As people and Excel write them, and Unicode's tables do not.
  for (const [name, month] of [
    ['sept', 9],
    ['mrz', 3],
  ] as const)
    if (!names.has(name)) names.set(name, month);
  return names;
}

const inflected = new Map<readonly string[], ReadonlyMap<string, number>>();

/** Numbers of the months by their names in small letters, alone and beside a day, where many languages change them. */
export function namesBesideDay(languages: readonly string[]): ReadonlyMap<string, number> {
  const made = inflected.get(languages) ?? makeInflected(languages);
  inflected.set(languages, made);
  return made;
}

function makeInflected(languages: readonly string[]): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const lang of languages)
    for (const month of ['long', 'short'] as const)
      for (const day of [undefined, 'numeric'] as const) {
        const format = new Intl.DateTimeFormat(lang, { month, day, timeZone: 'UTC' });
        for (let nth = 0; nth < 12; nth++) {
          const parts = format.formatToParts(Date.UTC(2001, nth, 15));
          const name = bareName(parts.find(({ type }) => type === 'month')?.value ?? '');
          if (/^\p{L}{3,}$/u.test(name) && !names.has(name)) names.set(name, nth + 1);
        }
      }
  return names;
}

export function bareName(name: string): string {
  return name.toLowerCase().replace(/\./g, '').trim();
}

/** Names of the days of the week are no part of a date. */
export const WEEKDAY =
  /^(mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(day|sday|nesday|rsday|urday)?\.?,?\s+(?=\S)/i;
