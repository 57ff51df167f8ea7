import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatShort,
  formatShortPeriod,
} from '../../../../../src/figures/timeline/layout/labels/short-date.ts';
import { finenessOf } from '../../../../../src/figures/timeline/layout/view.ts';
import { parseDate, startOf } from '../../../../../src/figures/timeline/model/date.ts';

const read = (date: string) => {
  const read = parseDate(date);
  if (!read) throw new Error(date);
  return read;
};
const fineOf = (from: string, to: string) =>
  finenessOf({ start: startOf(read(from)), end: startOf(read(to)) });
const said = (date: string, from: string, to: string) => formatShort(read(date), fineOf(from, to), 'en');

test('a day says its year where the view is of days of two years', () => {
  expect(said('2023-01-11', '2022-01-01', '2024-01-01')).toBe('11 Jan 2023');
  expect(said('2023-01', '2022-01-01', '2024-01-01')).toBe('Jan 2023');
  expect(said('2023-01-11', '2023-01-01', '2024-01-01')).toBe('11 Jan');
  expect(said('2023-01-11', '2022-12-10', '2023-01-20')).toBe('11 Jan');
  expect(said('2023-01-11', '2013-01-01', '2024-01-01')).toBe('2023');
});

test('a time says its day where the view is of times of two days', () => {
  expect(said('1962-10-27T06:45', '1962-10-26', '1962-10-29')).toBe('27 Oct, 06:45');
  expect(said('1962-10-27T06:45', '1962-10-27', '1962-10-28')).toBe('06:45');
});

test.each([
  ['2023-03-30', '2023-04-28', 1, '30 Mar–28 Apr 2023'],
  ['2022-12-16', '2023-01-11', 1, '16 Dec 2022–11 Jan 2023'],
  ['2022', '2023-01-11', 1, '2022–11 Jan 2023'],
  ['1962-10-27T06:45', '1962-10-27T07:20', 3, '27 Oct, 06:45–07:20'],
  ['1962-10-27T06:45', '1962-10-28T07:20', 3, '27 Oct, 06:45–28 Oct, 07:20'],
  ['1962-10-27T06:45', '1962-10-28', 3, '27 Oct, 06:45–28 Oct'],
  ['1914', '1918', 0, '1914–18'],
] as const)('of %s to %s what both say stands once', (from, to, fine, words) => {
  expect(formatShortPeriod(read(from), read(to), fine, 'en')).toBe(words);
});

test('no two days of one view are told alike, whatever its length', () => {
  const day = fc.integer({ min: 0, max: 900 }).map((days) => new Date(Date.UTC(2021, 5, 1 + days)));
  fc.assert(
    fc.property(day, day, fc.constantFrom('en', 'de', 'ja', 'fr'), (a, b, lang) => {
      fc.pre(a < b);
      const [from, to] = [a, b].map((date) => read(date.toISOString().slice(0, 10)));
      if (!from || !to) return;
      const view = { start: startOf(from), end: startOf(to) + 1 / 365 };
      fc.pre(view.end - view.start < 2.5);
      const tell = (date: typeof from) => formatShort(date, finenessOf(view), lang);
      expect(tell(from)).not.toBe(tell(to));
    }),
  );
});
