import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../../src/cli.ts';
import { expect, test } from '../deck.ts';
import { anyDeck } from './any-deck.ts';

/** Seeds that no other test uses. The check refuses about one deck in six: text leaves its slide. Over 200 are left. */
const SEEDS = Array.from({ length: 250 }, (_, at) => at + 1001);
/** Each format that any deck has; a poster is made of a timeline that is shown. */
const FORMATS = ['pdf', 'handout', 'png', 'pptx', 'html', 'text'];

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orihon-formats-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

for (const seed of SEEDS)
  test(`what passes the check is exported in every format (${seed}) @long`, async () => {
    const deck = join(folder, `deck-${seed}`);
    mkdirSync(deck);
    for (const [path, text] of anyDeck(seed)) writeFileSync(join(deck, path), text);
    test.skip((await main(['check', deck])) !== 0, 'the check names what is wrong');
    for (const format of FORMATS) {
      const output = join(folder, `${seed}.${format}`);
      expect(await main(['export', deck, '--format', format, '--output', output]), format).toBe(0);
      expect(statSync(output).size, format).toBeGreaterThan(0);
    }
  });
