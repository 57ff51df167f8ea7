import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowsAndColumns, stepInGrid } from '../../../../src/page/navigation/grid-steps.ts';

describe('the grid of all slides', () => {
  test.each([1, 2, 7, 31, 60])('shows %i slides at once, in any window', (count) => {
    for (const [width, height] of [
      [1024, 768],
      [1920, 1080],
      [3840, 2160],
    ] as const) {
      const grid = rowsAndColumns(count, width, height);
      const rows = Math.ceil(count / grid.columns);
      expect(rows * (grid.width * (9 / 16) + 24)).toBeLessThanOrEqual(height);
      expect(grid.columns * grid.width).toBeLessThanOrEqual(width);
    }
  });

  test('keeps the size of sixty where there are more, which scroll', () => {
    expect(rowsAndColumns(300, 1920, 1080)).toEqual(rowsAndColumns(60, 1920, 1080));
    expect(rowsAndColumns(60, 1920, 1080).width).toBeGreaterThan(150);
  });
});

describe('the arrows', () => {
  test.each([
    ['ArrowRight', 0, 1],
    ['ArrowLeft', 0, 0],
    ['ArrowDown', 2, 9],
    ['ArrowUp', 9, 2],
    ['ArrowUp', 3, 3],
    ['ArrowDown', 25, 30],
    ['ArrowDown', 29, 29],
    ['End', 4, 30],
    ['Home', 4, 0],
    ['x', 4, undefined],
  ])('%s leads from %i to %s in seven columns of 31 slides', (key, from, to) => {
    expect(stepInGrid(key, from, 7, 31)).toBe(to);
  });

  test('never leave the grid, and reach every slide', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 12 }),
        fc.nat(),
        (count, columns, seed) => {
          for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Home', 'End']) {
            const next = stepInGrid(key, seed % count, columns, count) ?? -1;
            expect(next >= 0 && next < count).toBe(true);
          }
        },
      ),
    );
  });
});
