/** How many places a label shows: behind the point, or significant ones. */
export interface Precision {
  readonly digits: number;
  readonly significant?: number | undefined;
}

/** A number as a label of the deck's language says it; halves are rounded up as written, not as stored. */
export function formatNumber(value: number, { digits, significant }: Precision, lang: string): string {
  const places =
    significant === undefined
      ? { minimumFractionDigits: digits, maximumFractionDigits: digits }
      : { minimumSignificantDigits: significant, maximumSignificantDigits: significant };
  return new Intl.NumberFormat(lang, { ...places, roundingPriority: 'auto' }).format(value);
}

/** A change as whole per cent with its sign: `+15%`. From the values themselves, not from rounded ones. */
export function formatChange(from: number, to: number, lang: string): string {
  const format = new Intl.NumberFormat(lang, {
    style: 'percent',
    maximumFractionDigits: 0,
    signDisplay: 'exceptZero',
  });
  return format.format(to / from - 1).replace('-', '\u2212');
}
