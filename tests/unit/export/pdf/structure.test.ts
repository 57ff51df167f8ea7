import { PDFDocument, PDFName, PDFRef } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { structureFaults } from '../../../browser/export/pdf-structure.ts';

async function file(change: (pdf: PDFDocument) => void = () => undefined): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.addPage([1440, 810]).drawLine({ start: { x: 0, y: 0 }, end: { x: 9, y: 9 } });
  change(pdf);
  return pdf.save();
}

/** The same bytes with a text in them changed. */
function changed(bytes: Uint8Array, from: RegExp, to: string): Uint8Array {
  return Buffer.from(Buffer.from(bytes).toString('latin1').replace(from, to), 'latin1');
}

describe('the structure of a PDF', () => {
  test('has no fault in a file that was written whole', async () => {
    expect(await structureFaults(await file())).toEqual([]);
  });

  test('is at fault where an object does not begin where the table says', async () => {
    const faults = await structureFaults(changed(await file(), /%\S*\n/, '$&% pushed on\n'));
    expect(faults).toEqual(['there is no table of objects where the file says']);
    const moved = changed(await file(), /\n\n(\d+ 0 obj\n)/, '\n$1\n');
    expect((await structureFaults(moved)).join()).toMatch(/object \d+ is not at byte \d+/);
  });

  test('is at fault where something names an object there is not, or a stream cannot be unpacked', async () => {
    const dangling = await file((pdf) => pdf.catalog.set(PDFName.of('Outlines'), PDFRef.of(99)));
    expect((await structureFaults(dangling)).join()).toMatch(/names 99 0 R, which is not there/);
    const broken = await file((pdf) => {
      const stream = pdf.context.stream(new Uint8Array([1, 2, 3]), { Filter: 'FlateDecode' });
      pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(stream));
    });
    expect((await structureFaults(broken)).join()).toMatch(/the stream of \d+ 0 R is broken/);
  });
});
