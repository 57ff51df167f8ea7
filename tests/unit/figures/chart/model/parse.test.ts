import { describe, expect, test } from 'vitest';
import { formatProblem, type Problem } from '../../../../../src/base/problem.ts';
import { parseChart } from '../../../../../src/figures/chart/model/parse.ts';

const YEARS = `title: Apples
finding: More apples each year.
file: data/apples.csv
x: { column: year, from: 2000, to: 2004 }
panels:
  - title: Tonnes
    scale: { max: 10, grid: [5] }
    digits: 1
    series:
      - { column: tonnes, name: Tonnes, as: columns }
`;

const ROWS = `title: Orchards
finding: The north grows most.
file: data/apples.csv
rows: { column: place, sort: tonnes, estimate: guess, accent: South }
panels:
  - title: Tonnes
    significant: 3
    series:
      - { column: tonnes, name: Tonnes, as: bars, divide: 1000 }
`;

/** Reads a fence that begins in line 5 of `01.md`; gives the chart, and the problems as an author sees them. */
function parse(body: string, csv: string, more: Readonly<Record<string, string>> = {}) {
  const files: Readonly<Record<string, string>> = { 'data/apples.csv': csv, ...more };
  const problems: Problem[] = [];
  const parsed = parseChart(
    { kind: 'chart', body, place: { file: '01.md', line: 5, column: 1 }, slide: 'apples' },
    {
      read: (path) => files[path],
      paths: Object.keys(files),
      measure: () => 0,
      report: (problem) => problems.push(problem),
      lang: 'en',
    },
  );
  return { ...parsed, chart: parsed?.charts[0], problems: problems.map(formatProblem) };
}

describe('a chart of years', () => {
  test('keeps a missing year and an empty cell as gaps, and says so in neither words nor zeros', () => {
    const { chart, problems } = parse(YEARS, 'year,tonnes\n2000,1.5\n2002,\n2003,2\n');
    expect(problems).toEqual([]);
    expect(chart?.panels[0]?.series[0]?.values).toEqual([1.5, undefined, undefined, 2, undefined]);
    expect(chart?.table.rows).toEqual([
      { name: '2000', cells: ['1.5'] },
      { name: '2002', cells: [''] },
      { name: '2003', cells: ['2'] },
    ]);
  });

  test('of months and days is drawn along time, within the years it names', () => {
    const { chart, problems } = parse(YEARS, 'year,tonnes\n1999-12,9\n2000-01,3\n2000-02,\n2001-03-01,5\n');
    expect(problems.filter((one) => one.includes('error'))).toEqual([]);
    expect(chart?.axis).toMatchObject({
      kind: 'plot',
      scale: 'time',
      names: ['2000-01', '2000-02', '2001-03-01'],
    });
    expect(chart?.panels[0]).toMatchObject({
      title: 'Tonnes',
      series: [{ as: 'columns', values: [3, undefined, 5] }],
    });
    expect(chart?.table).toMatchObject({ head: ['year', 'Tonnes'] });
  });

  test('computes the words of labels and brackets from the values, not from rounded ones', () => {
    const labelled = `${YEARS}    labels: [{ at: 2000 }, { at: 2003, accent: true, text: "{value} t" }]
    brackets: [{ from: 2000, to: 2003, label: "{change} in three years" }]\n`;
    const { chart } = parse(labelled, 'year,tonnes\n2000,4.7138\n2003,5.4005\n');
    expect(chart?.panels[0]?.labels.map(({ text }) => text)).toEqual(['4.7', '5.4 t']);
    expect(chart?.panels[0]?.brackets.map(({ text }) => text)).toEqual(['+15% in three years']);
  });

  test('says a fall with a minus sign', () => {
    const fallen = `${YEARS}    brackets: [{ from: 2000, to: 2003, label: "{change}" }]\n`;
    const { chart } = parse(fallen, 'year,tonnes\n2000,4\n2003,3\n');
    expect(chart?.panels[0]?.brackets[0]?.text).toBe('−25%');
  });

  test('writes the unit once, on the highest grid line', () => {
    const grid = YEARS.replace('grid: [5]', 'grid: [5, 10], unit: "{} t"');
    const { chart } = parse(grid, 'year,tonnes\n2000,1\n');
    expect(chart?.panels[0]?.grid.map(({ text }) => text)).toEqual(['5', '10 t']);
  });

  test('joins files that call the years otherwise', () => {
    const joined = `${YEARS}      - { file: data/pears.csv, x: when, column: tonnes, name: Pears, as: line }\n`;
    const { chart, problems } = parse(joined, 'year,tonnes\n2000,1\n', {
      'data/pears.csv': 'when,tonnes\n2001,3.0\n',
    });
    expect(problems).toEqual([]);
    expect(chart?.table).toEqual({
      head: ['Year', 'Tonnes', 'Pears'],
      rows: [
        { name: '2000', cells: ['1', ''] },
        { name: '2001', cells: ['', '3.0'] },
      ],
    });
  });
});

describe('a chart of rows', () => {
  const csv = 'place,tonnes,guess\nSouth,48189.1,\nNorth,916014.7,\nEast,296821.4,yes\n';

  test('sorts by a column, labels every row and says which is an estimate', () => {
    const { chart, problems } = parse(ROWS, csv);
    expect(problems).toEqual([]);
    expect(chart?.axis).toMatchObject({
      names: ['North', 'East', 'South'],
      accent: 2,
      estimates: new Set([1]),
    });
    expect(chart?.panels[0]?.labels.map(({ text }) => text)).toEqual(['916', '297, estimate', '48.2']);
    expect(chart?.table.rows[1]).toEqual({ name: 'East', cells: ['296821.4', 'yes'] });
  });

  test('knows no year marks', () => {
    const marked = `${ROWS}    aims: [{ at: 2030, value: 1, label: More }]\n`;
    expect(parse(marked, csv).problems).toEqual([
      '01.md:14:11: error: "aims" stands in a chart of rows. Leave it out: every row is labelled with its value.',
    ]);
  });

  test('names the nearest row when the accent is misspelt', () => {
    expect(parse(ROWS.replace('accent: South', 'accent: Souht'), csv).problems).toEqual([
      '01.md:8:63: error: no row is called "Souht". Did you mean "South"?',
    ]);
  });
});

describe('a broken fence', () => {
  const csv = 'year,tonnes\n2000,1\n';
  const broken: readonly (readonly [string, string, string])[] = [
    [
      'an unknown key is reported with the nearest known one',
      YEARS.replace('digits:', 'digit:'),
      '01.md:12:5: error: unknown key "digit". Did you mean "digits"?',
    ],
    [
      'a missing column is reported with the nearest one',
      YEARS.replace('column: tonnes', 'column: tons'),
      '01.md:14:19: error: data/apples.csv has no column "tons". Did you mean "tonnes"?',
    ],
    [
      'a missing file is reported with the nearest one',
      YEARS.replace('apples.csv', 'aples.csv'),
      '01.md:7:7: error: there is no file "data/aples.csv". Did you mean "data/apples.csv"?',
    ],
    [
      'a chart must run along something',
      YEARS.replace(/^x: .*\n/m, ''),
      '01.md:5:1: error: this chart has neither "x" nor "rows". Write "x" for years from left to right, or "rows" for names down the side.',
    ],
    [
      'a scale must hold its values',
      YEARS.replace('max: 10', 'max: 0.5'),
      '01.md:11:19: error: the scale ends at 0.5, but 1 is to be drawn. Write 1 or more.',
    ],
    [
      'a label needs a value',
      `${YEARS}    labels: [{ at: 2001 }]\n`,
      '01.md:15:14: error: series 1 has no value at 2001. Name a year that has one.',
    ],
    [
      'a bracket runs forward',
      `${YEARS}    brackets: [{ from: 2003, to: 2000, label: "{change}" }]\n`,
      '01.md:15:16: error: this runs from 2003 to 2000. Name the earlier year first.',
    ],
    [
      'a tick lies on the axis',
      YEARS.replace('to: 2004', 'to: 2004, ticks: [2000, 2010]'),
      '01.md:8:56: error: the tick 2010 lies outside the axis. The axis runs from 2000 to 2004.',
    ],
    [
      'bars belong to rows',
      YEARS.replace('as: columns', 'as: bars'),
      '01.md:14:45: error: "as" is "bars" in a chart of years. Write columns or line or dots.',
    ],
  ];
  test.each(broken)('%s', (_, body, problem) => {
    const { problems, chart } = parse(body, csv);
    expect(problems).toEqual([problem]);
    expect(chart).toBeUndefined();
  });
});

describe('a broken file', () => {
  const broken: readonly (readonly [string, string, string])[] = [
    [
      'text in a column of numbers',
      'year,tonnes\n2000,1\n2001,many\n',
      'data/apples.csv:3:6: error: "many" is no number. Write a number such as 1512.4, leave the cell empty, or list it under "gaps".',
    ],
    [
      'a year twice',
      'year,tonnes\n2000,1\n2001,2\n2000,3\n',
      'data/apples.csv:4:1: error: 2000 stands twice (first in line 2). Keep one row for each: a chart draws one value for it.',
    ],
    [
      'no year at all',
      'year,tonnes\nlast,1\n',
      'data/apples.csv:2:1: error: "last" is not a year. Write a whole year such as 1976.',
    ],
    [
      'nothing',
      '\n',
      'data/apples.csv:1:1: error: data/apples.csv is empty. Write a header row and one row for each fact.',
    ],
    [
      'a number behind a quoted cell of two lines',
      'note,year,tonnes\n"one,\n""two""",2000,x y\n',
      'data/apples.csv:3:15: error: "x y" is no number. Write a number such as 1512.4, leave the cell empty, or list it under "gaps".',
    ],
  ];
  test.each(broken)('%s is reported where it stands', (_, csv, problem) => {
    expect(parse(YEARS, csv).problems).toEqual([problem]);
  });

  test('lists every problem at once, and each once', () => {
    const twice = `${YEARS}      - { column: tonnes, name: Again, as: line }\n`;
    expect(parse(twice, 'year,tonnes\nsoon,a\n2001,2\n').problems).toHaveLength(2);
  });

  test('reads a byte order mark, Windows line ends and blank lines as nothing', () => {
    const { chart, problems } = parse(YEARS, '\uFEFFyear,tonnes\r\n2000,1\r\n\r\n2001,2\r\n');
    expect(problems).toEqual([]);
    expect(chart?.panels[0]?.series[0]?.values.slice(0, 2)).toEqual([1, 2]);
  });

  test('refuses a hundred thousand rows in one sentence', () => {
    const rows = Array.from({ length: 100_000 }, (_, row) => `place ${row},1,`);
    expect(
      parse(ROWS.replace(', accent: South', ''), ['place,tonnes,guess', ...rows].join('\n')).problems,
    ).toEqual(['01.md:7:7: error: data/apples.csv has 100000 rows. A chart draws 1 to 18 of them.']);
  });
});
