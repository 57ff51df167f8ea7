import { expect, test } from '../deck.ts';
import { said, timeline } from './timeline-page.ts';

test('the address of every event opens its era with the event chosen, and stays', { tag: '@long' }, async ({
  deck,
}) => {
  test.setTimeout(120_000);
  await deck.open();
  for (const { id, title } of timeline.events) {
    await deck.page.evaluate((event) => {
      location.hash = `#/${event}`;
    }, id);
    const slide = await deck.page.waitForFunction((name) => {
      const here = window.Reveal.getCurrentSlide();
      return here.querySelector('.card-title')?.textContent === name ? here.id : '';
    }, title);
    const era = timeline.eras.find((one) => one.id === `${slide}`.replace('JSHandle@', ''));
    expect(era, id).toBeDefined();
    expect(deck.page.url()).toMatch(new RegExp(`#/${id}$`));
  }
});

test('an address shows its event, also after a reload, as long as it is chosen; an unknown one says so and offers the nearest', async ({
  deck,
}) => {
  const { page } = deck;
  await test.step('an unknown address at the start', async () => {
    await deck.open('tripartit-pact');
    await expect(page.getByRole('alert')).toContainText('There is no slide or event “tripartit-pact”');
    await page.getByRole('link', { name: 'tripartite-pact' }).click();
    await expect(said(page, 'era-1923')).toContainText('Tripartite Pact');
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
  await test.step('a page opened at an event shows it, and keeps its address as long as it is chosen', async () => {
    await page.reload();
    await deck.ready();
    await expect(said(page, 'era-1923')).toContainText('Tripartite Pact');
    expect(await deck.current()).toBe('era-1923');
    await expect(page).toHaveURL(/#\/tripartite-pact$/);
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(/#\/era-1923$/);
  });
  await test.step('the card says date, both names, what it is, when it was signed and in force, and its sources as links', async () => {
    await page.evaluate(() => {
      location.hash = '#/us-japan-security-treaty-1960';
    });
    const card = page.locator('#era-1945 .card');
    await expect(card).toContainText('19 January 1960');
    await expect(card.locator('.card-second')).toHaveAttribute('lang', 'ja');
    await expect(card.getByRole('term')).toHaveText(['What it is', 'Signed', 'In force']);
    await expect(card).toContainText('23 June 1960');
    expect(await card.getByRole('link').count()).toBeGreaterThan(2);
    await expect(said(page, 'era-1945')).toHaveText(
      '19 January 1960, Treaty of Mutual Cooperation and Security',
    );
  });
  await test.step('an unknown address later', async () => {
    await page.evaluate(() => {
      location.hash = '#/era-2031';
    });
    await expect(page.getByRole('alert')).toContainText('Did you mean');
    expect(await deck.current()).toBe('era-1945');
  });
});
