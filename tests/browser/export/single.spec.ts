import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { main } from '../../../src/cli.ts';
import { newDeck } from '../../../src/site/new-deck.ts';
import { DeckPage, expect, test } from '../deck.ts';

// What all of them open is exported once.
test.describe.configure({ mode: 'default' });

/** The deck of this repository in the long run, else the one a new folder begins with, and a picture. */
const LONG = process.env['ORIHON_LONG'] !== undefined;
const [CHART, EVENT, FIRST] = LONG
  ? (['spending', '#timeline-pearl-harbor', 'statement'] as const)
  : (['members', '#years-vote', 'years'] as const);

let folder = '';
const file = () => join(folder, 'deck.html');

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'orihon single '));
  const deck = LONG ? 'slides' : join(folder, 'talk');
  if (!LONG) {
    newDeck(deck);
    cpSync('assets/icon.svg', join(deck, 'mark.svg'));
    writeFileSync(
      join(deck, 'z-more.md'),
      '<!-- .slide: id="picture" -->\n## A mark\n\n![A mark](mark.svg)\n',
    );
  }
  expect(await main(['export', deck, '--format', 'html', '--output', file()])).toBe(0);
});

// A window that is taken for the next test, too, would stay without a network.
test.afterEach(({ context }) => context.setOffline(false));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Opens the file as a double-click does, with no network; and notes what any window asks of anyone. */
async function openFromDisk(page: Page, faults: string[]): Promise<DeckPage> {
  await page.context().setOffline(true);
  page.context().on('page', (window) => {
    window.on('pageerror', (error) => faults.push(`error in a window: ${error.message}`));
    window.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning')
        faults.push(`console of a window: ${message.text()}`);
    });
  });
  page.context().on('request', (request) => {
    const url = request.url();
    if (!url.startsWith('data:') && !url.startsWith(pathToFileURL(file()).href))
      faults.push(`request to ${url}`);
  });
  const deck = new DeckPage(page, pathToFileURL(file()).href);
  await deck.open();
  return deck;
}

/** Whether the chart of the slide in view has drawn anything. */
const isDrawn = () =>
  [...window.Reveal.getCurrentSlide().querySelectorAll('canvas')].every((canvas) =>
    canvas
      .getContext('2d')
      ?.getImageData(0, 0, canvas.width, canvas.height)
      .data.some((value) => value !== 0),
  );

test('the one file presents every slide from disk: by keys, with pictures, faces, charts and cards', async ({
  page,
  faults,
}) => {
  const deck = await openFromDisk(page, faults);
  const ids = await deck.ids();
  const seen = new Set<string>();
  let charts = 0;
  for (let press = 0; press < 200 && seen.size < ids.length; press++) {
    const id = await deck.current();
    if (!seen.has(id)) {
      seen.add(id);
      await expect(page.locator(`#${id} :is(h1, h2, h3)`).first()).toBeVisible();
      charts += await page.locator(`#${id} canvas`).count();
    }
    await page.keyboard.press('PageDown');
  }
  expect([...seen]).toEqual(ids);
  expect(charts).toBeGreaterThan(0);
  await deck.show(CHART);
  await expect.poll(() => page.evaluate(isDrawn)).toBe(true);
  expect(await page.evaluate(() => [...document.images].filter((image) => !image.naturalWidth).length)).toBe(
    0,
  );
  expect(await page.evaluate(() => [...document.fonts].every(({ status }) => status === 'loaded'))).toBe(
    true,
  );

  expect(await page.evaluate(() => document.images.length)).toBeGreaterThan(0);
  const event = page.locator(EVENT);
  await deck.show(await event.evaluate((entry) => entry.closest('section')?.id ?? ''));
  await event.focus();
  await expect(page.locator('.present .card-title')).toBeVisible();
});

test('S opens the speaker view of the one file, with notes, and both windows keep in step', async ({
  page,
  faults,
}) => {
  const deck = await openFromDisk(page, faults);
  await deck.show(FIRST);
  const [speaker] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('s')]);
  const notes = (id: string) =>
    page.evaluate((slide) => document.querySelector(`#${slide} aside.notes p`)?.textContent ?? '', id);
  const inStep = async () => {
    const id = await deck.current();
    await expect(speaker.getByRole('region', { name: 'Notes' })).toContainText(await notes(id));
    for (const frame of [speaker.frames()[1]])
      await expect.poll(() => frame?.evaluate(() => window.Reveal?.getCurrentSlide()?.id)).toBe(id);
    return id;
  };
  expect(await notes(FIRST)).not.toBe('');
  expect(await inStep()).toBe(FIRST);
  await speaker.keyboard.press('PageDown');
  await expect.poll(() => deck.current()).not.toBe(FIRST);
  const next = await inStep();
  await page.keyboard.press('PageDown');
  await expect.poll(() => deck.current()).not.toBe(next);
  await inStep();
  expect(await notes(next)).not.toBe('');
});

test('the policy of the one file allows its own scripts and styles by what they say, and no other', async ({
  page,
  faults,
}) => {
  const html = readFileSync(file(), 'utf8');
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
  expect(policy).toMatch(/^default-src 'none'/);
  expect(policy).not.toContain('unsafe');
  expect(policy).not.toMatch(/connect-src|https?:/);
  writeFileSync(file().replace('.html', '-changed.html'), html.replace(/<script type="module"[^>]*>/, '$&;'));
  await page.goto(pathToFileURL(file().replace('.html', '-changed.html')).href);
  await expect.poll(() => faults.splice(0).join('\n')).toContain('Content Security Policy');
  expect(await page.evaluate(() => typeof window.Reveal)).toBe('undefined');
});
