import { expect, test } from 'vitest';
import { readChart } from '../../read-chart.ts';

/** What a right picture of a file has, counted by hand from the file. */
interface Facts {
  readonly series: readonly string[];
  /** Rows of the table; gaps are cells of theirs without a value. */
  readonly rows: number;
  readonly gaps?: number;
  /** Of the first series: its first, last, lowest and highest value. */
  readonly first: number;
  readonly last: number;
  readonly lowest: number;
  readonly highest: number;
  readonly as: string;
}

const months = (of: number, value: (nth: number) => string) =>
  Array.from(
    { length: of },
    (_, nth) => `${1958 + Math.floor(nth / 12)}-${String((nth % 12) + 1).padStart(2, '0')},${value(nth)}`,
  ).join('\n');

const weeks = Array.from({ length: 120 }, (_, nth) => {
  const day = new Date(Date.UTC(2001, 0, 5 + 7 * nth)).toISOString().slice(0, 10);
  return `${day},${(20 + ((nth * 37) % 101) / 10).toFixed(2)}`;
});

const FILES: readonly (readonly [
  what: string,
  file: string,
  content: string,
  fence: string,
  facts: Facts,
])[] = [
  [
    'years above and below zero, as columns',
    'a.csv',
    'year,temp\n1880,-0.2\n1881,-0.12\n1882,0.07\n1883,0.31\n',
    'as: columns',
    { series: ['temp'], rows: 4, first: -0.2, last: 0.31, lowest: -0.2, highest: 0.31, as: 'columns' },
  ],
  [
    'sources of power stacked from dates of a long table',
    'a.csv',
    `year,source,net\n${['Coal', 'Wind', 'Water'].map((source, nth) => [2001, 2002, 2003].map((year) => `${year}-01-01,${source},${(nth + 1) * 10 + year - 2001}`).join('\n')).join('\n')}\n`,
    'x: year\ny: net\nseries: source\nas: area\nstack: true',
    {
      series: ['Coal', 'Wind', 'Water'],
      ...{ rows: 3, first: 10, last: 12, lowest: 10, highest: 12, as: 'area' },
    },
  ],
  [
    'prices of shares with dates in words',
    'a.csv',
    'symbol,date,price\nAB,Jan 1 2000,39.81\nAB,Feb 1 2000,36.35\nAB,Mar 1 2000,43.22\nCD,Jan 1 2000,64.56\nCD,Feb 1 2000,68.87\nCD,Mar 1 2000,67\n',
    'x: date\ny: price\nseries: symbol',
    {
      series: ['AB', 'CD'],
      ...{ rows: 3, first: 39.81, last: 43.22, lowest: 36.35, highest: 43.22, as: 'line' },
    },
  ],
  [
    'a list of objects with days that are date-times',
    'a.json',
    JSON.stringify(
      [0, 83, 20, 9].map((wounds, nth) => ({
        date: `1854-0${nth + 4}-01T00:00:00.000Z`,
        ...{ wounds, other: nth * 5, disease: 100 - nth },
      })),
    ),
    'x: date\ny: [wounds, other, disease]\nas: columns\nstack: true',
    {
      series: ['wounds', 'other', 'disease'],
      ...{ rows: 4, first: 0, last: 9, lowest: 0, highest: 83, as: 'columns' },
    },
  ],
  [
    'named points of two numbers',
    'a.csv',
    'country,income,health,population\nNorth,1925,57.63,32526562\nSouth,10620,76,2896679\nEast,13434,76.5,39666519\n',
    'x: income\ny: health\nas: scatter',
    { series: ['health'], rows: 3, first: 57.63, last: 76.5, lowest: 57.63, highest: 76.5, as: 'dots' },
  ],
  [
    'two counts of each name as bars',
    'a.csv',
    'airline,seats,before,after\nAer One,320906734,2,0\nTwo*,1197672318,76,6\nThree / Four,385803648,6,1\n',
    'x: airline\ny: [before, after]\nas: bars',
    { series: ['before', 'after'], rows: 3, first: 2, last: 6, lowest: 2, highest: 76, as: 'bars' },
  ],
  [
    'months whose rows are longer than the heads and hold codes for gaps',
    'a.csv',
    `Date,Decimal,Mean,Filled,Trend,Days\n${months(26, (nth) => `1958.${200 + nth},${nth === 5 ? '-99.99' : (315 + nth / 10).toFixed(2)},${(315 + nth / 10).toFixed(2)},-01,-9.99,-0.99`)}\n`,
    'x: Date\ny: [Mean, Filled]\ngaps: [-99.99]',
    {
      series: ['Mean', 'Filled'],
      ...{ rows: 26, gaps: 1, first: 315, last: 317.5, lowest: 315, highest: 317.5, as: 'line' },
    },
  ],
  [
    'ten countries of a long table',
    'a.csv',
    `country,year,gdp\n${Array.from({ length: 10 }, (_, nth) => [2000, 2001].map((year) => `Country ${nth + 1},${year},${10 - nth + (year - 2000) / 2}`).join('\n')).join('\n')}\n`,
    'x: year\ny: gdp\nseries: country',
    {
      series: Array.from({ length: 10 }, (_, nth) => `Country ${nth + 1}`),
      ...{ rows: 2, first: 10, last: 10.5, lowest: 10, highest: 10.5, as: 'line' },
    },
  ],
  [
    'weeks, with no word in the fence',
    'a.csv',
    `Date,Price\n${weeks.join('\n')}\n`,
    '',
    { series: ['Price'], rows: 120, first: 20, last: 26, lowest: 20, highest: 30, as: 'line' },
  ],
  [
    'one of two columns of other sizes',
    'a.csv',
    'Year,Mean mass balance,Number of sites\n1956,0,\n1957,-0.094,12\n1958,-0.963,12\n1959,-0.5,13\n',
    'x: Year\ny: Mean mass balance',
    {
      series: ['Mean mass balance'],
      ...{ rows: 4, first: 0, last: -0.5, lowest: -0.963, highest: 0, as: 'line' },
    },
  ],
  [
    'semicolons, decimal commas and dots between thousands',
    'a.csv',
    '\uFEFFJahr;Ein;Aus;Saldo\r\n2018;1.552,4;1.490,1;62,3\r\n2019;1.610,9;1.559,9;51,0\r\n2020;1.566,7;1.713,7;-147,0\r\n',
    'as: columns',
    {
      series: ['Ein', 'Aus', 'Saldo'],
      ...{ rows: 3, first: 1552.4, last: 1566.7, lowest: 1552.4, highest: 1610.9, as: 'columns' },
    },
  ],
  [
    'quarters between a title and a source, with two dots for a gap',
    'a.csv',
    'National accounts\n\nQuarter,"Growth, %"\n2019-Q1,0.5\n2019-Q2,-1.9\n2019-Q3,..\n2019-Q4,8.4\n\nSource: none\n',
    '',
    {
      series: ['Growth, %'],
      ...{ rows: 4, gaps: 1, first: 0.5, last: 8.4, lowest: -1.9, highest: 8.4, as: 'line' },
    },
  ],
];

test.each(FILES)('%s', (_, file, content, fence, facts) => {
  const { chart, rows = [], errors } = readChart(fence, content, file);
  expect(errors).toEqual([]);
  const series = chart?.panels.flatMap((panel) => panel.series) ?? [];
  const values = (series[0]?.own ?? series[0]?.values ?? []).filter((value) => value !== undefined);
  const drawn = { series: series.map(({ title }) => title), as: series[0]?.as };
  expect({
    ...{ ...drawn, rows: rows.length, first: values[0], last: values.at(-1) },
    ...{ lowest: Math.min(...values), highest: Math.max(...values) },
  }).toEqual({ ...facts, gaps: undefined });
  const gaps = series.flatMap(({ own, values: all, passed }) =>
    (own ?? all).filter((value, at) => value === undefined && !passed?.has(at)),
  );
  expect(gaps).toHaveLength(facts.gaps ?? 0);
  // The table has every number that is drawn, as often as it is.
  const cells = rows.flatMap((row) => row.slice(1).map(Number));
  for (const { own, values: all } of series)
    for (const value of own ?? all) if (value !== undefined) expect(cells).toContain(value);
});
