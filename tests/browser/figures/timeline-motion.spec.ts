import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { DeckPage, expect, test } from '../deck.ts';
import { focused, tabIn, walkable } from './timeline-page.ts';

test.use({ contextOptions: { reducedMotion: 'no-preference' } });

/** Opens the overview once its code is there. */
async function open(page: Page): Promise<void> {
  const deck = new DeckPage(page, process.env['SITE_DECK'] ?? '');
  await deck.open('timeline');
  await walkable(page, 'timeline');
  await page.waitForLoadState('networkidle');
}

/** Shows a slide, and says how many marks move at that very moment. */
function movingAt(page: Page, id: string): Promise<number> {
  return page.evaluate((slide) => {
    const deck = window.Reveal;
    const { h, v } = deck.getIndices(document.getElementById(slide) ?? undefined);
    deck.slide(h, v);
    return document.getAnimations().filter(({ effect }) => {
      const target = effect instanceof KeyframeEffect ? effect.target : null;
      return target?.matches('.mark') === true && target.closest(`#${slide}`) !== null;
    }).length;
  }, id);
}

test('marks move from the overview to their era and back, and keys work meanwhile', async ({
  page,
  faults,
}) => {
  await open(page);
  expect(await movingAt(page, 'era-1902')).toBeGreaterThan(3);
  await walkable(page, 'era-1902');
  await tabIn(page);
  const first = await focused(page);
  await page.keyboard.press('ArrowRight');
  expect(await focused(page)).not.toBe(first);
  expect(await movingAt(page, 'timeline')).toBeGreaterThan(3);
  await page.keyboard.press('PageUp');
  expect(await page.evaluate(() => window.Reveal.getCurrentSlide().id)).not.toBe('timeline');
  expect(faults).toEqual([]);
});

test('marks are at their places at once where less motion is wanted @long', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  expect(await movingAt(page, 'era-1902')).toBe(0);
});

test('the code of the timeline is at most 20 kB compressed', () => {
  const folder = join(process.env['SITE_DECK_FOLDER'] ?? '', 'assets');
  const own = readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter(
      (code) =>
        code.includes('.timeline-steps > .fragment') || code.includes('prefers-reduced-motion: reduce).'),
    )
    .map((code) => gzipSync(code).length);
  expect(own.length).toBeGreaterThan(0);
  expect(own.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(20_000);
});
