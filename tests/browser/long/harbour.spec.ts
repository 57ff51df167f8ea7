import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { serveFolder } from '../../../src/browser/serve-folder.ts';
import { buildSite } from '../../../src/site/build.ts';
import { makeSite } from '../../../src/site/site.ts';
import { DeckPage, expect, test } from '../deck.ts';

const HARBOUR = 'tests/decks/harbour';

test('a deck of another country, script and theme is built, presented and exported @long', async ({
  page,
  faults,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'orihon-harbour-'));
  const { site } = await makeSite(HARBOUR, { notes: false });
  if (!site) throw new Error('the deck has errors');
  await buildSite(site, join(folder, 'site'));
  const server = await serveFolder(join(folder, 'site'));
  try {
    const deck = new DeckPage(page, server.url);
    await deck.open();
    for (const id of await deck.ids()) {
      await deck.show(id);
      const slide = page.locator(`#${id}`);
      const over = await slide.evaluate((one) => one.scrollWidth - one.clientWidth);
      expect(over, id).toBeLessThanOrEqual(0);
    }
    await deck.show('xronia');
    const families = await page.evaluate(() =>
      [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
    );
    expect(new Set(families)).toEqual(new Set(['Newsreader', 'Archivo']));
    expect(await page.evaluate(() => document.fonts.check('24px Archivo', 'λιμάνι'))).toBe(true);
    const paper = await page.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue('--paper'),
    );
    expect(paper).toBe('#e9eef0');
    const file = join(folder, 'talk.pdf');
    await promisify(execFile)(process.execPath, ['bin/orihon.mjs', 'export', HARBOUR, '--output', file]);
    const { stdout } = await promisify(execFile)(process.execPath, [
      '-e',
      `const { PDFDocument } = require('pdf-lib'); PDFDocument.load(require('fs').readFileSync(${JSON.stringify(file)})).then((pdf) => console.log(String(pdf.getPageCount()), pdf.getTitle()))`,
    ]);
    expect(stdout.trim()).toContain('4 Το λιμάνι της Αρμυράς');
    expect(faults).toEqual([]);
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
