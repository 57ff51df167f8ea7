import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../../src/cli.ts';
import { expect, test } from '../deck.ts';
import { pdfPages } from '../export/pdf-text.ts';

const OFFICE = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0);
if (!OFFICE) console.warn('LibreOffice is not installed: what it makes of our slides is not looked at.');

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orihon-office-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Letters and figures alone: where lines break, and what stands for a mark, is the program's. */
const letters = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '').normalize('NFKC');

for (const deck of ['slides', 'docs/gallery', 'tests/decks/tram-report', 'tests/decks/steps'])
  test(`LibreOffice opens ${deck}, and shows every slide with its title and its words`, async () => {
    test.skip(!OFFICE, 'LibreOffice is not installed');
    // It draws slowly on a busy machine.
    test.setTimeout(600_000);
    const name = deck.replace(/\W/g, '-');
    const [output, report] = [join(folder, `${name}.pptx`), join(folder, `${name}.json`)];
    expect(await main(['export', deck, '--format', 'pptx', '--output', output, '--report', report])).toBe(0);
    const told: { slides: number; charts: number } = JSON.parse(readFileSync(report, 'utf8'));
    const { status } = spawnSync(OFFICE ?? '', [
      ...[`-env:UserInstallation=file://${folder}/profile`, '--headless'],
      ...['--convert-to', 'pdf', '--outdir', folder, output],
    ]);
    expect(status).toBe(0);
    const pages = (await pdfPages(join(folder, `${name}.pdf`))).map(letters);
    expect(pages.length).toBe(told.slides);
    expect(told.charts).toBeGreaterThanOrEqual(deck === 'tests/decks/tram-report' ? 0 : 1);
    const text = join(folder, `${name}.txt`);
    expect(await main(['export', deck, '--format', 'text', '--output', text])).toBe(0);
    const [, ...slides] = readFileSync(text, 'utf8').split(/\n\n(?=\d+\. )/);
    for (const [index, page] of pages.entries()) {
      const title = letters((slides[index] ?? '').split('\n')[0]?.replace(/^\d+\. /, '') ?? '');
      if (!title.startsWith('Slidewithout')) expect(page).toContain(title);
    }
  });
