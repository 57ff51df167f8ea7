import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DateHints, readDates } from '../../../../src/base/table/date.ts';

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
    ['12345', undefined],
  ])('reads %s', (cell, expected) => {
    expect(read([cell])).toEqual([expected]);
  });

  test('takes plain numbers for years only where it is told to', () => {
    expect(read(['800', '-43'])).toEqual([undefined, undefined]);
    expect(readDates(['800', '-43'], { lang: 'en', plain: 'years' }).count.dates).toBe(2);
  });

  test('finds the order of days and months in the column, else in how the dates rise, and says where that was open', () => {
    expect(readDates(['03/04/2020', '14/04/2020'], { lang: 'en' })).toMatchObject({
      order: 'day first',
      ambiguous: undefined,
    });
    expect(readDates(['03/04/2020', '04/20/2020'], { lang: 'en' })).toMatchObject({ order: 'month first' });
    expect(readDates(['03/04/2020'], { lang: 'en' })).toMatchObject({ order: 'month first', ambiguous: 0 });
    expect(readDates(['03.04.2020'], { lang: 'de' })).toMatchObject({ order: 'day first', ambiguous: 0 });
    expect(readDates(['11/01/2020', '12/01/2020', '01/02/2020'], { lang: 'en' })).toMatchObject({
      order: 'day first',
    });
    expect(read(['03/04/2020'], { order: 'day first' })).toEqual(['2020-04-03 day']);
  });

  test('says that years were written with two figures', () => {
    expect(readDates(['Mar 2004', 'Mar-04'], { lang: 'en' }).twoFigures).toBe(1);
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
