import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Blob, Direction, Face, Font, shape, Buffer as Text } from 'harfbuzzjs';
import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';
import { CUTS, SLICES } from '../../../src/fonts/faces.ts';
import { openCut } from '../../../src/fonts/instances.ts';

/** A glyph as it is drawn: its outline, and its place; in 1/1000 em. */
export interface Drawn {
  readonly commands: string;
  readonly numbers: readonly number[];
  readonly x: number;
  readonly y: number;
}

/** A font file of a package, whole, at a weight where it has several. */
export async function openFont(path: string, axes: Readonly<Record<string, number>> = {}): Promise<Font> {
  const { face } = await openCut({ name: basename(path, '.woff2'), source: readFileSync(path), axes });
  return new Font(face);
}

/** Every font that the program brings, whole. */
export async function programFonts(): Promise<readonly Font[]> {
  const sets = [CUTS, ...SLICES.map(({ cuts }) => cuts)];
  const cuts = sets.flatMap((set) => Object.values(set).flat());
  return (await Promise.all(cuts.map(openCut))).map(({ face }) => new Font(face));
}

function draw(font: Font, glyph: number, x: number, y: number): Drawn {
  const path = font.glyphToPath(glyph);
  const numbers = path.match(/-?\d+(?:\.\d+)?/g) ?? [];
  return {
    commands: path.replace(/[-\d., ]+/g, ' '),
    numbers: numbers.map((one) => (Number(one) * 1000) / font.face.upem),
    x,
    y,
  };
}

/** A word as HarfBuzz sets it; undefined where the font lacks a letter. @param spacing between letters. */
export function setWord(
  word: string,
  lang: string,
  font: Font,
  spacing: number,
): readonly Drawn[] | undefined {
  const text = new Text();
  text.addText(word);
  text.guessSegmentProperties();
  text.setLanguage(lang);
  // Digits are of no script by themselves: between Arabic letters they are Arabic's, and run from left to right.
  if (/^\p{Nd}+$/u.test(word) && lang === 'ar') {
    text.setScript('Arab');
    text.setDirection(Direction.LTR);
  }
  shape(font, text);
  const infos = text.getGlyphInfos();
  if (infos.some(({ codepoint }) => codepoint === 0)) return undefined;
  const scale = 1000 / font.face.upem;
  let pen = 0;
  const glyphs = text.getGlyphPositions().map(({ xAdvance, xOffset, yOffset }, index) => {
    const { codepoint = 0, cluster } = infos[index] ?? {};
    const drawn = draw(font, codepoint, pen + xOffset * scale, yOffset * scale);
    pen += xAdvance * scale + (infos[index + 1]?.cluster === cluster ? 0 : spacing);
    return drawn;
  });
  return glyphs.filter(isSeen);
}

/** Neither a space nor what joins or parts letters. */
const isSeen = ({ commands }: Drawn) => commands !== '';

/** Whether these glyphs stand in a row, each where it is to be: to within what rounding makes. */
export function isPainted(word: readonly Drawn[], page: readonly Drawn[]): boolean {
  const [first] = word;
  return page.some((start, at) =>
    word.every((wanted, index) => {
      const drawn = page[at + index];
      return (
        first !== undefined &&
        drawn?.commands === wanted.commands &&
        drawn.numbers.every((number, nth) => isNear(number, wanted.numbers[nth])) &&
        isNear(drawn.x - start.x, wanted.x - first.x) &&
        isNear(drawn.y - start.y, wanted.y - first.y)
      );
    }),
  );
}

const isNear = (one: number, other = Number.NaN) => Math.abs(one - other) <= 3;

/** What each page of a PDF is painted of, as a browser writes it: glyph by glyph, in fonts the file holds. */
export async function paintedGlyphs(path: string): Promise<readonly (readonly Drawn[])[]> {
  const pdf = await PDFDocument.load(readFileSync(path));
  return pdf.getPages().map(({ node }) => {
    const contents = node.Contents();
    const streams = contents instanceof PDFArray ? contents.asArray() : [contents];
    const code = streams.map((one) => unpack(one && node.context.lookup(one))).join('\n');
    return readPainted(code, node.Resources()).filter(isSeen);
  });
}

function unpack(stream: unknown): string {
  if (!(stream instanceof PDFRawStream)) return '';
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
}

const SHOWN = /\/(\S+) (\S+) Tf|(\S+ \S+) Td|(\S+ \S+) Tm|<([\dA-F]+)> Tj|\/(\S+) Do/g;

function readPainted(code: string, resources: PDFDict | undefined): readonly Drawn[] {
  const painted: Drawn[] = [];
  let font: Font | undefined;
  let [size, x, y] = [1, 0, 0];
  for (const [, name, points, moved, placed, glyphs, form] of code.matchAll(SHOWN)) {
    const [right = 0, up = 0] = (moved ?? placed ?? '').split(' ').map(Number);
    if (form) {
      const drawing = resources?.lookupMaybe(PDFName.of('XObject'), PDFDict)?.lookup(PDFName.of(form));
      if (drawing instanceof PDFRawStream)
        painted.push(
          ...readPainted(unpack(drawing), drawing.dict.lookupMaybe(PDFName.of('Resources'), PDFDict)),
        );
    } else if (name) {
      font = embeddedFont(resources, name);
      size = Number(points);
    } else if (glyphs && font) {
      let pen = (x * 1000) / size;
      for (const glyph of (glyphs.match(/.{4}/g) ?? []).map((one) => Number.parseInt(one, 16))) {
        painted.push(draw(font, glyph, pen, (y * 1000) / size));
        pen += (font.glyphHAdvance(glyph) * 1000) / font.face.upem;
      }
    } else if (moved ?? placed) [x, y] = placed ? [right, -up] : [x + right, y + up];
  }
  return painted;
}

const opened = new Map<PDFRawStream, Font>();

function embeddedFont(resources: PDFDict | undefined, name: string): Font | undefined {
  const file = resources
    ?.lookupMaybe(PDFName.of('Font'), PDFDict)
    ?.lookupMaybe(PDFName.of(name), PDFDict)
    ?.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)
    ?.lookupMaybe(0, PDFDict)
    ?.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict)
    ?.lookup(PDFName.of('FontFile2'));
  if (!(file instanceof PDFRawStream)) return undefined;
  const known = opened.get(file) ?? new Font(new Face(new Blob(decodePDFRawStream(file).decode())));
  opened.set(file, known);
  return known;
}
