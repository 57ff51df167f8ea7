import { describe, expect, test } from 'vitest';
import { SHEET } from '../../../../../src/base/sheet.ts';
import { linearScale, makeScale, xOf, xOfEnd } from '../../../../../src/figures/timeline/layout/scale.ts';

describe('a time with one fold', () => {
  const scale = makeScale(1902, 2024, [{ at: 2013, scale: 7 }]);
  const [left, right] = scale.pieces;

  test('is drawn in two exact parts, the right one at its multiple of the left one', () => {
    expect(scale.fold).toBe('a');
    expect(scale.pieces).toHaveLength(2);
    const unit = ((left?.x1 ?? 0) - (left?.x0 ?? 0)) / 111;
    expect(((right?.x1 ?? 0) - (right?.x0 ?? 0)) / 11 / unit).toBeCloseTo(7, 9);
    expect(unit).toBeCloseTo(7.519, 2);
    expect(left?.x0).toBe(300);
    expect(left?.x1).toBeCloseTo(1134.7, 1);
    expect(right?.x0).toBe(1245);
    expect(right?.x1).toBeCloseTo(1824, 6);
  });

  test('is linear inside each part and has no time between them', () => {
    expect(xOf(scale, 1957.5)).toBeCloseTo((300 + (left?.x1 ?? 0)) / 2, 9);
    expect(xOf(scale, 2018.5)).toBeCloseTo((1245 + 1824) / 2, 9);
  });

  test("draws the fold's own moment right of it, and what ends with it left of it", () => {
    expect(xOf(scale, 2013)).toBe(1245);
    expect(xOfEnd(scale, 2013)).toBeCloseTo(1134.7, 1);
  });

  test('draws what lies outside at its ends', () => {
    expect(xOf(scale, 1800)).toBe(300);
    expect(xOfEnd(scale, 2100)).toBeCloseTo(1824, 6);
  });
});

test('a time without folds runs over the whole sheet', () => {
  const scale = makeScale(-44, 476, []);
  expect(scale.fold).toBe('none');
  expect(scale.pieces).toEqual([{ from: -44, to: 476, x0: 300, x1: 1824, factor: 1 }]);
});

test('a time that is short before its fold takes the narrow left leaf', () => {
  expect(makeScale(1900, 2000, [{ at: 1905, scale: 2 }]).fold).toBe('b');
});

test('of several folds one lies at the fold of the paper, and every piece keeps its multiple', () => {
  const scale = makeScale(1500, 2000, [
    { at: 1700, scale: 2 },
    { at: 1850, scale: 4 },
    { at: 1950, scale: 8 },
  ]);
  expect(scale.pieces.map(({ factor }) => factor)).toEqual([1, 2, 4, 8]);
  const fold = scale.fold === 'a' ? SHEET.foldA : SHEET.foldB;
  expect(new Set(scale.pieces.map(({ x0 }) => x0 > fold))).toEqual(new Set([false, true]));
  const units = scale.pieces.map(({ from, to, x0, x1, factor }) => (x1 - x0) / (to - from) / factor);
  for (const unit of units) expect(unit).toBeCloseTo(units[0] ?? 0, 9);
  for (const [index, piece] of scale.pieces.entries())
    expect(piece.x0).toBeGreaterThan(scale.pieces[index - 1]?.x1 ?? 0);
});

test('an era fills its leaf with one linear piece', () => {
  const scale = linearScale(2013, 2024, { from: 300, to: 1136 });
  expect(xOf(scale, 2013)).toBe(300);
  expect(xOf(scale, 2018.5)).toBe(718);
  expect(xOfEnd(scale, 2024)).toBe(1136);
});
