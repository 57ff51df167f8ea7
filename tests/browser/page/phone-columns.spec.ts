import { expect, test } from '../deck.ts';
import { showOnPhone } from '../phone-deck.ts';

const DECK = `---
title: Sorting
sources: none
---

# Sorting

---

## Short

| Way | Swaps | Stable |
|---|--:|---|
| bubble | 45 | yes |
| merge | 0.5 | yes |

---

## Long

| Way | Swaps | In use |
|---|--:|---|
| insertion sort | 45 | short runs, and what is nearly sorted when it comes |

---

## Code

\`\`\`python
def merge(left, right):
    while left and right:
        out.append(left.pop(0) if left[0] <= right[0] else right.pop(0))
\`\`\`

---

## Numbered

\`\`\`python [1|2]
def merge(left, right):
    while left and right and left[0] <= right[0] and not done:
\`\`\`

---

## Formula

$$${'a + '.repeat(70)}b$$
`;

const address = showOnPhone({ 'deck.md': DECK });

test('on a phone a table that has room keeps its columns, another is set row by row with the heads in it', async ({
  page,
}) => {
  const tops = (heading: string) =>
    page
      .locator('section', { has: page.getByRole('heading', { name: heading, exact: true }) })
      .locator('tbody tr:first-child td')
      .evaluateAll((cells) => new Set(cells.map((cell) => cell.getBoundingClientRect().top)).size);
  expect(await tops('Short')).toBe(1);
  expect(await tops('Long')).toBe(3);
  const heads = await page.locator('td[data-head]').evaluateAll((cells) =>
    cells.map((cell) => {
      const { content } = getComputedStyle(cell, '::before');
      return content !== 'none';
    }),
  );
  expect(heads).toEqual([false, false, false, false, true, true]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

for (const heading of ['Code', 'Numbered'])
  test(`on a phone a line of code that breaks goes on further in than it begins: ${heading}`, async ({
    page,
  }) => {
    const code = page
      .locator('section', { has: page.getByRole('heading', { name: heading, exact: true }) })
      .locator('code');
    const lines = await code.locator('.hung').evaluateAll((all) =>
      all.map((line) => {
        const range = document.createRange();
        range.selectNodeContents(line);
        const indent = line.querySelector('.indent')?.firstChild;
        if (indent) range.setStartAfter(indent.parentElement ?? indent);
        const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
        const first = boxes[0]?.top ?? 0;
        const rows = (further: boolean) =>
          boxes.filter(({ top }) => top > first + 8 === further).map(({ left }) => left);
        return { begins: Math.min(...rows(false)), goesOn: Math.min(...rows(true)) };
      }),
    );
    expect(lines[0]?.goesOn).toBe(Number.POSITIVE_INFINITY);
    const last = lines.at(-1);
    expect(last?.goesOn).toBeLessThan(390);
    expect(last?.goesOn).toBeGreaterThan((last?.begins ?? 0) + 4);
    expect(last?.begins).toBeGreaterThan((lines[0]?.begins ?? 0) + 20);
    expect(await code.evaluate(({ textContent }) => textContent)).toContain('\n    while left');
  });

test('a formula too long for its slide is made smaller, whole, and on a phone scrolls alone', async ({
  page,
}) => {
  const formula = page.locator('math');
  const box = () => formula.locator('..').evaluate((around) => around.scrollWidth > around.clientWidth);
  expect(await box()).toBe(true);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(`${address()}?view=slides#/formula`);
  await page.waitForFunction(() => window.Reveal?.isReady());
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const ends = await formula.locator('mi').evaluateAll((letters) => {
    const boxes = letters.map((letter) => letter.getBoundingClientRect());
    return [Math.min(...boxes.map(({ left }) => left)), Math.max(...boxes.map(({ right }) => right))];
  });
  expect(ends[0]).toBeGreaterThan(0);
  expect(ends[1]).toBeLessThan(1280);
});
