import { describe, expect, test } from 'vitest';
import { startOf } from '../../../../../src/figures/timeline/model/date.ts';
import { parseTimeline } from '../../../../../src/figures/timeline/model/parse.ts';
import { readSpoken } from '../../../../../src/figures/timeline/model/spoken-date.ts';
import { formatWhen } from '../../../../../src/figures/timeline/model/when.ts';

describe('a date told in two calendars', () => {
  test.each([
    ['25 октября (7 ноября) 1917', [1917, 11, 7]],
    ['22 января (9 января) 1905', [1905, 1, 22]],
    ['2 (15) марта 1917', [1917, 3, 15]],
    ['8 (21) ноября 1917 г.', [1917, 11, 21]],
    ['7 November [O.S. 25 October] 1917', [1917, 11, 7]],
    ['9 January 1905 [O.S. 27 December 1904]', [1905, 1, 9]],
    ['25 October 1917 (N.S. 7 November)', [1917, 11, 7]],
    ['March 2 (15), 1917', [1917, 3, 15]],
    ['10 Muharram 61 AH (10 October 680 CE)', [680, 10, 10]],
    ['857 AH / 1453 CE', [1453, undefined, undefined]],
  ])('%s is drawn by the newer one and told as written', (text, [year, month, day]) => {
    const read = readSpoken(text);
    expect(read?.date).toMatchObject({ year, words: text });
    expect([read?.date.month, read?.date.day]).toEqual([month, day]);
  });
});

describe('the calendar of the French Republic', () => {
  test.each([
    ['18 brumaire an VIII', [1799, 11, 9]],
    ['9 thermidor an II', [1794, 7, 27]],
    ['13 vendémiaire an 4', [1795, 10, 5]],
    ["1er prairial de l'an III", [1795, 5, 20]],
    ['5e jour complémentaire an VII', [1799, 9, 21]],
    ['thermidor an II', [1794, 8, undefined]],
  ])('%s is drawn by ours', (text, [year, month, day]) => {
    const read = readSpoken(text);
    expect(read?.date).toMatchObject({ year, words: text });
    expect([read?.date.month, read?.date.day]).toEqual([month, day]);
  });

  test.each([
    '31 brumaire an VIII',
    '18 brumaire an XV',
    '18 brumaire',
    'an',
    '7e jour complémentaire an II',
  ])('%s is none of it', (text) => expect(readSpoken(text)).toBeUndefined());
});

describe('years counted by reigns', () => {
  test.each([
    ['明治37年2月8日', [1904, 2, 8]],
    ['民國38年10月1日', [1949, 10, 1]],
    ['昭和二十年八月十五日', [1945, 8, 15]],
    ['一九四五年八月十五日', [1945, 8, 15]],
    // The moon's months are not ours.
    ['嘉永六年六月三日', [1853, undefined, undefined]],
    ['光緒二十六年', [1900, undefined, undefined]],
  ])('%s is told as written', (text, [year, month, day]) => {
    const read = readSpoken(text);
    expect(read?.date).toMatchObject({ year, words: text });
    expect([read?.date.month, read?.date.day]).toEqual([month, day]);
  });

  test('late in a year of the moon may be the next year of ours', () => {
    expect(readSpoken('慶応3年12月9日')?.date).toMatchObject({ year: 1867, years: 2 });
  });
});

test.each([
  'XIIe-XIIIe siècles',
  'entre 1810 y 1825',
  '1603年〜1868年',
  '1. März 1848 bis 3. Mai 1849',
  'с 1941 по 1945',
])('both ends of %s are told as they are written', (text) => {
  const read = readSpoken(text);
  expect(read?.end).toBeDefined();
  expect(read && formatWhen({ end: undefined, open: undefined, when: undefined, ...read })).toBe(text);
});

test.each([
  ['AH 656', 1258, undefined],
  ['61 AH', 680, 2],
  ['12 Rajab 900 AH', 1494, 2],
  ['Easter 1916', 1916, undefined],
  ['Christmas 1914', 1914, undefined],
  ['1914 or 1915', 1914, 2],
  ['winter 1917/18', 1917, undefined],
  ['зима 1917/18', 1917, undefined],
  ['June 1967 (six days)', 1967, undefined],
  ['été 1789', 1789, undefined],
  ['década de 1930', 1930, 10],
  ['les années 1920', 1920, 10],
])('%s begins in %i', (text, year, years) => {
  const read = readSpoken(text);
  expect(read?.date).toMatchObject({ year, words: text });
  expect(read?.date.years).toBe(years);
});

test.each([
  ['XIIe-XIIIe siècles', 1101, 1201],
  ['15./16. Jahrhundert', 1401, 1501],
  ['siglos XV y XVI', 1401, 1501],
  ['XVI–XVII вв.', 1501, 1601],
  ['12th and 13th centuries', 1101, 1201],
  ['4th–3rd century BC', -399, -299],
])('%s is from one century to the next', (text, from, to) => {
  expect(readSpoken(text)).toMatchObject({ date: { year: from }, end: { year: to } });
});

test.each(['World War 2 (1939)', 'A treaty (1848)', 'winter 1917/25', '1914 or 1999', 'Room 12 (west)'])(
  '%s is no date',
  (text) => expect(readSpoken(text)).toBeUndefined(),
);

function rowsOf(text: string) {
  const timeline = parseTimeline({ file: 'a.csv', text }, () => undefined);
  return timeline?.events.map((event) => [formatWhen(event), event.title]);
}

test('days without a year take it from the column of years beside them, which may be written once for several', () => {
  expect(
    rowsOf(
      'Year,Date,Event\n1969,July 20,Landing\n1970,April 11–17,A flight\n,June 29 – July 1,A meeting\n1971,Late 1971,A change\n1972,,A year\n',
    ),
  ).toEqual([
    ['20 July 1969', 'Landing'],
    ['11 April 1970 to 17 April 1970', 'A flight'],
    ['29 June 1970 to 1 July 1970', 'A meeting'],
    ['Late 1971', 'A change'],
    ['1972', 'A year'],
  ]);
});

test('lives as genealogists date them keep their beginning', () => {
  expect(
    rowsOf(
      'Name,Birth,Death\nAda,ABT 1803,BEF 12 MAR 1871\nBen,BET 1805 AND 1808,1880\nCleo,EST 1830,AFT 1890\nDan,CAL 1841,1870\n',
    ),
  ).toEqual([
    ['about 1803 to before 12 March 1871', 'Ada'],
    ['1805 to 1808', 'Ben'],
    ['about 1830 to after 1890', 'Cleo'],
    ['about 1841 to 1870', 'Dan'],
  ]);
});

test('the year of the Hijra begins in that of ours', () => {
  const read = readSpoken('1 AH');
  expect(read && startOf(read.date)).toBe(622);
});
