import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../../src/cli.ts';
import { expect, test } from '../deck.ts';
import { anyDeck } from './any-deck.ts';

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orihon-fifty-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Fifty with those that lie here. */
const SEEDS = Array.from({ length: 40 }, (_, at) => at + 1);
const OWN = ['slides', 'docs/gallery', ...readdirSync('tests/decks').map((name) => `tests/decks/${name}`)];

/** What of a deck's PDF is not as PDF/UA-1 and PDF/A-3a want it; and how many pages it has. */
async function conditionsOf(deck: string, name: string, format = 'pdf') {
  const report = join(folder, `${name}.json`);
  const output = join(folder, `${name}.pdf`);
  // Text that leaves its page keeps a file from being written, and is no matter of this test.
  await main(['export', deck, '--format', format, '--output', output, '--report', report, '--notes']);
  const { conditions, pages }: { conditions: unknown; pages: number } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  return { conditions, pages };
}

for (const deck of OWN)
  test(`${deck} is PDF/UA-1 and PDF/A-3a`, async () => {
    const { conditions, pages } = await conditionsOf(deck, deck.replace(/\W/g, '-'));
    expect(conditions).toEqual([]);
    expect(pages).toBeGreaterThan(1);
  });

for (const deck of OWN)
  test(`the handout of ${deck} is PDF/UA-1 and PDF/A-3a`, async () => {
    const { conditions } = await conditionsOf(deck, `${deck.replace(/\W/g, '-')}-handout`, 'handout');
    expect(conditions).toEqual([]);
  });

for (const seed of SEEDS)
  test(`a deck put together by chance (${seed}) is PDF/UA-1 and PDF/A-3a`, async () => {
    const deck = join(folder, `deck-${seed}`);
    mkdirSync(deck);
    for (const [path, text] of anyDeck(seed)) writeFileSync(join(deck, path), text);
    const { conditions, pages } = await conditionsOf(deck, `deck-${seed}`);
    expect(conditions).toEqual([]);
    expect(pages).toBeGreaterThan(1);
  });
