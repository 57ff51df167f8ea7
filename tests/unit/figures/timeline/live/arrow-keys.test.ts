import { describe, expect, test } from 'vitest';
import { walk } from '../../../../../src/figures/timeline/live/arrow-keys.ts';

const STOPS = ['a', 'b', 'a', 'c', 'b', 'a'].map((lane) => ({ lane }));
const press = (key: string, shiftKey = false) => ({ key, shiftKey });

describe('a walk over a timeline', () => {
  test('goes to the neighbour in time and stays at the ends', () => {
    expect(walk(STOPS, 0, press('ArrowRight'))).toBe(1);
    expect(walk(STOPS, 1, press('ArrowUp'))).toBe(0);
    expect(walk(STOPS, 0, press('ArrowLeft'))).toBe(0);
    expect(walk(STOPS, 5, press('ArrowDown'))).toBe(5);
  });

  test('stays within the lane while Shift is held', () => {
    expect(walk(STOPS, 0, press('ArrowRight', true))).toBe(2);
    expect(walk(STOPS, 2, press('ArrowDown', true))).toBe(5);
    expect(walk(STOPS, 3, press('ArrowRight', true))).toBe(3);
    expect(walk(STOPS, 4, press('ArrowLeft', true))).toBe(1);
  });

  test('goes to the ends by Home and End', () => {
    expect(walk(STOPS, 3, press('Home'))).toBe(0);
    expect(walk(STOPS, 3, press('End'))).toBe(5);
  });

  test('leaves every other key to the deck', () => {
    for (const key of ['PageDown', 'PageUp', ' ', '.', 'b', 'Enter', 'Tab'])
      expect(walk(STOPS, 2, press(key))).toBeUndefined();
  });
});
