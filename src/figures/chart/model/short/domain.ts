/** The ends of a scale of numbers and the values its lines stand at. */
export interface Domain {
  readonly min: number;
  readonly max: number;
  readonly grid: readonly number[];
}

export interface DomainWish {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly grid?: readonly number[] | undefined;
  readonly log: boolean;
  /** Whether 0 has to be in it: columns, bars and areas. */
  readonly fromZero: boolean;
}

/** How many lines a scale has at most, by default. */
const MOST = 5;

/** Distance of round values, 1, 2 or 5 times a power of ten, that divides a span into `count` parts at most. */
export function roundStep(span: number, count: number): number {
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 2.5, 5, 10].find((one) => one * power >= rough * 0.999) ?? 10;
  return factor * power;
}

/** Round values from `min` to `max`. */
export function roundValues(min: number, max: number, count: number): readonly number[] {
  const step = roundStep(max - min, count);
  const first = Math.ceil(min / step - 1e-9);
  const last = Math.floor(max / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, nth) => exact((first + nth) * step));
}

/** Without the tail that binary fractions leave. */
export function exact(value: number): number {
  return Number(value.toPrecision(12));
}

/** A scale that holds all values and ends at round ones. Lines of data far from 0 do not begin there, unless they have to. */
export function domainOf(values: readonly number[], wish: DomainWish): Domain {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (values.length === 0) [low, high] = [0, 1];
  if (wish.log) return logDomain(low, high, wish);
  if (wish.fromZero || (low > 0 && low <= high * 0.4)) low = Math.min(low, 0);
  if (wish.fromZero || (high < 0 && high >= low * 0.4)) high = Math.max(high, 0);
  if (low === high)
    [low, high] =
      low === 0
        ? [0, 1]
        : [Math.min(low, low < 0 ? low * 1.1 : 0), Math.max(high, high < 0 ? 0 : high * 1.1)];
  const [from, to] = [wish.min ?? low, wish.max ?? high];
  const step = roundStep(to - from || 1, MOST);
  // The last line need not lie above all values: a little more than it is enough.
  const min = wish.min ?? (low === 0 ? 0 : settle(low, step, Math.floor));
  const max = wish.max ?? (high === 0 ? 0 : settle(high, step, Math.ceil));
  return { min, max, grid: wish.grid ?? roundValues(min, max, MOST) };
}

function settle(value: number, step: number, round: (value: number) => number): number {
  const far = exact(round(value / step) * step);
  const half = exact(round((value / step) * 2) * (step / 2));
  return Math.abs(half - value) < Math.abs(far - value) ? half : far;
}

function logDomain(low: number, high: number, wish: DomainWish): Domain {
  const down = 10 ** Math.floor(Math.log10(low));
  const min = wish.min ?? exact([5, 2, 1].map((factor) => factor * down).find((one) => one <= low) ?? down);
  const up = 10 ** Math.floor(Math.log10(high));
  const max =
    wish.max ??
    exact([1, 2, 5, 10].map((factor) => factor * up).find((one) => one >= high * 0.9999) ?? up * 10);
  const decades = Math.log10(max / min);
  const factors = decades < 1.5 ? [1, 2, 5] : decades < 3 ? [1, 3] : [1];
  const every = Math.max(1, Math.ceil(decades / 6));
  const grid: number[] = [];
  for (let power = Math.floor(Math.log10(min)); power <= Math.ceil(Math.log10(max)); power += every)
    for (const factor of factors) grid.push(exact(factor * 10 ** power));
  return {
    min,
    max,
    grid: wish.grid ?? grid.filter((value) => value >= min * 0.999 && value <= max * 1.001),
  };
}
