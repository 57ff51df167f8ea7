import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { main } from '../../../src/cli.ts';
import { expect, test } from '../deck.ts';

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orihon-pptx-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

for (const deck of ['slides', 'tests/decks/harbour', 'tests/decks/soil-lecture'])
  test(`${deck}: every word and note is in the slides that can be edited`, async () => {
    const output = join(folder, `${deck.replace(/\W/g, '-')}.pptx`);
    // It writes nothing where a word, a note or a relation is lost.
    expect(await main(['export', deck, '--format', 'pptx', '--output', output])).toBe(0);
    const parts = Object.entries(unzipSync(readFileSync(output)));
    const slides = parts.filter(([path]) => /^ppt\/slides\/slide\d+\.xml$/.test(path));
    expect(slides.length).toBeGreaterThan(2);
    const titled = slides.filter(([, part]) => strFromU8(part).includes('<p:ph type="title"/>'));
    expect(titled.length).toBeGreaterThan(slides.length / 2);
  });
