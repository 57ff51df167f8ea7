import type { Series } from '../../model/chart.ts';

/** More positions than this are thinned before they are drawn. */
const MANY = 1500;

/**
 * Positions that a drawing of so many px needs: of each two px the first, last, highest and lowest of every series, and
 * one of each gap. Undefined where all of them are few enough.
 */
export function keptPositions(
  series: readonly Series[],
  px: readonly number[],
  isLine: boolean,
): readonly number[] | undefined {
  if (px.length <= MANY) return undefined;
  const kept = new Set<number>();
  for (const { values, passed } of series) {
    if (isLine) keepExtremes(values, px, passed, kept);
    else keepCells(values, px, kept);
  }
  return [...kept].sort((a, b) => a - b);
}

function keepExtremes(
  values: Series['values'],
  px: readonly number[],
  passed: ReadonlySet<number> | undefined,
  kept: Set<number>,
): void {
  let bucket = Number.NaN;
  let [low, high, last] = [-1, -1, -1];
  let inGap = false;
  const flush = () => {
    for (const at of [low, high, last]) if (at >= 0) kept.add(at);
  };
  for (const [at, value] of values.entries()) {
    if (passed?.has(at)) continue;
    if (value === undefined) {
      if (!inGap) kept.add(at);
      inGap = true;
      continue;
    }
    const here = Math.floor((px[at] ?? 0) / 2);
    if (here !== bucket || inGap) {
      flush();
      kept.add(at);
      [bucket, low, high] = [here, at, at];
    }
    inGap = false;
    if (value < (values[low] ?? value)) low = at;
    if (value > (values[high] ?? value)) high = at;
    last = at;
  }
  flush();
}

/** Of points that lie on each other, one: cells of a fine grid. */
function keepCells(values: Series['values'], px: readonly number[], kept: Set<number>): void {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values)
    if (value !== undefined) [low, high] = [Math.min(low, value), Math.max(high, value)];
  const seen = new Set<string>();
  for (const [at, value] of values.entries()) {
    if (value === undefined) continue;
    const cell = `${Math.round((px[at] ?? 0) / 5)},${Math.round(((value - low) / (high - low || 1)) * 110)}`;
    if (!seen.has(cell)) kept.add(at);
    seen.add(cell);
  }
}
