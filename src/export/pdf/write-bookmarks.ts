import {
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNull,
  type PDFPage,
  PDFRef,
} from 'pdf-lib';
import type { Bookmark } from './bookmarks.ts';

/**
 * Replaces the browser's bookmarks, which are its headings and hold no slide without one.
 * @param firstPages number of each slide's first page, from 0.
 */
export function writeBookmarks(
  pdf: PDFDocument,
  bookmarks: readonly Bookmark[],
  firstPages: readonly number[],
): void {
  const { context } = pdf;
  const pages = pdf.getPages();
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
export function destination(context: PDFContext, page: PDFPage) {
  return context.obj([page.ref, PDFName.of('XYZ'), 0, page.getHeight(), PDFNull]);
}
