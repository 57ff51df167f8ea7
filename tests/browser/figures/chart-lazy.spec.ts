import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '../deck.ts';
import { chartFile, chartReady } from './chart-page.ts';

test('chart code is fetched two slides before a chart, never earlier, and is at most 75 kB', async ({
  deck,
}) => {
  const folder = process.env['SITE_DECK_FOLDER'] ?? '';
  const asked: string[] = [];
  deck.page.on('request', (request) => {
    if (request.resourceType() === 'script') asked.push(request.url().slice(deck.url.length));
  });
  await deck.open();
  const ids = await deck.ids();
  const at = ids.indexOf('spending');
  await deck.show(ids[at - 3] ?? '');
  await deck.page.waitForLoadState('networkidle');
  expect(asked).not.toContain(chartFile(folder));
  const before = asked.length;
  await deck.page.keyboard.press('PageDown');
  await expect.poll(() => asked).toContain(chartFile(folder));
  await deck.page.keyboard.press('PageDown');
  await deck.page.keyboard.press('PageDown');
  await chartReady(deck.page, 'spending');
  await deck.page.locator('#spending summary').click();
  await deck.page.locator('#spending [data-does="csv"]').click();
  await expect.poll(() => asked.some((path) => /save/.test(path))).toBe(true);
  const fetched = [...new Set(asked.slice(before))];
  const sent = fetched.reduce(
    (sum, path) => sum + gzipSync(readFileSync(join(folder, path)), { level: 9 }).length,
    0,
  );
  expect(sent / 1000, fetched.join(' ')).toBeLessThanOrEqual(75);
});

test('a chart is drawn once: it grows at first sight, and not at all where motion is unwelcome', async ({
  deck,
}) => {
  const grows = async (reducedMotion: 'reduce' | 'no-preference') => {
    await deck.page.emulateMedia({ reducedMotion });
    await deck.page.reload();
    await deck.ready();
    await chartReady(deck.page, 'spending');
    const file = chartFile(process.env['SITE_DECK_FOLDER'] ?? '');
    return deck.page.evaluate(async (path) => {
      const { chartOn } = await import(new URL(path, document.baseURI).href);
      return chartOn(document.querySelector('#spending canvas')).options.animation;
    }, file);
  };
  await deck.open('spending');
  expect(await grows('reduce')).toBe(false);
  expect(await grows('no-preference')).not.toBe(false);
  await deck.show('others');
  await deck.show('spending');
  await deck.page.setViewportSize({ width: 1000, height: 700 });
  const file = chartFile(process.env['SITE_DECK_FOLDER'] ?? '');
  const again = () =>
    deck.page.evaluate(async (path) => {
      const { chartOn } = await import(new URL(path, document.baseURI).href);
      return chartOn(document.querySelector('#spending canvas')).options.animation;
    }, file);
  await expect.poll(again).toBe(false);
});
