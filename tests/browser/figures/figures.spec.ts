import { readFileSync } from 'node:fs';
import { csvParse } from 'd3-dsv';
import { parse } from 'yaml';
import { z } from 'zod';
import { expect, test } from '../deck.ts';

/** What these tests read of the timeline, apart from the program's own parser. */
const Timeline = z.object({
  events: z.array(
    z.object({
      id: z.string(),
      date: z.string(),
      title: z.string(),
      significance: z.number(),
      label: z.string(),
    }),
  ),
  groups: z.array(z.object({ label: z.string(), events: z.array(z.string()) })),
});
const { events, groups } = Timeline.parse(parse(readFileSync('slides/timeline.yaml', 'utf8')));

test('every event stands on the overview with mark, date, title and label, and on the zoom of its era', async ({
  deck,
}) => {
  await deck.open('timeline');
  await test.step('every event of the file stands on the overview, with its date and title as written', async () => {
    const heard = await deck.page.locator('#timeline ol.events > li[data-event]').evaluateAll((entries) =>
      entries.map((entry) => ({
        id: entry.getAttribute('data-event'),
        date: entry.querySelector('.spoken time')?.getAttribute('datetime'),
        text: entry.querySelector('.spoken')?.textContent ?? '',
      })),
    );
    expect(heard.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
    // What goes on to an end says both in words, and no single date to machines.
    for (const [index, { date, text }] of heard.entries())
      if (!/^[^,]* to /.test(text)) expect(date).toBe(events[index]?.date);
    for (const [index, { title }] of events.entries()) expect(heard[index]?.text).toContain(title);
    expect(events.length).toBe(77);
  });
  await test.step('every event has a mark on the overview', async () => {
    const marked = await deck.page
      .locator('#timeline svg [data-event]')
      .evaluateAll((marks) => marks.flatMap((mark) => mark.getAttribute('data-event')?.split(' ') ?? []));
    expect([...new Set(marked)].sort()).toEqual(events.map(({ id }) => id).sort());
  });
  await test.step('every event of significance 1 or 2 has a label in sight, alone or with the marks it shares', async () => {
    const labels = await deck.page.locator('#timeline .label').allInnerTexts();
    const bars = await deck.page.locator('#timeline svg').first().locator('xpath=..').innerText();
    for (const { id, label, title, significance } of events) {
      if (significance > 2) continue;
      // Marks that lie together share one label; the title of a bar may stand inside it in place of a label.
      const shared = groups.find((group) => group.events.includes(id))?.label;
      const seen = labels.some((text) => text.includes(shared ?? label)) || bars.includes(title);
      expect(seen, `${id}: ${shared ?? label}`).toBe(true);
    }
  });
  await test.step('each event stands on the zoom of its era', async () => {
    const found = await deck.page
      .locator('[id^="era-"] ol.events > li[data-event]')
      .evaluateAll((entries) =>
        entries.map((entry) => `${entry.closest('section')?.id} ${entry.getAttribute('data-event')}`),
      );
    const begins = ['1902-01-30', '1923-08-17', '1945-09-02', '1960-06-23', '2013-01-01'];
    for (const { id, date } of events) {
      const era = begins.filter((begin) => begin <= date).at(-1) ?? '';
      expect(found).toContain(`era-${era.slice(0, 4)} ${id}`);
    }
  });
});

test('charts, their tables and the numbers on their slides are those of the CSV', async ({ deck }) => {
  await test.step('columns are drawn as high as their values, to a pixel, and a missing value is not drawn', async () => {
    await deck.page.setViewportSize({ width: 1920, height: 1080 });
    await deck.open('spending');
    await deck.page.evaluate(() => window.deckReady());
    const drawn = await deck.page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('#spending canvas');
      const scale =
        (canvas?.clientHeight ?? 0) / Number(JSON.parse(canvas?.dataset['drawing'] ?? '{}').height);
      const copy = document.createElement('canvas');
      copy.width = canvas?.width ?? 0;
      copy.height = canvas?.height ?? 0;
      const context = copy.getContext('2d', { willReadFrequently: true });
      if (canvas) context?.drawImage(canvas, 0, 0);
      const ratio = (canvas?.width ?? 0) / (canvas?.clientWidth ?? 1);
      // Top of each column, found in the pixels themselves: the first dark pixel from above at the column's middle.
      const spec = JSON.parse(canvas?.dataset['drawing'] ?? '{}');
      const { padding, x, values } = { padding: spec.padding, x: spec.x, values: spec.series[0].values };
      const inner = spec.width - padding.left - padding.right;
      return values.map((value: number | null, index: number) => {
        const at = padding.left + ((spec.series[0].from + index - x[0]) / (x[1] - x[0])) * inner;
        const column =
          context?.getImageData(Math.round(at * scale * ratio), 0, 1, canvas?.height ?? 0).data ?? [];
        const bottom = Math.round((spec.height - padding.bottom) * scale * ratio) - 6;
        let top = bottom;
        while (top > 0 && (column[top * 4 + 3] ?? 0) > 200) top--;
        return { value, height: (bottom + 6 - top - 1) / ratio / scale };
      });
    });
    const perUnit = (445 - 54 - 14) / 7;
    for (const { value, height } of drawn)
      if (value === null) expect(height).toBeLessThan(8);
      else expect(Math.abs(height - value * perUnit), String(value)).toBeLessThan(1);
  });
  await test.step('the table beside the budget chart says what the CSV says, cell for cell', async () => {
    const rows = await deck.page
      .locator('#spending [data-when="including"] table tbody tr')
      .evaluateAll((lines) =>
        lines.map((line) => [...line.querySelectorAll('th, td')].map((cell) => cell.textContent ?? '')),
      );
    const budget = csvParse(readFileSync('slides/data/defense-budget.csv', 'utf8'));
    const share = csvParse(readFileSync('slides/data/sipri-share.csv', 'utf8'));
    const shown = new Map(rows.map(([year, ...cells]) => [year, cells]));
    const said = (cell: string | undefined) => (cell === '' ? 'no value' : cell);
    expect(budget.length).toBe(48);
    for (const [index, row] of budget.entries())
      expect(shown.get(`FY${row['fiscal_year']}`), row['fiscal_year']).toEqual(
        [row['budget_bn_yen_incl'], row['pct_gdp_incl'], share[index]?.['pct_gdp']].map(said),
      );
  });
  await test.step('rates and multiples stated on slides follow from the CSV', async () => {
    const budget = new Map(
      csvParse(readFileSync('slides/data/defense-budget.csv', 'utf8')).map((row) => [
        row['fiscal_year'],
        Number(row['budget_bn_yen_incl']),
      ]),
    );
    const value = (year: string) => budget.get(year) ?? Number.NaN;
    const spending = await deck.page.locator('#spending').innerText();
    expect(spending).toContain(`${(value('2023') / 1000).toFixed(2)}`);
    expect(spending).toContain(`${(value('2022') / 1000).toFixed(2)} trillion`);
    expect(spending).toContain(`${Math.round((value('2023') / value('2022') - 1) * 100)}% more`);
    expect(spending).toContain(`+${Math.round((value('2022') / value('2012') - 1) * 100)}% in ten years`);

    await deck.show('others');
    const others = await deck.page.locator('#others').innerText();
    const spent = new Map(
      csvParse(readFileSync('slides/data/sipri-2023.csv', 'utf8')).map((row) => [
        row['country'],
        { usd: Number(row['constant_2023_usd_m']), share: Number(row['pct_gdp']) },
      ]),
    );
    const usd = (country: string) => spent.get(country)?.usd ?? Number.NaN;
    expect(others).toContain(`$${(usd('Japan') / 1000).toFixed(1)}`);
    expect(Math.round(usd('China') / usd('Japan'))).toBe(6);
    expect(Math.round(usd('United States') / usd('Japan'))).toBe(19);
    expect(others).toMatch(/a sixth of China’s, a\s+nineteenth of the United States’/);
    expect(Math.min(...[...spent.values()].map(({ share }) => share))).toBe(spent.get('Japan')?.share);
    expect(Math.abs(usd('South Korea') / usd('Japan') - 1)).toBeLessThan(0.01);
  });
});

test('a deck of another story, without a fold, stands by the same code', async ({ small }) => {
  await small.open('years');
  const heard = await small.page.locator('#years ol.events .spoken').allInnerTexts();
  expect(heard.map((text) => text.split(',')[0])).toEqual([
    '1312',
    'May 1344 to 1 October 1797',
    '14 September 1502',
    'about 1650',
  ]);
  for (const id of await small.ids()) await small.show(id);
});
