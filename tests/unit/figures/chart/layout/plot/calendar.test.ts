import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { grainOf, positionTexts } from '../../../../../../src/figures/chart/layout/plot/calendar.ts';

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
