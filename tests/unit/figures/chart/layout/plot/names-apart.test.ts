import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meet } from '../../../../../../src/figures/chart/layout/box.ts';
import { placeChart } from '../../../../../../src/figures/chart/layout/chart.ts';
import { inkOf } from '../../../../../../src/figures/chart/layout/label.ts';
import { WIDE_FRAME } from '../../../../../../src/figures/chart/layout/plot-frame.ts';
import { parseChart } from '../../../../../../src/figures/chart/model/parse.ts';

const RUNS = process.env['ORIHON_LONG'] ? 300 : 30;
const NAMES = [
  'Ambry',
  'Bell and Candle',
  'C',
  'Dory',
  '東京湾',
  'خليج',
  'A rather long name of a town',
  'Haven',
];
const more = Array.from({ length: 24 }, (_, nth) => `Series ${nth + 1}`);

interface Seeded {
  readonly kind: string;
  readonly series: number;
  readonly rows: number;
  readonly values: readonly number[];
  readonly marked: boolean;
}

/** A table of so many series over years, and the fence that draws it. */
function chartOf({ kind, series, rows, values, marked }: Seeded) {
  const names = [...NAMES, ...more].slice(0, series);
  const lines = Array.from({ length: rows }, (_, row) =>
    [2000 + row, ...names.map((_, nth) => values[(row * series + nth) % values.length])].join(','),
  );
  const csv = `year,${names.join(',')}\n${lines.join('\n')}\n`;
  const body = `file: a.csv\ny: ${JSON.stringify(names)}\n${kind}\n${marked ? `highlight: [${names[0]}]` : ''}`;
  return parseChart(
    { kind: 'chart', body, place: { file: '01.md', line: 1, column: 1 }, slide: 'a' },
    { read: () => csv, paths: ['a.csv'], measure, report: () => {}, lang: 'en' },
  )?.charts[0];
}

const measure = (text: string, _: string, size: number) => [...text].length * size * 0.5;

test('names of series never meet each other, and none is lost without a word', () => {
  const seeded = fc.record({
    kind: fc.constantFrom(
      'as: line',
      'as: area\nstack: true',
      'as: columns\nstack: true',
      'as: dots',
      'as: columns',
    ),
    series: fc.integer({ min: 1, max: 12 }),
    rows: fc.integer({ min: 1, max: 40 }),
    values: fc.array(
      fc.double({ min: 0, max: 1000, noNaN: true }).map((value) => Number(value.toFixed(2))),
      {
        minLength: 7,
        maxLength: 60,
      },
    ),
    marked: fc.boolean(),
  });
  fc.assert(
    fc.property(seeded, (one) => {
      const chart = chartOf(one);
      // What is refused (too many columns beside each other) draws nothing that could meet.
      if (!chart) return;
      const titles = chart.panels.flatMap(({ series }) => series.map(({ title }) => title));
      const { texts } = placeChart(chart, measure, WIDE_FRAME);
      const names = texts.filter(({ text }) =>
        titles.some(
          (title) => title === text || (text.endsWith('…') && title?.startsWith(text.slice(0, -1))),
        ),
      );
      if (one.series > 1) expect(names.length).toBeGreaterThanOrEqual(one.series);
      for (const [nth, name] of names.entries())
        for (const other of names.slice(nth + 1)) expect(meet(inkOf(name), inkOf(other), 0)).toBe(false);
    }),
    { numRuns: RUNS },
  );
});
