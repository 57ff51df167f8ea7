import { formatNumber, numberFormat } from './format-number.ts';

/** Two values of one series, the time between them, and how numbers of the chart are written. */
export interface Change {
  readonly from: number;
  readonly to: number;
  /** Undefined where the axis is no time. */
  readonly years: number | undefined;
  /** Place among its like, the largest first, from 1; undefined where nothing is ranked. */
  readonly rank: number | undefined;
  readonly isPercent: boolean;
  readonly lang: string;
  /** A value with its unit. */
  readonly say: (value: number) => string;
  /** A difference of shares: `{value} points`. */
  readonly points: string;
}

/** What a word in braces cannot be, and what can be written instead. */
export interface Fault {
  readonly what: string;
  readonly fix: string;
}

const KNOWN = ['value', 'change', 'difference', 'times', 'cagr', 'rank'] as const;
type Sum = (typeof KNOWN)[number];

/** Puts what a chart counts itself into an author's words: `{change}`, `{difference}`, `{times}`, `{cagr}`, `{rank}`, `{value}`. */
export function fillIn(words: string, change: Change): string | Fault {
  let fault: Fault | undefined;
  const text = words.replace(/\{(\w+)\}/g, (written, name: string) => {
    const sum = KNOWN.find((known) => known === name);
    const made = sum
      ? sumOf(sum, change)
      : {
          what: `nothing is called "${written}"`,
          fix: `Known here: ${KNOWN.map((known) => `{${known}}`).join(', ')}.`,
        };
    if (typeof made === 'string') return made;
    fault ??= made;
    return '';
  });
  return fault ?? text;
}

function sumOf(sum: Sum, change: Change): string | Fault {
  const { from, to, lang } = change;
  switch (sum) {
    case 'value':
      return change.say(to);
    case 'difference':
      return differenceOf(change);
    case 'rank':
      return change.rank === undefined
        ? { what: '"{rank}" has nothing to be ranked among', fix: 'Write it in a label.' }
        : formatNumber(change.rank, { digits: 0 }, lang);
    case 'change':
      if (change.isPercent)
        return {
          what: 'per cent of a per cent is easily misread',
          fix: 'Write {difference}, which counts in points, or {times}.',
        };
      return positive(sum, change) ?? percent(to / from - 1, 0, lang);
    case 'times': {
      const times = to / from;
      return (
        positive(sum, change) ?? formatNumber(times, { digits: 0, significant: times < 100 ? 2 : 3 }, lang)
      );
    }
    case 'cagr':
      if (!change.years)
        return { what: '"{cagr}" needs two different times', fix: 'It is counted along a column of dates.' };
      return positive(sum, change) ?? percent((to / from) ** (1 / change.years) - 1, 1, lang);
  }
}

function differenceOf({ from, to, isPercent, lang, say, points }: Change): string {
  const difference = Number((to - from).toPrecision(12));
  const sign = difference > 0 ? '+' : '';
  if (!isPercent) return `${sign}${say(difference)}`;
  const number = numberFormat(lang, { maximumFractionDigits: 1 }).format(difference).replace('-', '\u2212');
  return points.replace('{value}', `${sign}${number}`);
}

function positive(sum: Sum, { from, to }: Change): Fault | undefined {
  if (from > 0 && (to > 0 || (sum === 'change' && to === 0))) return undefined;
  return {
    what: `"{${sum}}" from ${from} to ${to} says nothing: both have to be above 0`,
    fix: 'Write {difference}.',
  };
}

function percent(share: number, digits: number, lang: string): string {
  return numberFormat(lang, {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: 'exceptZero',
  })
    .format(share)
    .replace('-', '\u2212');
}
