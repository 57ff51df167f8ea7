/** How many places a label shows: behind the point, or significant ones. */
export interface Precision {
  readonly digits: number;
  readonly significant?: number | undefined;
}

/** Making a format takes longer than a thousand numbers written with it. */
const formats = new Map<string, Intl.NumberFormat>();

/** The format of a language, made once. */
export function numberFormat(lang: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = `${lang} ${JSON.stringify(options)}`;
  const made = formats.get(key) ?? new Intl.NumberFormat(lang, options);
  formats.set(key, made);
  return made;
}

/** A number as a label of the deck's language says it; halves are rounded up as written, not as stored. */
export function formatNumber(value: number, precision: Precision, lang: string): string {
  return numberWriter(precision, lang)(value);
}

const writers = new Map<string, (value: number) => string>();

/** Writes numbers as `formatNumber` does: for many of them. */
export function numberWriter({ digits, significant }: Precision, lang: string): (value: number) => string {
  const key = `${lang} ${digits} ${significant ?? ''}`;
  const known = writers.get(key);
  if (known) return known;
  const places =
    significant === undefined
      ? { minimumFractionDigits: digits, maximumFractionDigits: digits }
      : { minimumSignificantDigits: significant, maximumSignificantDigits: significant };
  const format = numberFormat(lang, { ...places, roundingPriority: 'auto' });
  const write = (value: number) => format.format(value);
  writers.set(key, write);
  return write;
}
