import { deflateSync } from 'node:zlib';
import {
  PDFCrossRefStream,
  type PDFDict,
  type PDFDocument,
  PDFHeader,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFObjectStream,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFTrailer,
} from 'pdf-lib';

/** Objects that are packed together. */
const TOGETHER = 200;

/**
 * The bytes of a file. pdf-lib's own writer does the same with a packer in JavaScript, which takes longer than all
 * else that is done to the file.
 */
export async function savePdf(pdf: PDFDocument): Promise<Uint8Array> {
  const { context } = pdf;
  await pdf.flush();
  const { Root, Info, ID } = context.trailerInfo;
  const table = PDFCrossRefStream.create(context.obj({ Root, Info, ID }), false);
  const parts: Uint8Array[] = [Buffer.from(`${PDFHeader.forVersion(1, 7)}\n\n`, 'latin1')];
  let length = parts[0]?.length ?? 0;
  const write = (ref: PDFRef, object: PDFObject): void => {
    table.addUncompressedEntry(ref, length);
    const bytes = written(ref, object);
    parts.push(bytes);
    length += bytes.length;
  };
  const packed: [PDFRef, PDFObject][] = [];
  const first = context.largestObjectNumber + 1;
  const pack = (index: number) => PDFRef.of(first + Math.floor(index / TOGETHER));
  // The table wants all numbers in their order, wherever their objects lie.
  for (const [ref, object] of context.enumerateIndirectObjects())
    if (object instanceof PDFStream || ref.generationNumber !== 0) write(ref, object);
    else {
      table.addCompressedEntry(ref, pack(packed.length), packed.length % TOGETHER);
      packed.push([ref, object]);
    }
  for (let from = 0; from < packed.length; from += TOGETHER) {
    const stream = PDFObjectStream.withContextAndObjects(context, packed.slice(from, from + TOGETHER), false);
    write(pack(from), packedStream(stream.dict, stream.getUnencodedContents()));
  }
  const last = PDFRef.of(first + Math.ceil(packed.length / TOGETHER));
  const start = length;
  table.dict.set(PDFName.of('Size'), PDFNumber.of(last.objectNumber + 1));
  table.addUncompressedEntry(last, start);
  table.updateDict();
  parts.push(written(last, packedStream(table.dict, table.getUnencodedContents())));
  parts.push(Buffer.from(`${PDFTrailer.forLastCrossRefSectionOffset(start)}`, 'latin1'));
  return Buffer.concat(parts);
}

function packedStream(dict: PDFDict, contents: Uint8Array): PDFRawStream {
  dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'));
  return PDFRawStream.of(dict, deflateSync(contents));
}

function written(ref: PDFRef, object: PDFObject): Buffer {
  const [before, after] = [`${ref.objectNumber} ${ref.generationNumber} obj\n`, '\nendobj\n\n'];
  const size = object.sizeInBytes();
  const bytes = Buffer.allocUnsafe(before.length + size + after.length);
  bytes.write(before, 0, 'latin1');
  object.copyBytesInto(bytes, before.length);
  bytes.write(after, before.length + size, 'latin1');
  return bytes;
}
