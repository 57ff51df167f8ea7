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
});
