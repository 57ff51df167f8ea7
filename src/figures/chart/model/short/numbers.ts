import { numberWriter } from '../format-number.ts';
import type { Drawn } from './drawn.ts';
import type { ShortReading } from './roles.ts';

/** How the numbers of one chart are written. */
export interface NumberWords {
  /** With its unit. */
  readonly say: (value: number) => string;
  /** Without it, as short as it is exact enough. */
  readonly short: (value: number) => string;
  /** At lines of the scale: the unit stands with the highest. */
  readonly tick: (value: number, isHighest: boolean) => string;
  readonly isPercent: boolean;
}

/** From here on numbers of a picture are written in thousands, millions and so on. */
const LARGE = 1e6;
const MOST_DIGITS = 2;
/** Below this a value keeps its places beside values of thousands. */
const SMALL = 100;

export function makeNumbers(
  { measured, wide }: Pick<Drawn, 'measured' | 'wide'>,
  { spec, lang }: ShortReading,
): NumberWords {
  let largest = 0;
  let written = 0;
  // Of what is drawn: one country's millions, left out by `only`, would round another's halves to ones.
  for (const { cells } of wide.series)
    for (const { value } of cells.values()) {
      if (value === undefined) continue;
      largest = Math.max(largest, Math.abs(value));
      if (!Number.isInteger(value) && written < MOST_DIGITS)
        written = Math.max(written, (String(value).split('.')[1] ?? '').length);
    }
  const [first] = measured;
  const own =
    first &&
    measured.every(({ numbers }) => JSON.stringify(numbers.unit) === JSON.stringify(first.numbers.unit))
      ? first.numbers.unit
      : { before: '', after: '' };
  const unit = spec.scale.unit ?? `${own.before}{}${own.after === '%' ? '%' : own.after && ` ${own.after}`}`;
  const digits = spec.scale.digits ?? Math.min(written, largest >= 1000 ? 0 : MOST_DIGITS);
  // Places that thousands do without are what a small value beside them consists of.
  const needsPlaces = digits < written ? SMALL : 0.5 * 10 ** -digits;
  const compact = new Intl.NumberFormat(lang, { notation: 'compact', maximumSignificantDigits: 3 });
  const small = new Intl.NumberFormat(lang, { maximumSignificantDigits: 3 });
  const fixed = numberWriter({ digits }, lang);
  const minus = (text: string) => text.replace('-', '\u2212');
  const short = (value: number) => {
    if (largest >= LARGE && spec.scale.digits === undefined) return minus(compact.format(value));
    if (value !== 0 && Math.abs(value) < needsPlaces && spec.scale.digits === undefined)
      return minus(small.format(value));
    return minus(fixed(value));
  };
  // A sign of money stands close to its number and behind the minus: −$3.4.
  const withUnit = (number: string) =>
    number.startsWith('\u2212') && /\S\{\}/.test(unit)
      ? `\u2212${unit.replace('{}', number.slice(1))}`
      : unit.replace('{}', number);
  const say = (value: number) => withUnit(short(value));
  const plain = new Intl.NumberFormat(lang, { maximumSignificantDigits: 8 });
  const tick = (value: number, isHighest: boolean) => {
    const number = minus(Math.abs(value) >= LARGE ? compact.format(value) : plain.format(value));
    return isHighest ? withUnit(number) : number;
  };
  return {
    say,
    short,
    tick,
    isPercent:
      /%|per ?cent/i.test(unit) ||
      (spec.scale.unit === undefined && /%|per ?cent|pct/i.test(first?.column.name ?? '')),
  };
}
