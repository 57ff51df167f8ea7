import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { beforeAll, expect, test } from 'vitest';
import { attach, attachmentsOf, sourcesOf } from '../../../../src/export/pdf/attach.ts';
import { ARCHIVE_CONDITIONS } from '../../../../src/export/proof/archive-conditions.ts';
import { attachmentsOf as attachedTo } from '../../../../src/export/proof/document-conditions.ts';
import { makeSite, type Site } from '../../../../src/site/site.ts';
import { writeLeakDeck } from './leak-deck.ts';

let site: Site;
beforeAll(async () => {
  const made = await makeSite('tests/decks/harbour', { notes: true });
  if (!made.site) throw new Error(JSON.stringify(made.problems));
  site = made.site;
});

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

test('each chart and timeline is attached as the table it draws, and the works as data', () => {
  const attachments = attachmentsOf(site);
  const figures = site.deck.slides.flatMap(({ figures }) => figures);
  const tables = figures.flatMap((figure) => figure.tables?.() ?? []);
  expect(tables.length).toBeGreaterThan(1);
  for (const { name, head, rows } of tables) {
    const file = attachments.find((one) => one.name === `${name}.csv`);
    const lines = text(file?.bytes ?? new Uint8Array()).trimEnd();
    for (const cell of [...head, ...rows.flat()].filter((one) => !/[",\n]/.test(one)))
      expect(lines).toContain(cell);
    expect(lines.split('\n').length).toBeGreaterThanOrEqual(rows.length + 1);
  }
  expect(attachments.at(-1)?.name).toBe('sources.json');
});

test('nothing of the notes is attached', () => {
  const all = attachmentsOf(site)
    .map(({ bytes }) => text(bytes))
    .join('\n');
  const notes = site.deck.slides.map(({ notes }) =>
    notes
      .replace(/<[^>]*>/g, '')
      .trim()
      .slice(0, 40),
  );
  const spoken = notes.filter((words) => words.length > 20);
  expect(spoken.length).toBeGreaterThan(0);
  for (const words of spoken) expect(all).not.toContain(words);
});

test('nothing that no slide shows is attached: comments, other events and cells, works that notes cite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'orihon-leak-'));
  try {
    const hidden = writeLeakDeck(folder);
    expect(hidden.length).toBeGreaterThan(15);
    const { site: leaky, problems } = await makeSite(folder, { notes: false });
    if (!leaky) throw new Error(JSON.stringify(problems));
    const all = attachmentsOf(leaky).map(({ name, bytes }) => `${name}\n${text(bytes)}`);
    expect(all.map((one) => one.split('\n')[0])).toEqual([
      ...['few-timeline.csv', 'numbers-chart.csv', 'sources.json'],
    ]);
    expect(hidden.filter((word) => all.join().includes(word))).toEqual([]);
    expect(all.join()).toContain('A book');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('an attachment has a kind and says what it is to the pages', async () => {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  await attach(pdf, attachmentsOf(site));
  expect(attachedTo(pdf).length).toBe(attachmentsOf(site).length);
  const condition = ARCHIVE_CONDITIONS.find(({ number }) => number === '6.8');
  expect([...(condition?.find({ pdf, objects: [], tags: [] }) ?? [])]).toEqual([]);
});

test('of sources every file that the deck was made of is attached, byte for byte, and no workbook', () => {
  const attachments = sourcesOf(site);
  const names = attachments.map(({ name }) => name);
  for (const wanted of ['limani.md', 'timeline.csv', 'data/ploia.csv', 'sea.svg', 'theme.css', 'sources.bib'])
    expect(names).toContain(wanted);
  for (const { name, bytes } of attachments)
    expect(Buffer.from(bytes)).toEqual(readFileSync(join(site.root, name)));
  expect(sourcesOf({ root: site.root, sources: ['a.xlsx', 'b.ODS', 'limani.md'] })).toMatchObject([
    { name: 'limani.md', kind: 'text/markdown', relation: 'Source' },
  ]);
});
