import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveFolder } from '../../../src/browser/serve-folder.ts';
import { main } from '../../../src/cli.ts';
import { buildSite } from '../../../src/site/build.ts';
import { makeSite } from '../../../src/site/site.ts';
import { DeckPage, expect, test } from '../deck.ts';

/** Decks in reveal-md's dialect, nothing in them written for Orihon, with how many slides each has. */
const TALKS = [
  { path: 'tests/decks/tram-report/report.md', slides: 5, long: '' },
  { path: 'tests/decks/soil-lecture/lecture.md', slides: 6, long: ' @long' },
  { path: 'tests/decks/parser-talk/talk.md', slides: 6, long: ' @long' },
];

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orihon-reveal-md-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

for (const { path, slides, long } of TALKS) {
  test(`${path} of reveal-md is built and walked by one key as it stands${long}`, async ({
    page,
    // Named, so that it listens: any word in the console fails the test.
    faults: _,
  }) => {
    const { site } = await makeSite(path, { notes: false });
    if (!site) throw new Error('the deck has errors');
    await buildSite(site, folder);
    const server = await serveFolder(folder);
    try {
      const deck = new DeckPage(page, server.url);
      await deck.open();
      const ids = await deck.ids();
      expect(ids).toHaveLength(slides);
      expect(await walk(deck)).toEqual(ids);
    } finally {
      await page.close();
      await server.close();
    }
  });

  test(`${path} of reveal-md is exported as it stands, and the proof is clean @long`, async () => {
    const files = ['--output', join(folder, 'talk.pdf'), '--report', join(folder, 'report.json')];
    expect(await main(['export', path, ...files])).toBe(0);
    const report: unknown = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
    expect(report).toMatchObject({ slides, pages: slides, faults: [], overflow: [], requests: [] });
  });
}

test('code shows its lines step by step under the clicker, and a footnote stands at the foot @long', async ({
  page,
  faults: _,
}) => {
  const { site } = await makeSite('tests/decks/parser-talk/talk.md', { notes: false });
  if (!site) throw new Error('the deck has errors');
  await buildSite(site, folder);
  const server = await serveFolder(folder);
  try {
    const deck = new DeckPage(page, server.url);
    await deck.open('reading-a-number');
    const lit = () =>
      page
        .locator('#reading-a-number .line')
        .evaluateAll((lines) =>
          lines.flatMap((line, index) =>
            getComputedStyle(line).backgroundColor === 'rgba(0, 0, 0, 0)' ? [] : [index + 1],
          ),
        );
    await expect.poll(lit).toEqual([1, 2, 3]);
    await page.keyboard.press('PageDown');
    await expect.poll(lit).toEqual([4, 5, 6]);
    await page.keyboard.press('PageDown');
    await expect.poll(lit).toEqual([7]);
    await page.keyboard.press('PageUp');
    await expect.poll(lit).toEqual([4, 5, 6]);
    for (const _key of [1, 2, 3]) await page.keyboard.press('PageDown');
    expect(await deck.current()).toBe('run-it');
    const slide = page.locator('#run-it');
    await expect(slide.locator('sup.footnote-mark')).toHaveText('note 1');
    await expect(slide.locator('footer .footnote')).toHaveText(/^1 Colours are made when the deck is built/);
    await expect(slide.locator('footer .footnote')).toBeInViewport();
  } finally {
    await page.close();
    await server.close();
  }
});

/** The slides that PageDown leads to, each with its headline in view and all its steps taken. */
async function walk({ page }: DeckPage): Promise<readonly string[]> {
  const seen: string[] = [];
  for (let press = 0; press < 60; press++) {
    const { id, isEnd } = await page.evaluate(() => ({
      id: window.Reveal.getCurrentSlide().id,
      isEnd: window.Reveal.isLastSlide() && !window.Reveal.availableFragments().next,
    }));
    if (seen.at(-1) !== id) {
      seen.push(id);
      await expect(page.locator(`#${id} :is(h1, h2, h3)`).first()).toBeVisible();
    }
    if (isEnd) break;
    await page.keyboard.press('PageDown');
  }
  return seen;
}
