import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrangePictures } from '../../../../../src/deck/slide/compose/picture-set.ts';

const ratio = fc.double({ min: 0.3, max: 3.5, noNaN: true });

describe('pictures of a set', () => {
  test('are equally high in a row, and never leave their room', () => {
    fc.assert(
      fc.property(fc.array(ratio, { minLength: 2, maxLength: 4 }), (ratios) => {
        const { rows, width, widths } = arrangePictures(ratios, 770);
        const heights = widths.map((one, nth) => one / (ratios[nth] ?? 1));
        const lines = rows === 1 ? [heights] : [heights.slice(0, 2), heights.slice(2)];
        for (const line of lines) expect(Math.max(...line) - Math.min(...line)).toBeLessThan(0.01);
        const captions = rows * 44 + (rows - 1) * 24;
        expect(lines.reduce((sum, [height = 0]) => sum + height, captions)).toBeLessThanOrEqual(770.01);
        expect(width).toBeLessThanOrEqual(1728.01);
      }),
      { seed: 18, numRuns: 200 },
    );
  });

  test('stand in two rows where that shows four of them larger', () => {
    expect(arrangePictures([1.5, 1.5, 1.5, 1.5], 770).rows).toBe(2);
    expect(arrangePictures([0.6, 0.6, 0.6, 0.6], 770).rows).toBe(1);
  });
});
