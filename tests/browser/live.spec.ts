import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ViteDevServer } from 'vite';
import { newDeck } from '../../src/build/new.ts';
import { serveDeck } from '../../src/build/vite.ts';
import { expect, test } from './deck.ts';

test.describe.configure({ mode: 'serial' });

let folder = '';
let server: ViteDevServer;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'orihon-live-'));
  writeFileSync(
    join(folder, '1.md'),
    '# First\n\n---\n\n<!-- .slide: id="second" -->\n## Second\n\nNote:\nsaid only\n',
  );
  // By way of a link: saves happen elsewhere than where the deck was asked for.
  symlinkSync(folder, `${folder}-link`, 'junction');
  server = await serveDeck(`${folder}-link`, { port: 5273, open: false });
});

test.afterAll(async () => {
  await server.close();
  rmSync(`${folder}-link`);
  rmSync(folder, { recursive: true, force: true });
});

test('a save shows at once on the same slide; a broken one shows its place over the last good deck', async ({
  page,
}) => {
  const file = join(folder, '1.md');
  const good = readFileSync(file, 'utf8');
  await page.goto(`${server.resolvedUrls?.local[0] ?? ''}#/second`);
  await expect(page.getByRole('heading', { name: 'Second' })).toBeVisible();
  // The slide stands before the deck runs: a save that comes between them opens the page anew.
  await page.waitForFunction(() => window.Reveal?.isReady());
  expect(await page.locator('aside.notes').textContent()).toContain('said only');

  writeFileSync(file, good.replace('## Second', '## Second, mended'));
  await expect(page.getByRole('heading', { name: 'Second, mended' })).toBeVisible();
  expect(await page.evaluate(() => window.Reveal.getCurrentSlide().id)).toBe('second');

  writeFileSync(file, good.replace('## Second', '## Second\n\n[@nobody]'));
  const overlay = page.locator('vite-error-overlay');
  await expect(overlay.getByText(/1\.md:8:3: error: unknown source "nobody"/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Second, mended' })).toBeAttached();

  writeFileSync(file, good);
  await expect(overlay).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Second', exact: true })).toBeVisible();
});

test('only this machine can reach the server', () => {
  expect(server.resolvedUrls?.network).toEqual([]);
});

test.describe('a save, without a reload', () => {
  let talk = '';
  let live: ViteDevServer;

  test.beforeAll(async () => {
    talk = mkdtempSync(join(tmpdir(), 'orihon-live-talk-'));
    newDeck(talk);
    const steps = '- one <!-- .element: class="fragment" -->\n- two <!-- .element: class="fragment" -->\n';
    writeFileSync(
      join(talk, 'z-more.md'),
      `<!-- .slide: id="steps" -->\n## Steps\n\n![A mark](mark.svg)\n\n${steps}`,
    );
    cpSync('assets/icon.svg', join(talk, 'mark.svg'));
    live = await serveDeck(talk, { port: 5283, open: false });
  });

  test.afterAll(async () => {
    await live.close();
    rmSync(talk, { recursive: true, force: true });
  });

  test('shows text, a number, a picture and an event in place; slide, step and choice stay', async ({
    page,
  }) => {
    const change = (name: string, from: string | RegExp, to: string) => {
      const file = join(talk, name);
      writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
    };
    await page.goto(`${live.resolvedUrls?.local[0] ?? ''}#/steps`);
    await page.waitForFunction(() => window.Reveal?.isReady());
    await page.evaluate(() => document.body.setAttribute('data-same-page', ''));
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('#steps .fragment.visible')).toHaveCount(1);

    change('z-more.md', '## Steps', '## Steps, mended');
    await expect(page.getByRole('heading', { name: 'Steps, mended' })).toBeVisible();
    await expect(page.locator('#steps .fragment.visible')).toHaveCount(1);

    change('mark.svg', '<svg', '<svg data-saved=""');
    await expect(page.locator('#steps img')).toHaveAttribute('src', /^deck\/mark\.svg\?\d+$/);

    // A slide before this one, by a save of another file.
    change(
      'talk.md',
      '---\n<!-- .slide: id="sources"',
      '---\n## Put in between\n\n---\n<!-- .slide: id="sources"',
    );
    await expect(page.locator('#put-in-between')).toBeAttached();
    expect(await page.evaluate(() => window.Reveal.getCurrentSlide().id)).toBe('steps');
    expect(await page.evaluate(() => window.Reveal.getIndices())).toMatchObject({ h: 4, f: 0 });
    await expect(page.locator('#steps')).toHaveAttribute('aria-label', /^5 of 5/);

    await page.evaluate(() => window.Reveal.slide(0));
    await expect(page.locator('#years .event-count')).toBeAttached();
    await page.locator('#years .events > [data-event="vote"]').focus();
    await expect(page.locator('#years .event-count')).toHaveText('Event 3 of 4');
    change('timeline.yaml', '23 votes to 22', '24 votes to 21');
    await expect(page.locator('#years .card')).toContainText('24 votes to 21');
    await expect(page.locator('#years .event-count')).toHaveText('Event 3 of 4');
    await expect(page.locator('body')).toHaveAttribute('data-same-page', '');
  });

  test('draws the chart of the slide in view anew', async ({ page }) => {
    await page.goto(`${live.resolvedUrls?.local[0] ?? ''}#/members`);
    await page.waitForFunction(() => window.Reveal?.isReady());
    await expect(page.locator('#members canvas[width]')).toBeVisible();
    const old = await page.locator('#members canvas').elementHandle();
    const file = join(talk, 'data', 'members.csv');
    writeFileSync(file, readFileSync(file, 'utf8').replace('2020,178', '2020,190'));
    await expect(page.locator('#members canvas[data-drawing*="190"]')).toBeAttached();
    await expect(page.locator('#members canvas[width]')).toBeVisible();
    expect(await old?.evaluate((canvas) => canvas.isConnected)).toBe(false);
  });
});
