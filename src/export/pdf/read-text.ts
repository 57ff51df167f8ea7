import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFPage,
  PDFRawStream,
} from 'pdf-lib';
import { type PdfFace, readFace } from './read-font.ts';

// Our own reader instead of pdfjs: that would add 37 MB to an install of 93, and the proof reads only what Chromium
// writes, glyph by glyph. Tests read the same files with pdfjs.

/** Letters that stand together on a page; pt from its lower left corner. */
export interface Run {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Where its letters stand. */
  readonly base: number;
  readonly size: number;
}

export interface PdfText {
  readonly width: number;
  readonly height: number;
  /** In the order they were painted. */
  readonly runs: readonly Run[];
}

/** The text of each page as a browser prints it: every letter by its glyph in an embedded font. */
export async function readTexts(bytes: Uint8Array): Promise<readonly PdfText[]> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const faces = new Map<PDFDict, PdfFace>();
  return pdf.getPages().map((page) => ({ ...page.getSize(), runs: readPage(page, faces) }));
}

function readPage({ node }: PDFPage, faces: Map<PDFDict, PdfFace>): readonly Run[] {
  const contents = node.Contents();
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((ref) => node.context.lookup(ref)) : [contents];
  const runs: Run[] = [];
  const code = streams.map((stream) => (stream instanceof PDFRawStream ? unpack(stream) : '')).join('\n');
  readContent(code, node.Resources(), [1, 0, 0, 1, 0, 0], faces, runs);
  return runs;
}

type Matrix = readonly [number, number, number, number, number, number];

/** A number, a name, a string of hex digits, or an operator: more is not needed to follow text. */
const TOKEN = /<<|>>|<([\da-fA-F\s]*)>|\/[^\s/<>[\]()]+|\((?:\\.|[^\\()])*\)|[[\]]|[^\s/<>[\]()]+/gs;

function readContent(
  code: string,
  resources: PDFDict | undefined,
  outer: Matrix,
  faces: Map<PDFDict, PdfFace>,
  runs: Run[],
): void {
  const kept: Matrix[] = [];
  let matrix = outer;
  let text: Matrix = [1, 0, 0, 1, 0, 0];
  let face: PdfFace | undefined;
  let size = 0;
  let run: Run | undefined;
  let operands: string[] = [];
  const numbers = () => operands.map(Number);
  const end = () => {
    if (run) runs.push(run);
    run = undefined;
  };
  const show = (hex: string) => {
    const [a, b, , , x, y] = times(text, matrix);
    const scale = Math.hypot(a, b) * size;
    const { letters, width } = face?.decode(hex) ?? { letters: '', width: 0 };
    run = {
      text: (run?.text ?? '') + letters,
      left: Math.min(run?.left ?? x, x),
      right: Math.max(run?.right ?? x, x + width * scale),
      base: y,
      size: scale,
    };
  };
  for (const [token, hex] of code.matchAll(TOKEN)) {
    if (/^[-+.\d/(<>[\]]/.test(token)) {
      operands.push(hex ?? token);
      continue;
    }
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers();
    if (token === 'q') kept.push(matrix);
    else if (token === 'Q') matrix = kept.pop() ?? outer;
    else if (token === 'cm') matrix = times([a, b, c, d, e, f], matrix);
    else if (token === 'Tm') {
      end();
      text = [a, b, c, d, e, f];
    } else if (token === 'Td') text = times([1, 0, 0, 1, a, b], text);
    else if (token === 'Tf') {
      const font = look(resources, 'Font', operands[0]);
      size = Number(operands[1]);
      if (font instanceof PDFDict) {
        face = faces.get(font) ?? readFace(font);
        faces.set(font, face);
      }
    } else if (token === 'Tj' || token === 'TJ')
      show(operands.filter((one) => /^[\da-f\s]*$/i.test(one)).join(''));
    else if (token === 'ET') end();
    else if (token === 'Do') {
      const form = look(resources, 'XObject', operands[0]);
      if (form instanceof PDFRawStream && form.dict.get(PDFName.of('Subtype')) === PDFName.of('Form'))
        readContent(
          unpack(form),
          form.dict.lookupMaybe(PDFName.of('Resources'), PDFDict),
          times(matrixOf(form), matrix),
          faces,
          runs,
        );
    }
    operands = [];
  }
}

function look(resources: PDFDict | undefined, kind: string, name = '') {
  return resources?.lookupMaybe(PDFName.of(kind), PDFDict)?.lookup(PDFName.of(name.slice(1)));
}

function unpack(stream: PDFRawStream): string {
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
}

function matrixOf({ dict }: PDFRawStream): Matrix {
  const written = dict.lookupMaybe(PDFName.of('Matrix'), PDFArray)?.asArray();
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = (written ?? []).map((one) =>
    one instanceof PDFNumber ? one.asNumber() : 0,
  );
  return [a, b, c, d, e, f];
}

/** The first, then the second. */
function times([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}
