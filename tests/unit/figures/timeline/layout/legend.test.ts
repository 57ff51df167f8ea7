import { expect, test } from 'vitest';
import { placeKey } from '../../../../../src/figures/timeline/layout/legend.ts';
import type { Legend } from '../../../../../src/figures/timeline/model/model.ts';
import type { Measure } from '../../../../../src/fonts/faces.ts';

const measure: Measure = (text, _, size) => text.length * size * 0.45;

test('what stands alone in its column of the key has the first line, as has what stands beside it', () => {
  const linesOf = (bars: Legend['bars'], marks: Legend['marks']) =>
    new Set(placeKey({ bars, marks, note: undefined }, 1824, measure).words.map(({ y }) => y)).size;
  const [heavy, light] = [
    { shape: 'heavy', words: 'Alliance' },
    { shape: 'light', words: 'In use' },
  ] as const;
  const [dot, ring] = [
    { shape: 'dot', words: 'Decided' },
    { shape: 'ring', words: 'Met' },
  ] as const;
  expect(linesOf([light], [dot])).toBe(1);
  expect(linesOf([heavy], [ring])).toBe(1);
  expect(linesOf([heavy, light], [dot, ring])).toBe(2);
});

test('a key of many kinds and long words stays inside its right edge', () => {
  const words = 'A rather long name of a kind';
  const key = placeKey(
    {
      bars: [
        { shape: 'heavy', words },
        { shape: 'light', words },
        { shape: 'dashed', words },
      ],
      marks: [
        { shape: 'dot', words },
        { shape: 'ring', words },
        { shape: 'square', words },
      ],
      note: undefined,
    },
    1824,
    measure,
  );
  expect(key.words).toHaveLength(6);
  for (const { x, width } of key.words) expect(x + width).toBeLessThanOrEqual(1824.001);
});
