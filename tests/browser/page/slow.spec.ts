import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveFiles } from '../../../src/browser/serve-folder.ts';
import { readPdf } from '../../../src/export/pdf/read.ts';
import { printableSite } from '../../../src/site/in-memory.ts';
import { makeSite } from '../../../src/site/site.ts';
import { expect, test } from '../deck.ts';

// A red square of one pixel.
const RED =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
const FAR = Array.from({ length: 8 }, (_, at) => `## Slide ${at + 2}`).join('\n\n---\n\n');
const DECK = `# Slide 1

![A picture](first.png)

---

${FAR}

---

## Slide 10

<img data-src="far.png" alt="A picture fetched when its slide is near">

---
<!-- .slide: data-background-image="ground.png" -->

## Slide 11
`;

test('a picture that is answered late is waited for, decoded, and printed, on near and far slides @long', async ({
  page,
  faults,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'orihon-slow-'));
  writeFileSync(join(folder, 'deck.md'), DECK);
  for (const name of ['first', 'far', 'ground'])
    writeFileSync(join(folder, `${name}.png`), Buffer.from(RED, 'base64'));
  const { site } = await makeSite(join(folder, 'deck.md'), { notes: false });
  rmSync(folder, { recursive: true, force: true });
  if (!site) throw new Error('the deck has errors');
  const server = await serveFiles(await printableSite(site));
  try {
    let answer: () => void = () => undefined;
    const late = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/deck/*', async (route) => {
      await late;
      await route.continue();
    });
    await page.goto(server.url, { waitUntil: 'domcontentloaded' });
    await page.waitForFunction(() => typeof window.deckReady === 'function' && window.Reveal.isReady());
    const ready = page.evaluate(async () => {
      await window.deckReady();
      return [...document.images].map(({ complete, naturalWidth }) => complete && naturalWidth);
    });
    // Whatever does not wait for the pictures is ready by now.
    await page.evaluate(async () => {
      await document.fonts.ready;
      await new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown)));
    });
    answer();
    expect(await ready).toEqual([1, 1]);
    const { pages } = await readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    const slides = pages.flatMap(({ bitmaps }, index) => (bitmaps > 0 ? [index + 1] : []));
    expect(slides).toEqual([1, 10, 11]);
    expect(faults).toEqual([]);
  } finally {
    await server.close();
  }
});
