import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heightsOf } from '../../../../../src/deck/slide/compose/content-height.ts';
import { fitWords, SIZES } from '../../../../../src/deck/slide/compose/fit.ts';
import { countWords, readParts } from '../../../../../src/deck/slide/compose/parts.ts';
import { layoutOf, wordsIn } from '../../../../../src/deck/slide/compose/rules.ts';
import { parseHtml } from '../../../../../src/deck/slide/html-tree.ts';
import { renderMarkdown } from '../../../../../src/deck/slide/markdown.ts';
import type { Measure } from '../../../../../src/fonts/faces.ts';

const measure: Measure = (text, _face, size) => text.length * size * 0.46;

const word = fc.constantFrom(
  'a',
  'of',
  'harbour',
  'light',
  'between',
  'arithmetic',
  'constitutional',
  '1944',
);
const words = (most: number) => fc.array(word, { minLength: 1, maxLength: most }).map((all) => all.join(' '));
const list = fc
  .array(words(12), { minLength: 1, maxLength: 12 })
  .map((all) => all.map((one) => `- ${one}`).join('\n'));
const table = fc
  .array(fc.tuple(words(3), words(3), words(2)), { minLength: 1, maxLength: 8 })
  .map((rows) =>
    ['| a | b | c |', '|---|---|---|', ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n'),
  );
const code = fc
  .array(words(6), { minLength: 1, maxLength: 12 })
  .map((lines) => `\`\`\`\n${lines.join('\n')}\n\`\`\``);
const section = fc.tuple(words(3), words(30)).map(([name, text]) => `### ${name}\n\n${text}`);
const content = fc.oneof(
  words(40),
  fc.tuple(words(40), words(40)).map((all) => all.join('\n\n')),
  list,
  fc.tuple(words(20), list).map((all) => all.join('\n\n')),
  table,
  code,
  fc.array(section, { minLength: 2, maxLength: 4 }).map((all) => all.join('\n\n')),
);

describe('any words', () => {
  test('fit, at one of four sizes, use the width where they are many, and leave little empty below', () => {
    fc.assert(
      fc.property(words(8), content, (headline, markdown) => {
        const parts = readParts(parseHtml(renderMarkdown(`## ${headline}\n\n${markdown}`)));
        const layout = layoutOf(parts) ?? 'text';
        const found = fitWords(parts, layout, { measure, beside: 660 }, false);
        expect(found.fits).toBe(true);
        expect(found.code).toBeGreaterThanOrEqual(24);
        if (['statement', 'title', 'part', 'quotation'].includes(layout)) return;
        expect([...SIZES, 24]).toContain(found.size);
        expect(found.bottom).toBeGreaterThanOrEqual(1080 * 0.55);
        expect(found.bottom).toBeLessThanOrEqual(980);
        if (wordsIn(parts.rest) > 30 && layout === 'text')
          expect(found.columns > 1 ? 1 : (33 * found.size) / 1728).toBeGreaterThanOrEqual(0.8);
      }),
      { seed: 18, numRuns: process.env['ORIHON_LONG'] ? 300 : 60 },
    );
  });

  test('are counted as a reader counts them', () => {
    expect(countWords('U.S.–Japan, 1902 – 2023')).toBe(3);
  });
});

test('a table stands further from the words above it than words from words', () => {
  const heightOf = (markdown: string) =>
    heightsOf(
      readParts(parseHtml(renderMarkdown(markdown))).rest,
      { size: 40, code: 24, width: 1728, measure },
      1,
    )(0);
  const cells = '| a | b |\n|---|---|\n| c | d |';
  const between = (one: string, other: string) =>
    heightOf(`${one}\n\n${other}`) - heightOf(one) - heightOf(other);
  expect(between('Words.', 'More.')).toBeCloseTo(0.7 * 40);
  expect(between('Words.', cells)).toBeCloseTo(1.2 * 40);
});
