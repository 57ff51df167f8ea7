import type { ReceiptCell } from './find-cells.ts';
import type { NumberFormat } from './parse.ts';

/** A number by its format, in the language `lang`. */
export function writeNumber(
  value: number,
  { plus, grouped, digits, kind }: NumberFormat,
  lang: string,
): string {
  const options: Intl.NumberFormatOptions = {
    useGrouping: grouped,
    ...(plus && { signDisplay: 'exceptZero' }),
    ...(kind === 'r'
      ? { minimumSignificantDigits: Math.max(1, digits), maximumSignificantDigits: Math.max(1, digits) }
      : { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    ...(kind === '%' && { style: 'percent' }),
  };
  const shown = kind === 'p' ? value * 100 : value;
  return new Intl.NumberFormat(lang, options).format(shown).replace('-', '−');
}

/** A cell as its file has it, with the signs of the language `lang` between its digits. */
export function writeAsFound({ written, decimal }: ReceiptCell, lang: string): string {
  const own = signsOf(lang);
  if (own.decimal === decimal || !own.isLatin) return written;
  const swapped = {
    '.': decimal === '.' ? own.decimal : own.group,
    ',': decimal === ',' ? own.decimal : own.group,
  };
  return written.replace(/(?<=\d)[.,](?=\d)/g, (sign) => (sign === '.' ? swapped['.'] : swapped[',']));
}

/**
 * A result that no format is given for: what adds up cells keeps their decimals, a mean or a ratio has three digits,
 * and no whole number is rounded away.
 */
export function writeFree(value: number, cells: readonly ReceiptCell[], adds: boolean, lang: string): string {
  const places = Math.max(0, ...cells.map((cell) => decimalsOf(cell)));
  const three = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value) || 1)));
  const options = { maximumFractionDigits: Math.min(20, adds ? places : three), useGrouping: false };
  return new Intl.NumberFormat(lang, options).format(value).replace('-', '−');
}

function decimalsOf({ written, decimal }: ReceiptCell): number {
  return new RegExp(`\\${decimal}(\\d+)(?!.*\\${decimal})`).exec(written)?.[1]?.length ?? 0;
}

/** Of languages already asked for: a format takes long to make, and every slide asks. */
const known = new Map<string, Signs>();

interface Signs {
  readonly decimal: string;
  readonly group: string;
  readonly isLatin: boolean;
}

/** What a language writes before decimals and between thousands, and whether its digits are 0 to 9. */
export function signsOf(lang: string): Signs {
  const signs = known.get(lang) ?? findSigns(lang);
  known.set(lang, signs);
  return signs;
}

function findSigns(lang: string): Signs {
  const format = new Intl.NumberFormat(lang);
  const parts = format.formatToParts(12345.6);
  const part = (type: 'decimal' | 'group', other: string) =>
    parts.find((one) => one.type === type)?.value ?? other;
  const isLatin = format.resolvedOptions().numberingSystem === 'latn';
  const decimal = part('decimal', '.');
  return { decimal, group: part('group', decimal === '.' ? ',' : '.'), isLatin };
}
