import { DeckPage, expect, test } from '../deck.ts';

function place(deck: DeckPage): Promise<string> {
  return deck.page.evaluate(
    () => `${window.Reveal.getCurrentSlide().id} ${window.Reveal.getIndices().f ?? -1}`,
  );
}

async function reload(deck: DeckPage): Promise<void> {
  await deck.page.reload();
  await deck.ready();
}

test('a reload comes back to every slide and step, at once and later', { tag: '@long' }, async ({
  small,
}) => {
  await small.open();
  for (let last = ''; last !== (await place(small)); await small.page.keyboard.press('PageDown')) {
    last = await place(small);
    // Reveal has not written the address yet.
    await reload(small);
    expect(await place(small)).toBe(last);
    await expect.poll(() => new URL(small.page.url()).hash).toContain(last.split(' ')[0] ?? '');
    await reload(small);
    expect(await place(small)).toBe(last);
  }
});

test('a reload in a dark hall stays dark', async ({ deck }) => {
  await deck.open('statement');
  await deck.page.keyboard.press('d');
  await deck.page.keyboard.press('PageDown');
  await reload(deck);
  expect(await deck.current()).toBe('three-days');
  expect(await deck.page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
});

test('an address that names another slide wins over where the window stood', async ({ deck }) => {
  await deck.open('three-days');
  await deck.page.keyboard.press('PageDown');
  await deck.page.goto('about:blank');
  await deck.open('access');
  expect(await deck.current()).toBe('access');
  await deck.page.goto('about:blank');
  await deck.open();
  expect(await place(deck), 'the bare address is the beginning').toBe('title -1');
});

test('a browser that crashed and kept only the address comes back on its step', { tag: '@long' }, async ({
  small,
  browser,
}) => {
  await small.open();
  for (let press = 0; press < 40 && !/ [0-9]/.test(await place(small)); press++)
    await small.page.keyboard.press('PageDown');
  const before = await place(small);
  expect(before).toMatch(/ \d$/);
  await expect.poll(() => new URL(small.page.url()).hash).toBe(`#/${before.replace(' ', '/')}`);
  const context = await browser.newContext();
  const again = new DeckPage(await context.newPage(), small.page.url());
  await again.open();
  expect(await place(again)).toBe(before);
  await context.close();
});

test('a browser that keeps nothing presents all the same', async ({ deck }) => {
  await deck.page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      });
  });
  await deck.open('statement');
  await deck.page.keyboard.press('d');
  await deck.page.keyboard.press('PageDown');
  expect(await deck.current()).toBe('three-days');
});

test('the first paint is dark and on the addressed slide, before Reveal is there', async ({ deck }) => {
  await deck.open('statement');
  await deck.page.keyboard.press('d');
  let release = () => {};
  const seen = new Promise<void>((resolve) => {
    release = resolve;
  });
  await deck.page.route(/assets\/slides-[^/]*\.js$/, async (route) => {
    await seen;
    await route.continue();
  });
  for (const [address, id] of [
    ['spending', 'spending'],
    ['japan-uk-raa-signed', 'era-2013'],
    ['', 'title'],
  ] as const) {
    await deck.page.goto('about:blank');
    await deck.page.goto(`${deck.url}${address && `#/${address}`}`, { waitUntil: 'domcontentloaded' });
    await expect(deck.page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(deck.page.locator('.slides > section.present')).toHaveId(id);
    await expect(deck.page.locator(`#${id} :is(h1, h2)`)).toBeVisible();
    await expect(deck.page.locator('#statement')).toBeHidden();
    expect(await deck.page.evaluate(() => 'Reveal' in window)).toBe(false);
    const { paint, script } = await deck.page.evaluate(async () => {
      const painted = () => performance.getEntriesByType('paint')[0]?.startTime;
      while (painted() === undefined) await new Promise(requestAnimationFrame);
      const [first] = performance
        .getEntriesByType('resource')
        .filter(({ name }) => name === document.querySelector<HTMLScriptElement>('script[async]')?.src);
      return { paint: painted() ?? 0, script: (first?.startTime ?? 0) + (first?.duration ?? Infinity) };
    });
    expect(paint, 'the paint waits for the theme').toBeGreaterThan(script);
  }
  release();
  await deck.ready();
});
