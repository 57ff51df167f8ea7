import type { Locator } from '@playwright/test';
import { expect, test } from '../deck.ts';
import { showOnPhone } from '../phone-deck.ts';

/** Towns so near one another that a phone has no room for all of their names. */
const TOWNS = Array.from({ length: 20 }, (_, nth) => ({
  name: `Harbour ${nth + 1}`,
  at: [-9 + (nth % 4) * 0.6, 37.5 + Math.floor(nth / 4) * 0.9],
}));
const FAR = [
  { name: 'Lisbon', at: [-9.1, 38.7] },
  { name: 'Goa', at: [73.8, 15.5] },
];
const map = (places: typeof TOWNS) =>
  `\`\`\`map\nalt: A map\nplaces:\n${places.map(({ name, at }) => `  - { name: ${name}, at: [${at}] }`).join('\n')}\n\`\`\``;
const DECK = `---
title: Harbours
sources: none
---

## Twenty harbours

${map(TOWNS)}

---

## Two harbours

${map(FAR)}
`;

showOnPhone({ 'deck.md': DECK });

test('on a phone every place has its name once: on the map, where no two meet, or in a list below it; and none lies on a symbol', async ({
  page,
  faults,
}) => {
  const many = page.getByRole('figure').first();
  const below = many.locator('.map-others > li');
  await expect.poll(() => below.count()).toBeGreaterThan(3);
  for (const { name } of TOWNS)
    await expect(many.getByText(name, { exact: true }).filter({ visible: true })).toHaveCount(1);
  const { names, meeting, covered } = await labelsOf(many);
  expect(names.length).toBeGreaterThan(3);
  expect([...names, ...(await below.allTextContents())].sort()).toEqual(TOWNS.map(({ name }) => name).sort());
  expect(meeting).toEqual([]);
  expect(covered).toEqual([]);
  const few = page.getByRole('figure').nth(1);
  for (const { name } of FAR) await expect(few.getByText(name, { exact: true })).toBeVisible();
  await expect(few.locator('.map-others')).toBeHidden();
  expect(faults).toEqual([]);
});

/** The names seen on a map, those whose letters meet, and those that lie on a symbol. */
function labelsOf(figure: Locator) {
  return figure.evaluate((map) => {
    const seen = [...map.querySelectorAll('.map-places > li:not(.crowded) > strong')].map((label) => ({
      name: label.textContent ?? '',
      box: label.getBoundingClientRect(),
    }));
    // Lines are higher than their letters.
    const meet = (a: DOMRect, b: DOMRect) =>
      a.left < b.right &&
      b.left < a.right &&
      a.top + a.height / 4 < b.bottom - b.height / 4 &&
      b.top < a.bottom;
    const meeting = seen.flatMap(({ name, box }, at) =>
      seen
        .slice(at + 1)
        .flatMap((other) => (meet(box, other.box) && meet(other.box, box) ? [[name, other.name]] : [])),
    );
    const symbols = [...map.querySelectorAll('.map-marks circle')].map((symbol) =>
      symbol.getBoundingClientRect(),
    );
    const covered = seen.filter(({ box }) =>
      symbols.some((symbol) => meet(box, symbol) && meet(symbol, box)),
    );
    return { names: seen.map(({ name }) => name), meeting, covered: covered.map(({ name }) => name) };
  });
}
