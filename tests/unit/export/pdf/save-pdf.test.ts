import { inflateSync } from 'node:zlib';
import { PDFDocument, PDFName, type PDFObject, PDFStream } from 'pdf-lib';
import { expect, test } from 'vitest';
import { savePdf } from '../../../../src/export/pdf/save-pdf.ts';

/** Every object of a file as it is written, by its number. */
async function objectsOf(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false });
  const objects = context.enumerateIndirectObjects().filter(([, object]) => !isFrame(object));
  return new Map(objects.map(([ref, object]) => [ref.tag, object.toString()]));
}

/** Packed objects and their table, which are the writer's own. */
function isFrame(object: PDFObject): boolean {
  const kind = object instanceof PDFStream ? object.dict.get(PDFName.of('Type'))?.toString() : undefined;
  return kind === '/ObjStm' || kind === '/XRef';
}

/** Where the table at the end of a file says that each object begins, by its number; `packed` for those in another. */
function tableOf(bytes: Uint8Array): ReadonlyMap<number, number | 'packed'> {
  const text = Buffer.from(bytes).toString('latin1');
  const from = Number(/startxref\s+(\d+)\s+%%EOF/.exec(text)?.[1]);
  const numbers = (key: string) =>
    (new RegExp(`/${key} \\[([\\d ]+)\\]`).exec(text.slice(from))?.[1] ?? '').trim().split(/\s+/).map(Number);
  const [kind = 0, place = 0, rest = 0] = numbers('W');
  const rows = inflateSync(bytes.subarray(text.indexOf('stream\n', from) + 'stream\n'.length));
  const table = new Map<number, number | 'packed'>();
  const parts = numbers('Index');
  for (let part = 0, row = 0; part < parts.length; part += 2)
    for (let nth = 0; nth < (parts[part + 1] ?? 0); nth++, row += kind + place + rest)
      if (rows.readUIntBE(row, kind) > 0)
        table.set(
          (parts[part] ?? 0) + nth,
          rows.readUIntBE(row, kind) === 1 ? rows.readUIntBE(row + kind, place) : 'packed',
        );
  return table;
}

test('the table leads to each object', async () => {
  const pdf = await PDFDocument.create();
  for (let page = 0; page < 150; page++) {
    const painted = pdf.context.register(pdf.context.flateStream(`0 0 ${page} 10 re f`));
    pdf.addPage([200, 100]).node.set(PDFName.of('Contents'), painted);
  }
  const bytes = await savePdf(pdf);
  const table = tableOf(bytes);
  for (const [ref] of pdf.context.enumerateIndirectObjects()) expect(table.has(ref.objectNumber)).toBe(true);
  const places = [...table].filter(([, place]) => place !== 'packed');
  expect(places.length).toBeGreaterThan(150);
  for (const [number, place] of places)
    expect(Buffer.from(bytes).toString('latin1', Number(place), Number(place) + 12)).toMatch(
      new RegExp(`^${number} 0 obj`),
    );
});

test('the bytes hold every object under its number, as the bytes of pdf-lib do', async () => {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([200, 100]);
  page.node.set(PDFName.of('Contents'), pdf.context.register(pdf.context.flateStream('0 0 10 10 re f')));
  // More than are packed together, one in two of them taken out again.
  const refs = Array.from({ length: 900 }, (_, at) =>
    pdf.context.register(pdf.context.obj({ At: at, Of: [at] })),
  );
  for (const [at, ref] of refs.entries()) if (at % 2 === 1) pdf.context.delete(ref);
  pdf.setTitle('Größe');
  const ours = await savePdf(pdf);
  expect(await objectsOf(ours)).toEqual(await objectsOf(await pdf.save()));
  expect((await objectsOf(ours)).size).toBeGreaterThan(450);
  expect((await PDFDocument.load(ours, { updateMetadata: false })).getTitle()).toBe('Größe');
});
