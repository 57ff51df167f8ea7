import { PDFDict, PDFName } from 'pdf-lib';
import { readCode, unmarkedIn } from '../pdf/page-code.ts';
import type { Condition, Finding, ReadFile } from './condition.ts';

/** What must hold of what is painted, and of the fonts it is painted with. */
export const CONTENT_CONDITIONS: readonly Condition[] = [
  { number: '01-005', standard: 'PDF/UA', find: (file) => eachPage(file, unmarked) },
  { number: '10-001', standard: 'PDF/UA', find: (file) => eachFont(file, wordless) },
  { number: '31-009', standard: 'PDF/UA', find: (file) => eachFont(file, absent) },
  { number: '31-030', standard: 'PDF/UA', find: (file) => eachPage(file, missingLetters) },
];

function* eachPage({ pdf }: ReadFile, fault: (code: string) => string | undefined): Generator<Finding> {
  for (const [page, one] of pdf.getPages().entries()) {
    const what = fault(readCode(one));
    if (what !== undefined) yield { page, what };
  }
}

/** Everything painted is marked, as content or as an ornament. */
function unmarked(code: string): string | undefined {
  return unmarkedIn(code).length > 0
    ? 'something is painted that is neither tagged nor an ornament'
    : undefined;
}

/** Glyphs are of four digits each; most pages hold none of four zeros. */
const EMPTY_BOX = /<(?:[\da-fA-F]{4})*?0000/;

/** A letter that no font has is glyph 0, an empty box. */
function missingLetters(code: string): string | undefined {
  if (!EMPTY_BOX.test(code)) return undefined;
  let count = 0;
  for (const [, digits = ''] of code.matchAll(/<([0-9a-fA-F]+)>\s*Tj/g))
    for (let at = 0; at < digits.length; at += 4) if (digits.startsWith('0000', at)) count++;
  return count === 0 ? undefined : `${count} letters are in no font: empty boxes stand for them`;
}

const [TYPE, FONT] = [PDFName.of('Type'), PDFName.of('Font')];

function* eachFont({ objects }: ReadFile, fault: (font: PDFDict) => string | undefined): Generator<Finding> {
  for (const object of objects) {
    if (!(object instanceof PDFDict) || object.get(TYPE) !== FONT) continue;
    const what = fault(object);
    if (what !== undefined) yield { what };
  }
}

function nameOf(font: PDFDict): string {
  return (
    (font.lookup(PDFName.of('BaseFont')) ?? font.lookup(PDFName.of('Name')))?.toString().slice(1) ??
    'without name'
  );
}

/** A composite font, or one of drawings, says which letters its glyphs are. */
function wordless(font: PDFDict): string | undefined {
  const kind = font.get(PDFName.of('Subtype'));
  const needs = kind === PDFName.of('Type0') || kind === PDFName.of('Type3');
  return needs && !font.has(PDFName.of('ToUnicode'))
    ? `the letters of the font ${nameOf(font)} cannot be told`
    : undefined;
}

function absent(font: PDFDict): string | undefined {
  const kind = font.get(PDFName.of('Subtype'));
  if (kind === PDFName.of('Type0') || kind === PDFName.of('Type3')) return undefined;
  const descriptor = font.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict);
  const isThere = ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.has(PDFName.of(key)));
  return isThere ? undefined : `the font ${nameOf(font)} is not in the file`;
}
