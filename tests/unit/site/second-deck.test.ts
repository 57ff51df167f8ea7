import { expect, test } from 'vitest';
import { makeSite } from '../../../src/site/site.ts';

test('a deck of another subject and script has receipts with their cells, and locators at its feet', async () => {
  const { site, problems } = await makeSite('tests/decks/harbour', { notes: true });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const slides = site?.slides ?? '';
  const from = slides.indexOf('id="ploia"');
  const slide = slides.slice(from, slides.indexOf('</section>', from));
  const receipts = [...slide.matchAll(/<data value="([^"]*)" class="receipt"[^>]*data-receipt="([^"]*)"/g)];
  expect(receipts.map(([, value]) => value)).toEqual(['40', '100', '2.5', '0.3']);
  expect(receipts[0]?.[2]).toBe('data/ploia.csv: xronos 1860, ploia, 40 (line 2)');
  expect(receipts[3]?.[2]).toContain('change(1860, 1870)');
  const foot = /<footer class="foot">.*?<\/footer>/s.exec(slide)?.[0] ?? '';
  expect(foot).toContain('βλ. 2 Το βιβλίο του λιμανιού (επινοημένο), σ. 12, κεφ. 2');
});
