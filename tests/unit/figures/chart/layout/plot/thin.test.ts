import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keptPositions } from '../../../../../../src/figures/chart/layout/plot/thin.ts';

const RUNS = process.env['ORIHON_LONG'] ? 100 : 10;

test('thinned lines keep the highest, the lowest and the gaps of every two px', () => {
  const value = fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { nil: undefined, freq: 30 });
  fc.assert(
    fc.property(fc.array(value, { minLength: 3000, maxLength: 6000 }), (values) => {
      const px = values.map((_, at) => (at / values.length) * 800);
      const kept = keptPositions([{ as: 'line', values, pale: false, name: undefined }], px, true);
      const shown = new Set(kept);
      const pairs = new Map<number, { one: number | undefined; at: number }[]>();
      for (const [at, one] of values.entries()) {
        const left = Math.floor((px[at] ?? 0) / 2);
        pairs.set(left, [...(pairs.get(left) ?? []), { one, at }]);
      }
      const wrong = [...pairs.values()].filter((here) => {
        const known = here.flatMap(({ one }) => one ?? []);
        const drawn = here.flatMap(({ one, at }) => (shown.has(at) ? (one ?? []) : []));
        const gaps = here.filter(({ one }) => one === undefined);
        return (
          Math.max(...drawn) !== Math.max(...known) ||
          Math.min(...drawn) !== Math.min(...known) ||
          (gaps.length > 0 && !gaps.some(({ at }) => shown.has(at) || values[at - 1] === undefined))
        );
      });
      expect(wrong).toEqual([]);
      expect(shown.size).toBeLessThan(values.length);
    }),
    { numRuns: RUNS },
  );
});
