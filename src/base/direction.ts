/** Scripts that are written from right to left, by their codes (ISO 15924). */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(
  'Arab Hebr Thaa Syrc Nkoo Adlm Rohg Mand Samr Yezi'.split(' '),
);

/** Which way a language is written, by the script it is written in. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(new Intl.Locale(lang).maximize().script ?? '') ? 'rtl' : 'ltr';
}
