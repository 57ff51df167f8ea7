import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from '../deck.ts';
import { chartReady, csvRows } from './chart-page.ts';

const budget = csvRows('defense-budget.csv');
const share = csvRows('sipri-share.csv');
const countries = csvRows('sipri-2023.csv');

/** A number to so many decimal places, as a reader of English writes it. */
function fixed(value: number, digits: number): string {
  return new Intl.NumberFormat('en', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    value,
  );
}

/** What is to be heard of each series of the budget chart. */
function budgetWords(kind: 'including' | 'excluding'): readonly (readonly string[])[] {
  const [amount, ratio] =
    kind === 'including' ? ['budget_bn_yen_incl', 'pct_gdp_incl'] : ['budget_bn_yen_excl', 'pct_gdp'];
  const say = (cell: string | undefined, words: (value: number) => string) =>
    cell === '' || cell === undefined ? 'no value' : words(Number(cell));
  const years = budget.map((row) => `FY${row['fiscal_year']}`);
  return [
    budget.map(
      (row, at) =>
        `${years[at]}, ${say(row[amount], (value) => `${fixed(value / 1000, 2)} trillion yen, ${kind} SACO and US-realignment costs`)}`,
    ),
    [
      ...budget.map(
        (row, at) =>
          `${years[at]}, ${say(row[ratio], (value) => `${fixed(value, 2)}% of forecast GNP, from FY1994 GDP, ${kind} SACO and US-realignment costs`)}`,
      ),
      'FY2027, Aim for FY2027: 2% of GDP, on a wider base',
    ],
    share.map(
      (row) =>
        `FY${row['year']}, ${fixed(Number(row['pct_gdp']), 2)}% of GDP, SIPRI’s estimate for the calendar year`,
    ),
  ];
}

function countryWords(): readonly (readonly string[])[] {
  const sorted = [...countries].sort(
    (a, b) => Number(b['constant_2023_usd_m']) - Number(a['constant_2023_usd_m']),
  );
  const guess = (row: Readonly<Record<string, string>>) => (row['estimate'] === 'yes' ? ', estimate' : '');
  const three = new Intl.NumberFormat('en', { minimumSignificantDigits: 3, maximumSignificantDigits: 3 });
  return [
    sorted.map(
      (row) =>
        `${row['country']}, ${three.format(Number(row['constant_2023_usd_m']) / 1000)} billion US dollars at 2023 prices${guess(row)}`,
    ),
    sorted.map((row) => `${row['country']}, ${fixed(Number(row['pct_gdp']), 2)}% of GDP${guess(row)}`),
  ];
}

const heard = (page: Page, slide: string) => page.locator(`#${slide} .chart-said`).textContent();

/** How many values of a series are walked one by one: all of them in the long run. */
const STEPS = process.env['ORIHON_LONG'] ? Number.POSITIVE_INFINITY : 12;

/** Walks every series from its first value, to its last or by steps and a leap, and notes what is said. */
async function walkAll(
  page: Page,
  slide: string,
  expected: readonly (readonly string[])[],
  keys: readonly [string, string],
) {
  const [along, to] = keys;
  await page.locator(`#${slide} .chart-walk`).focus();
  await page.keyboard.press('Home');
  const all: (string | null)[][] = [];
  for (const [index, words] of expected.entries()) {
    if (index > 0) await page.keyboard.press(to);
    await page.keyboard.press('Home');
    const said = [await heard(page, slide)];
    for (let press = 1; press < Math.min(words.length, STEPS); press++) {
      await page.keyboard.press(along);
      said.push(await heard(page, slide));
    }
    await page.keyboard.press('End');
    await page.keyboard.press(along);
    expect(await heard(page, slide), 'at its end a walk stays').toBe(words.at(-1));
    all.push(said);
  }
  expect(all).toEqual(expected.map((words) => words.slice(0, STEPS)));
}

for (const kind of ['including', 'excluding'] as const)
  test(`arrows walk every value of the budget, ${kind} SACO and realignment, and say what the CSV says`, {
    tag: kind === 'excluding' ? '@long' : [],
  }, async ({ deck }) => {
    const { page } = deck;
    await deck.open('spending');
    await chartReady(page, 'spending');
    if (kind === 'excluding') await page.keyboard.press('x');
    const expected = budgetWords(kind);
    expect(expected.flat().length).toBe(48 * 3 + 1);
    await walkAll(page, 'spending', expected, ['ArrowRight', 'ArrowDown']);
    expect(await deck.current()).toBe('spending');
    await page.keyboard.press('PageDown');
    expect(await deck.current()).toBe('others');
    if (kind === 'excluding') return;
    await chartReady(page, 'others');
    await test.step('arrows walk every country, and no arrow changes the slide', async () => {
      await walkAll(page, 'others', countryWords(), ['ArrowDown', 'ArrowRight']);
      for (const key of ['ArrowLeft', 'ArrowUp', 'Home', 'End', 'Enter', 'Shift+ArrowRight']) {
        await page.keyboard.press(key);
        expect(await deck.current(), key).toBe('others');
      }
      await page.keyboard.press('PageUp');
      expect(await deck.current()).toBe('spending');
    });
    await test.step('Esc leaves a chart', async () => {
      await page.locator('#spending .chart-walk').focus();
      await page.keyboard.press('ArrowRight');
      await expect(page.locator('#spending .chart-ring')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.locator('#spending .chart-walk')).not.toBeFocused();
      await expect(page.locator('#spending .chart-ring')).toHaveCount(0);
      expect(await page.evaluate(() => window.Reveal.isOverview())).toBe(false);
      await page.keyboard.press('ArrowRight');
      expect(await deck.current()).toBe('others');
    });
  });

/** What a slide says at this moment, to the eye and to the ear. */
async function everything(page: Page): Promise<string> {
  return page.locator('#spending').evaluate((slide) => {
    const labels = [...slide.querySelectorAll('[aria-label]')].filter((part) => part.checkVisibility());
    const hands = [...slide.querySelectorAll('.chart-tools, .chart-said')];
    const words: string[] = labels.map((part) => `${part.getAttribute('aria-label')} | `);
    const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node.parentElement?.checkVisibility() && !hands.some((hand) => hand.contains(node)))
        words.push(node.textContent ?? '');
    return words.join('');
  });
}

const OF_ONE = {
  including: [
    '6.82',
    '5.40',
    '4.96',
    '4.71',
    '+15% in ten years',
    '26% more',
    '1.19%',
    '6821.9',
    '5400.5',
    'incl. SACO',
    '10.5%',
    'by 15% in',
  ],
  excluding: [
    '6.60',
    '5.18',
    '4.94',
    '4.65',
    '+11% in ten years',
    '27% more',
    '1.15%',
    '6600.1',
    '5178.8',
    'excl. SACO',
    '12.5%',
    'by 11% in',
  ],
} as const;

test('a chart is worked by hand: Tab, clicks and letters reach all of it, and the clicker is never killed', async ({
  deck,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await deck.page.setViewportSize({ width: 1920, height: 1080 });
  await deck.open('spending');
  await chartReady(deck.page, 'spending');
  await test.step('a chart is one Tab stop', async () => {
    const walk = deck.page.locator('#spending .chart-walk');
    // Nothing of the slide comes before it.
    const inside = () => deck.page.evaluate(() => document.activeElement?.closest('#spending') != null);
    while (!(await inside())) await deck.page.keyboard.press('Tab');
    await expect(walk).toBeFocused();
    await expect(walk).toHaveAccessibleName(/arrow keys/);
  });
  await test.step('what hands need is reached by Tab, after the chart', async () => {
    await deck.page.locator('#spending .chart-walk').focus();
    const reached: (string | null)[] = [];
    for (let press = 0; press < 3; press++) {
      await deck.page.keyboard.press('Tab');
      reached.push(await deck.page.evaluate(() => document.activeElement?.textContent ?? null));
    }
    expect(reached).toEqual(['X excl. SACO and US-realignment costs', 'T Table', 'Save']);
    await deck.page.keyboard.press('Enter');
    await deck.page.keyboard.press('Tab');
    expect(await deck.page.evaluate(() => document.activeElement?.textContent)).toBe('PNG');
    await deck.page.keyboard.press('Escape');
    await expect(deck.page.locator('#spending summary')).toBeFocused();
  });
  await test.step('a click on a chart says what is there and never kills the clicker', async () => {
    const black = () => deck.page.evaluate(() => window.Reveal.isPaused());
    for (const [key, slide] of [
      ['PageDown', 'others'],
      ['Space', 'others'],
      ['PageUp', 'access'],
    ] as const) {
      const ids = await deck.ids();
      const expected = slide === 'access' ? ids[ids.indexOf('spending') - 1] : slide;
      await deck.show('spending');
      await chartReady(deck.page, 'spending');
      await deck.page.mouse.click(1043, 500);
      expect(await heard(deck.page, 'spending')).toMatch(/^FY2023, 6\.82 trillion yen/);
      await deck.page.keyboard.press(key);
      expect(await deck.current(), key).toBe(expected);
    }
    for (const key of ['.', 'b']) {
      await deck.show('spending');
      await deck.page.mouse.click(700, 500);
      await deck.page.keyboard.press(key);
      expect(await black(), key).toBe(true);
      await deck.page.keyboard.press(key);
      expect(await black(), key).toBe(false);
    }
  });
  for (const tool of ['table', 'definition'] as const)
    await test.step(`a click on the ${tool} button leaves Space with the deck`, async () => {
      await deck.show('spending');
      await deck.page.locator(`#spending [data-does="${tool}"]`).click();
      await deck.page.keyboard.press('Space');
      expect(await deck.current()).toBe('others');
    });
  await test.step('T shows the table in the chart’s place, arrows scroll it, T, Esc or the next slide takes it away', async () => {
    await deck.show('spending');
    // The button before chose the other definition.
    await deck.page.keyboard.press('x');
    const table = deck.page.locator('#spending [data-when="including"] .chart-table');
    const open = async () => {
      await deck.page.keyboard.press('t');
      await expect(table).toBeFocused();
      expect((await table.boundingBox())?.height).toBeGreaterThan(600);
      await expect(table).toHaveAccessibleName(/initial defence budget/);
      await expect(table.getByRole('row')).toHaveCount(49);
      await expect(deck.page.locator('#spending canvas').first()).toBeHidden();
    };
    const closed = async () => {
      await expect.poll(async () => (await table.boundingBox())?.height).toBeLessThan(2);
      await expect(deck.page.locator('#spending canvas').first()).toBeVisible();
    };
    for (const key of ['t', 'Escape']) {
      await open();
      const last = table.getByRole('row').last();
      await expect(last).not.toBeInViewport();
      await deck.page.keyboard.press('ArrowDown');
      expect(await table.evaluate((region) => region.scrollTop)).toBeGreaterThan(0);
      await deck.page.keyboard.press('End');
      await expect(last).toBeInViewport();
      expect(await deck.current()).toBe('spending');
      await deck.page.keyboard.press(key);
      await closed();
    }
    await open();
    await deck.page.keyboard.press('PageDown');
    expect(await deck.current()).toBe('others');
    await deck.page.keyboard.press('PageUp');
    await closed();
  });
  await test.step('X and its button count the budget the other way, and everything on the slide follows', async () => {
    const button = deck.page.locator('#spending [data-does="definition"]');
    const check = async (shown: 'including' | 'excluding') => {
      const said = await everything(deck.page);
      const other = shown === 'including' ? 'excluding' : 'including';
      for (const words of OF_ONE[shown]) expect(said, words).toContain(words);
      for (const words of OF_ONE[other]) expect(said, words).not.toContain(words);
      await expect(button).toContainText(other === 'including' ? 'incl.' : 'excl.');
    };
    await check('including');
    await deck.page.keyboard.press('x');
    await check('excluding');
    expect(await heard(deck.page, 'spending')).toMatch(
      /excl\. SACO and US-realignment costs.*6\.60 trillion yen/,
    );
    await button.click();
    await check('including');
    await button.focus();
    await deck.page.keyboard.press('Enter');
    await check('excluding');
    expect(await deck.current()).toBe('spending');
    await deck.page.keyboard.press('Enter');
    await check('including');
  });
  await test.step('a chart can be taken away as PNG, SVG and CSV, and its citation copied', async () => {
    const take = async (kind: string) => {
      const menu = deck.page.locator('#spending .chart-save');
      if ((await menu.getAttribute('open')) === null) await menu.locator('summary').click();
      const [download] = await Promise.all([
        deck.page.waitForEvent('download'),
        deck.page.locator(`#spending [data-does="${kind}"]`).click(),
      ]);
      expect(download.suggestedFilename()).toBe(`spending-chart.${kind}`);
      return readFileSync(await download.path());
    };
    const csv = (await take('csv')).toString('utf8').trim().split('\n');
    expect(csv.length).toBe(49);
    expect(csv[3]).toBe('FY1978,,0.90,0.891');
    expect(csv.at(-1)).toBe('FY2023,6821.9,1.193,1.140');
    const svg = (await take('svg')).toString('utf8');
    const words = svg.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    for (const part of [
      'Japan’s initial defence budget',
      '6.82',
      '+15% in ten years',
      'FY1978: no value',
      'SIPRI, 2025 edition',
    ])
      expect(words).toContain(part);
    expect(svg.match(/<rect/g)?.length).toBe(1 + 47);
    const png = await take('png');
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(2 * (1040 + 96));
    await deck.page.locator('#spending [data-does="cite"]').click();
    await expect(deck.page.locator('#spending .chart-said')).toHaveText('Citation copied');
    const copied = await deck.page.evaluate(() => navigator.clipboard.readText());
    for (const part of [
      'Japan’s initial defence budget',
      'FY1978: no value',
      'SIPRI, 2025 edition',
      '#/spending',
    ])
      expect(copied).toContain(part);
  });
});
