import AxeBuilder from '@axe-core/playwright';
import { DeckPage, expect, test } from '../deck.ts';
import { said, walkable } from './timeline-page.ts';

test('next walks eras, key events or all events, back undoes each step, and the walk says how sure a date is', async ({
  page,
  faults: _,
}) => {
  const deck = new DeckPage(page, process.env['SITE_WALK'] ?? '');
  await test.step('next walks the eras, then leaves the slide, and back undoes each step', async () => {
    await deck.open('by-era');
    await walkable(page, 'by-era');
    const words = said(page, 'by-era');
    await page.keyboard.press('PageDown');
    await expect(words).toHaveText('1800–49, Water');
    await expect(page.locator('#by-era .choice.frame')).toHaveCount(1);
    await page.keyboard.press('PageDown');
    await expect(words).toHaveText('1850–99, Steam');
    await page.keyboard.press('PageUp');
    await expect(words).toHaveText('1800–49, Water');
    await page.keyboard.press('PageUp');
    await expect(page.locator('#by-era .choice')).toHaveCount(0);
    for (const _ of [1, 2, 3]) await page.keyboard.press('PageDown');
    expect(await deck.current()).toBe('key-events');
  });
  await test.step('next walks the key events of an overview only', async () => {
    await page.keyboard.press('PageDown');
    await expect(said(page, 'key-events')).toHaveText('1 July 1803, Charter of the mill');
    await expect(page.locator('#key-events .pin')).toHaveText('1803');
    await page.keyboard.press('PageDown');
    await expect(said(page, 'key-events')).toHaveText('12 October 1884, Steam comes to the mill');
    await page.keyboard.press('PageDown');
    expect(await deck.current()).toBe('early');
  });
  await test.step('next walks all events of an era, whose address names the step', async () => {
    await page.goto('about:blank');
    await deck.open('early/1');
    await walkable(page, 'early');
    await expect(said(page, 'early')).toHaveText('February 1844, The great flood');
    await expect(page.locator('#early .card-title')).toHaveText('The great flood');
    await test.step('axe finds nothing on it and its card', async () => {
      const { violations, passes } = await new AxeBuilder({ page })
        .include('#early')
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      expect(passes.length).toBeGreaterThan(5);
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 120))])).toEqual(
        [],
      );
    });
    await page.keyboard.press('PageUp');
    await expect(page.locator('#early .card-title')).toHaveText('Charter of the mill');
    await expect(page).toHaveURL(/#\/early\/0$/);
    await page.keyboard.press('PageUp');
    await expect(page.locator('#early :is(.card, .choice)')).toHaveCount(0);
    await expect(page.locator('#early .leaf')).toBeVisible();
    await page.keyboard.press('PageUp');
    expect(await deck.current()).toBe('key-events');
    await expect(said(page, 'key-events')).toHaveText('12 October 1884, Steam comes to the mill');
  });
  await test.step('years before our era are built, drawn and walked like any others', async () => {
    await deck.show('before');
    await page.locator('#before .events > [tabindex="0"]').focus();
    const words = said(page, 'before');
    await expect(words).toHaveText('March 45 BC, Stones are laid in the ford');
    await expect(page.locator('#before .pin')).toHaveText('45 BC');
    await expect(page.locator('#before .card-when')).toHaveText('March 45 BC');
    await page.keyboard.press('ArrowRight');
    await expect(words).toHaveText('about 1 BC, The ford has a keeper');
    await page.keyboard.press('ArrowRight');
    await expect(words).toHaveText('19 August 14, A bridge of boats is tied up');
    const marks = page.locator('#before g.mark .dot, #before g.mark .ring');
    const xs = await marks.evaluateAll((dots) => dots.map((dot) => Number(dot.getAttribute('cx'))));
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
    await expect(page.locator('#before .drawn .year', { hasText: /BC$/ }).first()).toBeVisible();
  });
  await test.step('the walk says of each event how sure its date is', async () => {
    await deck.show('unsure');
    await walkable(page, 'unsure');
    await page.locator('#unsure .events > [tabindex="0"]').focus();
    const heard = [
      'perhaps 1585, Born',
      'about March 1586, Baptised',
      'the 1590s, Learns to read',
      'until 1602, In the village',
      'spring 1609, Married',
      '1612 to perhaps 1640, Goldsmith',
      'from 1651 on, Not seen again',
    ];
    for (const [index, words] of heard.entries()) {
      if (index > 0) await page.keyboard.press('ArrowRight');
      await expect(said(page, 'unsure')).toHaveText(words);
    }
  });
});
