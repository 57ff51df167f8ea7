/** Scripts that are written from right to left, by their codes (ISO 15924). */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(
  'Arab Hebr Thaa Syrc Nkoo Adlm Rohg Mand Samr Yezi'.split(' '),
);

/** What was found out: a whole deck asks about one language, and the answer takes a look into all of Unicode's. */
const known = new Map<string, 'ltr' | 'rtl'>();

/** Which way a language is written, by the script it is written in. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  const direction = known.get(lang) ?? findDirection(lang);
  known.set(lang, direction);
  return direction;
}

function findDirection(lang: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(new Intl.Locale(lang).maximize().script ?? '') ? 'rtl' : 'ltr';
}
