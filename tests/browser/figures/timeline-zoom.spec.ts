import AxeBuilder from '@axe-core/playwright';
import type { DeckPage } from '../deck.ts';
import { expect, test } from '../deck.ts';
import { focused, tabIn, walkable } from './timeline-page.ts';

/** The closer look of the slide in view. */
function closer({ page }: DeckPage) {
  return page.locator('.closer figure');
}

test('the foot explains what a closer look is drawn with, and then what all of it is again', async ({
  deck,
}) => {
  const { page } = deck;
  const key = page.locator('#timeline .foot .key');
  await deck.open('timeline');
  await walkable(page, 'timeline');
  const whole = await key.textContent();
  expect(whole).toContain('Shaded: War');
  await page.locator('#timeline .events > [data-event]').last().focus();
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await expect(key).toContainText('Filled dot: signed');
  await expect(key).not.toContainText(/War|occupation/);
  await page.keyboard.press('Escape');
  await expect(key).toHaveText(whole ?? '');
});

test('+ and its button look closer at the chosen event, arrows go on, -, Esc and the other button lead back, and the address keeps it', async ({
  deck,
}) => {
  const { page } = deck;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await deck.open('timeline');
  await walkable(page, 'timeline');
  const sheets = await page.evaluate(() => document.adoptedStyleSheets.length);

  await test.step('outside a timeline the keys do nothing', async () => {
    await page.keyboard.press('+');
    await expect(closer(deck)).toHaveCount(0);
  });
  await test.step('+ looks closer at the chosen event', async () => {
    await tabIn(page);
    for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('+');
    await expect(closer(deck)).toBeVisible();
    expect(await focused(page)).toBeDefined();
    expect(asked.filter((url) => /closer-[^/]*\.js$/.test(url))).toHaveLength(1);
    await expect(page.locator('#timeline > figure')).toBeHidden();
    await expect(closer(deck)).toHaveAttribute('aria-label', /, 19\d\d–\d+$/);
    await expect(page).toHaveURL(/#\/timeline~[\d.]+$/);
  });
  await test.step('arrows go on, - and Esc lead back to where it was', async () => {
    const before = await focused(page);
    const entries = await closer(deck).locator('.events > [data-event]').count();
    await expect(closer(deck).locator('.event-count')).toHaveText(new RegExp(`of ${entries}$`));
    await page.keyboard.press('=');
    await expect(closer(deck).locator('.events > [data-event]')).not.toHaveCount(entries);
    await page.keyboard.press('-');
    await expect(closer(deck).locator('.events > [data-event]')).toHaveCount(entries);
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
  await test.step('buttons do what the keys do', async () => {
    await page.locator('#timeline .events > [tabindex="0"]').focus();
    await page.getByRole('button', { name: 'Fewer years, closer (+)' }).click();
    await expect(closer(deck)).toBeVisible();
    await page.getByRole('button', { name: 'More years (-)' }).click();
    await expect(closer(deck)).toHaveCount(0);
  });
  await test.step('the address of a closer look shows the same years again', async () => {
    await page.locator('#timeline .events > [tabindex="0"]').focus();
    await page.keyboard.press('+');
    await expect(closer(deck)).toBeVisible();
    const name = await closer(deck).getAttribute('aria-label');
    await page.reload();
    await deck.ready();
    await expect(closer(deck)).toHaveAttribute('aria-label', name ?? '');
    await page.keyboard.press('PageDown');
    await expect(closer(deck)).toHaveCount(0);
  });
});

test('axe finds nothing on a closer look @long', async ({ deck }) => {
  const { page } = deck;
  await deck.open('timeline');
  await walkable(page, 'timeline');
  await tabIn(page);
  await page.keyboard.press('+');
  await expect(closer(deck)).toBeVisible();
  const { violations } = await new AxeBuilder({ page })
    .include('#timeline')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 120))])).toEqual([]);
});
