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

  test('writes a bare point with its 0, in the table too', () => {
    const { table } = readChart('', 'year,rate\n2001,.5\n2002,-.25\n2003,1.5\n').chart ?? {};
    expect(table?.rows.map(({ cells }) => cells[0])).toEqual(['0.5', '-0.25', '1.5']);
  });

  test('takes numbers with four places for no months of years', () => {
    const csv =
      'land,spi,offense\nBrazil,91.63,3.3847\nSpain,89.1,2.0274\nPeru,80.8,1.9791\nChile,78.03,2.1583\n';
    expect(readChart('', csv).rows?.map(([name]) => name)).toEqual(['Brazil', 'Spain', 'Peru', 'Chile']);
  });

  test('draws series of one date as bars of their names, with the date', () => {
    const csv = 'land,year,people\nChad,2017,3\nPeru,2018,4\nOman,2018,5\nTogo,2018,6\n';
    const bars = readChart('x: year\nseries: land\nonly: [Peru, Togo]', csv);
    expect(bars.chart?.axis).toMatchObject({ scale: 'names', names: ['Peru', 'Togo'], across: true });
    expect(bars.chart?.panels[0]?.title).toBe('people, 2018');
    expect(bars.notices).toEqual([
      expect.stringContaining('all that is drawn is of 2018: each "land" is a bar'),
    ]);
    const lines = readChart('x: year\nseries: land\nonly: [Chad, Togo]', csv);
    expect(lines.chart?.axis, 'two dates').toMatchObject({ scale: 'time' });
    const dots = readChart('x: year\nseries: land\nas: dots\nonly: [Peru, Togo]', csv);
    expect(dots.chart?.axis, 'as its author writes').toMatchObject({ scale: 'time' });
    const guessed = readChart('', 'land,year,people\nPeru,2018,4\nOman,2018,5\n');
    expect(guessed.chart?.panels[0]?.title, 'where nobody names columns').toBe('people, 2018');
  });

  test('draws a series for each name of only, wherever these stand', () => {
    const csv =
      'kind,year,lost\nFlood,1990,3\nStorm,1990,4\nFire,1990,9\nFlood,1991,5\nStorm,1991,6\nFire,1991,8\n';
    const { series, notices } = readChart('only: [Storm, Flood]', csv);
    expect(series?.map(([title]) => title)).toEqual(['Storm', 'Flood']);
    expect(notices).toEqual([expect.stringContaining('"only" names what stands under "kind"')]);
    expect(readChart('only: [Storm, Food]', csv).errors.join()).toContain('no row has "Food"');
  });

  test('draws no years as amounts', () => {
    const csv = 'yield,kind,year\n27,Velvet,1931\n39,Trebi,1932\n33,Velvet,1932\n';
    expect(readChart('x: yield\nseries: kind', csv).errors.join()).toContain('no numbers but years ("year")');
    expect(readChart('x: year\ny: yield\nseries: kind', csv).errors).toEqual([]);
    expect(readChart('x: yield\ny: year\nas: scatter', csv).errors, 'where its author wants to').toEqual([]);
  });

  test('says that many series of dots cannot be told apart', () => {
    const names = Array.from({ length: 14 }, (_, nth) => `Name ${nth}`);
    const csv = `first,last,n\n${names.map((last, nth) => `Ann,${last},${nth}\nBob,${last},${nth + 1}`).join('\n')}\n`;
    expect(readChart('series: last', csv).notices).toEqual([
      expect.stringContaining('14 series are drawn alike, in grey'),
    ]);
    expect(readChart('series: last\nonly: [Name 1, Name 2]', csv).notices).toEqual([]);
  });

  test('ends the axis where what is drawn ends, not with what stands under other heads', () => {
    const csv = 'year,price,forecast\n2000,,9\n2001,1,\n2002,,7\n2003,3,\n2004,,4\n2005,,5\n';
    expect(readChart('y: price', csv).rows).toEqual([
      ['2001', '1'],
      ['2002', ''],
      ['2003', '3'],
    ]);
    const gap = readChart('y: price', 'year,price,forecast\n2001,1,1\n2002,2,2\n2003,,\n');
    expect(gap.rows, 'an empty row is a gap').toEqual([
      ['2001', '1'],
      ['2002', '2'],
      ['2003', ''],
    ]);
  });

  test('sets the minus before a sign of money', () => {
    const { chart } = readChart('', 'year,balance\n2001,$3.4\n2002,-$1.2\n');
    expect(chart?.finding).toBe('balance: −$1.2 (2002); first $3.4 (2001).');
  });

  test('writes the numbers that are drawn as exactly as they need, whatever else the file holds', () => {
    const long = 'year,land,rate\n2001,A,0.71\n2002,A,0.74\n2001,B,4700.5\n2002,B,5000\n';
    const { chart: alone } = readChart('series: land\nonly: [A]', long);
    expect(alone?.finding).toBe('A: 0.74 (2002); first 0.71 (2001).');
    const { chart: both } = readChart('series: land', long);
    expect(both?.finding).toBe('A: 0.74 (2002); first 0.71 (2001). B: 5,000 (2002); first 4,701 (2001).');
    const { chart: mean } = readChart('per: mean', 'year,n\n2001,1\n2001,2\n2002,4\n2002,4\n');
    expect(mean?.finding).toBe('n: 4.0 (2002); first 1.5 (2001).');
  });

  test('takes names of which each stands once before dates that do not', () => {
    const one = readChart('', 'country,year,n\nChad,2007,1\nPeru,2007,2\nOman,2007,3\n');
    expect(one.rows?.map(([name]) => name)).toEqual(['Chad', 'Peru', 'Oman']);
    expect(one.notices).toEqual([]);
    const several = readChart('', 'country,year,n\nChad,2006,1\nPeru,2007,2\nOman,2007,3\n');
    expect(several.rows).toEqual([
      ['Chad', '1', '2006'],
      ['Peru', '2', '2007'],
      ['Oman', '3', '2007'],
    ]);
    expect(several.series?.map(([title]) => title)).toEqual(['n']);
    expect(several.notices).toEqual([
      expect.stringContaining('rows of several dates ("year") stand side by side'),
    ]);
    const course = readChart('', 'country,year,n\nChad,2006,1\nChad,2007,2\nOman,2006,3\nOman,2007,3\n');
    expect(course.series?.map(([title]) => title)).toEqual(['Chad', 'Oman']);
    expect(readChart('', 'event,year,n\nA,2006,1\nB,2007,2\n').rows?.map(([name]) => name)).toEqual([
      '2006',
      '2007',
    ]);
  });

  test('says whose line runs straight on where others have rows', () => {
    const rows = [0, 1, 2, 3, 4, 5, 6, 7].map((nth) => `${2001 + nth},Fire,${nth}`);
    const file = (...floods: readonly string[]) => `year,of,n\n${[...rows, ...floods].join('\n')}\n`;
    const told = (csv: string) => readChart('series: of', csv).notices;
    expect(told(file('2001,Flood,9', '2002,Flood,1', '2007,Flood,8', '2008,Flood,9'))).toEqual([
      '01.md:5:7: notice: the line of "Flood" runs straight on where the file has no row ("Flood" at 2003). Add rows of 0 where nothing happened, empty cells for gaps, or write "as: dots".',
    ]);
    expect(told(file('2001,Flood,9', '2004,Flood,1', '2007,Flood,8')), 'a measure every third year').toEqual(
      [],
    );
    expect(told(file('2005,Flood,9', '2006,Flood,1', '2007,Flood,8')), 'a shorter line').toEqual([]);
    expect(told(file('2001,Flood,9', '2002,Flood,1', '2003,Flood,', '2008,Flood,9')), 'gap').toHaveLength(1);
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

  test('runs the months or quarters of a year in a row, and leaves what sums them up', () => {
    const heads = 'Year,Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec,J-D\n';
    const row = (year: number, last = '12') => `${year},1,2,3,4,5,6,7,8,9,10,11,${last},6.5\n`;
    const { chart, series, notices } = readChart('', `${heads}${row(2000)}${row(2001, '***')}`);
    expect(chart?.axis).toMatchObject({ scale: 'time', unit: 'month' });
    expect(series?.[0]?.[1]).toEqual([
      ...Array.from({ length: 12 }, (_, nth) => nth + 1),
      ...Array.from({ length: 11 }, (_, nth) => nth + 1),
      undefined,
    ]);
    expect(notices[0]).toContain('"J-D" is not drawn');
    // A line for each year, where that is asked for; columns as they are, where they are named.
    expect(readChart('series: Year', `${heads}${row(2000)}${row(2001)}`).series).toHaveLength(2);
    expect(readChart('y: [Jan, Jul]', `${heads}${row(2000)}${row(2001)}`).series).toHaveLength(2);
    expect(readChart('', 'Year,Q1,Q2,Q3,Q4\n2000,1,2,3,4\n2001,5,6,7,8\n').series?.[0]?.[1]).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8,
    ]);
  });

  test('names rows by as many columns as it takes, and finds years behind words in heads', () => {
    const places = 'State,Country,1/1/20,1/2/20,1/13/20\n,Peru,1,2,3\nA,Chile,4,5,6\nB,Chile,7,8,9\n';
    expect(readChart('', places).series?.map(([title]) => title)).toEqual(['Peru', 'A, Chile', 'B, Chile']);
    const words = 'region,sex,People 2010,People 2011,People 2012\nN,men,1,2,3\nN,women,4,5,6\n';
    expect(readChart('', words).series).toEqual([
      ['men', [1, 2, 3]],
      ['women', [4, 5, 6]],
    ]);
    const flags = 'Label,2020-01,2020-02,2020-03\nPrices,1,2,3\nCodes,A,A,P\n';
    expect(readChart('', flags).series).toEqual([['Prices', [1, 2, 3]]]);
  });

  test('draws the finest of years, quarters and months of one column', () => {
    const csv = 'date,n\n2001,6\n2001 Q1,2\n2001 JAN,1\n2001 FEB,2\n2001 MAR,3\n';
    const { series, notices } = readChart('', csv);
    expect(series).toEqual([['n', [1, 2, 3]]]);
    expect(notices.join()).toContain('1 quarter and 1 year stand among the months under "date"');
  });

  test('takes -999 far below all else for no value, and says so', () => {
    const csv = 'year,n\n2001,0.5\n2002,-999\n2003,-0.2\n2004,0.1\n';
    const { series, rows, notices } = readChart('', csv);
    expect(series).toEqual([['n', [0.5, undefined, -0.2, 0.1]]]);
    expect(rows?.[1]).toEqual(['2002', '-999']);
    expect(notices.join()).toContain('"-999" under "n" (1 such cell) is taken for a sign of no value');
    expect(readChart('gaps: []', csv).series?.[0]?.[1]).toContain(-999);
    expect(readChart('', 'year,n\n2001,5000\n2002,-999\n2003,-4000\n').series?.[0]?.[1]).toContain(-999);
  });

  test('draws no parts of dates, ranks and places on a map beside what is measured', () => {
    const drawn = (csv: string) => readChart('', csv).series?.map(([title]) => title);
    expect(
      drawn('date,year,decimal,n\n2001-01,2001,2001.04,5\n2001-02,2001,2001.12,6\n2001-03,2001,2001.2,7\n'),
    ).toEqual(['n']);
    expect(drawn('Rank,Town,lat,n\n1,Bath,51.4,5\n2,York,53.9,6\n3,Hull,53.7,4\n')).toEqual(['n']);
    expect(drawn('year,month,n\n2001,9,5\n2002,9,6\n2003,9,4\n')).toEqual(['n']);
  });

  test('reads what answers of offices hold: lists by name, JSON-stat, a list behind its description', () => {
    const named = {
      Peru: {
        data: [
          { year: 2000, n: 1 },
          { year: 2001, n: 2 },
        ],
      },
      Chile: {
        data: [
          { year: 2000, n: 3 },
          { year: 2001, n: 4 },
        ],
      },
    };
    expect(readChart('', JSON.stringify(named), 'a.json').series).toEqual([
      ['Peru', [1, 2]],
      ['Chile', [3, 4]],
    ]);
    const category = (names: readonly string[]) => ({ index: names });
    const stat = {
      ...{
        version: '2.0',
        class: 'dataset',
        id: ['area', 'time'],
        size: [2, 2],
        value: { 0: 1, 1: 2, 3: 4 },
      },
      dimension: {
        area: { label: 'region', category: category(['N', 'S']) },
        time: { category: category(['2000', '2001']) },
      },
    };
    expect(readChart('', JSON.stringify(stat), 'a.json').series).toEqual([
      ['N', [1, 2]],
      ['S', [undefined, 4]],
    ]);
    const page = [
      { page: 1 },
      [
        { date: '2001', value: 5 },
        { date: '2000', value: 4 },
      ],
    ];
    expect(readChart('', JSON.stringify(page), 'a.json').series).toEqual([['value', [4, 5]]]);
  });

  test('draws times of day as a line', () => {
    const csv = `time,n\n${Array.from({ length: 24 }, (_, hour) => `${hour}:00,${hour}`).join('\n')}\n`;
    expect(readChart('', csv).chart?.panels[0]?.series[0]?.as).toBe('line');
  });
});
