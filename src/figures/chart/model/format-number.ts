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
export function formatNumber(value: number, { digits, significant }: Precision, lang: string): string {
  const places =
    significant === undefined
      ? { minimumFractionDigits: digits, maximumFractionDigits: digits }
      : { minimumSignificantDigits: significant, maximumSignificantDigits: significant };
  return numberFormat(lang, { ...places, roundingPriority: 'auto' }).format(value);
}
