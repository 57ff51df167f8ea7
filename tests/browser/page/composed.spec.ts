import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveFolder } from '../../../src/browser/serve-folder.ts';
import { buildComposed } from '../composed-slides.ts';
import { DeckPage, expect, test } from '../deck.ts';
import { measureComposed } from '../measure-composed.ts';

/** Ten decks at home, three hundred in the long run. */
const SEEDS = Array.from({ length: process.env.ORIHON_LONG ? 300 : 10 }, (_, at) => at + 1);
const SIZES = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
  { width: 1024, height: 768 },
];

test('any content fits at every size, uses the width and the height, and keeps the floor', async ({
  page,
  faults,
}) => {
  test.setTimeout(process.env.ORIHON_LONG ? 3_600_000 : 180_000);
  const folder = mkdtempSync(join(tmpdir(), 'orihon-composed-'));
  const server = await serveFolder(await buildComposed(folder, SEEDS), '/talks/');
  try {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const size of process.env.ORIHON_LONG ? SIZES : SIZES.slice(0, 1)) {
      await page.setViewportSize(size);
      await new DeckPage(page, server.url).open();
      const measured = await page.evaluate(measureComposed, undefined);
      const wrong = measured.filter((slide) => slide.wrong.length > 0);
      expect(wrong, `${size.width} × ${size.height}`).toEqual([]);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${server.url}?view=read`);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
    await expect.poll(wide).toBeLessThanOrEqual(390);
    expect(await page.evaluate(picturesOutside)).toEqual([]);
    expect(faults).toEqual([]);
  } finally {
    // Nothing the page still fetches may find its server gone.
    await page.goto('about:blank');
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Runs in the page: slides of the article whose pictures stand over others, or far below what is above them. */
function picturesOutside(): readonly string[] {
  return [...document.querySelectorAll('section.composed')].flatMap((slide) => {
    const room = slide.getBoundingClientRect();
    return [...slide.querySelectorAll('.picture')].flatMap((picture) => {
      const { top, bottom } = picture.getBoundingClientRect();
      const above = picture.previousElementSibling?.getBoundingClientRect().bottom ?? top;
      return top < room.top || bottom > room.bottom || top - above > 60 ? slide.id : [];
    });
  });
}
