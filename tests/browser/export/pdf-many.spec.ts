import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { main } from '../../../src/cli.ts';
import { structureFaults } from './pdf-structure.ts';
import { pdfPages } from './pdf-text.ts';

const COUNT = 1000;

test('a deck of a thousand slides is exported to its last word @long', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'orihon-many-'));
  try {
    const slides = Array.from({ length: COUNT }, (_, at) => `## Headline ${at + 1}\n\nText of ${at + 1}.`);
    writeFileSync(join(folder, 'many.md'), slides.join('\n\n---\n\n'));
    const output = join(folder, 'many.pdf');
    const report = join(folder, 'many.json');
    expect(await main(['export', join(folder, 'many.md'), '--output', output, '--report', report])).toBe(0);
    expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({
      pages: COUNT,
      slides: COUNT,
      headings: COUNT,
    });
    const pages = await pdfPages(output);
    expect(pages.length).toBe(COUNT);
    const wrong = pages.flatMap((text, index) =>
      text.includes(`Headline ${index + 1} `) && text.includes(`Text of ${index + 1}.`) ? [] : [index + 1],
    );
    expect(wrong).toEqual([]);
    expect(await structureFaults(readFileSync(output))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
