import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ViteDevServer } from 'vite';
import { newDeck } from '../../../src/site/new-deck.ts';
import { serveDeck } from '../../../src/site/vite.ts';
import { expect, test } from '../deck.ts';

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

    // Its name has a hash of what it holds: another picture has another name.
    const before = (await page.locator('#steps img').getAttribute('src')) ?? '';
    change('mark.svg', '<svg', '<svg width="9"');
    await expect(page.locator('#steps img')).not.toHaveAttribute('src', before);
    await expect(page.locator('#steps img')).toHaveAttribute('src', /^deck\/mark-[\da-f]{8}\.svg/);

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

  test('does not let a chart that has grown grow again @long', async ({ page }) => {
    await page.goto(`${live.resolvedUrls?.local[0] ?? ''}#/members`);
    await page.waitForFunction(() => window.Reveal?.isReady());
    const chart = page.locator('#members canvas[width]');
    await expect(chart).toBeVisible();
    // The very module the page has, so that its charts can be asked.
    const path = `/@fs${resolve('src/figures/chart/live/mount.ts').replace(/^(?=[^/])/, '/')}`;
    const animation = () =>
      page.evaluate(async (from) => {
        const { chartOn } = await import(from);
        return chartOn(document.querySelector('#members canvas'))?.options.animation;
      }, path);
    expect(await animation()).not.toBe(false);
    const old = await chart.elementHandle();
    const file = join(talk, 'talk.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('## Members came back', '## Members came home'));
    await expect(page.getByRole('heading', { name: /Members came home/ })).toBeVisible();
    await expect(chart).toBeVisible();
    expect(await old?.evaluate((canvas) => canvas.isConnected)).toBe(false);
    expect(await animation()).toBe(false);
  });

  test('keeps the table and the definition of a chart whose own slide is written anew @long', async ({
    page,
  }) => {
    const file = join(talk, 'zz-two-ways.md');
    const text = `<!-- .slide: id="two-ways" -->
## Two ways to count

\`\`\`chart
title: Members of the club
definitions: { all: with guests, own: without guests }
finding: { all: Members rose., own: Members rose as well. }
file: data/members.csv
x: { column: year, from: 1975, to: 2025, ticks: [1975, 2025] }
panels:
  - title: Members
    scale: { max: 250, grid: [100, 200] }
    series:
      - { column: members, name: Members, say: "{value} members", as: columns }
sources: [club-register]
\`\`\`
`;
    writeFileSync(file, text);
    await page.goto(`${live.resolvedUrls?.local[0] ?? ''}#/two-ways`);
    await page.waitForFunction(() => window.Reveal?.isReady());
    const slide = page.locator('#two-ways');
    await expect(slide.locator('canvas[width]').first()).toBeVisible();
    await page.keyboard.press('x');
    await page.keyboard.press('t');
    await expect(slide).toHaveAttribute('data-definition', 'own');
    await expect(slide.locator('[data-when="own"] .chart-table')).toBeFocused();
    writeFileSync(file, text.replace('## Two ways', '## Two good ways'));
    await expect(page.getByRole('heading', { name: 'Two good ways to count' })).toBeVisible();
    await expect(slide).toHaveAttribute('data-definition', 'own');
    await expect(slide.locator('[data-when="own"] .chart-table')).toBeFocused();
    await expect(slide.locator('[data-does="table"]')).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('t');
    await expect(slide.locator('[data-does="table"]')).toHaveAttribute('aria-expanded', 'false');
    rmSync(file);
    await expect(slide).toHaveCount(0);
  });

  test('shows a style sheet of the deck, new or saved, on the same slide @long', async ({ page }) => {
    await page.goto(`${live.resolvedUrls?.local[0] ?? ''}#/steps`);
    await page.waitForFunction(() => window.Reveal?.isReady());
    await page.evaluate(() => document.body.setAttribute('data-same-page', ''));
    await page.keyboard.press('ArrowRight');
    const heading = page.locator('#steps h2');
    for (const colour of ['rgb(1, 2, 3)', 'rgb(4, 5, 6)']) {
      writeFileSync(join(talk, 'theme.css'), `.reveal h2 { color: ${colour}; }`);
      await expect(heading).toHaveCSS('color', colour);
    }
    expect(await page.evaluate(() => window.Reveal.getCurrentSlide().id)).toBe('steps');
    await expect(page.locator('#steps .fragment.visible')).toHaveCount(1);
    await expect(page.locator('body')).toHaveAttribute('data-same-page', '');
  });
});
