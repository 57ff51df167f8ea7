import { expect, test } from 'vitest';
import { readCorners } from '../../../../src/export/pptx/read-corners.ts';

test('every corner of a path of straight lines is kept, near or far', () => {
  expect(readCorners('M0 0 10 0.5-3 4h2V1z')).toEqual([
    [
      [0, 0],
      [10, 0.5],
      [-3, 4],
      [-1, 4],
      [-1, 1],
      [0, 0],
    ],
  ]);
});

test('relative steps go on from where the line is, and a further line begins where the last one closed', () => {
  expect(readCorners('m1,1 l2,0 0,2 z m5 5 h.5v-1e1')).toEqual([
    [
      [1, 1],
      [3, 1],
      [3, 3],
      [1, 1],
    ],
    [
      [6, 6],
      [6.5, 6],
      [6.5, -4],
    ],
  ]);
});

test('a curve, or what is no path, is not read', () => {
  expect(readCorners('M0 0C1 1 2 2 3 3')).toBeUndefined();
  expect(readCorners('M0 0a1 1 0 0 1 2 2')).toBeUndefined();
  expect(readCorners('M0 0L1')).toBeUndefined();
  expect(readCorners('')).toBeUndefined();
});
