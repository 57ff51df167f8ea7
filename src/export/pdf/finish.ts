import {
  ParseSpeeds,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNull,
  type PDFObject,
  type PDFPage,
  PDFRef,
  PDFString,
} from 'pdf-lib';
import type { FrontMatter } from '../../deck/front-matter.ts';
import type { Bookmark } from './bookmarks.ts';

/** What a printed PDF is to say of itself. */
export interface PdfWords {
  readonly meta: FrontMatter;
  /** Bookmarks, which name slides; `pageOf` knows their pages. */
  readonly bookmarks: readonly Bookmark[];
  /** Numbers of pages from 0, by address inside the deck. */
  readonly addresses: ReadonlyMap<string, number>;
  /** Number of each slide's first page, from 0. */
  readonly firstPages: readonly number[];
  /** The page number a reader sees, of each page. */
  readonly labels: readonly string[];
  /** Notes of each page; empty where it has none or none are wanted. */
  readonly notes: readonly string[];
  /** Address the deck was printed from, with a slash at its end. */
  readonly url: string;
}

// A PDF says when it was made; the deck's own date makes the same deck the same bytes.
const NO_DATE = '2000-01-01';

/** Says in the file what it is, with fixed dates, so that two runs give the same bytes. */
export async function finishPdf(printed: Uint8Array, words: PdfWords): Promise<Uint8Array> {
  // Without its rests, which keep a page in a browser alive and cost a process half the time.
  const pdf = await PDFDocument.load(printed, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
  describe(pdf, words.meta);
  mendTags(pdf);
  numberCells(pdf);
  const pages = pdf.getPages();
  writeBookmarks(pdf, words, pages);
  writeLabels(pdf, words.labels);
  for (const [index, page] of pages.entries()) {
    mendLinks(page, pages, words);
    const note = words.notes[index];
    if (note) addNote(page, note);
  }
  return pdf.save({ objectsPerTick: Number.POSITIVE_INFINITY });
}

/** A deck's title with its subtitle. */
export function titleOf({ title, subtitle }: FrontMatter): string {
  return [title, subtitle].filter(Boolean).join(': ');
}

function describe(pdf: PDFDocument, meta: FrontMatter): void {
  pdf.setTitle(titleOf(meta), { showInWindowTitleBar: true });
  if (meta.author) pdf.setAuthor(meta.author);
  if (meta.description) pdf.setSubject(meta.description);
  if (meta.keywords) pdf.setKeywords([meta.keywords]);
  pdf.setLanguage(meta.lang);
  pdf.setCreator('Orihon');
  pdf.setProducer('Chromium, pdf-lib');
  const written = /^\d{4}-\d{2}-\d{2}$/.test(meta.date ?? '') ? meta.date : NO_DATE;
  const date = new Date(`${written}T00:00:00Z`);
  pdf.setCreationDate(date);
  pdf.setModificationDate(date);
}

/** A figure that only holds another (a drawing with its caption) needs no words of its own: it is a group. */
function mendTags(pdf: PDFDocument): void {
  const [kind, figure, alt] = [PDFName.of('S'), PDFName.of('Figure'), PDFName.of('Alt')];
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(kind) !== figure || !object.has(alt)) continue;
    let above = object.lookup(PDFName.of('P'));
    while (above instanceof PDFDict) {
      if (above.get(kind) === figure && !above.has(alt)) above.set(kind, PDFName.of('Div'));
      above = above.lookup(PDFName.of('P'));
    }
  }
}

/**
 * The browser names table cells by how many nodes it made before them, which depends on how fast the machine was:
 * they are numbered anew, in the same order.
 */
function numberCells({ context }: PDFDocument): void {
  const named: { readonly name: string; readonly rename: (to: PDFString) => void }[] = [];
  const take = (value: PDFObject, rename: (to: PDFString) => void): void => {
    if (value instanceof PDFString && /^node\d+$/.test(value.asString()))
      named.push({ name: value.asString(), rename });
    else if (value instanceof PDFDict)
      for (const [key, inner] of value.entries()) take(inner, (to) => value.set(key, to));
    else if (value instanceof PDFArray)
      for (const [at, inner] of value.asArray().entries()) take(inner, (to) => value.set(at, to));
  };
  for (const [ref, object] of context.enumerateIndirectObjects())
    take(object, (to) => context.assign(ref, to));
  const order = [...new Set(named.map(({ name }) => name))].sort();
  const numbers = new Map(order.map((name, index) => [name, `node${`${index + 1}`.padStart(8, '0')}`]));
  for (const { name, rename } of named) rename(PDFString.of(numbers.get(name) ?? name));
}

/** Replaces the browser's bookmarks, which are its headings and hold no slide without one. */
function writeBookmarks(
  pdf: PDFDocument,
  { bookmarks, firstPages }: PdfWords,
  pages: readonly PDFPage[],
): void {
  const { context } = pdf;
  const count = (all: readonly Bookmark[]): number =>
    all.reduce((sum, { below }) => sum + 1 + count(below), 0);
  const write = (all: readonly Bookmark[], parent: PDFRef, above: PDFDict): void => {
    const refs = all.map(() => context.nextRef());
    for (const [index, { title, slide, below }] of all.entries()) {
      const [ref, before, after] = [refs[index], refs[index - 1], refs[index + 1]];
      const page = pages[firstPages[slide] ?? -1];
      if (!ref) continue;
      const entry = context.obj({ Title: PDFHexString.fromText(title), Parent: parent });
      if (page) entry.set(PDFName.of('Dest'), destination(context, page));
      if (before) entry.set(PDFName.of('Prev'), before);
      if (after) entry.set(PDFName.of('Next'), after);
      context.assign(ref, entry);
      if (below.length > 0) write(below, ref, entry);
    }
    const [first, last] = [refs[0], refs.at(-1)];
    if (first && last) above.set(PDFName.of('First'), first);
    if (last) above.set(PDFName.of('Last'), last);
    above.set(PDFName.of('Count'), context.obj(count(all)));
  };
  dropBookmarks(pdf);
  const ref = context.nextRef();
  const root = context.obj({ Type: 'Outlines' });
  write(bookmarks, ref, root);
  context.assign(ref, root);
  pdf.catalog.set(PDFName.of('Outlines'), ref);
  pdf.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}

function dropBookmarks({ catalog, context }: PDFDocument): void {
  const drop = (ref: unknown): void => {
    if (!(ref instanceof PDFRef)) return;
    const entry = context.lookupMaybe(ref, PDFDict);
    context.delete(ref);
    drop(entry?.get(PDFName.of('First')));
    drop(entry?.get(PDFName.of('Next')));
  };
  drop(catalog.get(PDFName.of('Outlines')));
}

/** The whole page, from its upper edge, at the zoom the reader has. */
function destination(context: PDFContext, page: PDFPage) {
  return context.obj([page.ref, PDFName.of('XYZ'), 0, page.getHeight(), PDFNull]);
}

function writeLabels({ catalog, context }: PDFDocument, labels: readonly string[]): void {
  const plain = labels.every((label, index) => label === `${index + 1}`);
  const nums = plain
    ? [0, { S: 'D' }]
    : labels.flatMap((label, index) => [index, { P: PDFHexString.fromText(label) }]);
  catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: context.obj(nums) }));
}

/** Links between slides lead to pages; what lies beside the deck on a server is named as it lies there. */
function mendLinks(page: PDFPage, pages: readonly PDFPage[], { url, addresses }: PdfWords): void {
  const annotations = page.node.Annots();
  for (let at = 0; at < (annotations?.size() ?? 0); at++) {
    const link = annotations?.lookupMaybe(at, PDFDict);
    const action = link?.lookupMaybe(PDFName.of('A'), PDFDict);
    const written = action?.lookup(PDFName.of('URI'));
    if (!link || !action || !(written instanceof PDFString || written instanceof PDFHexString)) continue;
    const address = written.decodeText();
    if (!address.startsWith(url)) continue;
    const inside = /^[^#]*#\/?(.*)$/.exec(address)?.[1];
    const target = pages[addresses.get(decode(inside ?? '')) ?? -1];
    if (inside === undefined) action.set(PDFName.of('URI'), PDFString.of(address.slice(url.length)));
    else link.delete(PDFName.of('A'));
    if (inside !== undefined && target) link.set(PDFName.of('Dest'), destination(page.doc.context, target));
  }
}

/** An address that is no valid one leads nowhere, as it is. */
function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** A note in the upper right corner, closed until it is asked for. */
function addNote(page: PDFPage, note: string): void {
  const { width, height } = page.getSize();
  const { context } = page.doc;
  const annotation = context.obj({
    Type: 'Annot',
    Subtype: 'Text',
    Rect: [width - 30, height - 30, width - 10, height - 10],
    Contents: PDFHexString.fromText(note),
    Name: 'Comment',
    Open: false,
  });
  page.node.addAnnot(context.register(annotation));
}
