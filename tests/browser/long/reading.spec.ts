import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type DeckPage, expect, test } from '../deck.ts';

/** Opens the reading view and waits until its charts and faces stand. */
async function read(deck: DeckPage, address = '?view=read'): Promise<void> {
  await deck.page.goto(`${deck.url}${address}`);
  await deck.page.waitForFunction(() => document.documentElement.dataset['read'] === 'ready');
}

/** Opens all that can be unfolded. */
async function unfoldAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

/** What a reader would have to scroll sideways for, but a wide table in its own box, which has a name and a Tab stop. */
function sideways(page: Page): Promise<{ page: number; parts: string[] }> {
  return page.evaluate(() => ({
    page: document.documentElement.scrollWidth - window.innerWidth,
    parts: [...document.querySelectorAll<HTMLElement>('main *')]
      .filter((part) => {
        const { overflowX } = getComputedStyle(part);
        if (part.matches('.wide-table[role="region"][tabindex="0"][aria-label]')) return false;
        return (overflowX === 'auto' || overflowX === 'scroll') && part.scrollWidth > part.clientWidth + 1;
      })
      .map((part) => part.id || part.className),
  }));
}

test('?view=read shows every slide as one article with its headings in order, and starts no deck', async ({
  deck,
}) => {
  await deck.open();
  const slides = await deck.page.evaluate(() =>
    window.Reveal.getSlides().map((slide) => slide.querySelector('h1, h2, h3')?.textContent),
  );
  await read(deck);
  expect(await deck.page.evaluate(() => 'Reveal' in window)).toBe(false);
  const headings = deck.page.locator('main section :is(h1, h2)');
  expect(await headings.allTextContents()).toEqual(slides);
  for (const heading of await headings.all()) await expect(heading).toBeVisible();
  expect(await deck.page.locator('aside.notes:visible').count()).toBe(0);
});

test('the notes are never in the reading view, not even of a deck built with them', async ({ stage }) => {
  await read(stage);
  expect(await stage.page.locator('aside.notes').count()).toBeGreaterThan(0);
  expect(await stage.page.locator('aside.notes:visible').count()).toBe(0);
});

for (const [width, height] of [
  [320, 256],
  [320, 640],
  [390, 844],
] as const) {
  test(`nothing has to be scrolled sideways at ${width} × ${height}`, async ({ deck }) => {
    await deck.page.setViewportSize({ width, height });
    await read(deck, '');
    await unfoldAll(deck.page);
    expect(await sideways(deck.page)).toEqual({ page: 0, parts: [] });
  });
}

test('text grows with the reader’s own size, and nothing is smaller than 12 px', async ({ deck }) => {
  await deck.page.setViewportSize({ width: 390, height: 844 });
  await read(deck, '');
  const sizes = () =>
    deck.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('main :is(p, h2, h3, li, td, th)')]
        .filter((part) => part.checkVisibility({ visibilityProperty: true }) && !part.closest('.map-places'))
        .map((part) => Number.parseFloat(getComputedStyle(part).fontSize)),
    );
  const before = await sizes();
  expect(Math.min(...before)).toBeGreaterThanOrEqual(12);
  await deck.page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  const after = await sizes();
  expect(after.length).toBe(before.length);
  expect(Math.min(...after)).toBeGreaterThanOrEqual(24);
});

test('on a phone each row of a chart has its name and its value, clear of its marks', async ({ deck }) => {
  await deck.page.setViewportSize({ width: 390, height: 844 });
  await read(deck, '#/others');
  const rows = await deck.page.evaluate(() => {
    const shown = [...document.querySelectorAll<HTMLElement>('#others .chart-text')].filter((label) =>
      label.checkVisibility({ visibilityProperty: true }),
    );
    const boxOf = (label: HTMLElement) => ({
      text: label.textContent,
      grows: label.dataset['grows'],
      ...JSON.parse(JSON.stringify(label.getBoundingClientRect())),
    });
    return shown.map(boxOf);
  });
  const names = rows.filter(({ grows }) => grows === 'row');
  const values = rows.filter(({ grows }) => grows === 'start level');
  expect(names.map(({ text }) => text)).toEqual([
    'United States',
    'China',
    'Britain',
    'Germany',
    'Japan',
    'South Korea',
    'Australia',
  ]);
  expect(values).toHaveLength(14);
  // A name stands above its bar, and the value on the level of it.
  for (const [row, name] of names.entries())
    for (const value of [values[row], values[row + 7]]) expect(value.top).toBeGreaterThan(name.top + 8);
});

test('the labels of a small chart keep apart, can be read, and its numbers stand below in full', async ({
  deck,
}) => {
  await deck.page.setViewportSize({ width: 320, height: 640 });
  await read(deck, '#/spending');
  const labels = await deck.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('#spending .chart-text')]
      .filter((label) => label.checkVisibility({ visibilityProperty: true }))
      .map((label) => {
        const { left, right, top, bottom } = label.getBoundingClientRect();
        const inset = (bottom - top) / 5;
        return { text: label.textContent, left, right, top: top + inset, bottom: bottom - inset };
      }),
  );
  expect(labels.length).toBeGreaterThan(4);
  for (const [index, a] of labels.entries()) {
    expect((a.bottom - a.top) * (5 / 3), `${a.text} can be read`).toBeGreaterThan(13);
    for (const b of labels.slice(index + 1)) {
      const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
      expect(apart, `${a.text} and ${b.text}`).toBe(true);
    }
  }
  const numbers = deck.page.locator('#spending .chart-numbers').first();
  // Open already where a name has no room in the drawing.
  if ((await numbers.getAttribute('open')) === null) await numbers.locator('summary').click();
  await expect(numbers.getByRole('row').nth(1)).toBeVisible();
  const painted = await deck.page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('#spending canvas');
    const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    return pixels.some((value) => value !== 0);
  });
  expect(painted, 'the chart is drawn').toBe(true);
});

test('printing the reading view gives the pages of the deck, charts included', async ({ deck }) => {
  await read(deck);
  const slides = await deck.page.locator('main section[id]').count();
  await deck.page.emulateMedia({ media: 'print' });
  const pages = await deck.page.evaluate(() =>
    [...document.querySelectorAll('main section[id]')].map((page) => page.getBoundingClientRect().height),
  );
  expect(pages).toEqual(Array.from({ length: slides }, () => 1080));
  await expect(deck.page.locator('.reading-only').first()).toBeHidden();
  await expect(deck.page.locator('#spending canvas').first()).toBeVisible();
});

test('one link leads from the slides to the reading view and back, to the same place', async ({ deck }) => {
  await deck.page.setViewportSize({ width: 960, height: 540 });
  await deck.open('map');
  const there = deck.page.getByRole('link', { name: 'Reading view' });
  await expect(there).toBeInViewport();
  await there.click();
  await deck.page.waitForFunction(() => document.documentElement.dataset['read'] === 'ready');
  await expect(deck.page.locator('#map h2')).toBeFocused();
  await deck.page.getByRole('link', { name: 'Slides' }).click();
  await deck.ready();
  expect(await deck.current()).toBe('map');
});

test('without zoom the link waits for the keyboard', async ({ deck }) => {
  await deck.page.setViewportSize({ width: 1280, height: 720 });
  await deck.open();
  const link = deck.page.getByRole('link', { name: 'Reading view' });
  await expect(link).not.toBeInViewport();
  await deck.page.keyboard.press('Tab');
  await expect(link).toBeFocused();
  await expect(link).toBeInViewport();
});

test('a phone without script has the article too', async ({ browser, deck }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  await page.goto(deck.url);
  for (const id of ['title', 'timeline', 'spending', 'sources'])
    await expect(page.locator(`#${id}`).getByRole('heading').first()).toBeVisible();
  await expect(page.locator('#spending table').first()).toBeVisible();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await context.close();
});

for (const dark of [false, true])
  test(`axe finds nothing in the reading view, ${dark ? 'dark' : 'light'}`, {
    tag: '@long',
  }, async ({ deck }) => {
    test.slow();
    await deck.page.setViewportSize({ width: 390, height: 844 });
    await deck.page.addInitScript((on) => {
      if (on) localStorage.setItem('orihon-theme', 'dark');
    }, dark);
    await read(deck, '#/japan-uk-raa-signed');
    await expect(deck.page.locator('.unfolded .card-sources')).toBeVisible();
    expect(await deck.page.evaluate(() => document.documentElement.dataset['theme'])).toBe(
      dark ? 'dark' : undefined,
    );
    await unfoldAll(deck.page);
    const { violations } = await new AxeBuilder({ page: deck.page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(
      violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 4)
            .map(({ html }) => html.slice(0, 140))
            .join(' | ')}`,
      ),
    ).toEqual([]);
  });
