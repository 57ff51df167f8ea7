import type { Page } from '@playwright/test';
import { DeckPage, expect, test } from '../deck.ts';
import { chartReady, csvRows, geometryOf } from './chart-page.ts';

const SIZES = [
  { width: 1024, height: 768 },
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
];
const SLIDES = ['spending', 'others'];

/** The pixels each canvas in view has and the pixels it shows, and its box in px of the sheet. */
function canvases(page: Page) {
  return page.evaluate(() =>
    [...window.Reveal.getCurrentSlide().querySelectorAll('canvas')]
      .filter((canvas) => canvas.checkVisibility())
      .map((canvas) => {
        const { x, y, width, height } = canvas.getBoundingClientRect();
        const sheet = window.Reveal.getCurrentSlide().getBoundingClientRect();
        const part = (value: number) => Math.round((value / sheet.width) * 19200) / 10;
        return {
          has: [canvas.width, canvas.height],
          shows: [width * devicePixelRatio, height * devicePixelRatio],
          box: [x - sheet.x, y - sheet.y, width, height].map(part),
        };
      }),
  );
}

async function expectSharp(page: Page): Promise<readonly (readonly number[])[]> {
  const found = await canvases(page);
  expect(found.length).toBe(2);
  for (const { has, shows } of found)
    for (const [side, pixels] of has.entries())
      expect(Math.abs(pixels / (shows[side] ?? 0) - 1)).toBeLessThan(0.05);
  return found.map(({ box }) => box);
}

for (const deviceScaleFactor of [1, 1.5, 2])
  test(`charts have the pixels they show at every size, at pixel ratio ${deviceScaleFactor}`, {
    tag: '@long',
  }, async ({ browser }) => {
    const boxes = new Set<string>();
    for (const viewport of SIZES) {
      const context = await browser.newContext({ viewport, deviceScaleFactor });
      const page = await context.newPage();
      const deck = new DeckPage(page, process.env['SITE_DECK'] ?? '');
      await deck.open('spending');
      const here: (readonly (readonly number[])[])[] = [];
      for (const id of SLIDES) {
        await deck.show(id);
        await chartReady(page, id);
        here.push(await expectSharp(page));
      }
      boxes.add(JSON.stringify(here));
      await context.close();
    }
    expect([...boxes].length, [...boxes].join('\n')).toBe(1);
  });

test('values and labels of charts stand at their marks, also after the running page is another size', async ({
  deck,
}) => {
  await deck.page.setViewportSize({ width: 1920, height: 1080 });
  await deck.page.emulateMedia({ reducedMotion: 'reduce' });
  await deck.open('spending');
  await chartReady(deck.page, 'spending');
  await test.step('labels stand at their marks', async () => {
    const folder = process.env['SITE_DECK_FOLDER'] ?? '';
    const [top] = await geometryOf(deck.page, folder, '#spending [data-when="including"] canvas');
    const canvas = await deck.page.locator('#spending canvas').first().boundingBox();
    const columns = new Map(
      csvRows('defense-budget.csv').map((row, at) => [row['fiscal_year'], top?.values[0]?.[at]]),
    );
    for (const [year, words] of [
      ['1976', '1.51'],
      ['2002', '4.96'],
      ['2022', '5.40'],
      ['2023', '6.82'],
    ] as const) {
      const label = await deck.page
        .locator('#spending [data-when="including"] .chart-text', { hasText: words })
        .first()
        .boundingBox();
      const column = columns.get(year);
      if (!label || !column || !canvas) throw new Error(`${words} is not there`);
      const gap = canvas.y + column.y - (label.y + label.height);
      expect(gap, words).toBeGreaterThan(-8);
      expect(gap, words).toBeLessThan(40);
      expect(label.x - 8, words).toBeLessThan(canvas.x + column.x);
      expect(label.x + label.width + 8, words).toBeGreaterThan(canvas.x + column.x);
    }
  });
  await test.step('values of the budget stand where the CSV puts them, to half a pixel', () =>
    expectPlaced(deck.page, 'spending'));
  await test.step('values of seven countries stand where the CSV puts them, to half a pixel', async () => {
    await deck.show('others');
    await chartReady(deck.page, 'others');
    await expectPlaced(deck.page, 'others');
  });
  await test.step('charts follow a change of pixel ratio and of size in the running page', async () => {
    await deck.show('spending');
    const before = await expectSharp(deck.page);
    const client = await deck.page.context().newCDPSession(deck.page);
    for (const [width, height, deviceScaleFactor] of [
      // Emulated screens tell the page of a new density only together with a new size: here one that moves nothing.
      [1280, 721, 2],
      [1920, 1080, 1.5],
      [1280, 721, 1],
    ] as const) {
      await client.send('Emulation.setDeviceMetricsOverride', {
        width,
        height,
        deviceScaleFactor,
        mobile: false,
      });
      const shown = Math.round((before[0]?.[2] ?? 0) * (width / 1920) * deviceScaleFactor);
      const canvas = deck.page.locator('#spending canvas').first();
      await expect
        .poll(() => canvas.evaluate((one: HTMLCanvasElement) => one.width))
        .toBeGreaterThan(shown * 0.95);
      await expect
        .poll(() => canvas.evaluate((one: HTMLCanvasElement) => one.width))
        .toBeLessThan(shown * 1.05);
      expect(await expectSharp(deck.page)).toEqual(before);
    }
    await client.detach();
  });
});

/** Every value of a slide's charts is drawn where the CSV puts it, by Chart.js's own geometry. */
async function expectPlaced(page: Page, slide: string): Promise<void> {
  const folder = process.env['SITE_DECK_FOLDER'] ?? '';
  const panels = await geometryOf(page, folder, `#${slide} canvas`);
  const wanted = slide === 'spending' ? budgetColumns() : countryColumns();
  expect(panels.length).toBe(wanted.length);
  let compared = 0;
  for (const [index, { values, area }] of panels.entries())
    for (const [nth, cells] of (wanted[index]?.series ?? []).entries()) {
      const max = wanted[index]?.max;
      const drawn = values[nth] ?? [];
      // Where no scale is written, the first value is the measure of the others.
      const first = (drawn[0]?.x ?? 0) - area.left;
      for (const [at, cell] of cells.entries()) {
        const point = drawn[at];
        if (cell === undefined) expect(point?.value ?? null).toBeNull();
        else if (max) {
          const height = (cell / max) * (area.bottom - area.top);
          expect(Math.abs(area.bottom - height - (point?.y ?? 0)), `${index} ${nth} ${at}`).toBeLessThan(0.5);
          compared++;
        } else {
          const width = (cell / (cells[0] ?? 1)) * first;
          expect(Math.abs(area.left + width - (point?.x ?? 0)), `${index} ${nth} ${at}`).toBeLessThan(0.5);
          compared++;
        }
      }
    }
  expect(compared).toBe(slide === 'spending' ? 2 * (47 + 48) + count('pct_gdp_incl') + count('pct_gdp') : 14);
}

/** How many years have a value in a column. */
function count(column: string): number {
  return csvRows('defense-budget.csv').filter((row) => row[column] !== '').length;
}

/** Values by panel and series, and where the panel's scale ends as the fence says; undefined is a gap. */
function budgetColumns() {
  const number = (cell: string | undefined, by = 1) => (cell ? Number(cell) / by : undefined);
  const sipri = csvRows('sipri-share.csv').map((row) => number(row['pct_gdp']));
  const budget = csvRows('defense-budget.csv');
  return (['incl', 'excl'] as const).flatMap((kind) => [
    { max: 7, series: [budget.map((row) => number(row[`budget_bn_yen_${kind}`], 1000))] },
    {
      max: 2,
      series: [budget.map((row) => number(row[kind === 'incl' ? 'pct_gdp_incl' : 'pct_gdp'])), sipri],
    },
  ]);
}

function countryColumns() {
  const rows = [...csvRows('sipri-2023.csv')].sort(
    (a, b) => Number(b['constant_2023_usd_m']) - Number(a['constant_2023_usd_m']),
  );
  return ['constant_2023_usd_m', 'pct_gdp'].map((column) => ({
    max: undefined,
    series: [rows.map((row): number | undefined => Number(row[column]))],
  }));
}
