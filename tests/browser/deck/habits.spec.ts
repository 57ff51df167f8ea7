import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatProblem } from '../../../src/base/problem.ts';
import { serveFolder } from '../../../src/browser/serve-folder.ts';
import { buildSite } from '../../../src/site/build.ts';
import { makeSite } from '../../../src/site/site.ts';
import { DeckPage, expect, test } from '../deck.ts';

// A transition is asked for, which is not to be had where motion is unwelcome.
test.use({ contextOptions: { reducedMotion: 'no-preference' } });

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orihon-habits-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('what decks of Reveal are written with does in the page what it does in Reveal’s', async ({
  page,
  // Named, so that it listens: a style that the policy refuses is a word in the console.
  faults: _,
}) => {
  const { site, problems } = await makeSite('tests/decks/habits', { notes: false });
  if (!site) throw new Error('the deck has errors');
  const told = problems.map(formatProblem).join('\n');
  expect(told).not.toContain('drawings');
  for (const word of ['logoImg', 'programs do not run: plugin.js', 'onclick', '<iframe> is taken out'])
    expect(told).toContain(word);
  await buildSite(site, folder);
  const server = await serveFolder(folder);
  try {
    const deck = new DeckPage(page, server.url);
    const box = async (selector: string) => {
      const found = await page.locator(selector).boundingBox();
      if (!found) throw new Error(`${selector} is not to be seen`);
      return found;
    };
    const { width = 0, height = 0 } = page.viewportSize() ?? {};
    await deck.open();
    // Reveal counts no slide that is not counted.
    const ids = ['habits', 'fragments', 'one', 'two', 'fit', 'stack', 'other', 'full'];
    expect(await deck.ids()).toEqual(ids);
    await expect(page.locator('#habits .red')).toHaveText('Words');
    await expect(page.locator('.slide-number')).toHaveText(/1\s*\/\s*8/);
    expect(await page.evaluate(() => window.Reveal.getConfig().transition)).toBe('slide');

    // Steps come by their numbers.
    await deck.show('fragments');
    for (const count of [1, 2, 3]) {
      await page.keyboard.press('ArrowRight');
      await expect(page.locator('#fragments .fragment.visible')).toHaveCount(count);
      const last = ['first', 'second', 'third'][count - 1] ?? '';
      await expect(page.locator('#fragments .current-fragment')).toHaveText(last);
    }

    // The second of two slides begins where the first ended.
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => deck.current()).toBe('one');
    await expect
      .poll(() => page.locator('#one').evaluate((slide) => getComputedStyle(slide).backgroundColor))
      .toBe('rgb(18, 52, 86)');
    await page.waitForFunction(() => document.adoptedStyleSheets.length === 1);
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('#two')).toHaveAttribute('data-auto-animate', 'running');
    expect(await page.evaluate(() => document.adoptedStyleSheets[0]?.cssRules.length ?? 0)).toBeGreaterThan(
      0,
    );

    await deck.show('fit');
    // Once the slide has come to rest.
    await expect.poll(async () => (await box('#fit h2')).width / width).toBeGreaterThan(0.75);
    const fitted = await box('#fit h2');
    expect(fitted.x + fitted.width).toBeLessThanOrEqual(width);

    await deck.show('stack');
    expect((await box('#stack .left')).y).toBeCloseTo((await box('#stack .right')).y, 0);
    const spacing = (selector: string) =>
      page.locator(selector).evaluate((element) => getComputedStyle(element).letterSpacing);
    expect(await spacing('#stack .left')).toBe('3px');
    await deck.show('other');
    expect(await spacing('#other .left')).not.toBe('3px');

    await deck.show('full');
    await expect(page.locator('#full')).toHaveClass(/shrunk/);
    await expect(page.locator('#full li').last()).toBeInViewport({ ratio: 1 });
    const last = await box('#full li:last-child');
    expect(last.y + last.height).toBeLessThanOrEqual(height);

    await deck.show('more');
    await expect(page.locator('#more .page-number')).toHaveText('');
  } finally {
    await page.close();
    await server.close();
  }
});
