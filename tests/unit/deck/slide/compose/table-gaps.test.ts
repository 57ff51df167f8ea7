import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readParts } from '../../../../../src/deck/slide/compose/parts.ts';
import { gapsOf, MOST_BETWEEN } from '../../../../../src/deck/slide/compose/table-gaps.ts';
import { parseHtml } from '../../../../../src/deck/slide/html-tree.ts';
import { renderMarkdown } from '../../../../../src/deck/slide/markdown.ts';
import type { Measure } from '../../../../../src/fonts/faces.ts';

const measure: Measure = (text, _face, size) => text.length * size * 0.5;
const WIDTH = 1728;

const cell = fc.integer({ min: 1, max: 24 }).map((letters) => 'x'.repeat(letters));
const rows = fc
  .integer({ min: 2, max: 7 })
  .chain((columns) =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 2, maxLength: 6 }),
  );

function gapsIn(cells: readonly (readonly string[])[], size: number, words = 12) {
  const [head = [], ...body] = cells.map((row) => `| ${row.join(' | ')} |`);
  const markdown = [head, `|${'---|'.repeat(cells[0]?.length ?? 0)}`, ...body].join('\n');
  const { rest } = readParts(parseHtml(renderMarkdown(markdown)));
  const tables = rest.filter(({ kind }) => kind === 'table').map(({ element }) => element);
  return gapsOf(tables, words, { size, width: WIDTH, measure });
}

test('columns never touch, stand no further apart than a row is read across, and keep to the sheet', () => {
  fc.assert(
    fc.property(rows, fc.constantFrom(48, 40, 34, 28, 24), (cells, size) => {
      const columns = cells[0]?.length ?? 0;
      const words = Array.from({ length: columns }, (_, column) =>
        Math.max(...cells.map((row) => (row[column]?.length ?? 0) * 0.5 * size)),
      ).reduce((sum, one) => sum + one, 0);
      const gaps = gapsIn(cells, size);
      if (!gaps) {
        expect(words + (columns - 1) * 1.2 * size).toBeGreaterThan(WIDTH * 0.97);
        return;
      }
      expect(gaps.between).toBeGreaterThanOrEqual(1.2 * size);
      expect(gaps.between).toBeLessThanOrEqual(MOST_BETWEEN + 0.001);
      expect(words + (columns - 1) * gaps.between + gaps.rest + gaps.bare).toBeLessThanOrEqual(WIDTH);
      // What is left over stands behind the last column, never between.
      if (gaps.rest + gaps.bare > 1) expect(gaps.between).toBeCloseTo(MOST_BETWEEN);
    }),
    { seed: 18, numRuns: process.env['ORIHON_LONG'] ? 300 : 60 },
  );
});

test('rules end with a table that leaves much of the sheet bare, and run on where they leave little', () => {
  const short = [
    ['Way', 'Swaps'],
    ['bubble', '45'],
  ];
  const few = gapsIn(short, 48);
  expect(few?.rest).toBe(0);
  expect(few?.bare).toBeGreaterThan(WIDTH / 2);
  // Many words take four fifths of the sheet at least.
  expect(gapsIn(short, 48, 40)?.bare).toBeLessThan(WIDTH / 5);
  const long = [
    ['x'.repeat(30), 'x'.repeat(24)],
    ['one', 'two'],
  ];
  expect(gapsIn(long, 48)).toMatchObject({ bare: 0 });
});

test('nothing is said where there is no table, or one column', () => {
  expect(gapsOf([], 0, { size: 40, width: WIDTH, measure })).toBeUndefined();
  expect(gapsIn([['one'], ['two']], 40)).toBeUndefined();
});
