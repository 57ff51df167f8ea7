import { PDFDict, type PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';
import { unpack } from './page-code.ts';

const SMASK = PDFName.of('SMask');
/** Marks of content, which say nothing of what is drawn. */
const MARKS = /<<\s*\/MCID \d+\s*>>|<\/MCID \d+>/g;
/** A word of what fills rectangles, and nothing else: a number, a name, or the state they are filled in. */
const OF_RECTANGLES = /^(?:[-+.\d]+|\/\w+|q|Q|cm|re|W\*?|n|rg|RG|gs|f|BDC|EMC|BMC)$/;

/**
 * A chart begins by clearing its canvas. Chromium prints that as a hole in all that the page has drawn before: a mask
 * turned inside out, which some readers (MuPDF) do not know, and leave out the title with all else. On the screen
 * nothing below a canvas is cleared: nor is it on paper.
 */
export function keepBelowCanvas({ context }: PDFDocument): void {
  for (const [, object] of context.enumerateIndirectObjects())
    if (object instanceof PDFDict && isHole(object.lookup(SMASK))) object.set(SMASK, PDFName.of('None'));
}

function isHole(mask: unknown): boolean {
  if (!(mask instanceof PDFDict) || !mask.has(PDFName.of('TR'))) return false;
  const group = mask.lookup(PDFName.of('G'));
  return (
    mask.get(PDFName.of('S')) === PDFName.of('Alpha') &&
    group instanceof PDFRawStream &&
    fillsRectangles(unpack(group))
  );
}

/** Word by word: one pattern for all of it would try every way to part its numbers before it fails. */
function fillsRectangles(code: string): boolean {
  const words = code.replace(MARKS, ' ').split(/\s+/);
  return words.every((word) => word === '' || OF_RECTANGLES.test(word));
}
