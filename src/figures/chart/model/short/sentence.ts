import type { Words } from '../../words.ts';

/** The values of one series as a sentence tells them, in the order of the axis. */
export interface Told {
  readonly name: string;
  readonly values: readonly { readonly value: number; readonly name: string }[];
}

/** How many series a sentence tells of. */
const MOST = 6;

/**
 * A true sentence made of the data: of each series its last value, its highest and its lowest, with where they are.
 * Of names only the highest and the lowest are told: they have no last one.
 */
export function makeFinding(
  series: readonly Told[],
  isOrdered: boolean,
  say: (value: number) => string,
  words: Words,
): string {
  const sentences = series.slice(0, MOST).flatMap(({ name, values }) => {
    const [first] = values;
    const last = values.at(-1);
    if (!first || !last) return [];
    const high = values.reduce((best, one) => (one.value > best.value ? one : best));
    const low = values.reduce((best, one) => (one.value < best.value ? one : best));
    const at = ({ value, name: where }: typeof first) => `${say(value)} (${where})`;
    const extremes = [
      ...(isOrdered && (high === first || high === last) ? [] : [`${words.highest} ${at(high)}`]),
      ...(isOrdered && (low === first || low === last) ? [] : [`${words.lowest} ${at(low)}`]),
    ];
    const ends = isOrdered ? [at(last), ...(first === last ? [] : [`${words.first} ${at(first)}`])] : [];
    return [`${name}: ${[...ends, ...extremes].join('; ')}.`];
  });
  return sentences.join(' ');
}
