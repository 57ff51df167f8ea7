import AxeBuilder from '@axe-core/playwright';
import type { DeckPage } from '../deck.ts';
import { expect, test } from '../deck.ts';
import { focused, tabIn, walkable } from './timeline-page.ts';

/** The closer look of the slide in view. */
function closer({ page }: DeckPage) {
  return page.locator('.closer figure');
}

async function lookCloser(deck: DeckPage): Promise<void> {
  await deck.open('timeline');
  await walkable(deck.page, 'timeline');
  await tabIn(deck.page);
  for (let press = 0; press < 3; press++) await deck.page.keyboard.press('ArrowRight');
  await deck.page.keyboard.press('+');
  await expect(closer(deck)).toBeVisible();
}

test('+ looks closer at the chosen event, arrows go on, - and Esc lead back to where it was', async ({
  deck,
}) => {
  const { page } = deck;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await deck.open('timeline');
  await walkable(page, 'timeline');
  const sheets = await page.evaluate(() => document.adoptedStyleSheets.length);
  await lookCloser(deck);
  const before = await focused(page);
  expect(before).toBeDefined();
  expect(asked.filter((url) => /closer-[^/]*\.js$/.test(url))).toHaveLength(1);
  await expect(page.locator('#timeline > figure')).toBeHidden();
  await expect(closer(deck)).toHaveAttribute('aria-label', /, 19\d\d–\d+$/);
  await expect(page).toHaveURL(/#\/timeline~[\d.]+$/);
  const entries = await closer(deck).locator('.events > li').count();
  await expect(closer(deck).locator('.event-count')).toHaveText(new RegExp(`of ${entries}$`));

  await page.keyboard.press('=');
  await expect(closer(deck).locator('.events > li')).not.toHaveCount(entries);
  await page.keyboard.press('-');
  await expect(closer(deck).locator('.events > li')).toHaveCount(entries);
  await page.keyboard.press('ArrowRight');
  const next = await focused(page);
  expect(next).not.toBe(before);
  await expect(closer(deck).getByRole('status')).not.toBeEmpty();

  await page.keyboard.press('Escape');
  await expect(closer(deck)).toHaveCount(0);
  expect(await focused(page)).toBe(next);
  await expect(page).toHaveURL(/#\/timeline$/);
  await page.keyboard.press('Escape');
  expect(await focused(page)).toBeUndefined();
  expect(await deck.current()).toBe('timeline');
  // Nothing of it is left: no drawing, no rules, no choice.
  await expect(page.locator('#timeline > figure')).toBeVisible();
  await expect(page.locator('#timeline :is(.closer, .card, .choice)')).toHaveCount(0);
  expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(sheets);
});

test('the address of a closer look shows the same years again', async ({ deck }) => {
  const { page } = deck;
  await lookCloser(deck);
  const name = await closer(deck).getAttribute('aria-label');
  await page.reload();
  await deck.ready();
  await expect(closer(deck)).toHaveAttribute('aria-label', name ?? '');
  await page.keyboard.press('PageDown');
  await expect(closer(deck)).toHaveCount(0);
});

test('buttons do what the keys do, outside a timeline the keys do nothing, and axe finds nothing', async ({
  deck,
}) => {
  const { page } = deck;
  await deck.open('timeline');
  await walkable(page, 'timeline');
  await page.keyboard.press('+');
  await expect(closer(deck)).toHaveCount(0);
  await tabIn(page);
  await page.getByRole('button', { name: 'Fewer years, closer (+)' }).click();
  await expect(closer(deck)).toBeVisible();
  const { violations } = await new AxeBuilder({ page })
    .include('#timeline')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 120))])).toEqual([]);
  await page.getByRole('button', { name: 'More years (-)' }).click();
  await expect(closer(deck)).toHaveCount(0);
});
