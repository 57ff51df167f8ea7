import type { Page } from '@playwright/test';
import { DeckPage, expect, test } from '../deck.ts';
import { said, walkable } from './timeline-page.ts';

async function open(page: Page, id: string): Promise<DeckPage> {
  const deck = new DeckPage(page, process.env['SITE_WALK'] ?? '');
  await deck.open(id);
  await walkable(page, id.split('/')[0] ?? '');
  return deck;
}

test('next walks the eras, then leaves the slide, and back undoes each step', async ({ page, faults }) => {
  const deck = await open(page, 'by-era');
  const words = said(page, 'by-era');
  await page.keyboard.press('PageDown');
  await expect(words).toHaveText('1800–49, Water');
  await expect(page.locator('#by-era .choice.frame')).toHaveCount(1);
  await page.keyboard.press('PageDown');
  await expect(words).toHaveText('1850–99, Steam');
  await page.keyboard.press('PageUp');
  await expect(words).toHaveText('1800–49, Water');
  await page.keyboard.press('PageUp');
  await expect(page.locator('#by-era .choice')).toHaveCount(0);
  for (const _ of [1, 2, 3]) await page.keyboard.press('PageDown');
  expect(await deck.current()).toBe('key-events');
  expect(faults).toEqual([]);
});

test('next walks the key events of an overview only', async ({ page }) => {
  const deck = await open(page, 'key-events');
  await page.keyboard.press('PageDown');
  await expect(said(page, 'key-events')).toHaveText('1 July 1803, Charter of the mill');
  await expect(page.locator('#key-events .pin')).toHaveText('1803');
  await page.keyboard.press('PageDown');
  await expect(said(page, 'key-events')).toHaveText('12 October 1884, Steam comes to the mill');
  await page.keyboard.press('PageDown');
  expect(await deck.current()).toBe('early');
});

test('next walks all events of an era, whose address names the step', async ({ page }) => {
  const deck = await open(page, 'early/1');
  await expect(said(page, 'early')).toHaveText('February 1844, The great flood');
  await expect(page.locator('#early .card-title')).toHaveText('The great flood');
  await page.keyboard.press('PageUp');
  await expect(page.locator('#early .card-title')).toHaveText('Charter of the mill');
  await expect(page).toHaveURL(/#\/early\/0$/);
  await page.keyboard.press('PageUp');
  await expect(page.locator('#early :is(.card, .choice)')).toHaveCount(0);
  await expect(page.locator('#early .leaf')).toBeVisible();
  await page.keyboard.press('PageUp');
  expect(await deck.current()).toBe('key-events');
  await expect(said(page, 'key-events')).toHaveText('12 October 1884, Steam comes to the mill');
});

test('years before our era are built, drawn and walked like any others', async ({ page, faults }) => {
  await open(page, 'before');
  await page.locator('#before .events > [tabindex="0"]').focus();
  const words = said(page, 'before');
  await expect(words).toHaveText('March 45 BC, Stones are laid in the ford');
  await expect(page.locator('#before .pin')).toHaveText('45 BC');
  await expect(page.locator('#before .card-when')).toHaveText('March 45 BC');
  await page.keyboard.press('ArrowRight');
  await expect(words).toHaveText('about 1 BC, The ford has a keeper');
  await page.keyboard.press('ArrowRight');
  await expect(words).toHaveText('19 August 14, A bridge of boats is tied up');
  const marks = page.locator('#before g.mark .dot, #before g.mark .ring');
  const xs = await marks.evaluateAll((dots) => dots.map((dot) => Number(dot.getAttribute('cx'))));
  expect(xs).toEqual([...xs].sort((a, b) => a - b));
  await expect(page.locator('#before .drawn .year', { hasText: /BC$/ }).first()).toBeVisible();
  expect(faults).toEqual([]);
});
