import { expect, test } from '../deck.ts';

test('a button that comes with the pointer or with Tab copies a citation of the slide, and rests out of sight', async ({
  small,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { page } = small;
  await small.open('years');
  const button = page.locator('.cite-button');
  await expect(button).toHaveCount(0);
  let at = 300;
  await expect(async () => {
    at += 10;
    await page.mouse.move(at, 300);
    await expect(button).toHaveCSS('opacity', '1', { timeout: 200 });
  }).toPass();
  await expect(button).toHaveAccessibleName('Copy a citation');
  const citation = `“Three bridges in six hundred years”, in The bridges of Varn. ${small.url}#/years`;
  await button.click();
  const shown = page.getByRole('status').filter({ hasText: 'Copied' });
  await expect(shown).toHaveText(`Copied: ${citation}`);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(citation);
  // The slide has the keys still.
  await page.keyboard.press('ArrowRight');
  await expect(shown).toHaveCount(0);
  expect(await small.current()).not.toBe('years');

  await page.keyboard.press('Home');
  await expect(button).toHaveCSS('opacity', '0');
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(button).toBeFocused({ timeout: 50 });
  }).toPass();
  await expect(button).toHaveCSS('opacity', '1');
  await page.keyboard.press('Enter');
  await expect(shown).toHaveText(
    `Copied: “The bridges of Varn”, in The bridges of Varn. ${small.url}#/start`,
  );
  expect(await small.current()).toBe('start');
});
