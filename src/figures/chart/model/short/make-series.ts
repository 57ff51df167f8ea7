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
  const sums = Array.from({ length: count }, (_, at) =>
    group.reduce((sum, { cells }) => sum + Math.abs(cells.get(at)?.value ?? 0), 0),
  );
  const ups: number[] = Array(count).fill(0);
  const downs: number[] = Array(count).fill(0);
  const isGrouped = (kind === 'columns' || kind === 'bars') && !stacked;
  return group.map((one): Series => {
    const look = looks.get(one.name) ?? { tone: 'past', dash: undefined, pale: false, highlighted: false };
    const own = valuesOf(one);
    const lows = own.map((value, at) =>
      value === undefined || !stacked ? undefined : ((value < 0 ? downs[at] : ups[at]) ?? 0),
    );
    const values = own.map((value, at) => {
      if (value === undefined || !stacked) return value;
      const part = spec.stack === 'share' ? (sums[at] ? (value / (sums[at] ?? 1)) * 100 : 0) : value;
      // Parts of a whole add up to it, whatever binary fractions leave over.
      const end = exact((lows[at] ?? 0) + part);
      if (value < 0) downs[at] = end;
      else ups[at] = end;
      return end;
    });
    return {
      as:
        kind === 'slope'
          ? 'line'
          : kind === 'scatter' || kind === 'dots'
            ? 'dots'
            : kind === 'bars'
              ? 'bars'
              : kind,
      values,
      ...(stacked ? { lows, own } : {}),
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
  return new Set(Array.from({ length: count }, (_, at) => at).filter((at) => !cells.has(at)));
}
