import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DeckPage, expect, test } from '../deck.ts';

const SIZES = [
  ...(process.env['ORIHON_LONG']
    ? [
        { width: 1024, height: 768 },
        { width: 1280, height: 720 },
      ]
    : []),
  { width: 1920, height: 1080 },
  // Narrower windows have the article instead: read.spec.ts.
  { width: 600, height: 960 },
];

for (const viewport of SIZES) {
  test(`the first slide stands in the same place with and without script at ${viewport.width} × ${viewport.height}`, async ({
    browser,
  }) => {
    const boxes = [];
    for (const javaScriptEnabled of [false, true]) {
      const context = await browser.newContext({ viewport, javaScriptEnabled });
      const page = await context.newPage();
      const deck = new DeckPage(page, process.env['SITE_DECK'] ?? '');
      if (javaScriptEnabled) await deck.open();
      else await page.goto(deck.url, { waitUntil: 'networkidle' });
      const parts = page.locator(
        '.slides > section.present, .slides > section.present :is(h1, h2, p, svg, span)',
      );
      boxes.push(await Promise.all((await parts.all()).map((part) => part.boundingBox())));
      await context.close();
    }
    expect(boxes[0]?.length).toBeGreaterThan(3);
    expect(boxes[1]).toEqual(boxes[0]);
  });
}

/** Sizes as a server sends them: kB of 1,000 bytes, gzip -9 (fonts are packed already). */
function sent(path: string): number {
  const bytes = readFileSync(path);
  return (path.endsWith('.woff2') ? bytes.length : gzipSync(bytes, { level: 9 }).length) / 1000;
}

test('the first slide needs no script and three font files at most', async ({ browser }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 1920, height: 1080 },
  });
  const page = await context.newPage();
  const url = process.env['SITE_DECK'] ?? '';
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url().slice(url.length).split('#')[0] ?? ''));
  await page.goto(url, { waitUntil: 'networkidle' });
  const needed = asked
    .filter((path) => path === '' || /\.(css|woff2)$/.test(path))
    .filter((path) => !/print/.test(path));
  const fonts = needed.filter((path) => path.endsWith('.woff2'));
  expect(fonts.length, fonts.join(' ')).toBeLessThanOrEqual(3);
  await context.close();
});

test('at most 40 kB of script before the first key, and none of it for charts', async ({ deck }) => {
  const asked: string[] = [];
  deck.page.on('request', (request) => {
    if (request.resourceType() === 'script') asked.push(request.url().slice(deck.url.length));
  });
  await deck.open();
  await deck.page.waitForLoadState('networkidle');
  const folder = process.env['SITE_DECK_FOLDER'] ?? '';
  expect(asked.reduce((sum, path) => sum + sent(join(folder, path)), 0)).toBeLessThanOrEqual(40);
  expect(asked.join(' ')).not.toMatch(/mount|chart|speaker|help/);
  expect(readdirSync(join(folder, 'assets')).some((name) => name.startsWith('mount'))).toBe(true);
});

test('nothing lays the page out before its fonts are here and its first frame is due', async ({
  browser,
}) => {
  const page = await browser.newPage();
  // To ask for the window's width, or for any box, lays out the whole page.
  await page.addInitScript(() => {
    const early: string[] = [];
    Object.assign(window, { early });
    let framed = false;
    requestAnimationFrame(() => {
      framed = true;
    });
    const width = Object.getOwnPropertyDescriptor(window, 'innerWidth')?.get;
    Object.defineProperty(window, 'innerWidth', {
      configurable: true,
      get: () => {
        if (!framed) early.push('innerWidth');
        return width?.call(window);
      },
    });
    const box = Element.prototype.getBoundingClientRect;
    Element.prototype.getBoundingClientRect = function measured() {
      if (!framed) early.push(this.tagName);
      return box.call(this);
    };
  });
  await new DeckPage(page, process.env['SITE_DECK'] ?? '').open();
  expect(await page.evaluate(() => Reflect.get(window, 'early'))).toEqual([]);
  await page.close();
});
