import { expect, test } from '../deck.ts';
import { focused, heard, said, tabIn, timeline, walkable } from './timeline-page.ts';

/** How many events are walked one by one: all of them in the long run. */
const STEPS = process.env.ORIHON_LONG ? heard.length : 20;

test('arrows walk the events, and the live region says exactly their dates and titles in order', async ({
  deck,
}) => {
  await deck.open('timeline');
  await walkable(deck.page, 'timeline');
  // Words are as wide as they were measured: the key ends at the margin, 96 of 1920 px from the edge.
  const ends = await deck.page
    .locator('#timeline .drawn .key')
    .evaluateAll((words) =>
      words.map((word) => word.getBoundingClientRect().right / (word.closest('.timeline')?.clientWidth ?? 0)),
    );
  expect(Math.max(...ends) * 1920).toBeCloseTo(1824, 0);
  await tabIn(deck.page);
  await expect(deck.page.locator('#timeline .events > [data-event]')).toHaveCount(77);
  const all: (string | null)[] = [];
  for (let step = 0; step < STEPS; step++) {
    if (step > 0) await deck.page.keyboard.press('ArrowRight');
    all.push(await said(deck.page, 'timeline').textContent());
  }
  expect(all).toEqual(heard.slice(0, STEPS));
  await deck.page.keyboard.press('End');
  await deck.page.keyboard.press('ArrowRight');
  await expect(said(deck.page, 'timeline')).toHaveText(heard.at(-1) ?? '');
  await deck.page.keyboard.press('ArrowLeft');
  await expect(said(deck.page, 'timeline')).toHaveText(heard.at(-2) ?? '');
  await deck.page.keyboard.press('Home');
  await expect(said(deck.page, 'timeline')).toHaveText(heard[0] ?? '');
  await deck.page.keyboard.press('End');
  await expect(said(deck.page, 'timeline')).toHaveText(heard.at(-1) ?? '');
  expect(await deck.current()).toBe('timeline');
});

test('Shift and arrows walk one lane, whole and in order', async ({ deck }) => {
  await deck.open('timeline');
  await walkable(deck.page, 'timeline');
  await tabIn(deck.page);
  const lane = timeline.events.filter((event) => event.lane === timeline.events[0]?.lane);
  const walked = [await focused(deck.page)];
  for (const _ of lane.slice(1)) {
    await deck.page.keyboard.press('Shift+ArrowDown');
    walked.push(await focused(deck.page));
  }
  expect(walked).toEqual(lane.map(({ id }) => id));
  await deck.page.keyboard.press('Shift+ArrowUp');
  expect(await focused(deck.page)).toBe(lane.at(-2)?.id);
  expect(await deck.current()).toBe('timeline');
});

test('the timeline is one Tab stop, on which the last chosen event is found again', async ({ deck }) => {
  await deck.open('timeline');
  await walkable(deck.page, 'timeline');
  await expect(deck.page.locator('#timeline .events > [tabindex="0"]')).toHaveCount(1);
  await tabIn(deck.page);
  await deck.page.keyboard.press('ArrowRight');
  const chosen = await focused(deck.page);
  await deck.page.keyboard.press('Tab');
  expect(await focused(deck.page)).toBeUndefined();
  await deck.page.keyboard.press('Shift+Tab');
  expect(await focused(deck.page)).toBe(chosen);
  await expect(deck.page.locator('#timeline :is([role="listbox"], [role="application"])')).toHaveCount(0);
});

test('Enter opens the era with the event chosen, and Esc gives the keys back to the deck', async ({
  deck,
}) => {
  await deck.open('timeline');
  await walkable(deck.page, 'timeline');
  await tabIn(deck.page);
  await deck.page.keyboard.press('End');
  const last = timeline.events.at(-1);
  await deck.page.keyboard.press('Enter');
  await expect.poll(() => deck.current()).toBe(timeline.eras.at(-1)?.id);
  await expect(said(deck.page, 'era-2013')).toHaveText(heard.at(-1) ?? '');
  await expect(deck.page.locator('#era-2013 .card-title')).toHaveText(last?.title ?? '');
  await expect(deck.page.locator('#era-2013 .leaf')).toBeHidden();
  await expect.poll(() => focused(deck.page)).toBe(last?.id);
  await deck.page.keyboard.press('ArrowLeft');
  expect(await deck.current()).toBe('era-2013');
  await deck.page.keyboard.press('Escape');
  expect(await focused(deck.page)).toBeUndefined();
  await expect(deck.page.locator('#era-2013 :is(.card, .choice)')).toHaveCount(0);
  await expect(deck.page.locator('#era-2013 .leaf')).toBeVisible();
  await deck.page.keyboard.press('ArrowLeft');
  expect(await deck.current()).toBe('era-1960');
});

for (const [key, to] of [
  ['PageDown', 'era-1902'],
  ['Space', 'era-1902'],
  ['PageUp', undefined],
] as const)
  test(`${key} acts on the deck while an event has the focus`, async ({ deck }) => {
    await deck.open('timeline');
    await walkable(deck.page, 'timeline');
    await tabIn(deck.page);
    const before = (await deck.ids())[(await deck.ids()).indexOf('timeline') - 1];
    await deck.page.keyboard.press(key);
    expect(await deck.current()).toBe(to ?? before);
    await expect(deck.page.locator('#timeline :is(.card, .choice)')).toHaveCount(0);
  });

for (const key of ['.', 'b'])
  test(`"${key}" blanks the screen while an event has the focus`, async ({ deck }) => {
    await deck.open('timeline');
    await walkable(deck.page, 'timeline');
    await tabIn(deck.page);
    await deck.page.keyboard.press(key);
    expect(await deck.page.evaluate(() => window.Reveal.isPaused())).toBe(true);
  });

test('a press on a mark or a label chooses it, a press on the ground gives it up, and the deck keeps its keys', async ({
  deck,
}) => {
  await deck.page.setViewportSize({ width: 1280, height: 720 });
  await deck.open('timeline');
  await walkable(deck.page, 'timeline');
  await deck.page.locator('#timeline [data-event="constitution-1947"] .must').click();
  await expect(said(deck.page, 'timeline')).toContainText('1947');
  const dot = deck.page.locator('#timeline g.mark[data-event="pko-law-1992"] .dot');
  const box = await dot.boundingBox();
  // Twelve px from its middle: the least a finger may be given.
  await deck.page.mouse.click(
    (box?.x ?? 0) + (box?.width ?? 0) / 2,
    (box?.y ?? 0) + (box?.height ?? 0) / 2 + 11,
  );
  await expect(deck.page.locator('#timeline .card-title')).toHaveText(
    timeline.events.find(({ id }) => id === 'pko-law-1992')?.title ?? '',
  );
  await expect(deck.page.locator('#timeline .pin')).toHaveText('1992');
  await deck.page.mouse.click(60, 60);
  await expect(deck.page.locator('#timeline :is(.card, .pin, .choice)')).toHaveCount(0);
  await deck.page.keyboard.press('ArrowRight');
  expect(await deck.current()).toBe('era-1902');
});

test('the neighbours in time are a press away on an era’s card', async ({ deck }) => {
  await deck.open('japan-uk-raa-signed');
  await deck.page.locator('#era-2013 [data-step="1"]').click();
  await expect(said(deck.page, 'era-2013')).not.toHaveText(/Reciprocal/);
  await expect(deck.page).toHaveURL(/#\/kishida-biden-summit-2023$/);
  await deck.page.keyboard.press('PageUp');
  expect(await deck.current()).toBe('era-1960');
  await expect(deck.page).toHaveURL(/#\/era-1960$/);
});

test('nothing chosen is printed', async ({ deck }) => {
  await deck.open('japan-uk-raa-signed');
  await expect(deck.page.locator('#era-2013 .card')).toBeVisible();
  await deck.page.emulateMedia({ media: 'print' });
  for (const drawn of await deck.page.locator('#era-2013 :is(.choice, .card, .event-count)').all())
    await expect(drawn).toBeHidden();
  await expect(deck.page.locator('#era-2013 .leaf')).toBeVisible();
});
