import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatProblem, type Problem } from '../../../../../../src/base/problem.ts';
import { placeChart } from '../../../../../../src/figures/chart/layout/chart.ts';
import { spread } from '../../../../../../src/figures/chart/layout/plot/end-names.ts';
import { parseChart } from '../../../../../../src/figures/chart/model/parse.ts';

/** Reads a short fence over one file; gives the chart and the errors as an author sees them. */
function parse(fence: string, csv: string) {
  const problems: Problem[] = [];
  const parsed = parseChart(
    {
      kind: 'chart',
      body: `file: a.csv\n${fence}`,
      place: { file: '01.md', line: 5, column: 1 },
      slide: 'a',
    },
    {
      read: () => csv,
      paths: ['a.csv'],
      measure: (text) => text.length * 10,
      report: (one) => problems.push(one),
      lang: 'en',
    },
  );
  const errors = problems.filter(({ severity }) => severity === 'error').map(formatProblem);
  return { chart: parsed?.charts[0], errors };
}

const MONTHS = 'month,gain\n2004-01,1.5\n2004-02,\n2004-04,-2\n';
const LONG = 'year,place,n\n2000,North,1\n2001,North,2\n2000,South,3\n2001,South,1.5\n';

describe('a chart of a file alone', () => {
  test('runs over months, below zero, with its gap told from a month that no row has', () => {
    const { chart, errors } = parse('', MONTHS);
    expect(errors).toEqual([]);
    expect(chart?.axis).toMatchObject({ kind: 'plot', scale: 'time', unit: 'month' });
    expect(chart?.panels[0]?.series[0]).toMatchObject({
      as: 'line',
      values: [1.5, undefined, -2],
      passed: new Set(),
    });
    expect(chart?.table.rows.map(({ cells }) => cells)).toEqual([['1.5'], [''], ['-2']]);
    expect(chart?.finding).toBe('gain: −2.0 (2004-04); first 1.5 (2004-01).');
  });

  test('of a long table asks for the column that parts its rows, and draws them by it', () => {
    expect(parse('y: n', LONG).errors[0]).toContain('Write "series: place"');
    const { chart } = parse('series: place\nonly: [South]', LONG);
    expect(chart?.panels[0]?.series.map(({ title, values }) => [title, values])).toEqual([
      ['South', [3, 1.5]],
    ]);
  });

  test('counts rows together only where it is told how', () => {
    const { chart } = parse('y: n\nper: mean', LONG);
    expect(chart?.panels[0]?.series[0]?.values).toEqual([2, 1.75]);
    expect(chart?.table.rows).toHaveLength(4);
  });

  test('stacks parts on each other, or as shares of each sum', () => {
    const stacked = parse('series: place\nas: area\nstack: true', LONG).chart;
    expect(stacked?.panels[0]?.series[1]).toMatchObject({ lows: [1, 2], values: [4, 3.5] });
    const shares = parse('series: place\nas: columns\nstack: share', LONG).chart;
    expect(shares?.panels[0]?.series[1]?.values).toEqual([100, 100]);
  });

  test('draws names as bars, in the order of the file or by value', () => {
    const names = 'country,n\nNA,2\nNamibia,5\n';
    expect(parse('', names).chart?.axis).toMatchObject({ across: true, names: ['NA', 'Namibia'] });
    expect(parse('sort: value', names).chart?.axis).toMatchObject({ names: ['Namibia', 'NA'] });
  });

  test('draws the two ends of a slope', () => {
    const { chart } = parse('series: place\nbetween: [2000, 2001]', LONG);
    expect(chart?.panels[0]?.series.map(({ as }) => as)).toEqual(['line', 'line']);
    expect(parse('series: place\nbetween: [1990, 2001]', LONG).errors[0]).toContain('no row has "1990"');
  });

  test.each([
    ['as: pie', '"as: bars"'],
    ['as: lines', 'Did you mean "line"?'],
    ['as: columns\nscale: { min: 1 }', 'columns have to begin at 0'],
    ['scale: { log: true }', 'a logarithmic scale has no place for -2'],
    ['labels: []', 'unknown key "labels"'],
    ['scale: { max: 1 }', 'the scale ends at 1, but 1.5 is to be drawn'],
  ])('refuses %j with what to write instead', (fence, words) => {
    expect(parse(fence, MONTHS).errors.join('\n')).toContain(words);
  });

  test('of a wide table of years says how to turn it', () => {
    const heads = Array.from({ length: 9 }, (_, nth) => 2000 + nth);
    expect(
      parse('', `name,${heads.join(',')}\nA,${heads.map((year) => year - 1999).join(',')}\n`).errors[0],
    ).toContain('stand in its heads (2000 to 2008)');
  });

  test('names columns that are drawn beside each other, and keeps them apart and on the canvas', () => {
    const { chart } = parse('as: columns\ny: [a, b]', 'year,a,b\n2000,3,-1\n2001,4,2\n');
    const panel = chart && placeChart(chart, (text) => text.length * 10).panels[0];
    const boxes = panel?.marks.flatMap(({ box }) => box ?? []) ?? [];
    expect(boxes).toHaveLength(4);
    for (const [nth, one] of boxes.entries()) {
      expect(one.x).toBeGreaterThanOrEqual(panel?.canvas.x ?? 0);
      expect(one.x + one.width).toBeLessThanOrEqual((panel?.canvas.x ?? 0) + (panel?.canvas.width ?? 0));
      for (const other of boxes.slice(nth + 1))
        expect(Math.abs(one.x - other.x)).toBeGreaterThan(one.width - 0.01);
    }
  });
});

test('names at the ends of lines never meet, and stay inside', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -100, max: 900, noNaN: true }), { minLength: 1, maxLength: 18 }),
      (wanted) => {
        const ys = spread(
          [...wanted].sort((a, b) => a - b),
          0,
          600,
        );
        for (const [nth, y] of ys.entries()) {
          expect(y).toBeGreaterThan(-0.001);
          expect(y).toBeLessThan(600.001);
          if (nth > 0) expect(y - (ys[nth - 1] ?? 0)).toBeGreaterThan(27.999);
        }
      },
    ),
    { numRuns: 300 },
  );
});
