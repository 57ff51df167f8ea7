import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type StaticServer, serveFolder } from '../../../src/browser/serve-folder.ts';
import { buildSite } from '../../../src/site/build.ts';
import { makeSite } from '../../../src/site/site.ts';
import { DeckPage, expect, test } from '../deck.ts';
import { drawingOf } from '../export/pdf-paths.ts';
import { pdfPages } from '../export/pdf-text.ts';
import { chartReady, geometryOf } from './chart-page.ts';

let folder = '';
let server: StaticServer;

test.beforeAll(async () => {
  test.setTimeout(60_000);
  folder = await mkdtemp(join(tmpdir(), 'orihon-steps-'));
  const { site, problems } = await makeSite('tests/decks/steps', { notes: false });
  if (!site) throw new Error(JSON.stringify(problems));
  await buildSite(site, join(folder, 'site'));
  server = await serveFolder(join(folder, 'site'), '/');
});
test.afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** The labels to be seen, and the columns that are drawn. */
async function seen(page: Page) {
  const labels = await page
    .locator('#apples .chart-text')
    .evaluateAll((all) =>
      all.filter((one) => getComputedStyle(one).visibility === 'visible').map((one) => one.textContent),
    );
  const [panel] = await geometryOf(page, join(folder, 'site'), '#apples canvas');
  const columns = panel?.values[0]?.filter(({ value }) => value !== null).length;
  return {
    columns,
    bracket: labels.includes('+150% in four years'),
    jump: labels.includes('8'),
    base: labels.includes('5'),
  };
}

const BASE = { columns: 5, bracket: false, jump: false, base: true };
const BRACKET = { ...BASE, bracket: true };
const ALL = { columns: 6, bracket: true, jump: true, base: true };

test('steps of a chart come as its author ordered them, go when undone, and are all on paper', async ({
  page,
  faults,
}) => {
  const deck = new DeckPage(page, server.url);
  await deck.open('apples');
  await chartReady(page, 'apples');
  await test.step('a chart says the words of its fence', async () => {
    await expect(page.locator('#apples .chart-walk')).toHaveAccessibleName('Pommes');
    await expect(page.locator('#apples [data-does="table"]')).toContainText('Tableau');
  });
  await test.step('axe finds nothing on it, its table open', async () => {
    await page.keyboard.press('t');
    await expect(page.locator('#apples .chart-table')).toBeFocused();
    const { violations, passes } = await new AxeBuilder({ page })
      .include('#apples')
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(passes.length).toBeGreaterThan(5);
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 120))])).toEqual([]);
    await page.keyboard.press('t');
  });
  await expect.poll(() => seen(page)).toEqual(BASE);
  for (const state of [BRACKET, ALL]) {
    await page.keyboard.press('PageDown');
    await expect.poll(() => seen(page)).toEqual(state);
  }
  for (const state of [BRACKET, BASE]) {
    await page.keyboard.press('PageUp');
    await expect.poll(() => seen(page)).toEqual(state);
  }
  expect(await deck.current()).toBe('apples');
  // What has not come yet is not walked to.
  await page.locator('#apples .chart-walk').focus();
  await page.keyboard.press('End');
  await expect(page.locator('#apples .chart-said')).toHaveText('2005, 5 tonnes');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('End');
  await expect(page.locator('#apples .chart-said')).toHaveText('2006, 8 tonnes');
  await page.keyboard.press('PageDown');
  expect(await deck.current()).toBe('after');
  await page.keyboard.press('PageUp');
  await expect.poll(() => seen(page)).toEqual(ALL);
  await page.keyboard.press('PageUp');
  await page.keyboard.press('PageUp');
  await page.evaluate(() => window.deckReady());
  await writeFile(
    join(folder, 'steps.pdf'),
    await page.pdf({ preferCSSPageSize: true, printBackground: true }),
  );
  const pages = await pdfPages(join(folder, 'steps.pdf'));
  expect(pages.length).toBe(3);
  for (const words of ['+150% in four years', '8 t'])
    expect(pages[1]?.replace(/\s/g, ''), words).toContain(words.replace(/\s/g, ''));
  const { paths, words } = await drawingOf(join(folder, 'steps.pdf'), 'More apples each year');
  const last = words.find(({ text }) => text === '8');
  const column = paths.find(
    ({ left, right, top }) =>
      Math.abs(left + right - (last?.left ?? 0) - (last?.right ?? 0)) < 8 && right - left > 40 && top < 600,
  );
  expect(column, 'the last column stands under its number').toBeDefined();
  expect(faults).toEqual([]);
});
