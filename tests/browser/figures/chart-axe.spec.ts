import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../deck.ts';
import { chartReady } from './chart-page.ts';

// In the short run a small chart is looked through: chart-steps.spec.ts.

for (const slide of ['spending', 'others'])
  for (const hall of ['light', 'dark'])
    test(`axe finds nothing on "${slide}", table open and closed, in a ${hall} hall`, {
      tag: '@long',
    }, async ({ deck }) => {
      test.setTimeout(120_000);
      await deck.page.emulateMedia({ reducedMotion: 'reduce' });
      await deck.open(slide);
      await chartReady(deck.page, slide);
      if (hall === 'dark') await deck.page.keyboard.press('d');
      for (const press of ['', 't', 't', 'x']) {
        if (press) await deck.page.keyboard.press(press);
        const { violations, passes } = await new AxeBuilder({ page: deck.page })
          .include(`#${slide}`)
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        expect(passes.length).toBeGreaterThan(5);
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 120))])).toEqual(
          [],
        );
      }
    });
