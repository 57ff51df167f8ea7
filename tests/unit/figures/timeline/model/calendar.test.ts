import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  DAY,
  minutesOf,
  minutesTo,
  momentOf,
  yearsOf,
} from '../../../../../src/figures/timeline/model/calendar.ts';

/** Minutes from the midnight before 1 January of the year 0, by the engine's own calendar. */
function byEngine(year: number, month: number, day: number): number {
  const at = (y: number, m: number, d: number) => new Date(0).setUTCFullYear(y, m, d);
  return (at(year, month - 1, day) - at(0, 0, 1)) / 60_000;
}

const moments = fc.record({
  year: fc.integer({ min: -200_000, max: 200_000 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
  minute: fc.integer({ min: 0, max: DAY - 1 }),
});

test('counts days as the engine does, and comes back to the same moment', () => {
  fc.assert(
    fc.property(moments, (moment) => {
      const minutes = minutesTo(moment.year, moment.month, moment.day, moment.minute);
      expect(minutes).toBe(byEngine(moment.year, moment.month, moment.day) + moment.minute);
      expect(momentOf(minutes)).toEqual(moment);
    }),
  );
});

test('a decimal year keeps the minute', () => {
  fc.assert(
    fc.property(moments, (moment) => {
      const minutes = minutesTo(moment.year, moment.month, moment.day, moment.minute);
      expect(minutesOf(yearsOf(minutes))).toBe(minutes);
    }),
  );
});

test('a thirteenth month is the next January', () => {
  expect(minutesTo(1962, 13)).toBe(minutesTo(1963));
});
