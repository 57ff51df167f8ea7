import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Box,
  type Mark,
  type Name,
  placeNames,
  type Shift,
} from '../../../../../src/figures/map/live/move-names.ts';

const FRAME: Box = { left: 0, top: 0, right: 350, bottom: 320 };
const place = fc.record({
  x: fc.integer({ min: 0, max: 350 }),
  y: fc.integer({ min: 0, max: 320 }),
  radius: fc.integer({ min: 2, max: 27 }),
  wide: fc.integer({ min: 20, max: 130 }),
  dx: fc.integer({ min: -80, max: 80 }),
  dy: fc.integer({ min: -30, max: 30 }),
});

const moved = ({ left, top, right, bottom }: Box, [dx, dy]: Shift): Box => ({
  ...{ left: left + dx, top: top + dy, right: right + dx, bottom: bottom + dy },
});
const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const gapTo = (box: Box, { x, y, radius }: Mark) =>
  Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom)) - radius;

test('names on a small map meet no names, have no other symbol beside them, and stay within it', () => {
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 30 }), (places) => {
      const marks = places.map(({ x, y, radius }): Mark => ({ x, y, radius }));
      const names = places.map(({ x, y, wide, dx, dy }, at): Name => {
        const [left, top] = [x + dx, y + dy];
        return { box: { left, top, right: left + wide, bottom: top + 12 }, mark: marks[at] };
      });
      const kept = placeNames(names, marks, FRAME).flatMap((shift, at) => {
        const { box, mark } = names[at] ?? {};
        return shift && box ? [{ box: moved(box, shift), mark }] : [];
      });
      for (const [at, { box, mark }] of kept.entries()) {
        expect(kept.slice(at + 1).filter((other) => meet(box, other.box))).toEqual([]);
        expect(marks.filter((other) => gapTo(box, other) < 4)).toEqual([]);
        const row = marks.filter(({ y }) => y > box.top && y < box.bottom);
        expect(row.filter((other) => other !== mark && gapTo(box, other) < 9)).toEqual([]);
        expect(Math.min(box.left + 1, box.top + 1, 351 - box.right, 321 - box.bottom)).toBeGreaterThanOrEqual(
          0,
        );
      }
    }),
  );
});

test('a name stays where it was set, if that is free, else goes to a side of its symbol', () => {
  const mark = { x: 100, y: 100, radius: 6 };
  const box = { left: 110, top: 94, right: 180, bottom: 106 };
  expect(placeNames([{ box, mark }], [mark], FRAME)).toEqual([[0, 0]]);
  const foreign = { x: 150, y: 100, radius: 6 };
  const [shift] = placeNames([{ box, mark }], [mark, foreign], FRAME);
  expect(shift && moved(box, shift)).toMatchObject({ right: 89 });
});

test('the name of a sea, which has no symbol, stays or gives way', () => {
  const box = { left: 110, top: 94, right: 180, bottom: 106 };
  expect(placeNames([{ box, mark: undefined }], [], FRAME)).toEqual([[0, 0]]);
  expect(placeNames([{ box, mark: undefined }], [{ x: 150, y: 100, radius: 6 }], FRAME)).toEqual([undefined]);
});
