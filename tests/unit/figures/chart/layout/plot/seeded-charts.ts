import fc from 'fast-check';
import { placeChart } from '../../../../../../src/figures/chart/layout/chart.ts';
import { WIDE_FRAME } from '../../../../../../src/figures/chart/layout/plot-frame.ts';
import { parseChart } from '../../../../../../src/figures/chart/model/parse.ts';

/** 300 charts of all kinds where time is no matter. */
export const RUNS = process.env['ORIHON_LONG'] ? 300 : 40;

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

/** Kinds of charts, with what their fence says beside its series, and whether values below 0 can be drawn. */
const KINDS = [
  { fence: 'as: line', below: true },
  { fence: 'as: line\naverage: true', below: true },
  { fence: 'as: area\nstack: true', below: false },
  { fence: 'as: area\nstack: share', below: false },
  { fence: 'as: columns', below: true },
  { fence: 'as: columns\nstack: true', below: true },
  { fence: 'as: columns\nstack: share', below: false },
  { fence: 'as: bars', below: true, along: 'names' },
  { fence: 'as: bars\nstack: true', below: false, along: 'names' },
  { fence: 'as: dots', below: true, along: 'names' },
  { fence: 'as: dots', below: true },
  { fence: 'as: slope', below: true },
  { fence: 'as: scatter', below: true, along: 'numbers' },
  { fence: 'as: line', below: true, along: 'months' },
  { fence: 'facet: part', below: true, along: 'facets' },
  { fence: 'as: band', below: true, along: 'band' },
] as const;

const LABELS: Readonly<Record<string, (row: number) => string>> = {
  years: (row) => String(2000 + row),
  months: (row) => `${2000 + Math.floor(row / 12)}-${String((row % 12) + 1).padStart(2, '0')}`,
  names: (row) => `Row ${row + 1}${'x'.repeat((row * 7) % 20)}`,
  numbers: (row) => String(((row * 37) % 101) + row / 1000),
};

const seeded = fc.record({
  kind: fc.constantFrom(...KINDS),
  series: fc.integer({ min: 1, max: 12 }),
  rows: fc.integer({ min: 2, max: 40 }),
  values: fc.array(
    fc.double({ min: -1000, max: 1000, noNaN: true }).map((value) => Number(value.toFixed(2))),
    { minLength: 7, maxLength: 60 },
  ),
  marked: fc.boolean(),
});

type Seeded = typeof seeded extends fc.Arbitrary<infer One> ? One : never;

export const measure = (text: string, _: string, size: number) => [...text].length * size * 0.5;

/** A table of so many series, and the fence that draws it; undefined where it is refused. */
function chartOf({ kind, series, rows, values, marked }: Seeded) {
  const along = 'along' in kind ? kind.along : 'years';
  const names = [...NAMES, ...more].slice(0, series);
  const value = (nth: number) => {
    const one = values[nth % values.length] ?? 0;
    return kind.below ? one : Math.abs(one);
  };
  const label = LABELS[along] ?? LABELS['years'] ?? String;
  const wide = Array.from({ length: rows }, (_, row) =>
    [label(row), ...names.map((_, nth) => value(row * series + nth))].join(','),
  );
  const long = names.flatMap((name, nth) =>
    Array.from({ length: rows }, (_, row) => [name, label(row), value(row * series + nth)].join(',')),
  );
  const isLong = along === 'facets';
  const isBand = along === 'band';
  const band = Array.from({ length: rows }, (_, row) => {
    const ends = [value(2 * row), value(2 * row + 1)].sort((a, b) => a - b);
    return [label(row), ...ends].join(',');
  });
  const csv = isLong
    ? `part,year,n\n${long.join('\n')}\n`
    : isBand
      ? `x,low,high\n${band.join('\n')}\n`
      : `x,${names.join(',')}\n${wide.join('\n')}\n`;
  const roles = isLong
    ? 'x: year\ny: n'
    : isBand
      ? 'x: x\ny: { low: low, high: high }'
      : `x: x\ny: ${JSON.stringify(names)}`;
  const body = `file: a.csv\n${roles}\n${kind.fence}\n${marked && !isLong && !isBand ? `highlight: [${names[0]}]` : ''}`;
  return parseChart(
    { kind: 'chart', body, place: { file: '01.md', line: 1, column: 1 }, slide: 'a' },
    { read: () => csv, paths: ['a.csv'], measure, report: () => {}, lang: 'en' },
  )?.charts[0];
}

/** A chart of any kind with everything in its place; undefined for one that is refused and draws nothing. */
export const seededCharts = seeded.map((one) => {
  const chart = chartOf(one);
  return chart && { ...one, chart, placed: placeChart(chart, measure, WIDE_FRAME) };
});
