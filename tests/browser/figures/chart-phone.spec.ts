import { expect, test } from '../deck.ts';
import { showOnPhone } from '../phone-deck.ts';

const DECK = `---
title: Boats
sources: none
---

# Boats

---

## Two kinds

\`\`\`chart
file: kinds.csv
as: columns
\`\`\`

---

## Seven harbours

\`\`\`chart
file: harbours.csv
\`\`\`

---

## Eight boats

\`\`\`chart
file: boats.csv
as: line
\`\`\`
`;
const HARBOURS = [
  'North Quay',
  'Old Mole',
  'River Gate',
  'West Dock',
  'Long Sand',
  'Mill Basin',
  'Salt Pier',
];

const BOATS = Array.from({ length: 8 }, (_, nth) => `Boat ${nth + 1}`);
const tons = (year: number) => BOATS.map((_, nth) => 1_250_000 + year * 1000 * (nth + 1));

showOnPhone({
  'deck.md': DECK,
  'kinds.csv': 'year,sail,motor\n2001,3,5\n2002,4,6\n2003,2,8\n',
  'harbours.csv': `harbour,boats\n${HARBOURS.map((name, index) => `${name},${70 - index}`).join('\n')}\n`,
  'boats.csv': `year,${BOATS.join()}\n${[2001, 2002, 2003].map((year) => [year, ...tons(year)].join()).join('\n')}\n`,
});

test('on a phone every series and every bar has its name: in a key of its own, or in the table, unfolded', async ({
  page,
  faults,
}) => {
  const kinds = page.locator('section', { hasText: 'Two kinds' });
  await expect(kinds.locator('.chart-key > li')).toHaveText(['sail', 'motor']);
  const colours = await kinds
    .locator('.chart-key > li')
    .evaluateAll((names) => names.map((name) => getComputedStyle(name, '::before').backgroundColor));
  expect(new Set(colours).size).toBe(2);
  const harbours = page.locator('section', { hasText: 'Seven harbours' });
  for (const name of HARBOURS) await expect(harbours.getByText(name, { exact: true }).last()).toBeVisible();
  expect(faults).toEqual([]);
});

test('on a phone a wide table keeps its numbers whole, in a box that has a name and scrolls by keys', async ({
  page,
  faults,
}) => {
  const boats = page.locator('section', { hasText: 'Eight boats' });
  const numbers = boats.locator('.chart-numbers > summary');
  if ((await boats.locator('details[open]').count()) === 0) await numbers.click();
  const box = boats.getByRole('region');
  await expect(box).toHaveAccessibleName(/./);
  const broken = await boats
    .locator('td')
    .evaluateAll((cells) => cells.filter((cell) => cell.clientHeight > 40).length);
  expect(broken).toBe(0);
  await numbers.focus();
  await page.keyboard.press('Tab');
  await expect(box).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => box.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(faults).toEqual([]);
});
