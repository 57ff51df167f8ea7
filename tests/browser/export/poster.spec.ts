import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { main } from '../../../src/cli.ts';
import { expect, test } from '../deck.ts';
import { pdfPages, squeeze } from './pdf-text.ts';

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orihon-poster-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const EVENTS = z.object({ events: z.array(z.object({ title: z.string() })) });
const letters = (text: string) => squeeze(text).replace(/\s/g, '');

/** The deck of this repository in the long run, else the one a new folder begins with. */
const DECK = process.env['ORIHON_LONG'] ? 'slides' : 'assets/new';

test('the poster is one sheet of A3 with every event, lines and text only', async () => {
  const [output, report] = ['a.pdf', 'r.json'].map((name) => join(folder, name));
  const poster = ['export', DECK, '--format', 'poster', '--output'];
  expect(await main([...poster, output ?? '', '--report', report ?? ''])).toBe(0);
  const pages = await pdfPages(output ?? '');
  expect(pages).toHaveLength(1);
  const { events } = EVENTS.parse(parse(readFileSync(join(DECK, 'timeline.yaml'), 'utf8')));
  expect(events.length).toBeGreaterThan(DECK === 'slides' ? 76 : 3);
  for (const { title } of events) expect(letters(pages[0] ?? '')).toContain(letters(title));
  const found = JSON.parse(readFileSync(report ?? '', 'utf8'));
  expect(found).toMatchObject({ pages: 1, headings: 1, bitmaps: [], faults: [], paper: 'a3', lang: 'en' });
  expect(found.fonts.map(({ kind }: { kind: string }) => kind)).toEqual(found.fonts.map(() => 'TrueType'));
});

test('a poster is the same bytes twice @long', async () => {
  const files = ['c.pdf', 'd.pdf'].map((name) => join(folder, name));
  for (const file of files)
    expect(await main(['export', 'slides', '--format', 'poster', '--output', file])).toBe(0);
  const [once, again] = files.map((file) => readFileSync(file));
  expect(once && again?.equals(once)).toBe(true);
});

test('a poster on which not every event finds room is not written', async () => {
  const rows = Array.from({ length: 200 }, (_, index) => {
    const year = 1000 + index;
    return `  - { id: e${index}, lane: town, date: "${year}", title: A long title of event ${index}, label: L${index}, parties: [A], kind: k, summary: S., significance: 1, mark: signed }`;
  });
  writeFileSync(
    join(folder, 'timeline.yaml'),
    [
      'title: Many',
      'from: "1000"',
      'to: "1700"',
      'lanes: [{ id: town, name: Town }]',
      'eras: [{ id: all, from: "1000", name: All, years: "1000–1700" }]',
      'events:',
      ...rows,
    ].join('\n'),
  );
  writeFileSync(join(folder, '1.md'), '# Many\n\n```timeline\n```\n');
  const report = join(folder, 'full.json');
  const output = join(folder, 'full.pdf');
  expect(await main(['export', folder, '--format', 'poster', '--output', output, '--report', report])).toBe(
    1,
  );
  const { faults } = JSON.parse(readFileSync(report, 'utf8'));
  expect(faults.map(({ what }: { what: string }) => what).join(' ')).toContain('A long title of event 199');
});
