import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
} from 'pdf-lib';

/** A font of a PDF, as far as it takes to read what is set in it. */
export interface PdfFace {
  /** Letters of glyphs, given as four hex digits each, and how far they reach; in parts of the font's size. */
  readonly decode: (hex: string) => { readonly letters: string; readonly width: number };
}

/** Reads a font whose glyphs have numbers of two bytes, as browsers embed them. */
export function readFace(font: PDFDict): PdfFace {
  const map = font.lookup(PDFName.of('ToUnicode'));
  const letters = map instanceof PDFRawStream ? readLetters(map) : new Map<number, string>();
  const below = font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookupMaybe(0, PDFDict);
  const widths = readWidths(below?.lookupMaybe(PDFName.of('W'), PDFArray));
  const otherwise = number(below?.lookup(PDFName.of('DW'))) ?? 1000;
  return {
    decode: (hex) => {
      const glyphs = (hex.match(/[\da-f]{4}/gi) ?? []).map((digits) => Number.parseInt(digits, 16));
      return {
        letters: glyphs.map((glyph) => letters.get(glyph) ?? '').join(''),
        width: glyphs.reduce((sum, glyph) => sum + (widths.get(glyph) ?? otherwise), 0) / 1000,
      };
    },
  };
}

/** The letters each glyph stands for: `<0029> <00660069>`, and `<0001> <0002> <0041>` for glyphs in a row. */
function readLetters(stream: PDFRawStream): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  const code = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
  for (const [, kind, body = ''] of code.matchAll(/beginbf(char|range)(.*?)endbf/gs)) {
    const pattern = kind === 'char' ? /<(\w+)>()\s*<(\w+)>/g : /<(\w+)>\s*<(\w+)>\s*<(\w+)>/g;
    for (const [, from = '', to = '', letters = ''] of body.matchAll(pattern)) {
      const first = Number.parseInt(from, 16);
      const last = to === '' ? first : Number.parseInt(to, 16);
      const units = (letters.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16));
      const end = units.pop() ?? 0;
      for (let glyph = first; glyph <= last; glyph++)
        found.set(glyph, String.fromCharCode(...units, end + glyph - first));
    }
  }
  return found;
}

/** Widths by glyph: `0 [651 590]` from the first on, `10 12 500` for glyphs in a row. */
function readWidths(array: PDFArray | undefined): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const parts = array?.asArray() ?? [];
  for (let at = 0; at < parts.length; ) {
    const first = number(parts[at]) ?? 0;
    const next = array?.lookup(at + 1);
    if (next instanceof PDFArray) {
      for (const [index, width] of next.asArray().entries()) found.set(first + index, number(width) ?? 0);
      at += 2;
    } else {
      for (let glyph = first; glyph <= (number(next) ?? first); glyph++)
        found.set(glyph, number(parts[at + 2]) ?? 0);
      at += 3;
    }
  }
  return found;
}

function number(object: PDFObject | undefined): number | undefined {
  return object instanceof PDFNumber ? object.asNumber() : undefined;
}
