import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ourDeck, tellEvents } from '../../../bench/timeline-decks.ts';
import { type StaticServer, serveFolder } from '../../../src/browser/serve-folder.ts';
import { main } from '../../../src/cli.ts';
import { buildSite } from '../../../src/site/build.ts';
import { makeSite } from '../../../src/site/site.ts';
import { DeckPage, expect, test } from '../deck.ts';
import { pdfPages } from '../export/pdf-text.ts';
import { said, walkable } from './timeline-page.ts';

/** So many that the views draw strips, and that the index lies in a file of its own. */
const EVENTS = 2400;
let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orihon-strips-'));
});
const servers: StaticServer[] = [];

/** Builds the deck of many events, with its index or without, and serves it. */
async function serve(name: string, withIndex: boolean): Promise<string> {
  const deck = join(folder, name);
  mkdirSync(deck);
  const files = Object.entries(ourDeck(tellEvents(EVENTS)));
  for (const [path, text] of files)
    writeFileSync(join(deck, path), withIndex ? text : text.replace(/\n---\n\n[^\n]*id="events"[\s\S]*/, ''));
  const { site } = await makeSite(deck, { notes: false });
  if (!site) throw new Error('the deck has problems');
  await buildSite(site, join(folder, `${name}-site`));
  const server = await serveFolder(join(folder, `${name}-site`));
  servers.push(server);
  return server.url;
}

let indexed = '';
let bare = '';
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  indexed = await serve('indexed', true);
  bare = await serve('bare', false);
});
test.afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
  rmSync(folder, { recursive: true, force: true });
});

/** An event that no view draws by itself. */
async function inStripsOnly({ page }: DeckPage): Promise<string> {
  const drawn = await page
    .locator('.events > [data-event]')
    .evaluateAll((entries) => entries.map((entry) => entry.getAttribute('data-event')));
  const found = tellEvents(EVENTS).findLastIndex((_, index) => !drawn.includes(`e-${index}`));
  return `e-${found}`;
}

test('arrows walk strips too, in order of time, and Enter leads to where their events are listed @long', async ({
  page,
  faults,
}) => {
  const deck = new DeckPage(page, indexed);
  await deck.open('timeline');
  await walkable(page, 'timeline');
  const stops = await page.locator('#timeline .events > li[id]').count();
  await page.locator('#timeline .events > [tabindex="0"]').focus();
  const heard: string[] = [];
  for (let stop = 0; stop < stops; stop++) {
    if (stop > 0) await page.keyboard.press('ArrowRight');
    heard.push((await said(page, 'timeline').textContent()) ?? '');
  }
  const counts = heard.map((words) =>
    Number(/^([\d,]+) events, \d{4} to \d{4}, Lane \d$/.exec(words)?.[1] ?? 1),
  );
  expect(Math.max(...counts)).toBeGreaterThan(10);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(EVENTS);

  await page.keyboard.press('Home');
  while (!/events,/.test((await said(page, 'timeline').textContent()) ?? ''))
    await page.keyboard.press('ArrowRight');
  await expect(page.locator('#timeline .choice.frame')).toHaveCount(1);
  await expect(page.locator('#timeline .card-title')).toHaveText(/^\d+ events$/);
  const first = await page.evaluate(() => document.activeElement?.getAttribute('data-strip'));
  await page.keyboard.press('Enter');
  await expect(page.locator(`[data-listed="${first}"]`)).toBeFocused();
  expect(await deck.current()).toMatch(/^events/);
  await expect(page).toHaveURL(new RegExp(`#/${first}$`));
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/#\/events/);
  await expect(page.locator('.named')).toHaveCount(0);
  expect(faults).toEqual([]);
});

test('+ looks closer at a strip, and Esc gives the keys back to it @long', async ({ page, faults }) => {
  const deck = new DeckPage(page, bare);
  await deck.open('timeline');
  await walkable(page, 'timeline');
  await page.locator('#timeline .events > [data-strip]').last().focus();
  const strip = await page.evaluate(() => document.activeElement?.getAttribute('data-strip'));
  for (const key of ['+', '+']) {
    const before = page.url();
    await page.keyboard.press(key);
    await expect(page).not.toHaveURL(before);
    await expect(page.locator('.closer .events > li:focus')).toHaveCount(1);
  }
  await page.keyboard.press('Escape');
  await expect(page.locator('.closer')).toHaveCount(0);
  await expect(page.locator(`#timeline [data-strip="${strip}"]`)).toBeFocused();
  expect(faults).toEqual([]);
});

test('the address of an event that stands in strips only opens the index at its row, and stays @long', async ({
  page,
  faults,
}) => {
  const deck = new DeckPage(page, indexed);
  await deck.open('timeline');
  const event = await inStripsOnly(deck);
  const row = page.locator(`[data-listed="${event}"]`);
  const isShown = async () => {
    await expect(row).toHaveClass('named');
    await expect(row).toBeVisible();
    await expect(row).toBeInViewport();
    await expect(page).toHaveURL(new RegExp(`#/${event}$`));
    expect(await row.evaluate((one) => one.closest('section')?.id)).toBe(await deck.current());
  };
  await page.evaluate((id) => {
    location.hash = `#/${id}`;
  }, event);
  await isShown();
  await page.reload();
  await deck.ready();
  await isShown();
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('.named')).toHaveCount(0);
  await expect(page).toHaveURL(/#\/events-\d+$/);
  await page.evaluate(() => {
    location.hash = '#/e-24000';
  });
  await expect(page.getByRole('alert')).toContainText('Did you mean e-2');
  expect(faults).toEqual([]);
});

test('where no index names it, the strip is chosen in which an event stands @long', async ({
  page,
  faults,
}) => {
  const deck = new DeckPage(page, bare);
  await deck.open();
  const event = await inStripsOnly(deck);
  await deck.open(event);
  await expect(page.locator('.present .card-title')).toHaveText(/^\d+ events$/);
  expect(await deck.current()).toMatch(/^era-/);
  await expect(page.locator('.present .card-index')).toHaveCount(0);
  expect(faults).toEqual([]);
});

test('Ctrl+P waits for a list that is not here yet @long', async ({ page }) => {
  let send = (): void => undefined;
  const asked = new Promise<void>((resolve) => (send = resolve));
  await page.route('**/listing-*.json', (route) => asked.then(() => route.continue()));
  await page.addInitScript(() => {
    window.print = () => {
      document.title = `printed with ${document.querySelectorAll('.listing-held').length} lists missing`;
    };
  });
  await new DeckPage(page, indexed).open();
  expect(await page.locator('.listing-held').count()).toBeGreaterThan(20);
  await page.keyboard.press('Control+p');
  expect(await page.title()).not.toContain('printed');
  send();
  await expect(page).toHaveTitle('printed with 0 lists missing');
});

test('the PDF and the one file name every event, those of strips too @long', async () => {
  const deck = join(folder, 'indexed');
  const [pdf, html] = [join(folder, 'many.pdf'), join(folder, 'many.html')];
  expect(await main(['export', deck, '--output', pdf])).toBe(0);
  expect(await main(['export', deck, '--format', 'html', '--output', html])).toBe(0);
  const printed = (await pdfPages(pdf)).join(' ').replace(/\s/g, '');
  const held = readFileSync(html, 'utf8');
  const missing = tellEvents(EVENTS).filter(
    ({ title }) => !printed.includes(title.replace(/\s/g, '')) || !held.includes(title),
  );
  expect(missing).toEqual([]);
});

test('printed from the browser’s menu, a list that is not here yet says so @long', async ({ page }) => {
  await page.route('**/listing-*.json', () => undefined);
  await new DeckPage(page, indexed).open();
  const path = join(folder, 'early.pdf');
  writeFileSync(path, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  expect((await pdfPages(path)).join(' ')).toContain('This list is not here yet.');
});
