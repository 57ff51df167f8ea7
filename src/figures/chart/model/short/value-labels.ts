import type { Panel, Series } from '../chart.ts';
import type { Drawn } from './drawn.ts';
import type { NumberWords } from './numbers.ts';
import type { ShortReading } from './roles.ts';

/** Labels of values: on so many columns, and no more. */
const FEW = 14;

/** Values written at their marks: all of few columns and bars; of a single line its ends, its highest and its lowest. */
export function labelsOf(
  series: readonly Series[],
  { kind, wide }: Drawn,
  numbers: NumberWords,
  { placeOf, spec }: ShortReading,
): Panel['labels'] {
  const count = wide.positions.at.length;
  const place = placeOf([]);
  const label = (nth: number, at: number, value: number, emphasis: 'plain' | 'strong' = 'plain') => ({
    series: nth,
    at,
    text: numbers.short(value),
    emphasis,
    side: undefined,
    place,
  });
  const [first] = series;
  if (spec.stack || kind === 'scatter' || kind === 'band' || !first) return [];
  if (kind === 'bars' || (kind === 'dots' && series.length === 1))
    return series.flatMap((one, nth) =>
      one.values.flatMap((value, at) => (value === undefined ? [] : [label(nth, at, value)])),
    );
  if (kind === 'slope')
    return series.flatMap((one, nth) =>
      one.values.flatMap((value, at) => (value === undefined ? [] : [label(nth, at, value)])),
    );
  if (series.length > 1) return [];
  const known = first.values.flatMap((value, at) => (value === undefined ? [] : [{ value, at }]));
  if (kind === 'columns' && count <= FEW) return known.map(({ value, at }) => label(0, at, value));
  if (known.length < 3 || wide.facets.length > 0) return [];
  const high = known.reduce((best, one) => (one.value > best.value ? one : best));
  const low = known.reduce((best, one) => (one.value < best.value ? one : best));
  const ends = [known.at(-1), high, low, known[0]].filter((one) => one !== undefined);
  return [...new Map(ends.map((one) => [one.at, one])).values()].map(({ value, at }, nth) =>
    label(0, at, value, nth === 0 ? 'strong' : 'plain'),
  );
}

/** Lines right across: the average of what is drawn, and a target. */
export function referencesOf(
  series: readonly Series[],
  numbers: NumberWords,
  { spec, placeOf }: ShortReading,
): Panel['references'] {
  const mean = spec.average ? meanOf(series) : undefined;
  const line = (value: number, words: string, path: string) => ({
    value,
    from: Number.NEGATIVE_INFINITY,
    to: Number.POSITIVE_INFINITY,
    text: words.replace('{value}', numbers.say(value)),
    place: placeOf([path]),
  });
  return [
    ...(mean === undefined ? [] : [line(mean, spec.words.average, 'average')]),
    ...(spec.target ? [line(spec.target.value, spec.target.label ?? spec.words.target, 'target')] : []),
  ];
}

function meanOf(series: readonly Series[]): number | undefined {
  const values = series.flatMap((one) => one.values).filter((value) => value !== undefined);
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}
