import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserSource } from '../../../../src/browser/open-site.ts';
import { progressOn } from '../../../../src/browser/progress.ts';
import { writeSingle } from '../../../../src/export/formats/html.ts';
import { inlinePage } from '../../../../src/export/formats/inline-files.ts';
import { readOptions } from '../../../../src/export/options.ts';
import { makeSite } from '../../../../src/site/site.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orihon single '));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The one file of a deck, with everything in it that is packed as base64 unpacked beside it. */
async function single(path: string, open: boolean) {
  const { site, problems } = await makeSite(path, { notes: !open });
  if (!site) throw new Error(JSON.stringify(problems));
  const { files, report } = await writeSingle(site, {
    options: readOptions({ public: open }),
    browser: browserSource(),
    progress: progressOn({ write: () => true }),
  });
  expect(report.faults).toEqual([]);
  const html = Buffer.from(files[0]?.bytes ?? []).toString('utf8');
  const packed = [...html.matchAll(/base64,([\w+/=]+)/g)].map(([, data]) =>
    Buffer.from(data ?? '', 'base64').toString('latin1'),
  );
  return { site, html, all: [html, ...packed].join('\n') };
}

const DECK = `---
title: A secret
---

# One

Note: markerone, and <b title="markertwo">more</b>

---

## Two
<!-- .slide: data-notes="markerthree" -->

<!-- markerfour -->

NOTE:
- markerfive

----

### Below

Text

notes: markersix
`;
const MARKERS = /marker(one|two|three|four|five|six)/g;

describe('the one file', () => {
  test('holds notes for the stage, and in public no word of them, wherever they were written', async () => {
    const path = join(folder, 'secret.md');
    writeFileSync(path, DECK);
    const stage = await single(path, false);
    expect(new Set(stage.all.match(MARKERS)).size).toBeGreaterThanOrEqual(4);
    const open = await single(path, true);
    expect(open.html).toContain('Below');
    expect(open.all.match(MARKERS)).toBeNull();
  });

  test.runIf(process.env['ORIHON_LONG'])('holds no sentence of any note of the deck in public', async () => {
    const { html } = await single('slides', true);
    const { site } = await makeSite('slides', { notes: true });
    const words = (text: string) =>
      text
        .replace(/<[^>]*>/g, '')
        .replace(/\s+/g, ' ')
        .trim();
    const shown = words(html.replace(/base64,[\w+/=]+/g, ''));
    const sentences = (site?.deck.slides ?? [])
      .flatMap(({ notes }) => words(notes).split(/(?<=[.?!:;]) /))
      .filter((sentence) => sentence.length > 20);
    expect(sentences.length).toBeGreaterThan(100);
    expect(sentences.filter((sentence) => shown.includes(sentence))).toEqual([]);
    expect(html).not.toContain('class="notes"');
  });
});

describe('taking files into a page', () => {
  const page = (body: string) => `<html><head></head><body>${body}</body></html>`;

  test('leaves what only looks like an address, in text and in links, as it is', () => {
    const body = 'Write &lt;img src="a.png"&gt; <a href="https://example.org/a.png">there</a>';
    const { html, left } = inlinePage(page(body), new Map());
    expect(html).toContain(body);
    expect(left).toEqual([]);
  });

  test('takes pictures, and says what it cannot take', () => {
    const files = new Map([['deck/a b.svg', '<svg/>']]);
    const { html, left, films } = inlinePage(
      page('<img src="deck/a%20b.svg"><img src="deck/b.png"><section data-background-video="deck/c.mp4">'),
      files,
    );
    expect(html).toContain('<img src="data:image/svg+xml;base64,PHN2Zy8+">');
    expect(left).toEqual(['deck/b.png']);
    // No address that is data can be one of a film behind a slide.
    expect(films).toEqual(['deck/c.mp4']);
    expect(html).toContain('<section>');
  });

  test('ends no script early, and asks for nothing that data can answer', () => {
    const files = new Map([
      ['a.js', 'const end = "</script>";'],
      ['a.css', 'p { background: url("b.svg") }'],
      ['b.svg', '<svg/>'],
      ['events.json', '{"html":"</script>"}'],
    ]);
    const { html, left } = inlinePage(
      page('<script type="module" src="./a.js"></script><link rel="stylesheet" href="./a.css">'),
      files,
    );
    expect(left).toEqual([]);
    expect(html.match(/<\/script>/g)).toHaveLength(2);
    // In the head, and painting waits for it: it knows which slide and which colours come first.
    expect(html).toMatch(/<script type="module" blocking="render">.*<\/head>/s);
    expect(html).toContain('<style>p { background: url("data:image/svg+xml;base64,PHN2Zy8+") }</style>');
    expect(html).toContain('id="events.json">{"html":"\\u003c/script>"}</script>');
  });
});
