import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../../src/cli.ts';
import { readPdf } from '../../../src/export/pdf/read.ts';
import { parseTimeline } from '../../../src/figures/timeline/model/parse.ts';
import { formatWhen } from '../../../src/figures/timeline/model/when.ts';
import { expect, test } from '../deck.ts';
import { type Exported, exportedFlagship } from './flagship.ts';
import { structureFaults } from './pdf-structure.ts';
import { pdfPages, squeeze } from './pdf-text.ts';

// The deck of this repository is exported once for all of them.
test.describe.configure({ mode: 'default' });

let folder = '';
let flagship: Exported = { pdf: '', report: '' };
let pages: readonly string[] = [];

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'orihon-pdf-'));
  flagship = await exportedFlagship();
  pages = await pdfPages(flagship.pdf);
});

test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Letters only: a PDF cuts text into runs where it likes. */
function letters(text: string): string {
  return squeeze(text).replace(/\s/g, '');
}

test('the PDF has exactly one page a slide, each with its headline', async ({ deck }) => {
  await deck.open();
  const headlines = await deck.page.evaluate(() =>
    window.Reveal.getSlides().map((slide) => slide.querySelector('h1, h2, h3')?.textContent ?? ''),
  );
  expect(pages.length).toBe(headlines.length);
  for (const [index, headline] of headlines.entries())
    expect(letters(pages[index] ?? ''), `page ${index + 1}`).toContain(letters(headline));
});

test('the report proves the PDF: bookmarks, headings, figures, fonts, links', () => {
  const report = JSON.parse(readFileSync(flagship.report, 'utf8'));
  expect(report).toMatchObject({
    format: 'pdf',
    slides: pages.length,
    pages: pages.length,
    pagesWithoutHeading: 0,
    figures: { undescribed: 0 },
    // The timeline leads to the index of events.
    links: { inside: 1, dead: 0 },
    bitmaps: [],
    overflow: [],
    requests: [],
    faults: [],
    lang: 'en',
    author: 'The Orihon authors',
  });
  for (const said of [report.subject, report.keywords]) expect(said).not.toBe('');
  expect(report.title).toContain('A new chapter');
  expect(report.bookmarks.map(({ page }: { page: number }) => page)).toEqual(pages.map((_, index) => index));
  // The eras are below the part they belong to.
  expect(report.bookmarks.some(({ depth }: { depth: number }) => depth === 1)).toBe(true);
  expect(report.fonts.map(({ kind }: { kind: string }) => kind)).toEqual(report.fonts.map(() => 'TrueType'));
});

test('what is hidden from the tags or set smaller is named; with --strict the old PDF stays', async () => {
  const output = join(folder, 'faulty.pdf');
  writeFileSync(output, 'the old one');
  const lines = ['# One', '', '---', '', '<!-- .slide: id="two" -->', '## Two', ''];
  for (let line = 0; line < 80; line++) lines.push(`- line ${line}`);
  lines.push(
    '',
    '---',
    '',
    '<!-- .slide: id="three" -->',
    '## Three <!-- .element: aria-hidden="true" -->',
    '',
  );
  writeFileSync(join(folder, 'faulty.md'), lines.join('\n'));
  const report = join(folder, 'faulty.json');
  const deck = join(folder, 'faulty.md');
  const told = () => JSON.parse(readFileSync(report, 'utf8'));
  const words = ['export', deck, '--output', output, '--force', '--report', report];
  expect(await main([...words, '--strict'])).toBe(1);
  expect(readFileSync(output, 'utf8')).toBe('the old one');
  const headless = { slide: 'three', what: 'its headline is not tagged as a heading' };
  expect(told().faults).toContainEqual(headless);
  expect(await main(words)).toBe(0);
  expect(readFileSync(output).subarray(0, 5).toString()).toBe('%PDF-');
  const { notices, overflow } = told();
  expect(notices).toContainEqual(headless);
  expect(notices).toContainEqual({
    slide: 'two',
    what: expect.stringMatching(/^it holds more than its sheet, and is set at \d+ %$/),
  });
  expect(overflow).toEqual([]);
});

test('with --notes each note is an annotation of its page', { tag: '@long' }, async () => {
  const output = join(folder, 'notes.pdf');
  expect(await main(['export', 'tests/decks/small', '--notes', '--output', output])).toBe(0);
  const { pages: found } = await readPdf(readFileSync(output));
  expect(found.slice(0, 3).map(({ notes }) => notes)).toEqual([
    ['This deck is a test. Nothing in it is true.'],
    ['Read the years from left to right.'],
    [],
  ]);
});

test('the PDF holds every event’s title, with its date and lane', () => {
  const text = readFileSync('slides/timeline.yaml', 'utf8');
  const timeline = parseTimeline({ file: 'timeline.yaml', text }, () => undefined);
  expect(timeline?.events.length).toBe(77);
  const lanes = new Map(timeline?.lanes.map(({ id, name }) => [id, name]));
  const all = letters(pages.join(' '));
  for (const event of timeline?.events ?? [])
    expect(all).toContain(letters(`${formatWhen(event)}, ${lanes.get(event.lane)}: ${event.title}`));
});

test('no note is in the PDF', () => {
  expect(letters(pages.join(' '))).not.toContain(letters('One trade site dates the Pentagon signing'));
});

test('the file is whole: every object where its table says, every reference met, every stream unpacked', async () => {
  expect(await structureFaults(readFileSync(flagship.pdf))).toEqual([]);
});

test('qpdf finds nothing wrong with it', () => {
  const { stdout, status, error } = spawnSync('qpdf', ['--check', flagship.pdf], {
    encoding: 'utf8',
  });
  if (error) console.warn('qpdf is not on this machine: its check of the PDF is left out.');
  test.skip(error !== undefined, 'qpdf is not on this machine');
  expect(stdout).toContain('No syntax or stream encoding errors found');
  expect(status).toBe(0);
});

test('two exports of a small deck are the same, byte for byte', async () => {
  const files = ['once.pdf', 'again.pdf'].map((name) => join(folder, name));
  for (const file of files) expect(await main(['export', 'tests/decks/small', '--output', file])).toBe(0);
  const [once, again] = files.map((file) => readFileSync(file));
  expect(once && again?.equals(once)).toBe(true);
});

test('so are two of the deck of this repository @long', async () => {
  test.setTimeout(120_000);
  expect(await main(['export', 'slides', '--output', join(folder, 'again.pdf')])).toBe(0);
  expect(readFileSync(join(folder, 'again.pdf')).equals(readFileSync(flagship.pdf))).toBe(true);
});

test('a deck with an error leaves the old PDF as it was, and no half of a new one', async () => {
  const output = join(folder, 'kept.pdf');
  writeFileSync(output, 'the old one');
  writeFileSync(join(folder, 'broken.md'), '# A slide\n\nA claim [@nobody]\n');
  expect(await main(['export', join(folder, 'broken.md'), '--output', output, '--force'])).toBe(1);
  expect(readFileSync(output, 'utf8')).toBe('the old one');
  expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
});

test('a bitmap in the PDF is named with its slide', { tag: '@long' }, async () => {
  const picture = join(folder, 'picture.md');
  // A red square of one pixel.
  const png =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
  writeFileSync(join(folder, 'red.png'), Buffer.from(png, 'base64'));
  writeFileSync(picture, '# One\n\n---\n\n<!-- .slide: id="two" -->\n# Two\n\n![A red square](red.png)\n');
  const report = join(folder, 'report.json');
  expect(await main(['export', picture, '--output', join(folder, 'out.pdf'), '--report', report])).toBe(0);
  expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({ bitmaps: ['two'] });
});
