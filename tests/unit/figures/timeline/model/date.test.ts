import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  compareDates,
  endOf,
  formatDate,
  formatYears,
  isoDate,
  mendDate,
  type PartialDate,
  parseDate,
  positionOf,
  startOf,
  untilOf,
} from '../../../../../src/figures/timeline/model/date.ts';

function date(text: string): PartialDate {
  const parsed = parseDate(text);
  if (!parsed) throw new Error(`${text} is no date`);
  return parsed;
}

describe('parseDate', () => {
  test('keeps what was written and no more', () => {
    expect(parseDate('1902')).toEqual({ year: 1902, about: false });
    expect(parseDate('1902-01')).toEqual({ year: 1902, month: 1, about: false });
    expect(parseDate('1902-01-30')).toEqual({ year: 1902, month: 1, day: 30, about: false });
    expect(parseDate('1902~')).toEqual({ year: 1902, about: true });
    expect(parseDate('-0044')).toEqual({ year: -44, about: false });
  });

  test('knows the calendar', () => {
    expect(parseDate('1900-02-29')).toBeUndefined();
    expect(parseDate('2000-02-29')).toBeDefined();
    expect(parseDate('2024-04-31')).toBeUndefined();
    expect(parseDate('2024-13')).toBeUndefined();
    expect(parseDate('2024-00-10')).toBeUndefined();
  });

  test.each(['', '02', '1902-1-30', '30 January 1902', 'c. 1902', '1902 ~'])('refuses %j', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });
});

test.each([
  ['1902-1-30', 'Write "1902-01-30".'],
  ['1902/01/30', 'Write "1902-01-30".'],
  ['30 January 1902', 'Write "1902-01-30".'],
  ['Jan 1902', 'Write "1902-01".'],
  ['1902-13-01', 'Months run from 01 to 12.'],
  ['2023-02-30', 'February 2023 has 28 days.'],
  ['soon', 'Write 1848, 1848-03 or 1848-03-30 (1848~ for about, -0044 before our era), in quotes.'],
])('mendDate(%j) says %s', (text, fix) => {
  expect(mendDate(text)).toBe(fix);
});

describe('a position in time', () => {
  test('of a day is its beginning, exact in leap years too', () => {
    expect(positionOf(date('1902-01-01'))).toBe(1902);
    expect(positionOf(date('1901-12-31'))).toBe(1901 + 364 / 365);
    expect(positionOf(date('2000-03-01'))).toBe(2000 + 60 / 366);
  });

  test('of a month or a year is its middle', () => {
    expect(positionOf(date('1902'))).toBe(1902.5);
    expect(positionOf(date('1902-01'))).toBeCloseTo(1902 + 15.5 / 365, 9);
  });

  test('of an end is the day itself, or the end of the month or the year', () => {
    expect(untilOf(date('1923-08-17'))).toBe(startOf(date('1923-08-17')));
    expect(untilOf(date('1917'))).toBe(1918);
    expect(untilOf(date('1917-12'))).toBe(1918);
    expect(endOf(date('2023-12-31'))).toBe(2024);
  });

  test('orders dates across the eras', () => {
    const sorted = ['2023-01-11', '-0044', '0001', '1902', '1902-07-03', '1902-01-30'].sort((a, b) =>
      compareDates(date(a), date(b)),
    );
    expect(sorted).toEqual(['-0044', '0001', '1902-01-30', '1902', '1902-07-03', '2023-01-11']);
  });

  test('needs no clock and no time zone: nothing of a timeline says Date or Intl', () => {
    const folder = new URL('../../../../../src/figures/timeline/', import.meta.url);
    const said = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (name) =>
        name.endsWith('.ts') &&
        /\bnew Date\b|\bDate\.\w|\bIntl\./.test(readFileSync(new URL(name, folder), 'utf8')),
    );
    expect(said).toEqual([]);
  });
});

test.each([
  ['1902-01-30', '30 January 1902', '1902-01-30'],
  ['1902-01', 'January 1902', '1902-01'],
  ['1902', '1902', '1902'],
  ['1917~', 'about 1917', '1917'],
  ['0079-08', 'August 79', '0079-08'],
  ['-0044', '45 BC', undefined],
])('%s is said as "%s" and written for machines as %s', (text, said, iso) => {
  expect(formatDate(date(text))).toBe(said);
  expect(isoDate(date(text))).toBe(iso);
});

test.each([
  [1902, 1923, '1902–23'],
  [1900, 1905, '1900–05'],
  [1893, 1902, '1893–1902'],
  [1960, 2012, '1960–2012'],
  [1923, 1923, '1923'],
  [600, 650, '600–650'],
  [-44, -27, '45 BC–28 BC'],
])('the years %i to %i are %s', (from, to, text) => {
  expect(formatYears(from, to)).toBe(text);
});

test.each([
  ['el', '1848-03-30', '30 Μαρτίου 1848', '30 Μαρ 1848'],
  ['el', '1848-03', 'Μάρτιος 1848', 'Μαρ 1848'],
  ['de', '1848-03-30', '30. März 1848', '30. März 1848'],
  ['ja', '1848-03-30', '1848年3月30日', '1848年3月30日'],
  ['fa', '1848~', 'c. 1848', 'c. 1848'],
  ['de', '-0044', '45 v. Chr.', '45 v. Chr.'],
  ['el', '0079-08-24', '24 Αυγούστου 79', '24 Αυγ 79'],
  ['en-GB', '1848-09-03', '3 September 1848', '3 Sep 1848'],
])('a date is written in the deck’s language: %s, %s', (lang, written, long, short) => {
  const date = parseDate(written) ?? expect.fail('no date');
  expect(formatDate(date, lang)).toBe(long);
  expect(formatDate(date, lang, 'short').replaceAll('.', '')).toBe(short.replaceAll('.', ''));
});
