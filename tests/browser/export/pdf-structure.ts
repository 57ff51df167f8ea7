import { inflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from 'pdf-lib';

/** What of a PDF file a strict reader would stumble over: its table of objects, references, packed streams. */
export async function structureFaults(bytes: Uint8Array): Promise<readonly string[]> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
  const objects = pdf.context.enumerateIndirectObjects();
  const faults = checkTable(bytes, pdf);
  for (const [ref, object] of objects) {
    for (const to of referencesIn(object))
      if (!pdf.context.lookup(to)) faults.push(`object ${ref.objectNumber} names ${to}, which is not there`);
    if (object instanceof PDFRawStream && !inflates(object)) faults.push(`the stream of ${ref} is broken`);
  }
  return faults;
}

/** The table at the file's end says where each object begins, or in which other one it is packed. */
function checkTable(bytes: Uint8Array, pdf: PDFDocument): string[] {
  const text = Buffer.from(bytes).toString('latin1');
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  const [head = '', dict] =
    // A thousand slides have an index of many parts.
    /^\d+ \d+ obj\s*<<(.*?)>>\s*stream\r?\n/s.exec(text.slice(start)) ?? [];
  if (!dict?.includes('/XRef')) return ['there is no table of objects where the file says'];
  const numbers = (name: string) =>
    new RegExp(`/${name} \\[?\\s*([\\d ]+)`).exec(dict)?.[1]?.trim().split(/\s+/).map(Number) ?? [];
  const [type = 1, offset = 0, rest = 0] = numbers('W');
  const index = dict.includes('/Index') ? numbers('Index') : [0, ...numbers('Size')];
  const body = start + head.length;
  const entries = inflateSync(bytes.subarray(body, body + (numbers('Length')[0] ?? 0)));
  const at = (byte: number) => /^(\d+) \d+ obj\b/.exec(text.slice(byte, byte + 24))?.[1];
  const faults: string[] = [];
  let entry = 0;
  for (let part = 0; part < index.length; part += 2)
    for (let nth = 0; nth < (index[part + 1] ?? 0); nth++, entry += type + offset + rest) {
      const number = (index[part] ?? 0) + nth;
      const kind = entries.readUIntBE(entry, type);
      const where = entries.readUIntBE(entry + type, offset);
      if (kind === 1 && at(where) !== `${number}`) faults.push(`object ${number} is not at byte ${where}`);
      if (kind === 2 && !pdf.context.lookup(PDFRef.of(number)))
        faults.push(`object ${number} is packed in none`);
    }
  return faults;
}

function referencesIn(object: PDFObject | undefined): readonly PDFRef[] {
  if (object instanceof PDFRef) return [object];
  if (object instanceof PDFArray) return object.asArray().flatMap(referencesIn);
  if (object instanceof PDFDict) return object.values().flatMap(referencesIn);
  return object instanceof PDFStream ? referencesIn(object.dict) : [];
}

function inflates({ dict, contents }: PDFRawStream): boolean {
  if (dict.lookup(PDFName.of('Filter')) !== PDFName.of('FlateDecode')) return true;
  try {
    inflateSync(contents);
    return true;
  } catch {
    return false;
  }
}
