import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveFolder } from '../../../src/browser/serve-folder.ts';
import { DeckPage, expect, test } from '../deck.ts';

test.use({ serviceWorkers: 'allow' });

/** The deck that is kept, a slide to begin on, those with charts, and one never opened before: a small one in the short run. */
const KEPT = process.env.ORIHON_LONG
  ? { site: 'SITE_DECK', first: 'statement', charts: ['spending', 'others'], later: 'map' }
  : { site: 'SITE_STAGE', first: 'sources', charts: ['members'], later: 'years' };

test('with the server gone after one visit, a reload presents the whole deck, charts included', async ({
  page,
  faults,
}) => {
  test.slow();
  const server = await serveFolder(process.env[`${KEPT.site}_FOLDER`] ?? '', '/talks/2023/');
  const deck = new DeckPage(page, server.url);
  await page.addInitScript(() => {
    document.addEventListener('offlineready', () => {
      document.documentElement.dataset['heard'] = 'offlineready';
    });
  });
  await deck.open(KEPT.first);
  await expect(page.locator('html')).toHaveAttribute('data-offline', 'ready', { timeout: 20_000 });
  await expect(page.locator('html')).toHaveAttribute('data-heard', 'offlineready');
  const slides = await deck.ids();
  await server.close();

  await page.reload();
  await deck.ready();
  expect(await deck.current()).toBe(KEPT.first);
  expect(await deck.ids()).toEqual(slides);
  for (const id of slides) {
    await deck.show(id);
    await expect(page.locator(`#${id} :is(h1, h2)`).first()).toBeVisible();
  }
  for (const id of KEPT.charts) {
    await deck.show(id);
    await expect.poll(() => isDrawn(deck, id)).toBe(true);
  }
  const pictures = await page.evaluate(() =>
    [...document.images].filter((image) => image.naturalWidth === 0).map((image) => image.src),
  );
  expect(pictures).toEqual([]);

  // The other view, and an address nobody opened before, come from the same copy.
  await page.goto(`${server.url}?view=read#/${KEPT.later}`);
  await page.waitForFunction(() => document.documentElement.dataset['read'] === 'ready');
  await expect(page.locator(`#${KEPT.later} h2`)).toBeInViewport();
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

test('an open page of the version before still finds its charts, and half a version is none', {
  tag: '@long',
}, async ({ page, context }) => {
  const folder = mkdtempSync(join(tmpdir(), 'orihon-offline-'));
  cpSync(process.env['SITE_DECK_FOLDER'] ?? '', folder, { recursive: true });
  const server = await serveFolder(folder, '/talks/2023/');
  const before = new DeckPage(page, server.url);
  await before.open();
  await expect(page.locator('html')).toHaveAttribute('data-offline', 'ready', { timeout: 20_000 });
  const worker = readFileSync(join(folder, 'sw.js'), 'utf8');
  const caches = () => page.evaluate(() => window.caches.keys());
  const [first] = await caches();

  // A version of which one file is missing is not taken over, and leaves nothing behind.
  const broken = worker
    .replace('VERSION = "', 'VERSION = "broken')
    .replace('}];', '},{"url":"gone.js","revision":null}];');
  writeFileSync(join(folder, 'sw.js'), broken);
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const { installing } = registration;
    await new Promise<void>((resolve) => {
      installing?.addEventListener('statechange', () => installing.state === 'redundant' && resolve());
    });
  });
  await expect.poll(caches).toEqual([first]);

  // The chart's code has another name now, and the server has forgotten the old one.
  const chart = /assets\/mount-[^"]*\.js/g;
  const names = [...new Set(worker.match(chart))];
  let mended = worker.replace('VERSION = "', 'VERSION = "mended');
  for (const name of names) mended = mended.replaceAll(name, name.replace('mount-', 'mended-'));
  for (const name of names) renameSync(join(folder, name), join(folder, name.replace('mount-', 'mended-')));
  writeFileSync(join(folder, 'sw.js'), mended);
  const other = await context.newPage();
  await other.goto(server.url);
  await expect(other.locator('html')).toHaveAttribute('data-offline', 'ready', { timeout: 20_000 });
  expect((await caches()).length).toBe(2);
  await before.show('spending');
  await expect.poll(() => isDrawn(before, 'spending')).toBe(true);
  await server.close();
  rmSync(folder, { recursive: true });
});

test('the site can be installed: it names itself, its start and its icon, all its own', async ({ deck }) => {
  const html = await (await deck.page.request.get(deck.url)).text();
  const address = /<link rel="manifest" href="([^"]+)"/.exec(html)?.[1];
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
