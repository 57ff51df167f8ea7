import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Font, Buffer as Letters, shape } from 'harfbuzzjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { CUTS, type Cut } from '../../../src/fonts/faces.ts';
import { openCut } from '../../../src/fonts/instances.ts';
import { LETTERS, type WidthOfPairs } from '../../../src/fonts/pairs.ts';

const long = Boolean(process.env['ORIHON_LONG']);
const seeds = { numRuns: long ? 100_000 : 3000 };

/** The width of a run in em, by the shaper. */
async function shaperOf(cut: Cut): Promise<(run: string) => number> {
  const { face } = await openCut(cut);
  const font = new Font(face);
  const letters = new Letters();
  return (run) => {
    letters.reset();
    letters.addText(run);
    letters.guessSegmentProperties();
    shape(font, letters, []);
    return letters.getGlyphPositions().reduce((sum, { xAdvance }) => sum + xAdvance, 0) / face.upem;
  };
}

const byPairs = Object.values(CUTS).flatMap((cuts) => cuts.filter((cut) => cut.byPairs));

test('the first cuts of the faces that Latin is set in are measured by pairs, and no others', () => {
  expect(byPairs.map(({ name }) => name)).toEqual(['newsreader', 'archivo-400', 'archivo-640']);
});

describe.each(byPairs)('widths of $name by pairs of letters', (cut) => {
  let shaped: (run: string) => number;
  let told: WidthOfPairs;
  beforeAll(async () => {
    shaped = await shaperOf(cut);
    told = (await openCut(cut)).widthOfPairs ?? (() => undefined);
  }, 30_000);

  const letter = fc.constantFrom(...LETTERS);
  const latin = fc.oneof(letter, fc.constantFrom(...'AVTWYafijkltvwy0147.,-’“”'), fc.constantFrom(...'fil'));
  test('a letter is told before one that joins with the next', () => {
    for (const word of ['half', 'if', 'self', 'wolf']) expect(told(word), word).toBeDefined();
  });

  const any = fc.oneof(
    latin,
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    fc.constantFrom(
      'e\u0301',
      'A\u030a',
      'ا',
      'ل',
      'ﷺ',
      '日',
      '、',
      '👩‍🚀',
      '🇯🇵',
      '\u00ad',
      '\u200d',
      '\ufe0f',
      'ß',
      'ﬁ',
    ),
  );
  const runs = (one: fc.Arbitrary<string>) =>
    fc.array(one, { minLength: 1, maxLength: 12 }).map((letters) => letters.join(''));

  test.each([
    ['Latin', runs(latin)],
    ['any writing', runs(any)],
  ])('are what the shaper gives, where they are known: %s', (_, written) => {
    fc.assert(
      fc.property(written, (run) => {
        const width = told(run);
        if (width !== undefined) expect(width, run).toBe(shaped(run));
      }),
      seeds,
    );
  });

  test('are what the shaper gives for each two letters, and each one', () => {
    for (const one of LETTERS)
      for (const run of [one, ...LETTERS.map((other) => one + other)]) {
        const width = told(run);
        if (width !== undefined && width !== shaped(run)) expect(width, run).toBe(shaped(run));
      }
  });

  // No rule of these fonts looks at more than three letters that would not show in three.
  test.runIf(long)('are what the shaper gives for each three letters of ASCII', { timeout: 300_000 }, () => {
    const ascii = LETTERS.filter((one) => one < '\u007f');
    for (const one of ascii)
      for (const two of ascii)
        for (const run of ascii.map((three) => one + two + three)) {
          const width = told(run);
          if (width !== undefined && width !== shaped(run)) expect(width, run).toBe(shaped(run));
        }
  });

  test('are known of nearly all words of a deck', () => {
    const deck = readFileSync(new URL('../../decks/bench/1-garden.md', import.meta.url), 'utf8');
    const words = [...new Set(deck.match(/[\p{L}\p{N}]+/gu))];
    expect(words.filter((word) => told(word) !== undefined).length).toBeGreaterThan(0.95 * words.length);
  });

  test('are not known of what joins, or of another writing', () => {
    for (const run of ['e\u0301', 'Ōhira', '日本', 'سلام', '😀', 'sof\u00adt'])
      expect(told(run), run).toBeUndefined();
    if (cut.name === 'newsreader') expect(told('fine')).toBeUndefined();
  });
});
