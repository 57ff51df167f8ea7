import { type DeckPage, expect, test } from '../deck.ts';
import { focused, heard, said, tabIn, timeline, walkable } from './timeline-page.ts';

/** How many events are walked one by one: all of them in the long run. */
const STEPS = process.env.ORIHON_LONG ? heard.length : 20;

/** Gives the focus to the event of the overview that Tab would reach. */
async function walkOverview(deck: DeckPage): Promise<void> {
  await deck.show('timeline');
  await deck.page.locator('#timeline .events > [tabindex="0"]').focus();
}

test('the overview is walked by arrows, all of it or one lane, as one Tab stop, and the deck keeps its own keys', async ({
  deck,
}) => {
  const { page } = deck;
  await deck.open('timeline');
  await walkable(page, 'timeline');
  await test.step('words are as wide as they were measured', async () => {
    // The key ends at the margin, 96 of 1920 px from the edge.
    const ends = await page
      .locator('#timeline .drawn .key')
      .evaluateAll((words) =>
        words.map(
          (word) => word.getBoundingClientRect().right / (word.closest('.timeline')?.clientWidth ?? 0),
        ),
      );
    expect(Math.max(...ends) * 1920).toBeCloseTo(1824, 0);
  });
  await test.step('arrows walk the events, and the live region says exactly their dates and titles in order', async () => {
    await expect(page.locator('#timeline .events > [tabindex="0"]')).toHaveCount(1);
    await tabIn(page);
    await expect(page.locator('#timeline .events > [data-event]')).toHaveCount(77);
    const all: (string | null)[] = [];
    for (let step = 0; step < STEPS; step++) {
      if (step > 0) await page.keyboard.press('ArrowRight');
      all.push(await said(page, 'timeline').textContent());
    }
    expect(all).toEqual(heard.slice(0, STEPS));
    for (const [key, words] of [
      ['End', heard.at(-1)],
      ['ArrowRight', heard.at(-1)],
      ['ArrowLeft', heard.at(-2)],
      ['Home', heard[0]],
      ['End', heard.at(-1)],
    ] as const) {
      await page.keyboard.press(key);
      await expect(said(page, 'timeline')).toHaveText(words ?? '');
    }
    expect(await deck.current()).toBe('timeline');
  });
  await test.step('Shift and arrows walk one lane, whole and in order', async () => {
    await page.keyboard.press('Home');
    const lane = timeline.events.filter((event) => event.lane === timeline.events[0]?.lane);
    const walked = [await focused(page)];
    for (const _ of lane.slice(1)) {
      await page.keyboard.press('Shift+ArrowDown');
      walked.push(await focused(page));
    }
    expect(walked).toEqual(lane.map(({ id }) => id));
    await page.keyboard.press('Shift+ArrowUp');
    expect(await focused(page)).toBe(lane.at(-2)?.id);
    expect(await deck.current()).toBe('timeline');
  });
  await test.step('the timeline is one Tab stop, on which the last chosen event is found again', async () => {
    const chosen = await focused(page);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBeUndefined();
    await page.keyboard.press('Shift+Tab');
    expect(await focused(page)).toBe(chosen);
    await expect(page.locator('#timeline :is([role="listbox"], [role="application"])')).toHaveCount(0);
  });
  const ids = await deck.ids();
  for (const [key, to] of [
    ['PageDown', 'era-1902'],
    ['Space', 'era-1902'],
    ['PageUp', ids[ids.indexOf('timeline') - 1]],
  ] as const)
    await test.step(`${key} acts on the deck while an event has the focus`, async () => {
      await walkOverview(deck);
      await page.keyboard.press(key);
      expect(await deck.current()).toBe(to);
      await expect(page.locator('#timeline :is(.card, .choice)')).toHaveCount(0);
    });
  for (const key of ['.', 'b'])
    await test.step(`"${key}" blanks the screen while an event has the focus`, async () => {
      await walkOverview(deck);
      await page.keyboard.press(key);
      expect(await page.evaluate(() => window.Reveal.isPaused())).toBe(true);
      await page.keyboard.press(key);
      expect(await page.evaluate(() => window.Reveal.isPaused())).toBe(false);
    });
});

test('an event is chosen by Enter, by a press and by its address, and none is printed', async ({ deck }) => {
  const { page } = deck;
  await test.step('the neighbours in time are a press away on an era’s card', async () => {
    await deck.open('japan-uk-raa-signed');
    await page.locator('#era-2013 [data-step="1"]').click();
    await expect(said(page, 'era-2013')).not.toHaveText(/Reciprocal/);
    await expect(page).toHaveURL(/#\/kishida-biden-summit-2023$/);
  });
  await test.step('nothing chosen is printed', async () => {
    await expect(page.locator('#era-2013 .card')).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    for (const drawn of await page.locator('#era-2013 :is(.choice, .card, .event-count)').all())
      await expect(drawn).toBeHidden();
    await expect(page.locator('#era-2013 .leaf')).toBeVisible();
    await page.emulateMedia({ media: 'screen' });
  });
  await test.step('what is chosen goes with its slide, and so does its address', async () => {
    await page.keyboard.press('PageUp');
    expect(await deck.current()).toBe('era-1960');
    await expect(page).toHaveURL(/#\/era-1960$/);
  });
  await test.step('Enter opens the era with the event chosen, and Esc gives the keys back to the deck', async () => {
    await deck.show('timeline');
    await tabIn(page);
    await page.keyboard.press('End');
    const last = timeline.events.at(-1);
    await page.keyboard.press('Enter');
    await expect.poll(() => deck.current()).toBe(timeline.eras.at(-1)?.id);
    await expect(said(page, 'era-2013')).toHaveText(heard.at(-1) ?? '');
    await expect(page.locator('#era-2013 .card-title')).toHaveText(last?.title ?? '');
    await expect(page.locator('#era-2013 .leaf')).toBeHidden();
    await expect.poll(() => focused(page)).toBe(last?.id);
    await page.keyboard.press('ArrowLeft');
    expect(await deck.current()).toBe('era-2013');
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBeUndefined();
    await expect(page.locator('#era-2013 :is(.card, .choice)')).toHaveCount(0);
    await expect(page.locator('#era-2013 .leaf')).toBeVisible();
    await page.keyboard.press('ArrowLeft');
    expect(await deck.current()).toBe('era-1960');
  });
  await test.step('a press on a mark or a label chooses it, a press on the ground gives it up, and the deck keeps its keys', async () => {
    await deck.show('timeline');
    await page.locator('#timeline [data-event="constitution-1947"] .must').click();
    await expect(said(page, 'timeline')).toContainText('1947');
    // A press finds a mark where it comes to stand, not on its way from the view before.
    await page
      .locator('#timeline')
      .evaluate((slide) =>
        Promise.allSettled(slide.getAnimations({ subtree: true }).map(({ finished }) => finished)),
      );
    const dot = page.locator('#timeline g.mark[data-event="pko-law-1992"] .dot');
    const { x = 0, y = 0, width = 0, height = 0 } = (await dot.boundingBox()) ?? {};
    // Twelve px from its middle: the least a finger may be given.
    await page.mouse.click(x + width / 2, y + height / 2 + 11);
    await expect(page.locator('#timeline .card-title')).toHaveText(
      timeline.events.find(({ id }) => id === 'pko-law-1992')?.title ?? '',
    );
    await expect(page.locator('#timeline .pin')).toHaveText('1992');
    await page.mouse.click(60, 60);
    await expect(page.locator('#timeline :is(.card, .pin, .choice)')).toHaveCount(0);
    await page.keyboard.press('ArrowRight');
    expect(await deck.current()).toBe('era-1902');
  });
});
