import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { type DeckPage, expect, test } from '../deck.ts';

/** Opens the speaker's window by its key. */
async function openSpeaker(stage: DeckPage): Promise<Page> {
  const [speaker] = await Promise.all([stage.page.waitForEvent('popup'), stage.page.keyboard.press('s')]);
  return speaker;
}

/** Where a deck in a window or a frame stands: slide and step. */
const stand = () => `${window.Reveal?.getCurrentSlide()?.id} ${window.Reveal?.getIndices().f ?? -1}`;

/** Both windows stand on this slide and step: headline, notes, the small slide and the stage. */
async function inStep(stage: DeckPage, speaker: Page, place: string): Promise<void> {
  await expect.poll(() => stage.page.evaluate(stand)).toBe(place);
  const [id] = place.split(' ');
  const { label, notes } = await stage.page.evaluate((slide) => {
    const section = document.getElementById(slide ?? '');
    return {
      label: section?.getAttribute('aria-label') ?? '',
      notes: section?.querySelector('aside.notes')?.textContent?.trim().slice(0, 60) ?? '',
    };
  }, id);
  await expect(speaker.getByRole('heading', { level: 1 })).toHaveText(label);
  if (notes !== '') await expect(speaker.getByRole('region', { name: 'Notes' })).toContainText(notes);
  const small = speaker.frames()[1];
  await expect.poll(() => small?.evaluate(stand)).toBe(place);
}

/** Adds two steps to a slide in every window, since a step is what is easily lost. */
async function addSteps(context: BrowserContext): Promise<void> {
  // They come on the way from the server, so that no copy may answer for it.
  await context.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
  });
  await context.route(
    ({ pathname }) => pathname.endsWith('/'),
    async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(
        /<section[^>]*id="three-days"[^>]*>/,
        (section) => `${section}<p class="fragment">one</p><p class="fragment">two</p>`,
      );
      await route.fulfill({ response, body });
    },
  );
}

/** How long the talk is to take, as its front matter says. */
const MINUTES = /^minutes: (\d+)$/m.exec(readFileSync('slides/01-opening.md', 'utf8'))?.[1];

test('either window finds the other again, on the same slide and step', { tag: '@long' }, async ({
  stage,
  context,
}) => {
  await addSteps(context);
  await stage.open('three-days');
  let speaker = await openSpeaker(stage);
  await inStep(stage, speaker, 'three-days -1');

  await test.step('keys in either window move both', async () => {
    await stage.page.keyboard.press('PageDown');
    await inStep(stage, speaker, 'three-days 0');
    await speaker.keyboard.press('ArrowRight');
    await inStep(stage, speaker, 'three-days 1');
    await speaker.keyboard.press('PageUp');
    await inStep(stage, speaker, 'three-days 0');
  });

  await test.step('the stage is reloaded', async () => {
    await stage.page.reload();
    await stage.ready();
    await inStep(stage, speaker, 'three-days 0');
    await speaker.keyboard.press('PageDown');
    await inStep(stage, speaker, 'three-days 1');
  });

  await test.step('the speaker’s window is reloaded', async () => {
    await speaker.reload();
    await inStep(stage, speaker, 'three-days 1');
    await stage.page.keyboard.press('PageUp');
    await inStep(stage, speaker, 'three-days 0');
  });

  await test.step('the speaker’s window is closed and opened again', async () => {
    await speaker.close();
    await stage.page.keyboard.press('PageDown');
    speaker = await openSpeaker(stage);
    await inStep(stage, speaker, 'three-days 1');
  });

  await test.step('the stage is closed, and opened again from the speaker’s window', async () => {
    await stage.page.close();
    const [page] = await Promise.all([
      context.waitForEvent('page'),
      speaker.getByRole('button', { name: 'Open the slides' }).click(),
    ]);
    const again = Object.assign(Object.create(stage), { page });
    await again.ready();
    await inStep(again, speaker, 'three-days 1');
    await speaker.keyboard.press('PageDown');
    await inStep(again, speaker, 'timeline -1');
    await expect(speaker.getByRole('button', { name: 'Open the slides' })).toBeHidden();
  });
});

test('the next small slide is one step on, and the last says so', async ({ stage, context }) => {
  await addSteps(context);
  await stage.open('three-days');
  const speaker = await openSpeaker(stage);
  await inStep(stage, speaker, 'three-days -1');
  const next = speaker.frames()[2];
  await expect.poll(() => next?.evaluate(stand)).toBe('three-days 0');
  await stage.page.keyboard.press('End');
  const last = (await stage.ids()).at(-1);
  await inStep(stage, speaker, `${last} -1`);
  await expect(speaker.locator('.over iframe')).toBeHidden();
});

test('a blocked window is said, with a button that opens it', async ({ stage }) => {
  await stage.page.addInitScript(() => {
    const { open } = window;
    let asked = 0;
    window.open = (...args) => (++asked <= 2 ? null : open.apply(window, args));
  });
  await stage.open('three-days');
  await stage.page.keyboard.press('s');
  const message = stage.page.getByRole('dialog', { name: 'Speaker view' });
  await expect(message).toContainText('blocked');
  await message.getByRole('button', { name: 'Open it' }).click();
  await expect(message).toContainText('Allow pop-up windows');
  const [speaker] = await Promise.all([
    stage.page.waitForEvent('popup'),
    message.getByRole('button', { name: 'Open it' }).click(),
  ]);
  await expect(message).toHaveCount(0);
  await inStep(stage, speaker, 'three-days -1');
});

test('the hall never sees a note, and the speaker’s keys stay out of its sight', async ({ stage }) => {
  await stage.open('three-days');
  const speaker = await openSpeaker(stage);
  await inStep(stage, speaker, 'three-days -1');
  await expect(stage.page.locator('aside.notes').filter({ visible: true })).toHaveCount(0);
  for (const frame of speaker.frames().slice(1))
    await expect(frame.locator('aside.notes').filter({ visible: true })).toHaveCount(0);
  for (const key of ['?', 'g', 's', 'F1']) await speaker.keyboard.press(key);
  await speaker.keyboard.press('b');
  await expect(speaker.getByText('The screen is black.')).toBeVisible();
  await expect(stage.page.locator('dialog')).toHaveCount(0);
  await speaker.keyboard.press('w');
  await expect(speaker.getByText('The screen is white.')).toBeVisible();
  await speaker.keyboard.press('w');
  await expect(speaker.getByText('The screen is')).toHaveCount(0);
  await speaker.keyboard.type('12');
  await speaker.keyboard.press('Enter');
  await inStep(stage, speaker, `${(await stage.ids())[11]} -1`);
});

test('F3 in the speaker’s window searches slides and notes, and a hit moves both windows', async ({
  stage,
}) => {
  await stage.open('three-days');
  const speaker = await openSpeaker(stage);
  await inStep(stage, speaker, 'three-days -1');
  await speaker.keyboard.press('F3');
  const dialog = speaker.getByRole('dialog', { name: 'Search slides and notes' });
  await dialog.getByRole('searchbox').fill('forget');
  await expect(dialog.getByRole('status')).toHaveText('On one slide.');
  await expect(dialog.getByRole('button')).toContainText('Notes:');
  await expect(stage.page.locator('dialog')).toHaveCount(0);
  await dialog.getByRole('searchbox').press('Enter');
  await expect(dialog).toBeHidden();
  const found = await stage.page.evaluate(
    () =>
      [...document.querySelectorAll('.slides section')].find((slide) =>
        slide.querySelector('aside.notes')?.textContent?.includes('forget'),
      )?.id,
  );
  await inStep(stage, speaker, `${found} -1`);
  await speaker.getByRole('button', { name: 'Search' }).click();
  await dialog.getByRole('searchbox').fill('HATERUMA liaoning');
  await dialog.getByRole('button').click();
  await inStep(stage, speaker, 'tokyo -1');
  await speaker.keyboard.press('Backspace');
  await inStep(stage, speaker, `${found} -1`);
});

test('the timer runs from the first move, survives either reload, and turns amber behind the plan', {
  tag: '@long',
}, async ({ stage, context }) => {
  await context.clock.install({ time: new Date('2026-05-05T09:00:00') });
  await stage.open('title');
  const speaker = await openSpeaker(stage);
  const timer = speaker.locator('.timer');
  const pace = speaker.locator('.pace');
  await expect(speaker.getByRole('heading', { level: 1 })).toContainText('1 of');
  await context.clock.runFor(60_000);
  await expect(timer).toHaveText('0:00');
  await stage.page.keyboard.press('PageDown');
  await expect(speaker.getByRole('heading', { level: 1 })).toContainText('2 of');
  await expect(speaker.locator('.planned')).toHaveText(`of ${MINUTES}:00`);
  await context.clock.runFor(20_000);
  await expect(timer).toHaveText(/^0:[1-5]\d$/);
  await expect(pace).not.toHaveClass(/behind/);
  await context.clock.runFor(600_000);
  await expect(timer).toHaveText(/^1[01]:\d\d$/);
  await expect(pace).toHaveText(/Behind by \d+:\d\d/);
  await expect(pace).toHaveCSS('background-color', 'rgb(255, 184, 77)');
  await speaker.reload();
  await context.clock.runFor(2000);
  await expect(timer).toHaveText(/^1[01]:\d\d$/);
  await stage.page.reload();
  await context.clock.runFor(2000);
  await expect(timer).toHaveText(/^1[01]:\d\d$/);
  await stage.page.keyboard.press('End');
  await context.clock.runFor(1000);
  await expect(pace).toHaveText(/Ahead by/);
  await speaker.getByRole('button', { name: 'Start again' }).click();
  await expect(timer).toHaveText(/^0:0\d$/);
});

test('the size of the notes can be set, and is kept', async ({ stage }) => {
  await stage.open('three-days');
  const speaker = await openSpeaker(stage);
  const size = () =>
    speaker.getByRole('region', { name: 'Notes' }).evaluate((notes) => getComputedStyle(notes).fontSize);
  await inStep(stage, speaker, 'three-days -1');
  const first = await size();
  await speaker.getByRole('button', { name: 'Larger notes' }).click();
  await speaker.getByRole('button', { name: 'Larger notes' }).click();
  const larger = await size();
  expect(Number.parseFloat(larger)).toBeGreaterThan(Number.parseFloat(first) + 4);
  await speaker.reload();
  await inStep(stage, speaker, 'three-days -1');
  expect(await size()).toBe(larger);
});

test.describe('where the browser may keep a copy', () => {
  test.use({ serviceWorkers: 'allow' });

  test('the speaker’s window says when the talk needs no network any more', async ({ stage }) => {
    await stage.page.addInitScript(() => {
      // The copy is made when nobody waits: here not before the window has been seen without it.
      const { register } = ServiceWorkerContainer.prototype;
      ServiceWorkerContainer.prototype.register = async function (...args) {
        await new Promise((resolve) => document.addEventListener('now', resolve, { once: true }));
        return register.apply(this, args);
      };
    });
    await stage.open('three-days');
    const speaker = await openSpeaker(stage);
    await inStep(stage, speaker, 'three-days -1');
    await expect(speaker.getByText('Ready offline')).toHaveCount(0);
    await expect(async () => {
      await stage.page.evaluate(() => document.dispatchEvent(new Event('now')));
      await expect(speaker.getByText('Ready offline')).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 30_000 });
  });
});

test('a copy without notes has a speaker view without notes', async ({ deck }) => {
  await deck.open('three-days');
  const speaker = await openSpeaker(deck);
  await expect(speaker.getByText('No notes.')).toBeVisible();
  expect(await speaker.content()).not.toContain('trade site');
});
