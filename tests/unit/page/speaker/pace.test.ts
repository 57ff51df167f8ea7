import { describe, expect, test } from 'vitest';
import { clockTime, countWords, paceOf, planTalk } from '../../../../src/page/speaker/pace.ts';

describe('the plan of a talk', () => {
  test('spreads the planned minutes by the length of the notes', () => {
    const plan = planTalk([90, 190, 0], 31);
    expect(plan?.map((seconds) => Math.round(seconds))).toEqual([600, 1800, 1860]);
  });

  test('without planned minutes takes what the notes take to say', () => {
    expect(planTalk([120, 120], undefined)).toEqual([60, 120]);
  });

  test('spreads planned minutes evenly where there are no notes, and is none without either', () => {
    expect(planTalk([0, 0], 2)).toEqual([60, 120]);
    expect(planTalk([0, 0], undefined)).toBeUndefined();
  });
});

describe('the pace', () => {
  const plan = [60, 120, 180];

  test('is on time as long as the slide’s own time runs', () => {
    for (const elapsed of [60, 90, 120]) expect(paceOf(plan, 1, elapsed)).toBe(0);
  });

  test('is behind from the moment the next slide should stand, and ahead before its own', () => {
    expect(paceOf(plan, 1, 150)).toBe(30);
    expect(paceOf(plan, 1, 45)).toBe(-15);
    expect(paceOf(plan, 0, 0)).toBe(0);
  });
});

describe('in notes', () => {
  test('words are counted, signs are not, and two Japanese characters are a word', () => {
    expect(countWords('In 1902 – a treaty, signed in London.')).toBe(7);
    expect(countWords('日英同盟 was signed')).toBe(4);
    expect(countWords('')).toBe(0);
  });
});

describe('a span of time', () => {
  test('is written as a clock shows it', () => {
    expect([0, 9.9, 65, 3600, 3725].map(clockTime)).toEqual(['0:00', '0:09', '1:05', '1:00:00', '1:02:05']);
    expect(clockTime(-90)).toBe('1:30');
  });
});
