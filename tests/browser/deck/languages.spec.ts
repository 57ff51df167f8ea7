import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveFolder } from '../../../src/browser/serve-folder.ts';
import { buildSite } from '../../../src/site/build.ts';
import { makeSite } from '../../../src/site/site.ts';
import { DeckPage, expect, test } from '../deck.ts';

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orihon-languages-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a deck in Hebrew is mirrored, its arrows too, and emoji and formulas have their faces', async ({
  page,
  // Named, so that it listens: any word in the console fails the test.
  faults: _,
}) => {
  const { site } = await makeSite('tests/decks/languages/hebrew.md', { notes: false });
  if (!site) throw new Error('the deck has errors');
  await buildSite(site, folder);
  const server = await serveFolder(folder);
  try {
    const deck = new DeckPage(page, server.url);
    await deck.open();
    const [first = '', second = '', third = ''] = await deck.ids();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => deck.current()).toBe(second);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => deck.current()).toBe(first);

    await deck.show(second);
    const entry = page.locator('.present li').first();
    await expect(entry).toHaveCSS('direction', 'rtl');
    await expect(entry).toHaveText('פריט ראשון, 12');
    await expect(page.locator('.present li').last()).toHaveText('פריט שני 🚀');
    const [box, number] = [
      await entry.boundingBox(),
      await page.locator('.present .page-number').boundingBox(),
    ];
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeGreaterThan(900);
    expect(number?.x).toBeLessThan(200);

    await deck.show(third);
    await expect(page.locator('.present math')).toHaveAttribute('alttext', /\\frac\{a_1\}/);
    const loaded = () =>
      page.evaluate(() =>
        [...document.fonts]
          .filter(({ status }) => status === 'loaded')
          .map(({ family }) => family.replaceAll('"', '')),
      );
    await expect.poll(loaded).toEqual(expect.arrayContaining(['Noto Emoji', 'STIX Two Math']));
  } finally {
    await page.close();
    await server.close();
  }
});
