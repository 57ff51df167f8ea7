import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { main } from '../../../src/cli.ts';
import { attribute, elements, parseHtml, textOf } from '../../../src/deck/slide/html-tree.ts';
import { makeSite, type Site } from '../../../src/site/site.ts';
import { expect, test } from '../deck.ts';

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orihon-pptx-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const DECKS = ['slides', 'docs/gallery', ...readdirSync('tests/decks').map((name) => `tests/decks/${name}`)];

/** What the deck itself lays on each other. */
const LAID_BY_DECK: readonly string[] = ['tests/decks/habits: stack: "below" and "above"'];

for (const deck of DECKS)
  test(`${deck}: every word and note is in the slides that can be edited`, async () => {
    const output = join(folder, `${deck.replace(/\W/g, '-')}.pptx`);
    const report = output.replace('.pptx', '.json');
    // It writes nothing where a word, a note, a cell of a chart or a relation is lost.
    expect(await main(['export', deck, '--format', 'pptx', '--output', output, '--report', report])).toBe(0);
    const parts = Object.entries(unzipSync(readFileSync(output)));
    const slides = parts.filter(([path]) => /^ppt\/slides\/slide\d+\.xml$/.test(path));
    expect(slides.length).toBeGreaterThan(2);
    const titled = slides.filter(([, part]) => strFromU8(part).includes('<p:ph type="title"/>'));
    expect(titled.length).toBeGreaterThan(slides.length / 2);

    // Every event that is shown is in the words of its slide, labelled or not, and no two boxes of words overlap.
    const { site } = await makeSite(deck, { notes: false });
    // Each cell of each definition of each chart was looked for: none is left out with its chart.
    const told: { cells: number } = JSON.parse(readFileSync(report, 'utf8'));
    expect(told.cells).toBe(cellsOf(site));
    const overlapping: string[] = [];
    for (const [index, { id, html }] of (site?.pages ?? []).entries()) {
      const xml = strFromU8(
        unzipSync(readFileSync(output))[`ppt/slides/slide${index + 1}.xml`] ?? new Uint8Array(),
      );
      const said = squeeze(xml.replace(/&amp;/g, '&'));
      for (const event of spokenIn(html)) expect(said, id).toContain(squeeze(event));
      const boxes = boxesIn(xml);
      // Two panels that meet may both name the value at their edge.
      for (const [at, one] of boxes.entries())
        for (const other of boxes.slice(at + 1))
          if (one.text !== other.text && overlap(one, other))
            overlapping.push(`${deck}: ${id}: "${one.text}" and "${other.text}"`);
    }
    expect(overlapping.filter((pair) => !LAID_BY_DECK.includes(pair))).toEqual([]);
  });

/** How many cells the charts of a deck show, under all their definitions. */
function cellsOf(site: Site | undefined): number {
  const figures = site?.deck.slides.flatMap((slide) => slide.figures) ?? [];
  const tables = figures
    .flatMap((figure) => figure.tables?.() ?? [])
    .filter(({ plots = [] }) => plots.length > 0);
  return tables.reduce((sum, { rows }) => sum + rows.flat().length, 0);
}

const squeeze = (text: string) => text.replace(/\s+/g, '');

/** What listeners hear of the events of a slide's timelines. */
function spokenIn(html: string): readonly string[] {
  const events = [...elements(parseHtml(html))].filter((one) => attribute(one, 'data-event') !== undefined);
  return events.flatMap((event) =>
    [...elements(event)].filter((one) => attribute(one, 'class') === 'spoken').map(textOf),
  );
}

/** How much two boxes may share: 2 pt, in the units of the file. */
const SHARED = 2 * 12_700;

interface TextBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly text: string;
}

/** The boxes of a slide that hold words and are not turned; a group here keeps the units of the sheet. */
function boxesIn(xml: string): readonly TextBox[] {
  return [...xml.matchAll(/<p:sp>[\s\S]*?<\/p:sp>/g)].flatMap(([shape]) => {
    const text = [...shape.matchAll(/<a:t>([^<]*)</g)].map(([, run]) => run).join('');
    const place = /<a:xfrm><a:off x="(-?\d+)" y="(-?\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"/.exec(shape);
    const [x = 0, y = 0, width = 0, height = 0] = (place ?? []).slice(1).map(Number);
    return text.trim() === '' || !place ? [] : [{ x, y, width, height, text }];
  });
}

function overlap(one: TextBox, other: TextBox): boolean {
  const wide = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const high = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return wide > SHARED && high > SHARED;
}

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
