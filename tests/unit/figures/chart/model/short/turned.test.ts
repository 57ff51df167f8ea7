import { describe, expect, test } from 'vitest';
import { formatProblem, type Problem } from '../../../../../../src/base/problem.ts';
import { parseChart } from '../../../../../../src/figures/chart/model/parse.ts';

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
  const [chart] = parsed?.charts ?? [];
  return { chart, lines: problems.map(formatProblem), series: seriesOf(chart) };
}

type Parsed = ReturnType<typeof parseChart>;

function seriesOf(chart: NonNullable<Parsed>['charts'][number] | undefined) {
  return chart?.panels[0]?.series.map(({ title, values }) => [title, values]);
}

const BANK = `\uFEFF"Data Source","World Development Indicators",

"Last Updated Date","2024-06-28",

"Country Name","Country Code","Indicator Name","Indicator Code","1960","1961","1962",
"Aland","ALA","Growth (annual %)","SP","1.5","","-0.5",
"Borneo","BOR","Growth (annual %)","SP","2","3","4",
`;

describe('a table with dates for heads', () => {
  test('runs along them, a series for each of its rows, every cell in the table', () => {
    const { chart, series, lines } = parse('', BANK);
    expect(chart?.axis).toMatchObject({ scale: 'time', unit: 'year', names: ['1960', '1961', '1962'] });
    expect(series).toEqual([
      ['Aland', [1.5, undefined, -0.5]],
      ['Borneo', [2, 3, 4]],
    ]);
    expect(chart?.table.rows.map(({ cells }) => cells)).toEqual([
      ['1.5', '2'],
      ['', '3'],
      ['-0.5', '4'],
    ]);
    expect(lines.join('\n')).toContain('a series for each "Country Name"');
  });

  test('knows years as databanks write them, and takes the names its author gives them', () => {
    const csv =
      'Country,Series,1990 [YR1990],1991 [YR1991],1992 [YR1992]\nChile,GDP,1,..,3\nPeru,GDP,4,5,6\n';
    const { chart, series } = parse('x: Year\ny: Dollars\nonly: [Peru]', csv);
    expect(series).toEqual([['Peru', [4, 5, 6]]]);
    expect(chart?.title).toBe('Dollars / Year');
  });

  test('is asked for the series where its first names do not tell the rows apart', () => {
    const csv = 'Area,State,1/22/20,1/23/20,1/24/20\nN,X,1,2,3\nS,X,4,5,6\n,Y,7,8,9\n';
    expect(parse('series: State\nper: sum', csv).series).toEqual([
      ['X', [5, 7, 9]],
      ['Y', [7, 8, 9]],
    ]);
  });

  test('stays as it is where columns are named, or bars are asked for', () => {
    const csv = 'City,2019,2020,2021,2022\nBerlin,1,2,3,4\nParis,5,6,7,8\n';
    expect(parse('x: City\ny: ["2019", "2022"]', csv).series?.map(([title]) => title)).toEqual([
      '2019',
      '2022',
    ]);
    expect(parse('as: bars', csv).chart?.axis).toMatchObject({ across: true, names: ['Berlin', 'Paris'] });
  });
});
