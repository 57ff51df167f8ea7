import { expect, test } from 'vitest';
import { placeKey } from '../../../../../src/figures/timeline/layout/legend.ts';
import type { Legend } from '../../../../../src/figures/timeline/model/model.ts';
import type { Measure } from '../../../../../src/fonts/faces.ts';

const measure: Measure = (text, _, size) => text.length * size * 0.45;

test('what stands alone in its column of the key has the first line, as has what stands beside it', () => {
  const none = { heavy: undefined, light: undefined, signed: undefined, declared: undefined };
  const linesOf = (legend: Partial<Legend>) =>
    new Set(placeKey({ ...none, ...legend }, 1824, measure).words.map(({ y }) => y)).size;
  expect(linesOf({ light: 'In use', signed: 'Decided' })).toBe(1);
  expect(linesOf({ heavy: 'Alliance', declared: 'Met' })).toBe(1);
  expect(linesOf({ heavy: 'Alliance', light: 'Other', signed: 'Decided', declared: 'Met' })).toBe(2);
});
