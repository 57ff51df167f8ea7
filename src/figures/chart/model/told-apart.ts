import type { Place } from '../../../base/problem.ts';
import type { RowAxis, Series, YearAxis } from './chart.ts';
import type { PanelSpec } from './spec.ts';

/** What tells the series of a panel apart by itself. */
interface Told {
  readonly spec: PanelSpec;
  readonly values: readonly (readonly (number | undefined)[])[];
  readonly placeOf: (path: readonly PropertyKey[]) => Place;
}

/** Colours of lines that are several, in the order of `../markup`'s sheet. */
const TONES = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'] as const;

/**
 * Several lines of equal rank have a colour each, from the third on a dash too, and their names where they are
 * farthest from each other, but where the author names one.
 */
export function toldApart(
  index: number,
  axis: YearAxis | RowAxis,
  { spec, values, placeOf }: Told,
): Partial<Series> {
  const lines = spec.series.flatMap(({ as, pale }, nth) => (as === 'line' && !pale ? [nth] : []));
  const nth = lines.indexOf(index);
  if (axis.kind !== 'years' || lines.length < 2 || nth < 0) return {};
  const own = values[index] ?? [];
  const alone = (at: number) =>
    Math.min(...lines.filter((line) => line !== index).map((line) => distance(own[at], values[line]?.[at])));
  const known = own.flatMap((value, at) => (value === undefined ? [] : [at]));
  const at = known.reduce((best, one) => (alone(one) > alone(best) ? one : best), known[0] ?? 0);
  return {
    tone: TONES[nth % TONES.length] ?? 'c1',
    ...(nth > 1 ? { dash: [4 * nth, 6] as const } : {}),
    ...(spec.series.some(({ label }) => label)
      ? {}
      : {
          name: {
            text: spec.series[index]?.name ?? '',
            at: axis.from + at,
            side: undefined,
            place: placeOf(['series', index]),
          },
        }),
  };
}

/** Several series of columns stand beside each other, a colour each, named at their highest. */
export function besideEachOther(
  index: number,
  axis: YearAxis | RowAxis,
  { spec, values, placeOf }: Told,
): Partial<Series> {
  const groups = spec.series.flatMap(({ as, pale }, nth) => (as === 'columns' && !pale ? [nth] : []));
  const nth = groups.indexOf(index);
  if (axis.kind !== 'years' || groups.length < 2 || nth < 0) return {};
  const own = values[index] ?? [];
  const at = own.reduce<number>((best, value, one) => ((value ?? 0) > (own[best] ?? 0) ? one : best), 0);
  const named = spec.series.some(({ label }) => label);
  const place = placeOf(['series', index]);
  return {
    tone: TONES[nth % TONES.length] ?? 'c1',
    group: { nth, of: groups.length },
    ...(named
      ? {}
      : { name: { text: spec.series[index]?.name ?? '', at: axis.from + at, side: 'above', place } }),
  };
}

function distance(one: number | undefined, other: number | undefined): number {
  return one === undefined || other === undefined ? 0 : Math.abs(one - other);
}
