import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  calendarTicks,
  grainOf,
  positionTexts,
} from '../../../../../../src/figures/chart/layout/plot/calendar.ts';

const days = (...written: readonly string[]) => written.map((day) => Date.parse(day));

describe('what full dates stand for', () => {
  test('years, where all begin or end one', () => {
    expect(positionTexts(days('2001-01-01', '2002-01-01'), 'day', 'en')).toEqual(['2001', '2002']);
    expect(positionTexts(days('2001-12-31', '2002-12-31'), 'day', 'en')).toEqual(['2001', '2002']);
  });

  test('months, where all begin or end one', () => {
    expect(positionTexts(days('2001-01-01', '2001-02-01'), 'day', 'en')).toEqual(['Jan 2001', 'Feb 2001']);
    expect(positionTexts(days('2001-01-31', '2001-02-28'), 'day', 'en')).toEqual(['Jan 2001', 'Feb 2001']);
  });

  test('else days, with their year where there is more than one', () => {
    expect(positionTexts(days('2001-03-30', '2001-03-31'), 'day', 'en')).toEqual(['Mar 30', 'Mar 31']);
    expect(positionTexts(days('2001-03-30', '2002-03-30'), 'day', 'en')).toEqual([
      'Mar 30, 2001',
      'Mar 30, 2002',
    ]);
  });

  test('one date alone is the day it is', () => {
    expect(grainOf(days('2001-01-01'), 'day')).toBe('day');
  });

  test('halves by their number', () => {
    expect(positionTexts(days('2001-01-01', '2001-07-01'), 'half', 'en')).toEqual(['H1 2001', 'H2 2001']);
  });
});

test('no two days of a column have the same name', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: -20_000, max: 20_000 }), { minLength: 2 }), (numbers) => {
      const texts = positionTexts(
        numbers.map((day) => day * 86_400_000),
        'day',
        'en',
      );
      expect(new Set(texts).size).toBe(texts.length);
    }),
  );
});

describe('ticks of years before the year 1', () => {
  const year = (one: number) => new Date(0).setUTCFullYear(one, 0, 1);
  const texts = (from: number, to: number, count = 12) =>
    calendarTicks(year(from), year(to), count, 'year', 'en').map(({ text }) => text);

  test('are round as people count them, on both sides of the year 0 that there is not', () => {
    expect(texts(-9998, 2015, 13)).toEqual(
      [
        '9000 BC',
        '8000 BC',
        '7000 BC',
        '6000 BC',
        '5000 BC',
        '4000 BC',
        '3000 BC',
        '2000 BC',
        '1000 BC',
      ].concat(['1 AD', '1000', '2000']),
    );
    expect(texts(-499, -299, 4)).toEqual(['500 BC', '450 BC', '400 BC', '350 BC', '300 BC']);
    expect(texts(-99, 100, 4)).toEqual(['100 BC', '50 BC', '1 AD', '50 AD', '100 AD']);
  });

  test('stand where they say, in order, within the axis', () => {
    const range = fc.tuple(
      fc.integer({ min: -9999, max: 0 }),
      fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 12_000 })),
    );
    fc.assert(
      fc.property(range, fc.integer({ min: 2, max: 14 }), ([from, span], count) => {
        const ticks = calendarTicks(year(from), year(from + span), count, 'year', 'en');
        const at = ticks.map((tick) => tick.at);
        expect([...new Set(at)].sort((a, b) => a - b)).toEqual(at);
        for (const { at, text } of ticks) {
          const [, figures = '', era] = /^(\d+)(?: (BC|AD))?$/.exec(text) ?? [];
          expect(at).toBe(year(era === 'BC' ? 1 - Number(figures) : Number(figures)));
          expect(at >= year(from) && at <= year(from + span)).toBe(true);
        }
      }),
    );
  });
});
