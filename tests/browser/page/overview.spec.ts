import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { serveFolder } from '../../../src/browser/serve-folder.ts';
import { buildComposed } from '../composed-slides.ts';
import { DeckPage, expect, test } from '../deck.ts';

test('O shows all slides at once; four arrows walk them, said by their titles, and Enter opens one', async ({
  deck,
}) => {
  await deck.open('map');
  const role = () => deck.page.locator('#map').getAttribute('role');
  const before = await role();
  await deck.page.keyboard.press('o');
  const list = deck.page.getByRole('group', { name: 'All slides' });
  await expect(list).toBeFocused();
  const ids = await deck.ids();
  const slides = list.locator('[aria-roledescription="slide"]');
  await expect(slides).toHaveCount(ids.length);
  for (const index of [0, ids.length - 1]) await expect(slides.nth(index)).toBeInViewport({ ratio: 0.99 });
  await expect(list.getByText('Two treaties promise to act', { exact: false }).last()).toBeVisible();
  const chosen = list.locator('[aria-current]');
  await expect(chosen).toHaveAttribute('id', 'map');
  const columns = await deck.page.evaluate(() =>
    Number(document.documentElement.style.getPropertyValue('--grid-columns')),
  );
  const at = ids.indexOf('map');
  for (const [key, step] of [
    ['ArrowDown', columns],
    ['ArrowUp', 0],
    ['ArrowRight', 1],
    ['ArrowLeft', 0],
    ['ArrowRight', 1],
  ] as const) {
    await deck.page.keyboard.press(key);
    await expect(chosen).toHaveAttribute('id', ids[at + step] ?? '');
  }
  await expect(chosen).toHaveAccessibleName(/: Two treaties promise to act/);
  await expect(deck.page.getByRole('status').filter({ hasText: 'of' })).toHaveText(
    /: Two treaties promise to act/,
  );
  await deck.page.keyboard.press('Enter');
  await expect(list).toHaveCount(0);
  expect(await deck.current()).toBe(ids[at + 1]);
  await test.step('Esc leaves the slides as they were before the overview', async () => {
    await deck.page.keyboard.press('o');
    await expect(list).toBeFocused();
    // A grid of other slides is looked through in every run.
    if (process.env.ORIHON_LONG) await expectNoViolations(deck.page);
    await deck.page.keyboard.press('Escape');
    await expect(list).toHaveCount(0);
    expect(await deck.current()).toBe(ids[at + 1]);
    expect(await role()).toBe(before);
    await expect(deck.page.locator('#map > [inert], .grid-title')).toHaveCount(0);
  });
});

/** So many that a row of the grid is not full; more, and many more, in the long run. */
const MANY = process.env.ORIHON_LONG ? [31, 60, 300] : [31];

for (const count of MANY)
  test(`a grid of ${count} slides is walked by arrows, Home and End, each step said and in view`, async ({
    page,
  }) => {
    const folder = mkdtempSync(join(tmpdir(), 'orihon-grid-'));
    const seeds = Array.from({ length: Math.ceil(count / 3) }, (_, at) => at + 1);
    const server = await serveFolder(await buildComposed(folder, seeds, count), '/talks/');
    try {
      await new DeckPage(page, server.url).open();
      await page.keyboard.press('o');
      const list = page.getByRole('group', { name: 'All slides' });
      await expect(list).toBeFocused();
      const slides = list.locator('[aria-roledescription="slide"]');
      await expect(slides).toHaveCount(count);
      const columns = await page.evaluate(() =>
        Number(document.documentElement.style.getPropertyValue('--grid-columns')),
      );
      if (count <= 60)
        for (const at of [0, columns - 1, count - 1])
          await expect(slides.nth(at)).toBeInViewport({ ratio: 0.99 });
      for (const [key, at] of [
        ['End', count - 1],
        ['ArrowLeft', count - 2],
        ['ArrowUp', count - 2 - columns],
        ['Home', 0],
        ['ArrowDown', columns],
        ['ArrowRight', columns + 1],
      ] as const) {
        await page.keyboard.press(key);
        await expect(slides.nth(at)).toHaveAttribute('aria-current', 'true');
        await expect(slides.nth(at)).toBeInViewport({ ratio: 0.99 });
        await expect(page.getByRole('status').filter({ hasText: `${at + 1} of ${count}` })).toHaveCount(1);
      }
      await expectNoViolations(page);
    } finally {
      await page.goto('about:blank');
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))])).toEqual([]);
}
