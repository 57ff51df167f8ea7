import { expect, test } from 'vitest';
import { readDates } from '../../../../src/base/table/date.ts';
import { readNumbers } from '../../../../src/base/table/number.ts';
import { readTable } from '../../../../src/base/table/read.ts';

/** The table of a text, and what was said of it. */
function read(text: string, file = 'a.csv') {
  const told: string[] = [];
  const table = readTable(file, new TextEncoder().encode(text), { file, line: 1, column: 1 }, ({ what }) =>
    told.push(what),
  );
  return { columns: table?.columns, rows: table?.rows.map(({ cells }) => cells), told };
}

const MONTHS = ['2020-01;1,5', '2020-02;1,6', '2020-03;1,7', '2020-04;1,8', '2020-05;1,9'];

test('names the columns of a file without heads, and loses no row', () => {
  const { columns, rows, told } = read('1990;01;95,9\n1990;02;97,2\n1991;01;90,1\n');
  expect(columns).toEqual(['year', 'month', 'column 3']);
  expect(rows).toHaveLength(3);
  expect(told[0]).toContain('no line names the columns');
  // Years above numbers are heads.
  expect(read('2019,2020,2021\n1,2,3\n4,5,6\n').rows).toHaveLength(2);
});

test('reads columns set under each other by blanks, with sentences above them', () => {
  const text =
    'Station\nLocation 287800E 345800N, 62 metres\nEstimates have a * after the value.\n   yyyy  mm   tmax  rain\n              degC    mm\n' +
    Array.from({ length: 12 }, (_, nth) => `   2000  ${nth + 1}   ${nth}.5   ${nth * 3}.0*\n`).join('');
  const { columns, rows, told } = read(text, 'a.txt');
  expect(columns).toEqual(['yyyy', 'mm', 'tmax', 'rain']);
  expect(rows?.[0]).toEqual(['2000', '1', '0.5', '0.0*']);
  expect(rows).toHaveLength(12);
  expect(told.join()).toContain('a line under the heads says what the columns are');
  // A text of words is no table of blanks.
  expect(read('one two\nthree four\n').columns).toEqual(['one two']);
});

test('takes no line between the heads and the first date for a row', () => {
  const ons = `"Title","Rate, %"\n"CDID","L55O"\n"Unit","%"\n"Important notes",\n${['2006', '2007', '2008', '2009', '2010'].map((year) => `"${year}","1.5"`).join('\n')}\n`;
  expect(read(ons)).toMatchObject({ columns: ['Title', 'Rate, %'] });
  expect(read(ons).rows).toHaveLength(5);
  const codes = `"";BBK01.WU17;BBK01.WU17_FLAGS\n"";Yields / Total;\nEinheit;%;\nStand vom;27.10.2023;\n${MONTHS.map((row) => `${row};`).join('\n')}\n`;
  expect(read(codes)).toMatchObject({ columns: ['(column 1)', 'Yields / Total', 'BBK01.WU17_FLAGS'] });
  expect(read(codes).told.join()).toContain('3 lines under the heads say what the columns are');
  // A first row whose date is of another make is a row.
  const years = ['1200', '1500', '1800', '1900', '1950', '2000'].map((year) => `${year},Iron,a`).join('\n');
  for (const date of [
    '-3000',
    '44 BC',
    'c. 886',
    '26 oct 899',
    '814',
    '-12000?',
    '2.5 Ma',
    'Y-2500000',
    'about 600',
  ])
    expect(read(`date,title,lane\n${date},Bronze,a\n${years}\n`).rows, date).toHaveLength(7);
  const total = `year,n\nTotal,15\n${[2001, 2002, 2003, 2004, 2005].map((year) => `${year},3`).join('\n')}\n`;
  expect(read(total).rows).toHaveLength(6);
});

test('reads figures of other scripts, and triangles for what is below 0', () => {
  expect(readNumbers(['٢٣٫٥', '१२', '▲1,234', '△5']).cells).toMatchObject([
    { value: 23.5 },
    { value: 12 },
    { value: -1234 },
    { value: -5 },
  ]);
  expect(readDates(['٢٠٢١', '令和元年度', 'Q2 FY21', 'FY2022 Q3'], { lang: 'en' }).cells).toMatchObject([
    { at: Date.UTC(2021, 0), unit: 'year' },
    { at: Date.UTC(2019, 0), unit: 'year' },
    { at: Date.UTC(2021, 3), unit: 'quarter' },
    { at: Date.UTC(2022, 6), unit: 'quarter' },
  ]);
});

test('tells years that run into the next from months by the column', () => {
  const at = (...cells: readonly string[]) =>
    readDates(cells, { lang: 'en' }).cells.map((date) => date && new Date(date.at).toISOString().slice(0, 7));
  expect(at('2009-10', '2010-11', '2011-12')).toEqual(['2009-01', '2010-01', '2011-01']);
  expect(at('2010/10', '2010/11', '2010/12')).toEqual(['2010-10', '2010-11', '2010-12']);
  expect(at('2010-11', '2010-12', '2011-01')).toEqual(['2010-11', '2010-12', '2011-01']);
  expect(at('2012/13', '2013/14')).toEqual(['2012-01', '2013-01']);
});

test.each([
  ['rows', `y,a\n${'1,2\n'.repeat(1_048_577)}`],
  ['columns', `${'a,'.repeat(16_384)}\n${'1,'.repeat(16_384)}`],
])('refuses more %s than a sheet of Excel has, before it reads them', (_, text) => {
  const { columns, told } = read(text);
  expect(columns).toBeUndefined();
  expect(told).toEqual(['a.csv has more rows or columns than a sheet of Excel']);
});

test('joins heads that repeat with the line below, which tells them apart', () => {
  const years =
    ',Exports,Exports,Imports,Imports\nCountry,2009,2010,2009,2010\nBelgium,-3755,6441,-1,2\nGreece,1,2,3,4\n';
  const { columns, rows, told } = read(years);
  expect(columns).toEqual(['Country', 'Exports, 2009', 'Exports, 2010', 'Imports, 2009', 'Imports, 2010']);
  expect(rows?.map(([name]) => name)).toEqual(['Belgium', 'Greece']);
  expect(told).toEqual([]);
  expect(read('Country,Men,Men\n,Young,Old\nA,1,2\nB,3,4\n').columns).toEqual([
    'Country',
    'Men, Young',
    'Men, Old',
  ]);
  // Names of rows under no head, and heads written twice, are no second line of heads.
  expect(read(',note,note\nBob,tall,old\nAl,short,young\n').rows).toHaveLength(2);
  expect(read('name,note,note\nBob,tall,old\nAl,1,2\n').rows).toHaveLength(2);
  expect(read('year,n,n\n2001,2002,3\n2002,5,6\n').rows).toHaveLength(2);
});
