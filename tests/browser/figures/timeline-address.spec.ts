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

test('a page opened at an event shows it, also after a reload, and keeps its address as long as it is chosen', async ({
  deck,
}) => {
  await deck.open('tripartite-pact');
  await expect(said(deck.page, 'era-1923')).toContainText('Tripartite Pact');
  expect(await deck.current()).toBe('era-1923');
  await deck.page.reload();
  await deck.ready();
  await expect(said(deck.page, 'era-1923')).toContainText('Tripartite Pact');
  await expect(deck.page).toHaveURL(/#\/tripartite-pact$/);
  await deck.page.keyboard.press('Escape');
  await expect(deck.page).toHaveURL(/#\/era-1923$/);
});

test('an unknown address says so and offers the nearest, at the start and later', async ({ deck }) => {
  await deck.open('tripartit-pact');
  await expect(deck.page.getByRole('alert')).toContainText('There is no slide or event “tripartit-pact”');
  await deck.page.getByRole('link', { name: 'tripartite-pact' }).click();
  await expect(said(deck.page, 'era-1923')).toContainText('Tripartite Pact');
  await expect(deck.page.getByRole('alert')).toHaveCount(0);
  await deck.page.evaluate(() => {
    location.hash = '#/era-2031';
  });
  await expect(deck.page.getByRole('alert')).toContainText('Did you mean');
  expect(await deck.current()).toBe('era-1923');
});
