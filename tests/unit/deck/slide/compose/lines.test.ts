import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesIn } from '../../../../../src/deck/slide/compose/lines.ts';
import { countLines } from '../../../../../src/fonts/count-lines.ts';
import { loadMeasure } from '../../../../../src/fonts/metrics.ts';

const measure = await loadMeasure();
const share = process.env['ORIHON_LONG'] ? 1 : 0.1;
const word = fc.oneof(
  fc.constantFrom('WAVE', 'AVATAR', 'illimitable', 'fjord', 'Tōkyō', '1854–1858', 'naïve', 'Mr.', '“so”'),
  fc.stringMatching(/^[A-Za-z.,;:'"()&%/-]{1,14}$/),
);

test('a text that is not measured in pieces takes as many lines as one that is', () => {
  fc.assert(
    fc.property(
      fc.array(word, { maxLength: 12 }),
      fc.constantFrom('text' as const, 'strong' as const, 'display' as const),
      fc.integer({ min: 2, max: 40 }),
      (words, face, room) => {
        const text = words.join(' ');
        const pieces = countLines([{ text, face, size: 1 }], room, measure);
        expect(linesIn(text, face, 1, room, measure)).toBe(pieces);
      },
    ),
    { numRuns: 3000 * share },
  );
});
