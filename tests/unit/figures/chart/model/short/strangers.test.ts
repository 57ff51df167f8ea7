import { describe, expect, test } from 'vitest';
import { readChart } from '../../read-chart.ts';

describe('a file as offices publish it', () => {
  test('keeps values of columns that are not drawn in the rows of their names', () => {
    const csv = 'town,share,people\nBath,2,90000\nYork,9,200000\nHull,5,260000\n';
    const { rows } = readChart('sort: value', csv);
    expect(rows).toEqual([
      ['York', '9', '200000'],
      ['Hull', '5', '260000'],
      ['Bath', '2', '90000'],
    ]);
  });

  test('sets the minus before a sign of money', () => {
    const { chart } = readChart('', 'year,balance\n2001,$3.4\n2002,-$1.2\n');
    expect(chart?.finding).toBe('balance: −$1.2 (2002); first $3.4 (2001).');
  });

  test('says which cells hold an error of a spreadsheet', () => {
    const { series, notices } = readChart('', 'year,n\n2001,1\n2002,#N/A\n2003,#DIV/0!\n2004,3\n');
    expect(series).toEqual([['n', [1, undefined, undefined, 3]]]);
    expect(notices[0]).toContain(
      'a.csv:3:6: notice: "#N/A" in "n" (2 such cells) is an error of a spreadsheet',
    );
  });

  test('draws no codes for numbers', () => {
    const { series } = readChart('', 'year,fips,GEO_ID,n\n2001,01730,7,1\n2002,01731,8,2\n');
    expect(series?.map(([title]) => title)).toEqual(['n']);
  });

  test('takes packed columns apart, with flags told and gaps left', () => {
    const tsv =
      'unit,geo\\TIME_PERIOD\t2021Q1 \t2021Q2 \t2021Q3 \nPC,AT\t: \t1.5 p\t2.5 \nPC,DE\t3.1 \t3.2 \t-0.4 b\n';
    for (const fence of ['', 'series: geo', 'series: unit,geo\\TIME_PERIOD']) {
      const { series, notices } = readChart(fence, tsv, 'a.tsv');
      expect(series).toEqual([
        ['AT', [undefined, 1.5, 2.5]],
        ['DE', [3.1, 3.2, -0.4]],
      ]);
      expect(notices.join()).toContain('with a mark ("p", "b")');
    }
  });

  test('makes one head of two, and no row of a line of units', () => {
    const two = ',2019,,2020,\nRegion,Men,Women,Men,Women\nNorth,10,11,12,13\nSouth,20,21,22,23\n';
    expect(readChart('', two).series?.map(([title]) => title)).toEqual([
      '2019, Men',
      '2019, Women',
      '2020, Men',
      '2020, Women',
    ]);
    const units = 'Date,Temp,Rain\n,°C,mm\n2023-05-01,5,2\n2023-05-02,6,3\n2023-05-03,7,1\n2023-05-04,8,2\n';
    const { rows, notices } = readChart('', units);
    expect(rows?.[0]).toEqual(['2023-05-01', '5', '2']);
    expect(notices).toEqual([
      'a.csv:2:1: notice: the line under the heads holds units ("°C", "mm") and is no row. Write the unit with "scale: { unit: … }".',
    ]);
  });

  test('takes a year and its months together, and says so', () => {
    const csv = 'year,month,n\n2001,1,5\n2001,2,6\n2001,3,7\n2002,1,8\n';
    const { chart, notices } = readChart('', csv);
    expect(chart?.axis).toMatchObject({ unit: 'month', names: ['2001-1', '2001-2', '2001-3', '2002-1'] });
    expect(notices[0]).toContain('"year", "month" were taken together for dates');
    expect(readChart('x: year\ny: n', csv).errors[0]).toContain('Write "x: [year, month]"');
    expect(readChart('x: year\ny: n\nper: sum', csv).series).toEqual([['n', [18, 8]]]);
  });

  test.each([
    ['period,n\n201912,1\n202001,2\n', [Date.UTC(2019, 11), Date.UTC(2020, 0)], '2019-12'],
    ['time,n\n1609459200,1\n1609545600,2\n', [Date.UTC(2021, 0, 1), Date.UTC(2021, 0, 2)], '2021-01-01'],
    [
      'date,n\n1609459200000,1\n1609545600000,2\n',
      [Date.UTC(2021, 0, 1), Date.UTC(2021, 0, 2)],
      '2021-01-01',
    ],
    ['year,n\n1950.5,1\n1951.5,2\n', [Date.UTC(1950, 6, 2), Date.UTC(1951, 6, 2)], '1950-07-02'],
  ])('reads plain numbers of %j as the dates they count', (csv, at, text) => {
    const { chart, notices } = readChart('', csv);
    expect(chart?.axis).toMatchObject({ scale: 'time', at });
    expect(notices[0]).toContain(`was read as ${text}`);
  });

  test('draws no sum among dates or months, and says where one is drawn among names', () => {
    const years = readChart('', 'Year,n\n2019,100\n2020,40\n2021,60\nTotal,200\n');
    expect(years.series).toEqual([['n', [100, 40, 60]]]);
    expect(years.notices[0]).toContain(
      'a.csv:5:1: notice: "Total" under "Year" is taken for a sum and is not drawn',
    );
    const months = readChart('as: columns', 'Month,n\nJan,1\nFeb,2\nMar,3\nTotal,6\n');
    expect(months.series).toEqual([['n', [1, 2, 3]]]);
    const names = readChart('', 'Region,n\nNorth,1\nSouth,2\nTotal,3\n');
    expect(names.series).toEqual([['n', [1, 2, 3]]]);
    expect(names.notices[0]).toContain('"Total" under "Region" is drawn among its parts');
  });

  test('is told apart by a date that varies, not by the day of its issue', () => {
    const csv = 'LAST UPDATE,geo,TIME,n\n12/06/24,DE,2010,1\n12/06/24,DE,2011,2\n12/06/24,DE,2012,3\n';
    expect(readChart('', csv).chart?.axis).toMatchObject({ names: ['2010', '2011', '2012'] });
  });
});
