import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvParseRows } from 'd3-dsv';
import {
  decodePDFRawStream,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
} from 'pdf-lib';
import { expect, test } from 'vitest';
import { spreadsheetCell } from '../../../../src/base/spreadsheet-cell.ts';
import { ATTACHED, type Attachment, attach } from '../../../../src/export/pdf/attach.ts';
import { savePdf } from '../../../../src/export/pdf/save-pdf.ts';
import { attachmentsOf } from '../../../../src/export/proof/document-conditions.ts';
import { makeSite } from '../../../../src/site/site.ts';

const ALL = readdirSync('tests/decks').map((name) => `tests/decks/${name}`);
/** Composing the large ones takes longer than all the rest of this file. */
const DECKS = process.env.ORIHON_LONG ? ALL : ['tests/decks/small', 'tests/decks/harbour'];

test('there are at least ten decks to try', () => {
  expect(ALL.length).toBeGreaterThanOrEqual(10);
});

test.each(DECKS)('what was attached to %s is read from the finished file', async (deck) => {
  const { site, problems } = await makeSite(deck, { notes: false });
  if (!site) throw new Error(JSON.stringify(problems));

  const sources = await readBack(ATTACHED.source(site));
  expect(sources.size).toBeGreaterThan(0);
  for (const [name, bytes] of sources) {
    expect(existsSync(join(site.root, name)), name).toBe(true);
    expect(bytes.equals(readFileSync(join(site.root, name))), name).toBe(true);
  }

  const tables = await readBack(ATTACHED.tables(site));
  const drawn = site.deck.slides
    .flatMap(({ figures }) => figures)
    .flatMap((figure) => figure.tables?.() ?? []);
  for (const { name, head, rows } of drawn) {
    const cells = csvParseRows(tables.get(`${name}.csv`)?.toString('utf8') ?? '');
    expect(cells, name).toEqual([head, ...rows].map((row) => row.map(spreadsheetCell)));
  }
  const names = new Set(drawn.map(({ name }) => `${name}.csv`));
  expect([...tables.keys()].filter((name) => !names.has(name) && name !== 'sources.json')).toEqual([]);

  expect((await readBack(ATTACHED.none())).size).toBe(0);
});

/** Files that a PDF holds after it was written and opened again, by name. */
async function readBack(attachments: readonly Attachment[]): Promise<ReadonlyMap<string, Buffer>> {
  const made = await PDFDocument.create();
  made.addPage();
  await attach(made, attachments);
  const pdf = await PDFDocument.load(await savePdf(made));
  const found = attachmentsOf(pdf).map((spec): [string, Buffer] => {
    const name = spec.lookup(PDFName.of('UF'), PDFString, PDFHexString).decodeText();
    const stream = spec.lookup(PDFName.of('EF'), PDFDict).lookup(PDFName.of('F'));
    if (!(stream instanceof PDFRawStream)) throw new Error(`${name} holds nothing`);
    return [name, Buffer.from(decodePDFRawStream(stream).decode())];
  });
  expect(found.map(([name]) => name).sort()).toEqual(attachments.map(({ name }) => name).sort());
  return new Map(found);
}
