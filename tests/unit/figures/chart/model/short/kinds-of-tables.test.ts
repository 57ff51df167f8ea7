import { expect, test } from 'vitest';
import { readChart } from '../../read-chart.ts';

test('semicolons part the cells where commas stand in heads and before decimals', () => {
  const { series, errors } = readChart('', 'Region;Share, %\nNorth;12,5\nSouth;3,1\nEast;4,7\n');
  expect(errors).toEqual([]);
  expect(series).toEqual([['Share, %', [12.5, 3.1, 4.7]]]);
});

test('numbers of four figures are no years where a later column holds greater ones', () => {
  const { chart } = readChart('', '城市,人口\n北京,2154\n上海,2424\n广州,1490\n');
  expect(chart?.axis).toMatchObject({ scale: 'names', names: ['北京', '上海', '广州'] });
  expect(readChart('', 'name,since,n\nA,1990,1\nB,1994,3\n').chart?.axis).toMatchObject({ scale: 'time' });
});

test('names of months are read in languages that are not that of the deck', () => {
  for (const months of [
    ['Jänner 2020', 'Februar 2020', 'März 2020'],
    ['январь 2020', 'февраль 2020', 'март 2020'],
    ['1 stycznia 2020', '1 lutego 2020', '1 marca 2020'],
    ['leden 2020', 'únor 2020', 'březen 2020'],
    ['Ocak 2020', 'Şubat 2020', 'Mart 2020'],
  ]) {
    const { chart } = readChart('', `m;n\n${months.map((month, nth) => `${month};${nth}`).join('\n')}\n`);
    expect(chart?.axis).toMatchObject({ scale: 'time', at: [0, 1, 2].map((nth) => Date.UTC(2020, nth)) });
  }
});

test('values of another unit stand beside a chart and not in it', () => {
  const { series, rows, notices } = readChart('', 'year,share,people\n2019,12%,100\n2020,13%,120\n');
  expect(series).toEqual([['share', [12, 13]]]);
  expect(rows?.[1]).toEqual(['2020', '13%', '120']);
  expect(notices[0]).toContain('"share" is drawn, and "people" not');
});

test('heads of groups among the rows are in the table only', () => {
  const csv = 'Country,2018,2019,2020\nAfrica,,,\nEgypt,4,5,6\nAsia,,,\nJapan,7,8,9\n';
  const { series, notices } = readChart('', csv);
  expect(series?.map(([title]) => title)).toEqual(['Egypt', 'Japan']);
  expect(notices.join()).toContain('"Africa", "Asia" hold no number and are in the table only');
});

test('names of rows need no head', () => {
  const { chart, rows, notices } = readChart('', '"mpg","cyl"\n"Mazda RX4",21,6\n"Datsun",22.8,4\n');
  expect(chart?.axis).toMatchObject({ names: ['Mazda RX4', 'Datsun'] });
  expect(rows?.[0]).toEqual(['Mazda RX4', '21', '6']);
  expect(notices[0]).toContain('the first names the row, and "mpg" is the second');
});

/** A long table whose rows take two columns to be told apart. */
function long(kinds: readonly string[]): string {
  const rows = ['Ambry', 'Bell'].flatMap((town, nth) =>
    [2000, 2001, 2002].flatMap((year) => kinds.map((kind, at) => `${town},${year},${kind},${nth * 10 + at}`)),
  );
  return `town,year,sex,n\n${rows.join('\n')}\n`;
}

test('of two columns that part the rows the sums of the one are drawn, else panels', () => {
  const sums = readChart('', long(['men', 'women', 'total']));
  expect(sums.errors).toEqual([]);
  expect(sums.series).toEqual([
    ['Ambry', [2, 2, 2]],
    ['Bell', [12, 12, 12]],
  ]);
  expect(sums.notices[0]).toContain('"series: town" and "where: { sex: total }"');
  const panels = readChart('', long(['men', 'women']));
  expect(panels.errors).toEqual([]);
  expect(panels.chart?.panels).toHaveLength(2);
  expect(panels.notices[0]).toContain('a panel for each "town" and a series for each "sex"');
});

test('a day of the week beside a year, a month and a day is no part of the date', () => {
  const days = [1, 2, 3, 4].map((day) => `2000,1,${day},${day + 5},${day * 100}`);
  const csv = `year,month,date_of_month,day_of_week,births\n${days.join('\n')}\n`;
  const { chart, errors } = readChart('', csv);
  expect(errors).toEqual([]);
  expect(chart?.axis).toMatchObject({ at: [1, 2, 3, 4].map((day) => Date.UTC(2000, 0, day)) });
});

test('a long table of two dozen places has a series for each', () => {
  const rows = Array.from({ length: 48 }, (_, nth) => `P${nth % 24},${2000 + Math.floor(nth / 24)},${nth}`);
  const { series, errors } = readChart('', `place,year,n\n${rows.join('\n')}\n`);
  expect(errors).toEqual([]);
  expect(series).toHaveLength(24);
});
