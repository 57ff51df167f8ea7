import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { main } from '../../../src/cli.ts';
import { readPdf } from '../../../src/export/pdf/read.ts';
import { pdfPages } from './pdf-text.ts';

const DECK = `---
title: Steps
---
# Start

[to the orchard](#/apples)

---

## List

- always
- later <!-- .element: class="fragment" -->
- first <!-- .element: class="fragment" data-fragment-index="0" -->
- leaves <!-- .element: class="fragment fade-out" data-fragment-index="0" -->

---

## Key events

\`\`\`timeline
steps: key
\`\`\`
`;

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orihon-pdf-steps-'));
  const orchard = readFileSync('tests/decks/steps/1-apples.md', 'utf8');
  writeFileSync(join(folder, '1.md'), DECK);
  writeFileSync(join(folder, '2.md'), orchard.slice(orchard.indexOf('---\n') + 4));
  cpSync('tests/decks/steps/data', join(folder, 'data'), { recursive: true });
  for (const file of ['timeline.yaml', 'sources.yaml'])
    cpSync(join('tests/decks/small', file), join(folder, file));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Number of each page as a reader sees it, and how many paths are painted on it. */
async function pagesOf(path: string) {
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise;
  const labels = (await pdf.getPageLabels()) ?? [];
  const paths: number[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { fnArray } = await (await pdf.getPage(number)).getOperatorList();
    paths.push(fnArray.filter((operator) => operator === OPS.constructPath).length);
  }
  await pdf.destroy();
  return { labels, paths: new Map(labels.map((label, index) => [label, paths[index] ?? 0])) };
}

test('with --steps each step has its page: fragments, events with their cards, parts of charts', async () => {
  const output = join(folder, 'steps.pdf');
  const report = join(folder, 'report.json');
  expect(await main(['export', folder, '--steps', '--output', output, '--report', report])).toBe(0);
  const { labels, paths } = await pagesOf(output);
  expect(labels).toEqual(['1', '2', '2.1', '2.2', '3', '3.1', '3.2', '3.3', '4', '4.1', '4.2', '5']);
  const texts = await pdfPages(output);
  const on = (words: string) =>
    labels.filter((_, index) => texts[index]?.replace(/\s/g, '').includes(words.replace(/\s/g, '')));
  expect(on('always')).toEqual(['2', '2.1', '2.2']);
  expect(on('first')).toEqual(['2.1', '2.2']);
  expect(on('later')).toEqual(['2.2']);
  expect(on('leaves')).toEqual(['2']);
  expect(on('Flat stones are laid across')).toEqual(['3.1']);
  expect(on('Five arches, one of which still stands')).toEqual(['3.3']);
  expect(on('+150% in four years')).toEqual(['4.1', '4.2']);
  const painted = (label: string) => paths.get(label) ?? 0;
  expect(painted('3.1'), 'a ring is around the event').toBeGreaterThan(painted('3'));
  expect(painted('4.1'), 'the bracket is drawn').toBeGreaterThan(painted('4'));
  expect(painted('4.2'), 'the last column is drawn').toBeGreaterThan(painted('4.1'));

  const { bookmarks, pages } = await readPdf(readFileSync(output));
  expect(bookmarks.map(({ page }) => labels[page ?? -1])).toEqual(['1', '2', '3', '4', '5']);
  expect(pages[0]?.links.map((page) => labels[Number(page)])).toEqual(['4']);
  expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({
    slides: 5,
    steps: 7,
    pages: 12,
    bitmaps: [],
  });
});
