import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DateHints, readDates } from '../../../../src/base/table/date.ts';
import { plainDates } from '../../../../src/base/table/plain-dates.ts';

/** Dates as their first day or minute, with how much was written. */
function read(cells: readonly string[], hints: Partial<DateHints> = {}) {
  return readDates(cells, { lang: 'en', ...hints }).cells.map((date) =>
    date ? `${new Date(date.at).toISOString().slice(0, 16).replace('T00:00', '')} ${date.unit}` : undefined,
  );
}

describe('a column of dates', () => {
  test.each([
    ['2004', '2004-01-01 year'],
    ['FY1976', '1976-01-01 year'],
    ['1976/77', '1976-01-01 year'],
    ['2004Q3', '2004-07-01 quarter'],
    ['2004-Q3', '2004-07-01 quarter'],
    ['2004 Q3', '2004-07-01 quarter'],
    ['Q3 2004', '2004-07-01 quarter'],
    ['3Q04', '2004-07-01 quarter'],
    ['2004-H2', '2004-07-01 half'],
    ['2004-03', '2004-03-01 month'],
    ['2004M03', '2004-03-01 month'],
    ['Mar 2004', '2004-03-01 month'],
    ['March-04', '2004-03-01 month'],
    ['2004 Mar', '2004-03-01 month'],
    ['März 2004', '2004-03-01 month'],
    ['03/2004', '2004-03-01 month'],
    ['2004年3月', '2004-03-01 month'],
    ['2004-W11', '2004-03-08 week'],
    ['2004-03-09', '2004-03-09 day'],
    ['20040309', '2004-03-09 day'],
    ['2020/3/1', '2020-03-01 day'],
    ['Jan 1 2000', '2000-01-01 day'],
    ['March 9, 2004', '2004-03-09 day'],
    ['9 Mar 2004', '2004-03-09 day'],
    ['09-Mar-04', '2004-03-09 day'],
    ['Tue, 9 March 2004', '2004-03-09 day'],
    ['26-02-2020', '2020-02-26 day'],
    ['1/31/20', '2020-01-31 day'],
    ['2004-03-09T06:45:30Z', '2004-03-09T06:45 time'],
    ['2004-03-09 00:00:00', '2004-03-09 day'],
    ['3/9/2004 1:30 PM', '2004-03-09T13:30 time'],
    ['31/02/2020', undefined],
    ['2020-13-45', undefined],
    ['Japan', undefined],
    ['12:30', undefined],
    ['1.5', undefined],
    ['3.3847', undefined],
    ['12345', undefined],
  ])('reads %s', (cell, expected) => {
    expect(read([cell])).toEqual([expected]);
  });

  test('takes plain numbers for years only where it is told to', () => {
    expect(read(['800', '-43'])).toEqual([undefined, undefined]);
    expect(readDates(['800', '-43'], { lang: 'en', plain: 'years' }).count.dates).toBe(2);
  });

  test('takes a minus before a plain year as BC, but where a column counts through a year 0', () => {
    const years = (...cells: readonly string[]) =>
      readDates(cells, { lang: 'en', plain: plainDates('Year', cells) }).cells.map(
        (date) => date && new Date(date.at).getUTCFullYear(),
      );
    expect(years('-9999', '-44', '0', '1000')).toEqual([-9998, -43, 0, 1000]);
    expect(years('-44', '-1', '0', '1')).toEqual([-44, -1, 0, 1]);
    expect(years('-0043', '1000')).toEqual([-43, 1000]);
  });

  test('finds the order of days and months in the column, else in how the dates rise, and says where that was open', () => {
    expect(readDates(['03/04/2020', '14/04/2020'], { lang: 'en' })).toMatchObject({
      order: 'day first',
      ambiguous: undefined,
    });
    expect(readDates(['03/04/2020', '04/20/2020'], { lang: 'en' })).toMatchObject({ order: 'month first' });
    expect(readDates(['03/04/2020'], { lang: 'en' })).toMatchObject({ order: 'month first', ambiguous: 0 });
    const firsts = ['01/11/1957', '01/12/1957', '01/01/1958', '01/02/1958', '01/03/1958'];
    for (const cells of [firsts, [...firsts, ...firsts]])
      expect(readDates(cells, { lang: 'en' }), 'the first of each month').toMatchObject({
        order: 'day first',
      });
    const year = ['01/01/2020', '01/02/2020', '01/03/2020', '01/04/2020'];
    expect(readDates(year, { lang: 'en' }), 'months, not days of January').toMatchObject({
      ...{ order: 'day first', ambiguous: 0 },
    });
    const dotted = year.map((day) => day.split('/').reverse().join('.').replace('2020.', '').concat('.2020'));
    expect(readDates(dotted, { lang: 'de' }), 'days, with dots').toMatchObject({ order: 'day first' });
    expect(readDates(['03.04.2020'], { lang: 'de' })).toMatchObject({ order: 'day first', ambiguous: 0 });
    expect(readDates(['11/01/2020', '12/01/2020', '01/02/2020'], { lang: 'en' })).toMatchObject({
      order: 'day first',
    });
    expect(read(['03/04/2020'], { order: 'day first' })).toEqual(['2020-04-03 day']);
  });

  test('says that years were written with two figures', () => {
    expect(readDates(['Mar 2004', 'Mar-04'], { lang: 'en' }).twoFigures).toBe(1);
  });

  test('takes two figures at the front for a year where they can be nothing else, or firsts of months follow', () => {
    expect(read(['14-01-01', '14-02-01', '14-12-01'])).toEqual([
      ...['2014-01-01 day', '2014-02-01 day', '2014-12-01 day'],
    ]);
    expect(read(['98/06/30', '04/07/15'])).toEqual(['1998-06-30 day', '2004-07-15 day']);
    expect(read(['14-01-01', '03-02-01', '27-03-01']), 'days of 2001').toEqual([
      ...['2001-01-14 day', '2001-02-03 day', '2001-03-27 day'],
    ]);
    expect(read(['05-01-21', '12-01-21', '19-01-21']), 'weeks of 2021').toEqual([
      ...['2021-01-05 day', '2021-01-12 day', '2021-01-19 day'],
    ]);
    expect(read(['15-Mar-58', '15-Mar-13']), 'as spreadsheets have them').toEqual([
      ...['1958-03-15 day', '2013-03-15 day'],
    ]);
    expect(readDates(['', '98/06/30'], { lang: 'en' }).twoFigures).toBe(1);
  });

  test('reads any day as Intl writes it with the name of its month', () => {
    const day = fc.integer({ min: -40_000, max: 40_000 });
    fc.assert(
      fc.property(
        day,
        fc.constantFrom('en-GB', 'en-US', 'de', 'fr', 'es'),
        fc.constantFrom('long', 'short'),
        (days, lang, month) => {
          const at = days * 86_400_000;
          const text = new Intl.DateTimeFormat(lang, {
            ...{ timeZone: 'UTC', year: 'numeric', day: 'numeric' },
            month: month === 'long' ? 'long' : 'short',
          }).format(at);
          expect(readDates([text], { lang }).cells).toEqual([{ at, unit: 'day' }]);
        },
      ),
    );
  });
});

test('a column of days as programs write them reads as it does beside another form', () => {
  const day = fc.oneof(
    fc
      .tuple(
        fc.integer({ min: 990, max: 2100 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
      )
      .map(([year, month, date]) =>
        [`${year}`.padStart(4, '0'), `${month}`.padStart(2, '0'), `${date}`.padStart(2, '0')].join('-'),
      ),
    fc.constantFrom('', '2000-02-29', '1900-02-29', '2001-02-30'),
  );
  fc.assert(
    fc.property(fc.array(day, { minLength: 1 }), (cells) => {
      const { cells: read, count } = readDates(cells, { lang: 'en' });
      const others = readDates([...cells, '9 March 2004'], { lang: 'en' });
      expect(read).toEqual(others.cells.slice(0, -1));
      expect(count).toEqual({ ...others.count, dates: others.count.dates - 1 });
    }),
  );
});
