import type { Panel, PlotAxis } from '../../model/chart.ts';

/** Maps a value to px from the plot's bottom (or left) edge. */
export type Scale = (value: number) => number;

export function valueScale(
  { min = 0, max = 1, log = false }: Pick<Panel, 'min' | 'max' | 'log'>,
  length: number,
): Scale {
  const by = log ? Math.log10 : (value: number) => value;
  const [low, high] = [by(min), by(max ?? 1)];
  return (value) => ((by(value) - low) / (high - low || 1)) * length;
}

/** Where the positions of an axis stand, px from the start of a length, and the room each has for columns. */
export interface Along {
  readonly px: readonly number[];
  readonly slot: number;
  readonly of: Scale;
}

export function alongScale(axis: PlotAxis, length: number): Along {
  const { at, scale, slots, domain } = axis;
  if (scale === 'names') {
    const slot = length / at.length;
    return { px: at.map((nth) => (nth + 0.5) * slot), slot, of: (nth) => (nth + 0.5) * slot };
  }
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const one of at) {
    if (one < first) first = one;
    if (one > last) last = one;
  }
  if (domain && !slots) [first, last] = [domain.min, domain.max];
  const gap = slots ? smallestGap(at, last - first) : 0;
  const room = slots ? gap / 2 : first === last ? 0.5 : 0;
  const [from, to] = [first - room, last + room];
  const of = (value: number) => ((value - from) / (to - from || 1)) * length;
  return { px: at.map(of), slot: slots ? (gap / (to - from || 1)) * length : 0, of };
}

/** The smallest distance of neighbours: a month is the shortest month, so that no two columns touch. */
function smallestGap(at: readonly number[], span: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let nth = 1; nth < at.length; nth++) {
    const gap = (at[nth] ?? 0) - (at[nth - 1] ?? 0);
    if (gap > 0 && gap < least) least = gap;
  }
  return Number.isFinite(least) ? least : span || 1;
}
