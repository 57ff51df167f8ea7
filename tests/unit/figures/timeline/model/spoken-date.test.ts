import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareDates,
  endOf,
  formatDate,
  parseDate,
  parseWhen,
  startOf,
} from '../../../../../src/figures/timeline/model/date.ts';
import { dayOrderOf, readSpoken } from '../../../../../src/figures/timeline/model/spoken-date.ts';
import { formatWhen } from '../../../../../src/figures/timeline/model/when.ts';

const seeds = { numRuns: process.env['ORIHON_LONG'] ? 5000 : 200 };
const said = (text: string): string | undefined => {
  const when = readSpoken(text);
  return when && formatWhen({ end: undefined, open: undefined, when: undefined, ...when });
};

test.each([
  ['26 oct 899', '26 October 899'],
  ['2007/08/12 - 2007/09/03', '12 August 2007 to 3 September 2007'],
  ['21 October 1805[2][3]', '21 October 1805'],
  ['1066 [note 1]', '1066'],
  ['+1805-00-00T00:00:00Z', '1805'],
  ['+1805-05-00T00:00:00Z', 'May 1805'],
  ['[ca. 1850]', '[ca. 1850]'],
  ['185-?', '185-?'],
  ['18--', '18--'],
  ['65.5±0.3 Ma', '65.5±0.3 Ma'],
  ['252-201 Ma', '252-201 Ma'],
  ['cal BC 1400-1200', 'cal BC 1400-1200'],
  ['10000-8000 BC', '10000-8000 BC'],
  ['24 August AD 79', '24 August AD 79'],
  ['Q3 1999', 'Q3 1999'],
  ['not before 1850', 'not before 1850'],
  ['1850 onwards', '1850 onwards'],
  ['r. 1850–1870', 'r. 1850–1870'],
  ['4/29/2017 20:00 PM', '29 April 2017, 20:00'],
  ['2019-10-23 ??', 'perhaps 23 October 2019'],
  ['29 Mayıs 1453', '29 Mayıs 1453'],
  ['MÖ 1200', 'MÖ 1200'],
  ['25 Μαρτίου 1821', '25 Μαρτίου 1821'],
  ['1848. március 15.', '1848. március 15.'],
  ['6. joulukuuta 1917', '6. joulukuuta 1917'],
  ['1 decembrie 1918', '1 decembrie 1918'],
  ['17 Agustus 1945', '17 Agustus 1945'],
  ['ngày 2 tháng 9 năm 1945', 'ngày 2 tháng 9 năm 1945'],
  ['14 במאי 1948', '14 במאי 1948'],
  ['המאה ה-18 לפנה"ס', 'המאה ה-18 לפנה"ס'],
  ['٦ أكتوبر ١٩٧٣', '٦ أكتوبر ١٩٧٣'],
  ['622م', '622م'],
  ['Oct 26, 899', '26 October 899'],
  ['c. 886', 'about 886'],
  ['circa1m 17 December 1770', 'about 17 December 1770'],
  ['924 after 17 jul 924', '924 after 17 jul 924'],
  ['3300 BC', '3300 BC'],
  ['15 March 44 BC', '15 March 44 BC'],
  ['BCE0044-03-15', '15 March 44 BC'],
  ['-44', '44 BC'],
  ['-0044', '45 BC'],
  ['-0043-03-15', '15 March 44 BC'],
  ['0000', '1 BC'],
  ['-12000', '12,000 BC'],
  ['-300000', '300,000 years ago'],
  ['-66000000', '66 million years ago'],
  ['4.54 billion years ago', '4.54 billion years ago'],
  ['1,066', '1066'],
  ['1914/1918', '1914 to 1918'],
  ['../1918', 'until 1918'],
  ['1914/..', 'from 1914 on'],
  ['1914?', 'perhaps 1914'],
  ['1914~', 'about 1914'],
  ['1914%', 'perhaps about 1914'],
  ['192X', 'the 1920s'],
  ['1914-21', 'spring 1914'],
  ['1939–45', '1939 to 1945'],
  ['500–400 BC', '500 BC to 400 BC'],
  ['3–5 May 1921', '3 May 1921 to 5 May 1921'],
  ['3.–5. August 1921', '3 August 1921 to 5 August 1921'],
  ['28 July-3 August 1914', '28 July 1914 to 3 August 1914'],
  ['March-April 44 BC', 'March 44 BC to April 44 BC'],
  ['été-automne 1914', 'été-automne 1914'],
  ['del 3 al 5 de agosto de 1914', 'del 3 al 5 de agosto de 1914'],
  ['1920er und 1930er Jahre', '1920er und 1930er Jahre'],
  ['años 20', undefined],
  ['mid-August 1914', 'mid-August 1914'],
  ['11-Mar-2015', '11 March 2015'],
  ['July 1943 to 1946', 'July 1943 to 1946'],
  ['before 1066', 'before 1066'],
  ['early 1920s', 'early 1920s'],
  ['2023-01-11T06:45', '11 January 2023, 06:45'],
  ['13 Aug 1961 6:45 pm', '13 August 1961, 18:45'],
  ['25/12/1921', '25 December 1921'],
  ['some day', undefined],
  ['32 May 1921', undefined],
])('%j is told as %j, never sharper', (written, words) => {
  expect(said(written)).toBe(words);
});

test('months of a year are a range in any language, however they are joined', () => {
  const month = fc.integer({ min: 1, max: 12 });
  const nameOf = (month: number, lang: string) =>
    new Intl.DateTimeFormat(lang, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, month - 1, 15));
  fc.assert(
    fc.property(
      fc.tuple(month, month),
      fc.integer({ min: 1000, max: 2100 }),
      fc.constantFrom('de', 'en', 'es', 'fr', 'it', 'nl', 'pt'),
      fc.constantFrom('-', '–', ' - ', ' – ', '/'),
      (months, year, lang, sign) => {
        const [first, last] = [Math.min(...months), Math.max(...months)];
        const read = readSpoken(`${nameOf(first, lang)}${sign}${nameOf(last, lang)} ${year}`);
        expect(read).toMatchObject({ date: { year, month: first }, end: { year, month: last } });
      },
    ),
    seeds,
  );
});

test('a column decides whether its days or its months come first', () => {
  expect(dayOrderOf(['1/2/1921', '12/25/1921'])).toEqual({ order: 'month first', ambiguous: undefined });
  expect(dayOrderOf(['1/2/1921', '25/12/1921'])).toEqual({ order: 'day first', ambiguous: undefined });
  expect(dayOrderOf(['x', '1/2/1921'])).toEqual({ order: 'day first', ambiguous: 1 });
});

const pad = (number: number, length: number): string => String(number).padStart(length, '0');
const day = fc.tuple(
  fc.integer({ min: 1, max: 9999 }),
  fc.integer({ min: 1, max: 12 }),
  fc.integer({ min: 1, max: 28 }),
);
const minute = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));

describe('any date', () => {
  test('comes back from its words as it was', () => {
    fc.assert(
      fc.property(day, minute, ([year, month, date], [hour, min]) => {
        for (const iso of [
          `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`,
          `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}T${pad(hour, 2)}:${pad(min, 2)}`,
        ]) {
          const parsed = parseDate(iso);
          expect(parsed).toBeDefined();
          if (parsed && year > 31) expect(readSpoken(formatDate(parsed))?.date).toEqual(parsed);
        }
      }),
      seeds,
    );
  });

  test('stands in the order of its figures, to the minute', () => {
    fc.assert(
      fc.property(day, minute, minute, ([year, month, date], a, b) => {
        const at = ([hour, min]: readonly [number, number]) =>
          parseDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}T${pad(hour, 2)}:${pad(min, 2)}`) ??
          expect.fail();
        const [one, other] = [at(a), at(b)];
        expect(Math.sign(compareDates(one, other))).toBe(Math.sign(a[0] * 60 + a[1] - b[0] * 60 - b[1]));
        expect(endOf(one)).toBeGreaterThan(startOf(one));
      }),
      seeds,
    );
  });

  test('holds what is more exact, and has one place on both sides of the year that is none', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const iso = `${year < 0 ? '-' : ''}${pad(Math.abs(year), 4)}`;
        const whole = parseDate(iso) ?? expect.fail();
        const part = parseDate(`${iso}-${pad(month, 2)}`) ?? expect.fail();
        expect(startOf(whole)).toBe(year);
        expect(endOf(whole)).toBe(year + 1);
        expect(startOf(part)).toBeGreaterThanOrEqual(startOf(whole));
        expect(endOf(part)).toBeLessThanOrEqual(endOf(whole) + 1e-9);
      }),
      seeds,
    );
  });

  test('text of any kind is read or not, and nothing else happens', () => {
    const pieces = fc.constantFrom(
      '1914',
      '-',
      '/',
      '..',
      'c. ',
      'BC',
      ' to ',
      'May',
      ' ',
      '~',
      '?',
      '12',
      ',',
      'after ',
      '’',
      'X',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const when = readSpoken(text) ?? parseWhen(text);
        if (when) expect(Number.isFinite(startOf(when.date))).toBe(true);
      }),
      seeds,
    );
  });
});

test.each([
  ['first half of the 19th century', 1801, 1851],
  ['last quarter of the 4th century BC', -324, -299],
  ['2nd third of the 15th century', 1434, 1468],
  ['early to mid 19th century', 1801, 1901],
  ['252-201 Ma', -251_999_999, -200_999_998],
  ['1400-1200 cal BC', -1399, -1198],
  ['1850 or later', 1850, 1851],
  ['185-', 1850, 1860],
  ['Q3 1999', 1999.5, 1999.75],
  ['14 במאי 1948', 1948.367, 1948.37],
  ['ngày 2 tháng 9 năm 1945', 1945.668, 1945.671],
  ['المأة', undefined, undefined],
])('"%s" is drawn where it is meant', (text, from, to) => {
  const when = readSpoken(text);
  const drawn = when && [startOf(when.date), endOf(when.end ?? when.date)];
  if (from === undefined || to === undefined) expect(drawn).toBeUndefined();
  else {
    expect(drawn?.[0]).toBeCloseTo(from, 2);
    expect(drawn?.[1]).toBeCloseTo(to, 2);
  }
});
