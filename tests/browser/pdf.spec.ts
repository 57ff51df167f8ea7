import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { makeSite } from '../../src/build/site.ts';
import { main } from '../../src/cli.ts';
import { exportPdf } from '../../src/export/pdf.ts';
import { expect, test } from './deck.ts';
import { pdfBookmarks, pdfPages, squeeze } from './pdf-text.ts';

let folder = '';
let pages: readonly string[] = [];

test.beforeAll(async () => {
  test.setTimeout(120_000);
  folder = mkdtempSync(join(tmpdir(), 'orihon-pdf-'));
  expect(await main(['export', 'slides', '--output', join(folder, 'deck.pdf')])).toBe(0);
  pages = await pdfPages(join(folder, 'deck.pdf'));
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

test('every slide has a bookmark, and no slide two', async ({ deck }) => {
  await deck.open();
  const first = await deck.page.evaluate(() =>
    window.Reveal.getSlides().map((slide) =>
      slide.querySelector('h1, h2')?.textContent?.replace(/\s+/g, ' ').trim(),
    ),
  );
  const bookmarks = await pdfBookmarks(join(folder, 'deck.pdf'));
  for (const headline of first) if (headline) expect(bookmarks.map(letters)).toContain(letters(headline));
});

test('the PDF holds the title of every event', () => {
  const timeline: unknown = parse(readFileSync('slides/timeline.yaml', 'utf8'));
  const events = timeline && typeof timeline === 'object' && 'events' in timeline ? timeline.events : [];
  const titles = Array.isArray(events) ? events.map(({ title }) => String(title)) : [];
  expect(titles.length).toBe(46);
  const all = letters(pages.join(' '));
  for (const title of titles) expect(all).toContain(letters(title));
});

test('no note is in the PDF', () => {
  expect(letters(pages.join(' '))).not.toContain(letters('This talk keeps every claim of that article'));
});

test('two exports are the same, byte for byte', async () => {
  test.setTimeout(120_000);
  expect(await main(['export', 'slides', '--output', join(folder, 'again.pdf')])).toBe(0);
  expect(readFileSync(join(folder, 'again.pdf')).equals(readFileSync(join(folder, 'deck.pdf')))).toBe(true);
});

test('a deck with an error leaves the old PDF as it was, and no half of a new one', async () => {
  const output = join(folder, 'kept.pdf');
  writeFileSync(output, 'the old one');
  writeFileSync(join(folder, 'broken.md'), '# A slide\n\nA claim [@nobody]\n');
  expect(await main(['export', join(folder, 'broken.md'), '--output', output])).toBe(1);
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
  const { site } = await makeSite(picture, { notes: false });
  const report = site && (await exportPdf(site, join(folder, 'out.pdf'), () => undefined));
  expect(report?.bitmaps).toEqual(['two']);
});
