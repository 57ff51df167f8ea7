import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meet } from '../../../../../../src/figures/chart/layout/box.ts';
import { inkOf } from '../../../../../../src/figures/chart/layout/label.ts';
import { RUNS, seededCharts } from './seeded-charts.ts';

test('names of series never meet each other, and none is lost without a word', () => {
  let drawn = 0;
  fc.assert(
    fc.property(seededCharts, (one) => {
      if (!one) return;
      drawn++;
      const { chart, placed, kind, series } = one;
      const titles = chart.panels.flatMap((panel) => [
        panel.title,
        ...panel.series.map(({ title }) => title),
      ]);
      const names = placed.texts.filter(({ text }) =>
        titles.some(
          (title) => title === text || (text.endsWith('…') && title?.startsWith(text.slice(0, -1))),
        ),
      );
      // A band is named once, by both its ends.
      const isBand = kind.fence === 'as: band';
      // Many grey points have one entry for all of them, which may be cut.
      const grey = chart.panels[0]?.series.filter(({ as, tone }) => as === 'dots' && tone === 'mid') ?? [];
      const inOne =
        grey.length > 8 && placed.texts.some(({ text }) => text.startsWith(`${grey[0]?.title}, `));
      const apart = inOne ? series - grey.length : series;
      if (series > 1 || isBand) expect(names.length).toBeGreaterThanOrEqual(isBand ? 1 : apart);
      for (const [nth, name] of names.entries())
        for (const other of names.slice(nth + 1)) expect(meet(inkOf(name), inkOf(other), 0)).toBe(false);
    }),
    { numRuns: RUNS },
  );
  expect(drawn).toBeGreaterThan(RUNS / 2);
});
