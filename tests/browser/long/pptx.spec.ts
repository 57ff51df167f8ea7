import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

test('grounds and lines of boxes are shapes: round, framed, and on one side', async () => {
  const deck = join(folder, 'boxes.md');
  const box = (name: string, style: string) =>
    `<div class="${name}" style="width: 100px; height: 100px; ${style}"></div>`;
  const boxes = [
    box('round', 'background-color: #ff0000; border-radius: 50%'),
    box('framed', 'border: 4px solid #00ff00'),
    box('below', 'border-bottom: 4px solid #0000ff'),
  ];
  writeFileSync(deck, `## Boxes\n\n${boxes.join('\n')}\n`);
  const output = join(folder, 'boxes.pptx');
  expect(await main(['export', deck, '--format', 'pptx', '--output', output])).toBe(0);
  const slide = strFromU8(unzipSync(readFileSync(output))['ppt/slides/slide1.xml'] ?? new Uint8Array());
  for (const [outline, colour] of [
    ['ellipse', 'FF0000'],
    ['rect', '00FF00'],
    ['rect', '0000FF'],
  ])
    expect(slide).toMatch(new RegExp(`prst="${outline}"(?:(?!</p:sp>).)*srgbClr val="${colour}"`, 's'));
});
