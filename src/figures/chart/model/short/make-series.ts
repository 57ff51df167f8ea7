import type { Series } from '../chart.ts';
import { exact } from './domain.ts';
import type { Drawn } from './drawn.ts';
import type { Gathered } from './gather.ts';
import type { looksOf } from './look.ts';
import type { ShortReading } from './roles.ts';

/** The series of one panel with their looks, stacked where they are to be. */
export function makeSeries(
  group: readonly Gathered[],
  names: readonly string[],
  looks: ReturnType<typeof looksOf>,
  { wide, kind }: Drawn,
  { spec }: ShortReading,
): readonly Series[] {
  const count = wide.positions.at.length;
  const valuesOf = ({ cells }: Gathered) => Array.from({ length: count }, (_, at) => cells.get(at)?.value);
  if (kind === 'band') {
    const [low, high] = group;
    if (!low || !high) return [];
    return [
      {
        as: 'band',
        values: valuesOf(high),
        lows: valuesOf(low),
        pale: false,
        name: undefined,
        title: `${low.name} – ${high.name}`,
        tone: 'c1',
        passed: passedOf(low, count),
      },
    ];
  }
  const stacked = spec.stack !== false && kind !== 'line' && kind !== 'dots' && kind !== 'scatter';
  const sumAt = (at: number) =>
    group.reduce((sum, { cells }) => sum + Math.abs(cells.get(at)?.value ?? 0), 0);
  const ups: number[] = Array(count).fill(0);
  const downs: number[] = Array(count).fill(0);
  // Parts of a whole add up to it, whatever binary fractions leave over.
  const stack = (value: number, at: number) => {
    const sum = spec.stack === 'share' ? sumAt(at) : undefined;
    const part = sum === undefined ? value : sum === 0 ? 0 : (value / sum) * 100;
    const ends = value < 0 ? downs : ups;
    const low = ends[at] ?? 0;
    const high = exact(low + part);
    ends[at] = high;
    return { low, high };
  };
  const isGrouped = (kind === 'columns' || kind === 'bars') && !stacked;
  return group.map((one): Series => {
    const look = looks.get(one.name) ?? { tone: 'past', dash: undefined, pale: false, highlighted: false };
    const own = valuesOf(one);
    const spans = stacked
      ? own.map((value, at) => (value === undefined ? undefined : stack(value, at)))
      : undefined;
    return {
      as:
        kind === 'slope'
          ? 'line'
          : kind === 'scatter' || kind === 'dots'
            ? 'dots'
            : kind === 'bars'
              ? 'bars'
              : kind,
      ...(spans
        ? { values: spans.map((span) => span?.high), lows: spans.map((span) => span?.low), own }
        : { values: own }),
      passed: passedOf(one, count),
      pale: look.pale,
      highlighted: look.highlighted,
      tone: names.length === 1 && (kind === 'columns' || kind === 'bars') ? 'mid' : look.tone,
      ...(look.shade !== undefined && kind !== 'line' && kind !== 'slope' ? { shade: look.shade } : {}),
      dash: kind === 'line' || kind === 'slope' ? look.dash : undefined,
      title: one.name,
      name: undefined,
      ...(isGrouped ? { group: { nth: names.indexOf(one.name), of: names.length } } : {}),
    };
  });
}

function passedOf({ cells }: Gathered, count: number): ReadonlySet<number> {
  const passed = new Set<number>();
  if (cells.size < count) for (let at = 0; at < count; at++) if (!cells.has(at)) passed.add(at);
  return passed;
}
