import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
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
import { spreadsheetCell } from '../../../src/base/spreadsheet-cell.ts';
import { main } from '../../../src/cli.ts';
import { attachmentsOf } from '../../../src/export/proof/document-conditions.ts';
import { makeSite } from '../../../src/site/site.ts';
import { writeLeakDeck } from '../../unit/export/pdf/leak-deck.ts';
import { expect, test } from '../deck.ts';

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orihon-attached-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hasQpdf = spawnSync('qpdf', ['--version']).error === undefined;
if (!hasQpdf) console.warn('qpdf is not installed: what it finds in files with attachments is not asked.');

async function exported(deck: string, attach: string) {
  const output = join(folder, `${deck.replace(/\W/g, '-')}-${attach}.pdf`);
  expect(await main(['export', deck, '--attach', attach, '--output', output])).toBe(0);
  if (hasQpdf)
    expect(spawnSync('qpdf', ['--check', output], { encoding: 'utf8' })).toMatchObject({ status: 0 });
  return PDFDocument.load(readFileSync(output));
}

/** What is attached to a file, by name. */
function filesOf(pdf: PDFDocument): ReadonlyMap<string, Buffer> {
  return new Map(
    attachmentsOf(pdf).map((spec): [string, Buffer] => {
      const stream = spec.lookup(PDFName.of('EF'), PDFDict).lookup(PDFName.of('F'));
      if (!(stream instanceof PDFRawStream)) throw new Error('an attachment holds nothing');
      const name = spec.lookup(PDFName.of('UF'), PDFString, PDFHexString).decodeText();
      return [name, Buffer.from(decodePDFRawStream(stream).decode())];
    }),
  );
}

/** Ten and more, of all kinds. */
const DECKS = readdirSync('tests/decks').map((name) => `tests/decks/${name}`);

for (const deck of DECKS)
  test(`${deck} travels in its PDF byte for byte, or as the tables drawn`, async () => {
    const { site } = await makeSite(deck, { notes: false });
    if (!site) throw new Error(`${deck} is broken`);
    const sources = filesOf(await exported(deck, 'source'));
    expect([...sources.keys()].sort()).toEqual([...site.sources].sort());
    for (const [name, bytes] of sources)
      expect(bytes.equals(readFileSync(join(site.root, name))), name).toBe(true);

    const tables = filesOf(await exported(deck, 'tables'));
    const drawn = site.deck.slides.flatMap(({ figures }) =>
      figures.flatMap((figure) => figure.tables?.() ?? []),
    );
    for (const { name, head, rows } of drawn)
      expect(csvParseRows(tables.get(`${name}.csv`)?.toString() ?? ''), name).toEqual(
        [head, ...rows].map((row) => row.map(spreadsheetCell)),
      );
    expect(tables.size).toBe(drawn.length + (tables.has('sources.json') ? 1 : 0));
  });

test('no comment, note, hidden slide, other event or cell is anywhere in a PDF', async () => {
  const deck = join(folder, 'leaky');
  const hidden = writeLeakDeck(deck);
  for (const attach of ['tables', 'none']) {
    const pdf = await exported(deck, attach);
    expect(filesOf(pdf).size).toBe(attach === 'none' ? 0 : 3);
    const all = pdf.context
      .enumerateIndirectObjects()
      .map(([, object]) =>
        object instanceof PDFRawStream
          ? Buffer.from(decodePDFRawStream(object).decode()).toString('latin1')
          : object.toString(),
      );
    const raw = all.join('\n');
    const utf16 = (word: string) => Buffer.from(word, 'utf16le').swap16();
    const forms = (word: string) => [
      ...[word, Buffer.from(word).toString('hex')],
      ...[
        utf16(word).toString('latin1'),
        utf16(word).toString('hex'),
        utf16(word).toString('hex').toUpperCase(),
      ],
    ];
    expect(hidden.filter((word) => forms(word).some((form) => raw.includes(form)))).toEqual([]);
    // What is shown is found in this way.
    expect(forms('A mill').some((form) => raw.includes(form))).toBe(true);
  }
});
