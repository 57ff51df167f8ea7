import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, type PDFPage, PDFString } from 'pdf-lib';
import { destination } from './write-bookmarks.ts';

/** Where links lead and what is said of them. */
export interface LinkWords {
  /** Address the deck was printed from, with a slash at its end. */
  readonly url: string;
  /** Numbers of pages from 0, by address inside the deck. */
  readonly addresses: ReadonlyMap<string, number>;
  /** What a reader knows each page by. */
  readonly titles: readonly string[];
}

const CONTENTS = PDFName.of('Contents');

/**
 * Links between slides lead to pages; what lies beside the deck on a server is named as it lies there. Each link
 * says in words where it leads (Matterhorn 28-012).
 */
export function mendLinks(page: PDFPage, pages: readonly PDFPage[], words: LinkWords): void {
  const annotations = page.node.Annots();
  for (let at = 0; at < (annotations?.size() ?? 0); at++) {
    const link = annotations?.lookupMaybe(at, PDFDict);
    const action = link?.lookupMaybe(PDFName.of('A'), PDFDict);
    const written = action?.lookup(PDFName.of('URI'));
    if (!link || !action || !(written instanceof PDFString || written instanceof PDFHexString)) continue;
    const address = written.decodeText();
    if (!address.startsWith(words.url)) {
      link.set(CONTENTS, PDFHexString.fromText(address));
      continue;
    }
    const inside = /^[^#]*#\/?(.*)$/.exec(address)?.[1];
    if (inside === undefined) {
      const beside = address.slice(words.url.length);
      action.set(PDFName.of('URI'), PDFString.of(beside));
      link.set(CONTENTS, PDFHexString.fromText(beside));
      continue;
    }
    const number = words.addresses.get(decode(inside)) ?? -1;
    const target = pages[number];
    link.delete(PDFName.of('A'));
    if (target) link.set(PDFName.of('Dest'), destination(page.doc.context, target));
    link.set(CONTENTS, PDFHexString.fromText(words.titles[number] ?? inside));
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

const SIZE = 20;

/**
 * A note in the upper right corner, closed until it is asked for. It has a look of its own and a tag, without which
 * no reader of tags would come to it (Matterhorn 28-002).
 */
export function addNote(page: PDFPage, note: string): void {
  const { width, height } = page.getSize();
  const { context } = page.doc;
  const [left, bottom] = [width - 10 - SIZE, height - 10 - SIZE];
  const look = context.stream(`.11 .33 .69 RG 1.5 w 2 4 ${SIZE - 4} ${SIZE - 8} re S`, {
    ...{ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, SIZE, SIZE], Resources: {} },
  });
  const annotation = context.obj({
    ...{ Type: 'Annot', Subtype: 'Text', Name: 'Comment', Open: false, F: 28 },
    Rect: [left, bottom, left + SIZE, bottom + SIZE],
    Contents: PDFHexString.fromText(note),
    AP: { N: context.register(look) },
  });
  const ref = context.register(annotation);
  page.node.addAnnot(ref);
  tagAnnotation(page, annotation, ref);
}

/** Puts an annotation at the end of the structure of its page, as a tag of its own. */
export function tagAnnotation(
  page: PDFPage,
  annotation: PDFDict,
  ref: ReturnType<PDFDocument['context']['register']>,
) {
  const { context, catalog } = page.doc;
  const root = catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  const parents = root
    ?.lookupMaybe(PDFName.of('ParentTree'), PDFDict)
    ?.lookupMaybe(PDFName.of('Nums'), PDFArray);
  const document = root?.get(PDFName.of('K'));
  const outermost = document instanceof PDFArray ? document.get(0) : document;
  const above = root?.context.lookupMaybe(outermost, PDFDict);
  if (!root || !parents || !above || !outermost) return;
  const next = root.lookup(PDFName.of('ParentTreeNextKey'));
  const key = Number(next?.toString() ?? parents.size());
  const tag = context.register(
    context.obj({
      ...{ Type: 'StructElem', S: 'Annot', P: outermost, Pg: page.ref },
      K: { Type: 'OBJR', Obj: ref, Pg: page.ref },
    }),
  );
  annotation.set(PDFName.of('StructParent'), context.obj(key));
  parents.push(context.obj(key));
  parents.push(tag);
  root.set(PDFName.of('ParentTreeNextKey'), context.obj(key + 1));
  const kids = above.lookup(PDFName.of('K'));
  if (kids instanceof PDFArray) kids.push(tag);
  else
    above.set(
      PDFName.of('K'),
      context.obj([above.get(PDFName.of('K')), tag].filter((kid) => kid !== undefined)),
    );
}
