import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveFolder } from '../../src/export/serve.ts';
import { DeckPage, expect, test } from './deck.ts';

test('with the server gone after one visit, a reload presents the whole deck, charts included', async ({
  page,
  faults,
}) => {
  test.slow();
  const server = await serveFolder(process.env['SITE_DECK_FOLDER'] ?? '', '/talks/2023/');
  const deck = new DeckPage(page, server.url);
  await page.addInitScript(() => {
    document.addEventListener('offlineready', () => {
      document.documentElement.dataset['heard'] = 'offlineready';
    });
  });
  await deck.open('statement');
  await expect(page.locator('html')).toHaveAttribute('data-offline', 'ready', { timeout: 20_000 });
  await expect(page.locator('html')).toHaveAttribute('data-heard', 'offlineready');
  const slides = await deck.ids();
  await server.close();

  await page.reload();
  await deck.ready();
  expect(await deck.current()).toBe('statement');
  expect(await deck.ids()).toEqual(slides);
  for (const id of slides) {
    await deck.show(id);
    await expect(page.locator(`#${id} :is(h1, h2)`).first()).toBeVisible();
  }
  for (const id of ['spending', 'others']) {
    await deck.show(id);
    await expect.poll(() => isDrawn(deck, id)).toBe(true);
  }
  const pictures = await page.evaluate(() =>
    [...document.images].filter((image) => image.naturalWidth === 0).map((image) => image.src),
  );
  expect(pictures).toEqual([]);

  // The other view, and an address nobody opened before, come from the same copy.
  await page.goto(`${server.url}?view=read#/map`);
  await page.waitForFunction(() => document.documentElement.dataset['read'] === 'ready');
  await expect(page.locator('#map h2')).toBeInViewport();
  expect(faults).toEqual([]);
});

test('a mended deck is shown at the next reload, not its copy, and soon is the copy', {
  tag: '@long',
}, async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'orihon-offline-'));
  cpSync(process.env['SITE_SMALL_FOLDER'] ?? '', folder, { recursive: true });
  const server = await serveFolder(folder, '/talks/2023/');
  const deck = new DeckPage(page, server.url);
  const ready = () =>
    expect(page.locator('html')).toHaveAttribute('data-offline', 'ready', { timeout: 20_000 });
  await deck.open();
  await ready();
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('Mended');
  for (const [file, from, to] of [
    ['index.html', '<h1>', '<h1>Mended: '],
    ['sw.js', 'VERSION = "', 'VERSION = "2'],
  ] as const)
    writeFileSync(join(folder, file), readFileSync(join(folder, file), 'utf8').replace(from, to));
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Mended');
  await ready();
  await server.close();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Mended');
  rmSync(folder, { recursive: true });
});

test('the site can be installed: it names itself, its start and its icon, all its own', async ({ deck }) => {
  await deck.open();
  const address = await deck.page.locator('link[rel="manifest"]').getAttribute('href');
  const response = await deck.page.request.get(new URL(address ?? '', deck.url).href);
  expect(response.headers()['content-type']).toContain('manifest+json');
  const manifest = await response.json();
  expect(manifest).toMatchObject({ start_url: './', display: 'standalone', short_name: 'A new chapter' });
  for (const { src } of manifest.icons)
    expect((await deck.page.request.get(new URL(src, deck.url).href)).ok()).toBe(true);
});

function isDrawn(deck: DeckPage, id: string): Promise<boolean> {
  return deck.page.evaluate((slide) => {
    const canvas = document.querySelector<HTMLCanvasElement>(`#${slide} canvas`);
    const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    return pixels.some((value) => value !== 0);
  }, id);
}
