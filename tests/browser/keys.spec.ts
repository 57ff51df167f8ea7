import { expect, test } from './deck.ts';

test('next, pressed once a slide, visits every slide once; back goes the same way home', async ({ deck }) => {
  await deck.open();
  const ids = await deck.ids();
  const visited = [await deck.current()];
  for (let press = 1; press < ids.length; press++) {
    await deck.page.keyboard.press('PageDown');
    visited.push(await deck.current());
  }
  expect(visited).toEqual(ids);
  for (let press = 1; press < ids.length; press++) await deck.page.keyboard.press('PageUp');
  expect(await deck.current()).toBe(ids[0]);
});

test('every key for next and back does what it says', async ({ deck }) => {
  await deck.open('three-days');
  const ids = await deck.ids();
  const [before, after] = [ids[1], ids[3]];
  for (const key of ['ArrowRight', 'ArrowDown', 'Space', 'n', 'N', 'PageDown', 'l', 'j']) {
    await deck.show('three-days');
    await deck.page.keyboard.press(key);
    expect(await deck.current(), key).toBe(after);
  }
  for (const key of ['ArrowLeft', 'ArrowUp', 'Shift+Space', 'p', 'PageUp', 'h', 'k']) {
    await deck.show('three-days');
    await deck.page.keyboard.press(key);
    expect(await deck.current(), key).toBe(before);
  }
  await deck.page.keyboard.press('End');
  expect(await deck.current()).toBe(ids.at(-1));
  await deck.page.keyboard.press('Home');
  expect(await deck.current()).toBe(ids[0]);
});

test('an address names its slide, and follows the speaker', async ({ deck }) => {
  await deck.open('timeline');
  expect(await deck.current()).toBe('timeline');
  await deck.page.keyboard.press('PageDown');
  await expect.poll(() => new URL(deck.page.url()).hash).toBe('#/era-1902');
  await expect.poll(() => deck.page.title()).toContain('1902');
});

test('Esc never opens anything, and leaves whatever is open', async ({ deck }) => {
  await deck.open('statement');
  const overview = () => deck.page.evaluate(() => window.Reveal.isOverview());
  const black = () => deck.page.evaluate(() => window.Reveal.isPaused());
  await deck.page.keyboard.press('Escape');
  expect(await overview()).toBe(false);
  await deck.page.keyboard.press('o');
  expect(await overview()).toBe(true);
  await deck.page.keyboard.press('Escape');
  expect(await overview()).toBe(false);
  await deck.page.keyboard.press('.');
  expect(await black()).toBe(true);
  await deck.page.keyboard.press('PageDown');
  expect(await deck.current(), 'while black the slide stays').toBe('statement');
  await deck.page.keyboard.press('Escape');
  expect(await black()).toBe(false);
  expect(await deck.current()).toBe('statement');
});

test('? lists the keys by role, and goes with ? or Esc', async ({ deck }) => {
  await deck.open();
  const list = deck.page.getByRole('dialog', { name: 'Keys' });
  for (const away of ['?', 'Escape']) {
    await deck.page.keyboard.press('?');
    await expect(list).toBeVisible();
    await expect(list.getByText('Black screen, and back')).toBeVisible();
    await expect(list.locator('dt')).toHaveCount(await list.locator('dd').count());
    await deck.page.keyboard.press(away);
    await expect(list).toBeHidden();
  }
});

test('D darkens the hall, and a reload keeps it dark', async ({ deck }) => {
  await deck.open();
  const paper = () =>
    deck.page.evaluate(() => getComputedStyle(window.Reveal.getCurrentSlide()).backgroundColor);
  const light = await paper();
  await deck.page.keyboard.press('d');
  const dark = await paper();
  expect(dark).not.toBe(light);
  await deck.page.reload();
  await deck.ready();
  expect(await paper()).toBe(dark);
  await deck.page.keyboard.press('d');
  expect(await paper()).toBe(light);
});

test('a focused link keeps its own keys, and the clicker still moves the deck', async ({ deck }) => {
  await deck.open('statement');
  await deck.page.locator('#statement .sources a').first().focus();
  await deck.page.keyboard.press('Space');
  expect(await deck.current()).toBe('statement');
  await deck.page.keyboard.press('PageDown');
  expect(await deck.current()).toBe('three-days');
});

test('the speaker view opens under the policy, with the notes, and follows', async ({ stage }) => {
  await stage.open('three-days');
  const [speaker] = await Promise.all([stage.page.waitForEvent('popup'), stage.page.keyboard.press('s')]);
  await expect(speaker.locator('.speaker-controls-notes .value')).toContainText('trade site');
  await stage.page.keyboard.press('PageDown');
  await expect(speaker.locator('.speaker-controls-notes .value')).not.toContainText('trade site');
});
