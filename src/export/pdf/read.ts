import {
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFStream,
  PDFString,
} from 'pdf-lib';
import { RECEIPT } from './receipt-notes.ts';
import { ALT, K, MCID, OBJ, PG, S } from './tag-tree.ts';

/** What a reader finds on one page of a PDF. */
export interface PdfPage {
  /** Levels of the tagged headings, in reading order. */
  readonly headings: readonly number[];
  /** Alternative text of each tagged figure; empty where it has none. */
  readonly figures: readonly string[];
  /** Addresses, or numbers of pages from 0; undefined where a link leads nowhere. */
  readonly links: readonly (string | number | undefined)[];
  readonly bitmaps: number;
  readonly fonts: readonly PdfFont[];
  readonly notes: readonly string[];
  /** What is said of numbers on it: where each comes from. */
  readonly receipts: readonly string[];
}

export interface PdfFont {
  readonly name: string;
  readonly kind: 'TrueType' | 'Type 3' | 'other';
  readonly embedded: boolean;
}

export interface PdfBookmark {
  readonly title: string;
  /** Number of the page from 0; undefined where it leads nowhere. */
  readonly page: number | undefined;
  readonly depth: number;
}

/** What is in a PDF file, found by reading the file and nothing else. */
export interface PdfContent {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly keywords: string;
  readonly lang: string;
  readonly pages: readonly PdfPage[];
  readonly bookmarks: readonly PdfBookmark[];
}

/** Reads a finished PDF: its tags, bookmarks, links, fonts and pictures. */
export async function readPdf(bytes: Uint8Array): Promise<PdfContent> {
  return readContent(
    await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest }),
  );
}

/** The same of a file that is at hand as a document: whoever has just made it need not take it apart again. */
export function readContent(pdf: PDFDocument): PdfContent {
  const pages = pdf.getPages();
  const numbers = new Map(pages.map(({ ref }, index) => [ref.tag, index]));
  const tags = readTags(pdf, numbers);
  const seen = new Map<PDFDict, Drawn>();
  return {
    title: pdf.getTitle() ?? '',
    author: pdf.getAuthor() ?? '',
    subject: pdf.getSubject() ?? '',
    keywords: pdf.getKeywords() ?? '',
    lang: text(pdf.catalog.lookup(PDFName.of('Lang'))),
    pages: pages.map(({ node }, index) => ({
      headings: tags.headings.get(index) ?? [],
      figures: tags.figures.get(index) ?? [],
      ...readAnnotations(node.Annots(), numbers),
      ...readDrawn(node.Resources(), seen),
    })),
    bookmarks: readBookmarks(pdf, numbers),
  };
}

interface Tags {
  readonly headings: Map<number, number[]>;
  readonly figures: Map<number, string[]>;
}

/** The structure tree in reading order. A tag is on the page of the first thing it holds. */
function readTags(pdf: PDFDocument, numbers: ReadonlyMap<string, number>): Tags {
  const tags: Tags = { headings: new Map(), figures: new Map() };
  const add = <T>(map: Map<number, T[]>, page: number | undefined, value: T) => {
    if (page === undefined) return;
    const found = map.get(page) ?? [];
    found.push(value);
    map.set(page, found);
  };
  /** @returns the first page of what lies below. */
  const visit = (object: PDFObject | undefined, above: number | undefined): number | undefined => {
    const found = object instanceof PDFRef ? pdf.context.lookup(object) : object;
    if (found instanceof PDFNumber) return above;
    if (found instanceof PDFArray) {
      const pages = found.asArray().map((kid) => visit(kid, above));
      return pages.find((page) => page !== undefined);
    }
    if (!(found instanceof PDFDict)) return undefined;
    const own = found.get(PG);
    const at = own instanceof PDFRef ? numbers.get(own.tag) : above;
    const kind = found.get(S)?.toString() ?? '';
    if (kind === '') return found.has(MCID) || found.has(OBJ) ? at : visitKids(found, at);
    const page = visitKids(found, at) ?? at;
    const level = kind.length === 3 ? /^\/H([1-6])$/.exec(kind)?.[1] : undefined;
    if (level) add(tags.headings, page, Number(level));
    if (kind === '/Figure') add(tags.figures, page, text(found.lookup(ALT)));
    return page;
  };
  const visitKids = (dict: PDFDict, at: number | undefined) => visit(dict.get(K), at);
  visit(pdf.catalog.get(PDFName.of('StructTreeRoot')), undefined);
  return tags;
}

function readBookmarks(pdf: PDFDocument, numbers: ReadonlyMap<string, number>): readonly PdfBookmark[] {
  const found: PdfBookmark[] = [];
  const visit = (first: PDFDict | undefined, depth: number): void => {
    for (let entry = first; entry; entry = entry.lookupMaybe(PDFName.of('Next'), PDFDict)) {
      found.push({ title: text(entry.lookup(PDFName.of('Title'))), page: pageOf(entry, numbers), depth });
      visit(entry.lookupMaybe(PDFName.of('First'), PDFDict), depth + 1);
    }
  };
  const outlines = pdf.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict);
  visit(outlines?.lookupMaybe(PDFName.of('First'), PDFDict), 0);
  return found;
}

/** The page that a bookmark or a link leads to. */
function pageOf(entry: PDFDict, numbers: ReadonlyMap<string, number>): number | undefined {
  const action = entry.lookupMaybe(PDFName.of('A'), PDFDict);
  const target = entry.lookup(PDFName.of('Dest')) ?? action?.lookup(PDFName.of('D'));
  const page = target instanceof PDFArray ? target.get(0) : undefined;
  return page instanceof PDFRef ? numbers.get(page.tag) : undefined;
}

function readAnnotations(
  annotations: PDFArray | undefined,
  numbers: ReadonlyMap<string, number>,
): Pick<PdfPage, 'links' | 'notes' | 'receipts'> {
  const all = Array.from({ length: annotations?.size() ?? 0 }, (_, at) =>
    annotations?.lookupMaybe(at, PDFDict),
  );
  const of = (kind: string) => all.filter((one) => one?.get(PDFName.of('Subtype')) === PDFName.of(kind));
  return {
    links: of('Link').map((link) => {
      const address = text(link?.lookupMaybe(PDFName.of('A'), PDFDict)?.lookup(PDFName.of('URI')));
      return address || (link && pageOf(link, numbers));
    }),
    notes: of('Text').map((note) => text(note?.lookup(PDFName.of('Contents')))),
    receipts: of('Underline')
      .filter((one) => text(one?.lookup(PDFName.of('NM'))).startsWith(RECEIPT))
      .map((one) => text(one?.lookup(PDFName.of('Contents')))),
  };
}

type Drawn = Pick<PdfPage, 'bitmaps' | 'fonts'>;

/** Bitmaps and fonts that are drawn with these resources, also inside the forms and patterns among them. */
function readDrawn(resources: PDFDict | undefined, seen: Map<PDFDict, Drawn>): Drawn {
  const known = resources && seen.get(resources);
  if (known || !resources) return known ?? { bitmaps: 0, fonts: [] };
  const streams = ['XObject', 'Pattern'].flatMap((kind) =>
    valuesOf(resources.lookupMaybe(PDFName.of(kind), PDFDict)),
  );
  const fonts = valuesOf(resources.lookupMaybe(PDFName.of('Font'), PDFDict)).flatMap((font) =>
    font instanceof PDFDict ? [readFont(font)] : [],
  );
  let bitmaps = 0;
  for (const stream of streams) {
    if (!(stream instanceof PDFStream)) continue;
    if (stream.dict.get(PDFName.of('Subtype')) === PDFName.of('Image')) bitmaps++;
    const inner = readDrawn(stream.dict.lookupMaybe(PDFName.of('Resources'), PDFDict), seen);
    bitmaps += inner.bitmaps;
    fonts.push(...inner.fonts);
  }
  const drawn = { bitmaps, fonts };
  seen.set(resources, drawn);
  return drawn;
}

function readFont(font: PDFDict): PdfFont {
  const name = text(font.lookup(PDFName.of('BaseFont')) ?? font.lookup(PDFName.of('Name')));
  if (font.get(PDFName.of('Subtype')) === PDFName.of('Type3'))
    return { name, kind: 'Type 3', embedded: true };
  const below = font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookupMaybe(0, PDFDict) ?? font;
  const descriptor = below.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict);
  const trueType = descriptor?.has(PDFName.of('FontFile2')) ?? false;
  const embedded = trueType || ['FontFile', 'FontFile3'].some((key) => descriptor?.has(PDFName.of(key)));
  return { name, kind: trueType ? 'TrueType' : 'other', embedded };
}

function valuesOf(dict: PDFDict | undefined): readonly (PDFObject | undefined)[] {
  return (dict?.keys() ?? []).map((key) => dict?.lookup(key));
}

function text(object: PDFObject | undefined): string {
  if (object instanceof PDFString || object instanceof PDFHexString) return object.decodeText();
  return object instanceof PDFName ? object.decodeText() : '';
}
