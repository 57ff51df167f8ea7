import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page, ViewportSize } from '@playwright/test';
import { expect, test } from '../deck.ts';

/** The size of the hall; narrower windows have the article instead: reading.spec.ts. */
const HALL = { width: 1920, height: 1080 };
const OTHERS = [
  { width: 1024, height: 768 },
  { width: 1280, height: 720 },
  { width: 600, height: 960 },
];

/** Sizes as a server sends them: kB of 1,000 bytes, gzip -9 (fonts are packed already). */
function sent(path: string): number {
  const bytes = readFileSync(path);
  return (path.endsWith('.woff2') ? bytes.length : gzipSync(bytes, { level: 9 }).length) / 1000;
}

/** Boxes of the first slide and its parts. */
async function boxesOf(page: Page) {
  const parts = page.locator(
    '.slides > section.present, .slides > section.present :is(h1, h2, p, svg, span)',
  );
  return Promise.all((await parts.all()).map((part) => part.boundingBox()));
}

/** Opens the deck in a window that runs no script, and says what it asked for. */
async function openBare(browser: Browser, viewport: ViewportSize) {
  const context = await browser.newContext({ viewport, javaScriptEnabled: false });
  const page = await context.newPage();
  const url = process.env['SITE_DECK'] ?? '';
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url().slice(url.length).split('#')[0] ?? ''));
  await page.goto(url, { waitUntil: 'networkidle' });
  const boxes = await boxesOf(page);
  await context.close();
  return { boxes, asked };
}

/** Notes what asks for the window's width, or for any box, before the first frame: it lays out the whole page. */
function watchLayout(): void {
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
}

test('the first slide needs no script, stands where it will, and costs little until the first key', async ({
  browser,
  deck,
}) => {
  const bare = await openBare(browser, HALL);
  await test.step('it needs no script and three font files at most', () => {
    const needed = bare.asked
      .filter((path) => path === '' || /\.(css|woff2)$/.test(path))
      .filter((path) => !/print/.test(path));
    const fonts = needed.filter((path) => path.endsWith('.woff2'));
    expect(fonts.length, fonts.join(' ')).toBeLessThanOrEqual(3);
  });
  const asked: string[] = [];
  deck.page.on('request', (request) => {
    if (request.resourceType() === 'script') asked.push(request.url().slice(deck.url.length));
  });
  await deck.page.setViewportSize(HALL);
  await deck.page.addInitScript(watchLayout);
  await deck.open();
  await test.step('at most 40 kB of script before the first key, and none of it for charts', async () => {
    await deck.page.waitForLoadState('networkidle');
    const folder = process.env['SITE_DECK_FOLDER'] ?? '';
    // What keeps a copy for later is fetched a while after all is there: on a busy machine within this wait, or not.
    const first = asked.filter((path) => !/\/offline-/.test(path));
    expect(
      first.reduce((sum, path) => sum + sent(join(folder, path)), 0),
      first.join(' '),
    ).toBeLessThanOrEqual(40);
    expect(asked.join(' ')).not.toMatch(/mount|chart|speaker|help/);
    expect(readdirSync(join(folder, 'assets')).some((name) => name.startsWith('mount'))).toBe(true);
  });
  await test.step('it stands in the same place with and without script', async () => {
    expect(bare.boxes.length).toBeGreaterThan(3);
    expect(await boxesOf(deck.page)).toEqual(bare.boxes);
  });
  await test.step('nothing lays the page out before its fonts are here and its first frame is due', async () => {
    expect(await deck.page.evaluate(() => Reflect.get(window, 'early'))).toEqual([]);
  });
});

for (const viewport of OTHERS)
  test(`the first slide stands in the same place with and without script at ${viewport.width} × ${viewport.height} @long`, async ({
    browser,
    deck,
  }) => {
    const { boxes } = await openBare(browser, viewport);
    await deck.page.setViewportSize(viewport);
    await deck.open();
    expect(boxes.length).toBeGreaterThan(3);
    expect(await boxesOf(deck.page)).toEqual(boxes);
  });

test('the slide after the next is laid out before it is the next', async ({ deck }) => {
  await deck.page.setViewportSize(HALL);
  await deck.open();
  const isLaidOut = (ahead: number) =>
    deck.page.evaluate((by) => {
      const slides = window.Reveal.getSlides();
      const slide = slides[slides.indexOf(window.Reveal.getCurrentSlide()) + by];
      return slide?.checkVisibility({ visibilityProperty: false }) ?? false;
    }, ahead);
  await expect.poll(() => isLaidOut(2)).toBe(true);
  expect(await isLaidOut(3)).toBe(false);
  await deck.page.evaluate(() => window.Reveal.next());
  await expect.poll(() => isLaidOut(2)).toBe(true);
});
