import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveFolder } from '../../../src/browser/serve-folder.ts';
import { buildSite } from '../../../src/site/build.ts';
import { makeSite } from '../../../src/site/site.ts';
import { DeckPage, expect, test } from '../deck.ts';

const folder = mkdtempSync(join(tmpdir(), 'orihon-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the list of keys speaks the language of the deck, marks and ground are its own, and paper unfolds', async ({
  page,
  faults: _,
}) => {
  writeFileSync(join(folder, 'mill.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
  writeFileSync(
    join(folder, 'deck.md'),
    [
      '---\nlang: de\nseparator: ^===$\nverticalSeparator: ^\\+\\+\\+$\nrevealOptions:\n  transition: zoom\n---\n# Eins',
      '<!-- .slide: data-background-image="mill.svg" data-transition="none" -->\n## Zwei\n\n---\n\nGleiche Folie',
      '## Drei\n\n<details><summary>Mehr</summary>\n\nGefaltetes\n\n</details>\n+++\n## Darunter',
    ].join('\n===\n'),
  );
  const { site } = await makeSite(join(folder, 'deck.md'), { notes: false });
  if (!site) throw new Error('the deck has errors');
  await buildSite(site, join(folder, 'out'));
  const server = await serveFolder(join(folder, 'out'));
  try {
    const deck = new DeckPage(page, server.url);
    await deck.open();
    expect(await deck.ids()).toEqual(['eins', 'zwei', 'drei', 'darunter']);
    expect(await page.evaluate(() => window.Reveal.getConfig().transition)).toBe('zoom');
    await page.keyboard.press('?');
    const keys = page.getByRole('dialog', { name: 'Tasten' });
    await expect(keys).toContainText('Schwarzer Bildschirm, und zurück');
    await expect(keys).not.toContainText('Black');
    await page.keyboard.press('Escape');
    await expect(keys).toBeHidden();
    await deck.show('zwei');
    await expect(page.locator('#zwei')).toHaveAttribute('data-transition', 'none');
    await expect(page.locator('#zwei')).toContainText('Gleiche Folie');
    await expect
      .poll(() =>
        page.locator('#zwei').evaluate((slide) => getComputedStyle(slide, '::before').backgroundImage),
      )
      .toMatch(/url\(.*mill-\w+\.svg/);
    await deck.show('drei');
    await expect(page.getByText('Gefaltetes')).toBeHidden();
    await page.goto(`${server.url}?print-pdf`);
    await expect(page.getByText('Gefaltetes')).toBeVisible();
  } finally {
    await server.close();
  }
});
