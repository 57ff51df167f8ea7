import { DeckPage, expect, test } from '../deck.ts';
import { said, tabIn, walkable } from './timeline-page.ts';

test('the walk says of each event how sure its date is', async ({ page }) => {
  const deck = new DeckPage(page, process.env['SITE_WALK'] ?? '');
  await deck.open('unsure');
  await walkable(page, 'unsure');
  await tabIn(page);
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
