import { readFileSync } from 'node:fs';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A box on a page, px of the sheet from its upper left corner. */
export interface PaperBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What is drawn on a page of a PDF file: paths that are painted, and its words. */
export interface Drawing {
  readonly paths: readonly PaperBox[];
  readonly words: readonly (PaperBox & { readonly text: string })[];
}

type Matrix = readonly [number, number, number, number, number, number];

const PAINTS = new Set<number>([OPS.fill, OPS.eoFill, OPS.stroke, OPS.fillStroke, OPS.eoFillStroke]);
/** A px of the sheet, in pt. */
const PX = 0.75;

/** Everything drawn on the first page of a PDF file that holds the headline. */
export async function drawingOf(path: string, headline: string): Promise<Drawing> {
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise;
  try {
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const pieces = items.flatMap((piece) => ('str' in piece ? [piece] : []));
      if (!letters(pieces.map(({ str }) => str).join('')).includes(letters(headline))) continue;
      const high = page.getViewport({ scale: 1 }).height;
      const words = pieces.map(({ str, transform, width, height }) => {
        const [left, base] = [Number(transform[4]), Number(transform[5])];
        return { text: str, ...onSheet([left, base], [left + width, base + height], high) };
      });
      const { fnArray, argsArray } = await page.getOperatorList();
      return { words, paths: pathsOf(fnArray, argsArray, high) };
    }
  } finally {
    await pdf.destroy();
  }
  throw new Error(`no page says ${headline}`);
}

/** A PDF cuts text into runs where it likes. */
function letters(text: string): string {
  return text.replace(/\s/g, '');
}

/** Follows the drawing's operators, to know where the paths it paints come to lie. */
function pathsOf(operators: readonly number[], operands: readonly unknown[], high: number): PaperBox[] {
  const found: PaperBox[] = [];
  const kept: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  let path: readonly number[] = [];
  for (const [index, operator] of operators.entries()) {
    const given = operands[index];
    const numbers = Array.isArray(given) ? given : [];
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) kept.push(matrix);
    if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = kept.pop() ?? matrix;
    if (operator === OPS.transform) matrix = times(matrix, readMatrix(numbers));
    if (operator === OPS.paintFormXObjectBegin && Array.isArray(numbers[0]))
      matrix = times(matrix, readMatrix(numbers[0]));
    // The operand after the points is the box around them.
    if (operator === OPS.constructPath) path = Array.isArray(numbers[2]) ? numbers[2].map(Number) : [];
    if (!PAINTS.has(operator)) continue;
    const [left = 0, top = 0, right = 0, bottom = 0] = path;
    found.push(onSheet(map(matrix, left, top), map(matrix, right, bottom), high));
  }
  return found;
}

function readMatrix([a, b, c, d, e, f]: readonly unknown[]): Matrix {
  return [Number(a), Number(b), Number(c), Number(d), Number(e), Number(f)];
}

function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function map([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

function onSheet(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  high: number,
): PaperBox {
  const across = [x1 / PX, x2 / PX];
  const down = [(high - y1) / PX, (high - y2) / PX];
  return {
    left: Math.min(...across),
    right: Math.max(...across),
    top: Math.min(...down),
    bottom: Math.max(...down),
  };
}
