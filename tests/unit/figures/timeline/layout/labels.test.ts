import { describe, expect, test } from 'vitest';
import {
  labelPlacer,
  type Rows,
  type Wish,
} from '../../../../../src/figures/timeline/layout/labels/choose.ts';

const room = { from: 0, to: 600, marks: [], begins: [], ends: [] };
const ONE = { above: 1, below: 0 };

const placeLabels = (wishes: readonly Wish[], rows: Rows, within: typeof room) =>
  labelPlacer(wishes, within, 'overview')(rows);

/** A dot at `x` whose label is `width` long. */
function wish(x: number, width: number, more: Partial<Wish> = {}): Wish {
  return {
    from: x - 11,
    to: x + 11,
    end: x + 11,
    goesOn: false,
    stem: x,
    tint: false,
    free: { from: x - 11, to: x + 11 },
    over: x - 11,
    prefers: 'above',
    otherSide: 4,
    passing: 3,
    width,
    fullWidth: undefined,
    cost: { label: 10_000, second: 0 },
    ...more,
  };
}

describe('labelPlacer', () => {
  test('sets a label above its mark, its left end on the mark', () => {
    expect(placeLabels([wish(100, 80)], ONE, room).spots).toEqual([
      { side: 'above', row: 0, x: 89, full: false },
    ]);
  });

  test('sets it to the left where it would pass the end of the leaf', () => {
    expect(placeLabels([wish(580, 80)], ONE, room).spots).toEqual([
      { side: 'above', row: 0, x: 511, full: false },
    ]);
  });

  test('moves one along its mark to let another in', () => {
    const { spots, cost } = placeLabels([wish(100, 120), wish(180, 120)], ONE, room);
    expect(cost).toBeLessThan(10_000);
    expect((spots[1]?.x ?? 0) - (spots[0]?.x ?? 0)).toBeGreaterThanOrEqual(132);
  });

  test('sets it level with the line where nothing else stands there', () => {
    const crowd = [wish(100, 300), wish(110, 300, { free: { from: 99, to: 700 } })];
    expect(placeLabels(crowd, ONE, room).spots[1]).toEqual({ side: 'level', row: 0, x: 131, full: false });
  });

  test('goes below only where the lane has a row there', () => {
    const crowd = [wish(100, 300), wish(110, 300)];
    expect(placeLabels(crowd, ONE, room).spots.filter((spot) => spot)).toHaveLength(1);
    expect(placeLabels(crowd, { above: 1, below: 1 }, room).spots.map((spot) => spot?.side)).toEqual([
      'above',
      'below',
    ]);
  });

  test('raises flags in outer rows, more than one on one stem', () => {
    const same = [wish(300, 200), wish(300, 200), wish(300, 200), wish(300, 200)];
    const { spots } = placeLabels(same, { above: 3, below: 2 }, room);
    expect(spots.every((spot) => spot)).toBe(true);
    expect(new Set(spots.map((spot) => `${spot?.side} ${spot?.row}`)).size).toBeGreaterThanOrEqual(3);
  });

  test('drops the lesser of two that cannot both stand, whichever comes first', () => {
    const must = { cost: { label: 1_000_000, second: 0 } };
    expect(placeLabels([wish(100, 500), wish(120, 500, must)], ONE, room).spots.map(Boolean)).toEqual([
      false,
      true,
    ]);
    expect(placeLabels([wish(100, 500, must), wish(120, 500)], ONE, room).spots.map(Boolean)).toEqual([
      true,
      false,
    ]);
  });

  test('gives up a second name before it gives up a label', () => {
    const long = { fullWidth: 400, cost: { label: 10_000, second: 4 } };
    expect(placeLabels([wish(100, 120, long)], ONE, room).spots[0]?.full).toBe(true);
    const { spots } = placeLabels([wish(100, 120, long), wish(260, 120)], ONE, room);
    expect(spots.map((spot) => spot?.full)).toEqual([false, false]);
  });

  test('keeps 12 px between two labels', () => {
    const wishes = [40, 90, 200, 230, 330, 400, 410, 520].map((x) => wish(x, 110));
    const rows = { above: 2, below: 2 };
    const { spots } = placeLabels(wishes, rows, room);
    const placed = spots.flatMap((spot) => (spot ? [{ key: `${spot.side} ${spot.row}`, x: spot.x }] : []));
    for (const a of placed)
      for (const b of placed)
        if (a !== b && a.key === b.key) expect(Math.abs(a.x - b.x)).toBeGreaterThanOrEqual(110 + 12 - 0.02);
  });
});
