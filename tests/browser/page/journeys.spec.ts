import { expect, test } from '../deck.ts';
import { byPlaywright, type Driven } from '../driven.ts';
import { byMarionette } from '../marionette.ts';
import { byWebDriver } from '../webdriver.ts';

// As most who travel have it.
test.use({ contextOptions: { reducedMotion: 'no-preference' } });

const CURRENT = 'window.Reveal.getCurrentSlide().id';

/** Waits for what an expression says of the page, whichever browser shows it. */
async function expectOf(driven: Driven, expression: string, value: unknown): Promise<void> {
  await expect.poll(() => driven.ask(expression), { timeout: 20_000, message: expression }).toEqual(value);
}

/** What a speaker, a latecomer and a reader do; the other tests look closer, in Chromium. */
async function travel(driven: Driven, url: string): Promise<void> {
  await test.step('an address opens its slide', async () => {
    await driven.go(`${url}?view=slides#/timeline`);
    await expectOf(driven, 'window.Reveal?.isReady() === true', true);
    await expectOf(driven, CURRENT, 'timeline');
  });
  await test.step('a clicker goes through every slide once, and back', async () => {
    const ids = await driven.ask('window.Reveal.getSlides().map((slide) => slide.id)');
    if (!Array.isArray(ids)) throw new Error('no slides');
    await driven.ask(`window.Reveal.slide(0)`);
    const seen = [await driven.ask(CURRENT)];
    for (let press = 0; press < 4 * ids.length && seen.at(-1) !== ids.at(-1); press++) {
      await driven.press('PageDown');
      const now = await driven.ask(CURRENT);
      if (now !== seen.at(-1)) seen.push(now);
    }
    expect(seen).toEqual(ids);
    await driven.press('PageUp');
    await expectOf(driven, `${CURRENT} === ${JSON.stringify(ids.at(-2))}`, true);
  });
  await test.step('a chart is drawn', async () => {
    await driven.go(`${url}?view=slides#/spending`);
    await expectOf(
      driven,
      `(() => { const c = document.querySelector('#spending canvas'); const blank = document.createElement('canvas'); blank.width = c?.width ?? 0; blank.height = c?.height ?? 0; return c !== null && c.toDataURL() !== blank.toDataURL(); })()`,
      true,
    );
  });
  await test.step('the hall goes dark and light again', async () => {
    await driven.press('d');
    await expectOf(driven, 'document.documentElement.dataset.theme ?? null', 'dark');
    await driven.press('d');
    await expectOf(driven, 'document.documentElement.dataset.theme ?? null', null);
  });
  await test.step('the reading view opens an address on its heading, as wide as the window', async () => {
    await driven.go(`${url}?view=read#/map`);
    await expectOf(driven, `document.documentElement.dataset.read ?? null`, 'ready');
    await expectOf(driven, `document.activeElement === document.querySelector('#map h2')`, true);
    await expectOf(
      driven,
      `(() => { const { top } = document.querySelector('#map h2').getBoundingClientRect(); return top >= 0 && top < 120; })()`,
      true,
    );
    await expectOf(driven, 'document.documentElement.scrollWidth <= window.innerWidth', true);
  });
}

// In Chromium other tests try each step of it in every run.
test('Chromium: the journeys of a speaker, a latecomer and a reader @long', async ({ page, deck }) => {
  test.slow();
  await travel(byPlaywright(page), deck.url);
});

/** Browsers that Playwright cannot drive as the system has them. */
const OTHERS = { Firefox: byMarionette, WebKit: byWebDriver };

for (const [name, start] of Object.entries(OTHERS)) {
  test(`${name}: the journeys of a speaker, a latecomer and a reader`, async () => {
    test.slow();
    const driven = await start();
    if (typeof driven === 'string') {
      console.log(`SKIPPED, not passed: the journeys in ${driven}.`);
      test.info().annotations.push({ type: 'skipped', description: driven });
      test.skip(true, driven);
      return;
    }
    try {
      await travel(driven, process.env['SITE_DECK'] ?? '');
    } finally {
      await driven.close();
    }
  });
}
