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
      read: (path) => (path === 'a.csv' ? csv : path === 'timeline.yaml' ? TIMELINE : undefined),
      paths: ['a.csv', 'timeline.yaml'],
      measure: (text) => text.length * 10,
      report: (one) => problems.push(one),
      lang: 'en',
    },
  );
  const errors = problems.filter(({ severity }) => severity === 'error').map(formatProblem);
  const notices = problems.filter(({ severity }) => severity === 'notice').map(({ what }) => what);
  return { chart: parsed?.charts[0], errors, notices };
}

const TIMELINE = `title: Days
from: 2003
to: 2006
lanes: [{ id: a, name: A }]
eras:
  - { from: 2003, name: Before }
  - { from: 2004, name: After }
events:
  - { id: flood, lane: a, date: 2004-02-10, title: A flood, label: Flood, summary: Water came. }
`;
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

  test('of a long table finds the column that parts its rows, says so, and draws them by it', () => {
    const guessed = parse('y: n', LONG);
    expect(guessed.chart?.panels[0]?.series.map(({ title }) => title)).toEqual(['North', 'South']);
    expect(guessed.notices.join()).toContain('there is a series for each "place"');
    const many = Array.from({ length: 41 }, (_, nth) => `2000,P${nth},1\n2001,P${nth},2\n`).join('');
    expect(parse('y: n', `year,place,n\n${many}`).errors[0]).toContain('Write "series: place"');
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

  test('stacks over time are areas, or columns where values are below 0', () => {
    expect(parse('series: place\nstack: true', LONG).chart?.panels[0]?.series[0]?.as).toBe('area');
    const below = 'year,place,n\n2000,N,1\n2001,N,2\n2000,S,-3\n2001,S,1\n';
    expect(parse('series: place\nstack: true', below).chart?.panels[0]?.series[0]?.as).toBe('columns');
  });

  test('says where a sum lacks a part, and where "stack" does nothing', () => {
    const lacking = parse('series: place\nstack: share', `${LONG}2002,North,4\n`).notices;
    expect(lacking).toContain('the sum at 2002 lacks "South"');
    expect(parse('series: place\nstack: true', LONG).notices.join()).not.toContain('lacks');
    expect(parse('series: place\nas: line\nstack: true', LONG).notices).toContain(
      '"stack" does nothing with "as: line"',
    );
  });

  test('says how it read 1.234 where only the semicolons of the file speak', () => {
    const { chart, notices } = parse('', 'year;n\n2000;1.234\n2001;2.345\n');
    expect(chart?.panels[0]?.series[0]?.values).toEqual([1234, 2345]);
    expect(notices).toContain('"1.234" was read as 1234: "," before decimals');
    const point = parse('y: n', 'year;n;m\n2000;1.234;1.5\n2001;2.345;2.5\n').chart;
    expect(point?.panels[0]?.series[0]?.values).toEqual([1.234, 2.345]);
  });

  test('draws names as bars, in the order of the file or by value', () => {
    const names = 'country,n\nNA,2\nNamibia,5\n';
    expect(parse('', names).chart?.axis).toMatchObject({ across: true, names: ['NA', 'Namibia'] });
    expect(parse('sort: value', names).chart?.axis).toMatchObject({ names: ['Namibia', 'NA'] });
  });

  test('draws the two ends of a slope', () => {
    const { chart } = parse('series: place\nbetween: [2000, 2001]', LONG);
    expect(chart?.panels[0]?.series.map(({ as }) => as)).toEqual(['line', 'line']);
    const columns = parse('as: slope\nx: city\ny: [then, now]', 'city,then,now\nBath,1,5\nYork,4,2\n').chart;
    expect(columns?.axis).toMatchObject({ names: ['then', 'now'] });
    expect(columns?.panels[0]?.series.map(({ title, values }) => [title, values])).toEqual([
      ['Bath', [1, 5]],
      ['York', [4, 2]],
    ]);
    const years = 'year,n\n2000,1\n2001,2\n2002,3\n';
    expect(parse('as: slope', years).chart?.axis).toMatchObject({ names: ['2000', '2002'] });
    const three = 'city,n\nBath,1\nYork,4\nHull,2\n';
    expect(parse('as: slope\nx: city\ny: n', three).errors[0]).toContain('"between: [Bath, Hull]"');
    expect(parse('series: place\nbetween: [1990, 2001]', LONG).errors[0]).toContain('no row has "1990"');
  });

  test('draws events and eras of the timeline of the deck where they happened', () => {
    const { chart, errors } = parse('events: [flood]\neras: true', MONTHS);
    expect(errors).toEqual([]);
    expect(chart?.axis).toMatchObject({
      events: [{ at: Date.UTC(2004, 1, 10), text: 'Flood, 10 Feb 2004' }],
      eras: [{ from: Date.UTC(2004, 0, 1), to: Date.UTC(2004, 3, 1), text: 'After' }],
    });
    const placed = chart && placeChart(chart, (text) => text.length * 10);
    expect(placed?.texts.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Flood, 10 Feb 2004', 'After']),
    );
  });

  test('counts what its labels and brackets say', () => {
    const csv = 'year,n,m\n2000,10,4\n2005,15,20\n2010,20,5\n';
    const fence =
      'as: line\nlabels: [{ at: 2005, series: n, text: "{value}, place {rank}" }]\nbrackets: [{ from: 2000, to: 2010, label: "{change}, {difference}, {times} times, {cagr} a year" }]';
    const { chart, errors } = parse(fence, csv);
    expect(errors).toEqual([]);
    const [panel] = chart?.panels ?? [];
    expect(panel?.labels.map(({ text }) => text)).toEqual(['15, place 2']);
    expect(panel?.brackets.map(({ text }) => text)).toEqual(['+100%, +10, 2.0 times, +7.2% a year']);
    const texts = chart && placeChart(chart, (text) => text.length * 10).texts.map(({ text }) => text);
    expect(texts).toContain('+100%, +10, 2.0 times, +7.2% a year');
  });

  test.each([
    ['as: pie', '"as: bars"'],
    ['as: lines', 'Did you mean "line"?'],
    ['as: columns\nscale: { min: 1 }', 'columns have to begin at 0'],
    ['scale: { log: true }', 'a logarithmic scale has no place for -2'],
    ['panel: []', 'unknown key "panel"'],
    ['labels: [{ at: 2004-01, series: loss }]', 'there is no series "loss". Known here: "gain".'],
    ['brackets: [{ from: 2004-01, to: 2004-02 }]', 'there is no value at 2004-02'],
    ['brackets: [{ from: 2004-04, to: 2004-01 }]', 'Name the earlier one first.'],
    ['brackets: [{ from: 2004-01, to: 2004-04 }]', 'Write {difference}.'],
    ['events: [storm]', 'the timeline has no event "storm"'],
    ['labels: [{ at: 2004-01, text: "{sum}" }]', 'nothing is called "{sum}"'],
    ['scale: { max: 1 }', 'the scale ends at 1, but 1.5 is to be drawn'],
  ])('refuses %j with what to write instead', (fence, words) => {
    expect(parse(fence, MONTHS).errors.join('\n')).toContain(words);
  });

  test('keeps in the table what its author or the scale leaves out of the picture', () => {
    const far = parse('', 'year,a,b,much\n2000,1,2,9000\n2001,3,4,8000\n').chart;
    expect(far?.panels[0]?.series.map(({ title }) => title)).toEqual(['a', 'b']);
    expect(far?.table.head).toEqual(['year', 'a', 'b', 'much']);
    const points = parse('as: scatter\nx: a', 'name,a,b\nOne,1,2\nTwo,,4\n').chart;
    expect(points?.table.rows.map(({ cells }) => cells.at(-1))).toEqual(['2', '4']);
  });

  test('lets shares add up to a hundred, whatever binary fractions leave over', () => {
    const { errors } = parse(
      'as: bars\nstack: share',
      'name,a,b,c,d\nX,15,79,5,1\nY,9,90,1,3\nZ,0.1,0.2,0.3,0.4\n',
    );
    expect(errors).toEqual([]);
  });

  test('joins columns that make one date, also where a sheet writes a year once', () => {
    const csv = 'Year,Quarter,n\n2019,1,5\n,2,6\n,3,7\n,4,8\n2020,1,9\n';
    expect(parse('x: [Year, Quarter]', csv).chart?.axis).toMatchObject({
      unit: 'quarter',
      names: ['2019-Q1', '2019-Q2', '2019-Q3', '2019-Q4', '2020-Q1'],
    });
    const short = parse('x: [Year, Month]', 'Month,Year,n\n3,14,5\n4,14,6\n1,15,2\n').chart;
    expect(short?.axis).toMatchObject({ unit: 'month', names: ['2014-3', '2014-4', '2015-1'] });
  });

  test.each([
    ['months', 'Month,Tokyo,Oslo\nApr,15,5\nDec,8,-3\nJan,5,-4\n', ['Jan', 'Apr', 'Dec'], 'line'],
    ['days of the week', 'day,n\nFri,1\nMon,2\nSun,3\n', ['Mon', 'Fri', 'Sun'], 'bars'],
    ['ages', 'age,n\n0-4,1\n10-14,2\n5-9,3\n85+,1\n', ['0-4', '5-9', '10-14', '85+'], 'bars'],
    ['what has no order', 'fruit,n\nPear,1\nApple,2\nMay,3\n', ['Pear', 'Apple', 'May'], 'bars'],
  ])('sets %s in their own order', (_, csv, names, as) => {
    const { chart } = parse('', csv);
    expect(chart?.axis).toMatchObject({ names });
    expect(chart?.panels[0]?.series[0]?.as).toBe(as);
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
