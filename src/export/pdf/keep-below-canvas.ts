import { PDFDict, type PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';
import { unpack } from './page-code.ts';

const SMASK = PDFName.of('SMask');
/** What fills rectangles, and nothing else: numbers, the state they are filled in, marks of content around them. */
const RECTANGLES =
  /^(?:\s*(?:[-+.\d]+|\/\w+|<<\s*\/MCID \d+\s*>>|<\/MCID \d+>|q|Q|cm|re|W\*?|n|rg|RG|gs|f|BDC|EMC|BMC))*\s*$/;

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
    RECTANGLES.test(unpack(group))
  );
}
