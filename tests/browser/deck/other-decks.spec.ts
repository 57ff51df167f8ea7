import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { serveFolder } from '../../../src/browser/serve-folder.ts';
import { buildSite } from '../../../src/site/build.ts';
import { makeSite } from '../../../src/site/site.ts';
import { DeckPage, expect, test } from '../deck.ts';

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orihon-other-decks-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What decks of other programs become, by their file. */
const DECKS: Readonly<Record<string, (deck: DeckPage) => Promise<void>>> = {
  'page.html': async (deck) => {
    const { page } = deck;
    expect(await deck.ids()).toEqual(['one', 'two', 'three', 'from-a-file', 'and-its-second']);
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
    await expect(page).toHaveTitle(/Une page/);
    await expect(page.locator('.slide-number')).toHaveText(/1\s*\/\s*5/);
    await expect(page.locator('#one .fragment')).toHaveText('later');
    await deck.show('two');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => deck.current()).toBe('three');
    await expect(page.locator('#two')).toHaveCSS('background-color', 'rgb(18, 52, 86)');
    await expect(page.locator('#three li math')).toHaveAttribute('alttext', 'a^2');
  },
  'pandoc.qmd': async (deck) => {
    const { page } = deck;
    expect(await deck.ids()).toEqual(['a-part', 'columns', 'steps']);
    await deck.show('columns');
    const [left, right] = await Promise.all(
      ['left', 'right'].map((words) => page.locator('#columns').getByText(words).boundingBox()),
    );
    expect(left?.y).toBe(right?.y);
    expect(left?.x ?? 0).toBeLessThan(right?.x ?? 0);
    await deck.show('steps');
    for (const count of [1, 2, 3]) {
      await page.keyboard.press('ArrowRight');
      await expect(page.locator('#steps .fragment.visible')).toHaveCount(count);
    }
    await expect(page.locator('#steps kbd')).toHaveText('Ctrl-C');
    await expect(page.locator('#steps .callout-note')).toHaveText(/Mind\s*red words/);
    await expect(page.locator('#steps .red')).toHaveText('red words');
  },
  'slidev.md': async (deck) => {
    const { page } = deck;
    const [, sides = '', beside = '', ...more] = await deck.ids();
    expect(more).toEqual([]);
    await deck.show(sides);
    await expect(page.locator('section.present')).toHaveClass(/wide/);
    const [left, right] = await Promise.all(
      ['left', 'right'].map((words) => page.locator('section.present').getByText(words).boundingBox()),
    );
    expect(left?.y).toBe(right?.y);
    expect(left?.x ?? 0).toBeLessThan(right?.x ?? 0);
    await deck.show(beside);
    await expect(page.locator('.present img')).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('.present .fragment.visible')).toHaveText('first');
  },
  'marp.md': async (deck) => {
    const { page } = deck;
    expect(await deck.ids()).toEqual(['for-marp', 'on-a-picture', 'beside-one', 'coloured']);
    await deck.show('on-a-picture');
    await expect(page.locator('#on-a-picture img')).toHaveCount(0);
    await expect
      .poll(() =>
        page
          .locator('#on-a-picture')
          .evaluate((slide) => getComputedStyle(slide, '::before').backgroundImage),
      )
      .toMatch(/hill-\w+\.svg/);
    await deck.show('beside-one');
    await expect(page.locator('#beside-one img')).toBeVisible();
    await expect(page.locator('#coloured')).toHaveClass(/own/);
    await expect(page.locator('#coloured')).toHaveCSS('background-color', 'rgb(18, 52, 86)');
    await expect(page.locator('#coloured img')).toHaveAttribute('alt', 'A hill');
  },
};

async function open(page: Page, file: string, look: (deck: DeckPage) => Promise<void>): Promise<void> {
  const { site } = await makeSite(`tests/decks/others/${file}`, { notes: false });
  if (!site) throw new Error(`${file} has errors`);
  expect(site.slides).not.toContain('not shown');
  await buildSite(site, join(folder, file));
  const server = await serveFolder(join(folder, file));
  try {
    const deck = new DeckPage(page, server.url);
    await deck.open();
    await look(deck);
  } finally {
    await page.goto('about:blank');
    await server.close();
  }
}

test('pages of reveal.js and decks for Quarto, Slidev and Marp are shown as their programs show them', async ({
  page,
  // Named, so that it listens: any word in the console fails the test.
  faults: _,
}) => {
  for (const [file, look] of Object.entries(DECKS)) await open(page, file, look);
});
