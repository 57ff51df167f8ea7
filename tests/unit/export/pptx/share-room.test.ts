import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareRoom } from '../../../../src/export/pptx/share-room.ts';

const column = fc.record({
  width: fc.integer({ min: 10, max: 900 }),
  need: fc.integer({ min: 0, max: 1200 }),
  firm: fc.boolean(),
});
const sum = (all: readonly number[]) => all.reduce((one, other) => one + other, 0);

test('columns share the room they have, and no column whose words may not break lacks what others can give', () => {
  fc.assert(
    fc.property(fc.array(column, { minLength: 1, maxLength: 6 }), (columns) => {
      const [widths, needs] = [columns.map(({ width }) => width), columns.map(({ need }) => need)];
      const before = shareRoom(widths, needs);
      const shared = shareRoom(
        widths,
        needs,
        columns.map(({ firm }) => firm),
      );
      expect(sum(shared)).toBeCloseTo(sum(widths), 6);
      const gives = before.map((width, at) => (columns[at]?.firm ? 0 : width * 0.15));
      const lacks = shared.map((width, at) =>
        columns[at]?.firm ? Math.max(0, (needs[at] ?? 0) - width) : 0,
      );
      const lacked = before.map((width, at) =>
        columns[at]?.firm ? Math.max(0, (needs[at] ?? 0) - width) : 0,
      );
      expect(sum(lacks)).toBeCloseTo(Math.max(0, sum(lacked) - sum(gives)), 6);
      for (const [at, width] of shared.entries())
        expect(width).toBeGreaterThanOrEqual((before[at] ?? 0) - (gives[at] ?? 0) - 1e-6);
    }),
  );
});

test('words of one line that may not break have their room, though the lines beside them break', () => {
  expect(shareRoom([320, 600, 100], [320, 600, 160], [false, false, true])[2]).toBeCloseTo(160);
});
