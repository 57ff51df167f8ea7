import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../deck.ts';
import { timeline, walkable } from './timeline-page.ts';

// In the short run a small timeline is looked through with a card on it: timeline-steps.spec.ts.

for (const hall of ['light', 'dark'])
  test(`axe finds nothing on the overview, an era and their cards in a ${hall} hall`, {
    tag: '@long',
  }, async ({ deck }) => {
    test.setTimeout(180_000);
    await deck.page.emulateMedia({ reducedMotion: 'reduce' });
    await deck.open('timeline');
    if (hall === 'dark') await deck.page.keyboard.press('d');
    const check = async (slide: string) => {
      const { violations, passes } = await new AxeBuilder({ page: deck.page })
        .include(`#${slide}`)
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      expect(passes.length).toBeGreaterThan(5);
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 120))])).toEqual(
        [],
      );
    };
    await walkable(deck.page, 'timeline');
    await check('timeline');
    await deck.page.locator('#timeline-pearl-harbor').focus();
    await expect(deck.page.locator('#timeline .card-title')).toBeVisible();
    await check('timeline');
    await deck.page.keyboard.press('Enter');
    await expect(deck.page.locator('#era-1923 .card-title')).toBeVisible();
    await check('era-1923');
    await deck.page.keyboard.press('Escape');
    await check('era-1923');
  });

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Runs in the page: where the texts of the chosen event's card and count stand, px of a 1920 px sheet. */
function boxesOf(slide: string): Record<string, Box> {
  const figure = document.querySelector(`#${slide} .timeline`);
  const scale = (figure?.getBoundingClientRect().width ?? 1920) / 1920;
  const parts = ['.card', '.card-steps', '.event-count'];
  return Object.fromEntries(
    parts.flatMap((name) => {
      const part = figure?.querySelector(name);
      if (!part || part.getClientRects().length === 0 || part.textContent === '') return [];
      const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      const rects: DOMRect[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.parentElement?.closest('.spoken')) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        rects.push(...range.getClientRects());
      }
      const shown = rects.filter(({ width, height }) => width > 0 && height > 0);
      const left = Math.min(...shown.map((rect) => rect.left));
      const right = Math.max(...shown.map((rect) => rect.right));
      const top = Math.min(...shown.map((rect) => rect.top));
      const bottom = Math.max(...shown.map((rect) => rect.bottom));
      return [[name, { left: left / scale, right: right / scale, top: top / scale, bottom: bottom / scale }]];
    }),
  );
}

test('every card fits its place: on the overview above the eras, in an era between its line and the way on', {
  tag: '@long',
}, async ({ deck }) => {
  test.setTimeout(180_000);
  await deck.page.setViewportSize({ width: 1920, height: 1080 });
  await deck.page.emulateMedia({ reducedMotion: 'reduce' });
  const faults: string[] = [];
  for (const slide of ['timeline', ...timeline.eras.map(({ id }) => id)]) {
    await deck.open(slide);
    await walkable(deck.page, slide);
    const events = await deck.page
      .locator(`#${slide} .events > li[data-event]`)
      .evaluateAll((entries) => entries.map(({ id }) => id));
    for (const id of events) {
      await deck.page.locator(`#${id}`).focus();
      await expect(deck.page.locator(`#${slide} .card-title`)).toHaveText(
        timeline.events.find((event) => `${slide}-${event.id}` === id)?.title ?? '',
      );
      await deck.page.evaluate(() => document.fonts.ready.then(() => undefined));
      const {
        '.card': card,
        '.card-steps': steps,
        '.event-count': count,
      } = await deck.page.evaluate(boxesOf, slide);
      const [left, right, bottom] =
        slide === 'timeline' ? [1245, 1825, 240] : [1282, 1825, (steps?.top ?? 0) - 4];
      if (!card || card.left < left - 1 || card.right > right || card.bottom > bottom)
        faults.push(`${id}: ${JSON.stringify(card)} in ${left}–${right}, to ${bottom}`);
      if (!count || (steps && (steps.bottom > count.top || steps.right > 1825)))
        faults.push(`${id}: steps ${JSON.stringify(steps)}`);
    }
  }
  expect(faults).toEqual([]);
});
