import { deflateSync, inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFRef,
} from 'pdf-lib';

/** Unpacked once, however often it is asked for. */
const known = new WeakMap<PDFObject, string>();

/** The painting code of a page, a byte a character. */
export function readCode({ node }: PDFPage): string {
  const contents = node.Contents();
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((ref) => node.context.lookup(ref)) : [contents];
  return streams.map((stream) => (stream instanceof PDFRawStream ? unpack(stream) : '')).join('\n');
}

/** Gives a page other painting code. */
export function writeCode(page: PDFPage, code: string): void {
  const { context } = page.doc;
  // Fast rather than small: the browser's own streams are packed no better.
  const bytes = deflateSync(Buffer.from(code, 'latin1'), { level: 3 });
  const stream = PDFRawStream.of(context.obj({ Length: bytes.length, Filter: 'FlateDecode' }), bytes);
  known.set(stream, code);
  const before = page.node.get(PDFName.of('Contents'));
  page.node.set(PDFName.of('Contents'), context.register(stream));
  for (const ref of before instanceof PDFArray ? before.asArray() : [before])
    if (ref instanceof PDFRef) context.delete(ref);
}

/** The painting code of a page or a form, a byte a character. */
export function unpack(stream: PDFRawStream): string {
  const kept = known.get(stream);
  if (kept !== undefined) return kept;
  const isPlain = stream.dict.get(PDFName.of('Filter')) === PDFName.of('FlateDecode');
  const bytes = isPlain ? inflateSync(stream.contents) : decodePDFRawStream(stream).decode();
  const code = Buffer.from(bytes).toString('latin1');
  known.set(stream, code);
  return code;
}

const MARKS = /(?:^|[\s>])(BDC|BMC|EMC)(?=\s|$)/g;
const PAINTS = /(?:^|\s)(?:f\*?|F|[Bb]\*?|[Ss]|Do|sh|Tj|TJ|BI)(?=\s|$)/;

/** The stretches of a page's code that paint and are marked neither as content nor as an ornament. */
export function unmarkedIn(code: string): readonly (readonly [from: number, to: number])[] {
  const found: [number, number][] = [];
  let depth = 0;
  let from = 0;
  const close = (to: number) => {
    if (depth === 0 && PAINTS.test(code.slice(from, to))) found.push([from, to]);
  };
  for (const mark of code.matchAll(MARKS)) {
    const end = mark.index + mark[0].length;
    // What opens a sequence has operands before it: a tag, and its properties.
    close(mark[1] === 'EMC' ? mark.index : operandsOf(code, mark.index));
    depth += mark[1] === 'EMC' ? -1 : 1;
    from = end;
  }
  close(code.length);
  return found;
}

/** A tag, and its properties: a name, or a dictionary that may hold texts, as what a mark of direction stands for. */
const OPERANDS = /\/\w+\s*(?:<<(?:[^<>()]|<[^<>]*>|\((?:\\.|[^\\()])*\))*>>?|\/\w+)?\s*$/;

function operandsOf(code: string, end: number): number {
  const operands = OPERANDS.exec(code.slice(0, end + 1).slice(-2000));
  return operands ? end + 1 - operands[0].length : end;
}

/** A stretch of code that its marks number, from its tag to the end of what is marked. */
export interface NumberedCode {
  readonly id: number;
  readonly from: number;
  /** Where its body begins, after the mark. */
  readonly body: number;
  readonly to: number;
}

const NUMBERED = /\/\w+\s*<<\s*\/MCID\s+(\d+)\s*>>\s*BDC/g;
const END = /(?:^|\s)EMC(?=\s|$)/g;

/** Every numbered stretch of a page's code; the browser nests none in another. */
export function numberedIn(code: string): readonly NumberedCode[] {
  return [...code.matchAll(NUMBERED)].map((mark) => {
    const body = mark.index + mark[0].length;
    END.lastIndex = body;
    const end = END.exec(code);
    return { id: Number(mark[1]), from: mark.index, body, to: end ? end.index + end[0].length : code.length };
  });
}
