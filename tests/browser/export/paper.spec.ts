import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../deck.ts';
import { pdfLinks, pdfPages } from './pdf-text.ts';

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orihon-paper-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Text of the pages the browser's own print dialogue would give. */
async function print(page: Page, name: string): Promise<readonly string[]> {
  const path = join(folder, `${name}.pdf`);
  writeFileSync(path, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  return pdfPages(path);
}

test('the running deck prints one page a slide, whatever slide is in view and however dark the hall @long', async ({
  deck,
}) => {
  await deck.open('claims');
  await deck.page.keyboard.press('d');
  const ids = await deck.ids();
  const pages = await print(deck.page, 'running');
  expect(pages.length).toBe(ids.length);
  expect(pages[0]).toContain('A new chapter');
  const timeline = deck.page.locator('#timeline a[href^="#/"]');
  const links = await pdfLinks(join(folder, 'running.pdf'), ids.indexOf('timeline'));
  expect(links).toEqual([ids.indexOf('events')]);
  await expect(timeline).toHaveAttribute('href', '#/events');
  // Printing changes nothing on the screen.
  expect(await deck.current()).toBe('claims');
  await deck.page.keyboard.press('PageDown');
  expect(await deck.current()).toBe('claims-2');
});

test('a running deck prints one page a slide and is on its slide still', async ({ small: deck }) => {
  await deck.open('years');
  await deck.page.keyboard.press('d');
  const pages = await print(deck.page, 'small');
  const ids = await deck.ids();
  expect(pages.length).toBe(ids.length);
  expect(pages[0]).toContain('The bridges of Varn');
  expect(await deck.current()).toBe('years');
  await deck.page.keyboard.press('PageDown');
  expect(await deck.current()).toBe(ids[2]);
});

for (const word of ['?view=print', '?print-pdf']) {
  test(`${word} shows every slide, says when it is ready, and prints the same pages`, {
    tag: word === '?print-pdf' ? '@long' : [],
  }, async ({ small: deck }) => {
    await deck.page.goto(`${deck.url}${word}`);
    await deck.page.waitForFunction(() => window.Reveal?.isReady());
    const slides = deck.page.locator('.slides section:not(:has(section))');
    await expect
      .poll(() => deck.page.evaluate(() => document.documentElement.scrollHeight))
      .toBeGreaterThan(4 * 1080);
    for (const slide of await slides.all()) expect(await slide.isVisible()).toBe(true);
    await deck.page.evaluate(() => window.deckReady());
    expect((await print(deck.page, 'asked')).length).toBe(await slides.count());
  });
}

test('a chart whose code was never fetched says so on paper instead of printing blank @long', async ({
  deck,
}) => {
  await deck.open();
  const pages = await print(deck.page, 'unloaded');
  expect(pages.join(' ')).toContain('Show this slide once, or press Ctrl+P');
  await deck.show('spending');
  await deck.page.waitForFunction(
    () => document.querySelector('#spending canvas')?.getAttribute('width') !== '1060',
  );
  expect((await print(deck.page, 'loaded')).join(' ')).not.toContain('Show this slide once');
});
