import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { serveFolder } from '../../../src/browser/serve-folder.ts';
import { transcribe } from '../../../src/export/transcript.ts';
import { buildSite } from '../../../src/site/build.ts';
import { makeSite } from '../../../src/site/site.ts';
import { DeckPage, expect, test } from '../deck.ts';

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orihon-every-habit-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What a fragment looks like before its step, after it, and where it says so after the next one. */
const KINDS: readonly (readonly [kind: string, of: string, before: string, after: string, then?: string])[] =
  [
    ['fade-in', 'opacity', '0', '1'],
    ['fade-out', 'opacity', '1', '0'],
    ['fade-up', 'opacity', '0', '1'],
    ['fade-down', 'opacity', '0', '1'],
    ['fade-left', 'opacity', '0', '1'],
    ['fade-right', 'opacity', '0', '1'],
    ['semi-fade-out', 'opacity', '1', '0.5'],
    ['fade-in-then-out', 'opacity', '0', '1', '0'],
    ['fade-in-then-semi-out', 'opacity', '0', '1', '0.5'],
    ['current-visible', 'opacity', '0', '1', '0'],
    ['grow', 'transform', 'none', 'matrix(1.3, 0, 0, 1.3, 0, 0)'],
    ['shrink', 'transform', 'none', 'matrix(0.7, 0, 0, 0.7, 0, 0)'],
    ['zoom-in', 'opacity', '0', '1'],
    ['strike', 'text-decoration-line', 'none', 'line-through'],
    ['highlight-red', 'color', 'ink', 'rgb(255, 44, 45)'],
    ['highlight-green', 'color', 'ink', 'rgb(23, 255, 46)'],
    ['highlight-blue', 'color', 'ink', 'rgb(27, 145, 255)'],
    ['highlight-current-red', 'color', 'ink', 'rgb(255, 44, 45)', 'ink'],
    ['highlight-current-green', 'color', 'ink', 'rgb(23, 255, 46)', 'ink'],
    ['highlight-current-blue', 'color', 'ink', 'rgb(27, 145, 255)'],
  ];

async function walkFragments(page: Page): Promise<void> {
  const ink = await page.locator('#steps li.fade-out').evaluate((entry) => getComputedStyle(entry).color);
  const looks = (kind: string, of: string, value: string) =>
    expect(page.locator(`#steps .${kind}`), `${of} of ${kind}`).toHaveCSS(of, value === 'ink' ? ink : value);
  for (const [kind, of, before] of KINDS) await looks(kind, of, before);
  for (const [nth, [kind, of, , after]] of KINDS.entries()) {
    await page.keyboard.press('ArrowRight');
    await looks(kind, of, after);
    const [earlier, property, , , then] = KINDS[nth - 1] ?? [];
    if (earlier && property && then) await looks(earlier, property, then);
  }
}

/** Marks within text, formulas, pictures by any name, drawings, and what is written wrongly. */
async function showsWhatIsMarked(page: Page, deck: DeckPage): Promise<void> {
  await deck.show('written');
  const written = page.locator('#written');
  await expect(written.locator('h2.wide')).toHaveText('Written');
  await expect(written).toHaveAttribute('data-note', 'kept');
  await expect(written.locator('math')).toHaveAttribute('alttext', 'a^2');
  await expect(written).toContainText('🎉');
  await expect(written.locator('mark')).toHaveText('marked');
  await expect(written.locator('strong.own')).toHaveText('strong');
  await expect(written.locator('.styled')).toHaveCSS('letter-spacing', '5px');

  await deck.show('formulas');
  const formulas = page.locator('#formulas math');
  for (const [index, letter] of ['a', 'b', 'c', 'd', 'e'].entries())
    await expect(formulas.nth(index)).toHaveAttribute('alttext', `${letter}^2`);
  const blocks = formulas.evaluateAll((all) => all.map((one) => one.getAttribute('display') === 'block'));
  expect(await blocks).toEqual([false, false, true, true, true]);

  await deck.show('pictures');
  const widths = () =>
    page
      .locator('#pictures img')
      .evaluateAll((all) =>
        all.map((one) => (one instanceof HTMLImageElement ? one.naturalWidth > 0 : false)),
      );
  await expect.poll(widths).toEqual([true, true, true, true]);

  await deck.show('drawn');
  await expect(page.locator('#drawn .dot')).toHaveCSS('fill', 'rgb(1, 2, 3)');
  await deck.show('drawn-elsewhere');
  await expect(page.locator('#drawn-elsewhere .dot')).toHaveCSS('fill', 'rgb(0, 0, 0)');
  await deck.show('mistakes');
  await expect(page.locator('#mistakes pre code')).toHaveText('from: 1900');
  await expect(page.locator('#mistakes .fragment')).toHaveCount(0);
}

test('each habit of Reveal has its result', async ({ page, faults: _ }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const own = join(folder, 'deck');
  cpSync('tests/decks/every-habit', own, { recursive: true });
  for (const name of ['boat house', 'Fähre', '写真'])
    copyFileSync(join(own, 'hill.svg'), join(own, `${name}.svg`));
  const { site, problems } = await makeSite(own, { notes: false });
  if (!site) throw new Error('the deck has errors');
  expect(problems.map(({ severity, what }) => `${severity}: ${what}`)).toEqual([
    'notice: programs do not run: own.js',
    'notice: the class "fragmnet" means nothing here',
    'notice: no figure is called "timline"',
  ]);
  // Every format is made of these pages: what is hidden is in none.
  expect(transcribe('', site.pages, { notes: true })).not.toContain('Kept back');
  await buildSite(site, join(folder, 'out'));
  const server = await serveFolder(join(folder, 'out'));
  try {
    const deck = new DeckPage(page, server.url);
    const box = async (selector: string) => {
      const { x = 0, y = 0, width = 0, height = 0 } = (await page.locator(selector).boundingBox()) ?? {};
      return { x, y, width, height, right: x + width, bottom: y + height };
    };
    await deck.open();
    // Reveal counts no slide that is not counted.
    expect(await deck.ids()).toEqual([
      ...['every-habit', 'steps', 'stretched', 'boxes', 'ground', 'blend', 'picture', 'film', 'before'],
      ...['behind', 'written', 'formulas', 'pictures', 'drawn', 'drawn-elsewhere', 'mistakes'],
    ]);
    await expect(page.locator('.slide-number')).toHaveText(/1\s*\/\s*16/);
    // Where less motion is wanted there is none.
    expect(await page.evaluate(() => window.Reveal.getConfig().transition)).toBe('none');
    expect(await page.evaluate(() => document.documentElement.dataset['own'])).toBeUndefined();

    await deck.show('steps');
    await walkFragments(page);

    await deck.show('stretched');
    const sheet = await box('#stretched');
    const [headline, picture, below] = [
      await box('#stretched h2'),
      await box('#stretched img'),
      await box('#stretched p:last-of-type'),
    ];
    expect(picture.y).toBeGreaterThan(headline.bottom);
    expect(picture.bottom).toBeLessThanOrEqual(below.y);
    // All that the words leave, but for the foot.
    expect((picture.height + headline.height + below.height) / sheet.height).toBeGreaterThan(0.7);

    await deck.show('boxes');
    const [h1, h2] = [await box('#h1'), await box('#h2')];
    const [v1, v2] = [await box('#v1'), await box('#v2')];
    const [s1, s2] = [await box('#s1'), await box('#s2')];
    expect([h2.y, h2.x >= h1.right]).toEqual([h1.y, true]);
    expect([v2.y >= v1.bottom, v2.x]).toEqual([true, v1.x]);
    expect([s2.x, s2.y]).toEqual([s1.x, s1.y]);
    await expect(page.locator('#framed')).toHaveCSS('border-top-style', 'solid');

    // Below the slide before it, by an own mark.
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => deck.current()).toBe('ground');
    await expect(page.locator('#ground')).toHaveCSS('background-color', 'rgb(18, 52, 86)');
    await expect(page.locator('#ground')).toHaveAttribute('data-transition', 'zoom');
    await expect(page.locator('#blend')).toHaveCSS('background-image', /linear-gradient/);
    await deck.show('picture');
    const ground = page.locator('#picture');
    await expect
      .poll(() => ground.evaluate((slide) => getComputedStyle(slide, '::before').backgroundImage))
      .toMatch(/url\(.*hill-\w+\.svg/);
    expect(await ground.evaluate((slide) => getComputedStyle(slide, '::before').backgroundSize)).toMatch(
      /contain/,
    );
    await deck.show('film');
    await expect(page.locator('.slide-background.present video')).toBeVisible();

    // Where less motion is wanted nothing moves from slide to slide.
    await deck.show('before');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => deck.current()).toBe('behind');
    await expect(page.locator('[data-auto-animate="running"]')).toHaveCount(0);

    await showsWhatIsMarked(page, deck);
    await deck.show('more');
    await expect(page.locator('#more .page-number')).toHaveText('');

    // In the article what filled its sheet stands among its words.
    await page.goto(`${server.url}?view=read`);
    const drawn = () => box('#stretched img');
    await expect.poll(async () => (await drawn()).height).toBeGreaterThan(50);
    expect((await box('#stretched p:last-of-type')).y).toBeGreaterThanOrEqual((await drawn()).bottom - 1);
  } finally {
    await page.close();
    await server.close();
  }
});

test('a program of the deck runs where its author vouches for the deck, and nowhere else', async ({
  page,
  faults: _,
}) => {
  const own = join(folder, 'deck');
  cpSync('tests/decks/every-habit/own.js', join(own, 'own.js'));
  const front = readFileSync('tests/decks/every-habit/deck.md', 'utf8').split('\n***\n')[0] ?? '';
  writeFileSync(join(own, 'deck.md'), front.replace('css: own.css', 'trust: true'));
  const { site } = await makeSite(own, { notes: false });
  if (!site) throw new Error('the deck has errors');
  await buildSite(site, join(folder, 'out'));
  const server = await serveFolder(join(folder, 'out'));
  try {
    await new DeckPage(page, server.url).open();
    await expect(page.locator('html')).toHaveAttribute('data-own', 'ran');
  } finally {
    await page.close();
    await server.close();
  }
});
