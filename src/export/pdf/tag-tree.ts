import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject, PDFRef } from 'pdf-lib';

/** A stretch of a page's painting code, by the number its marks have. */
export interface MarkedContent {
  /** Number of the page from 0; undefined for content of a form. */
  readonly page: number | undefined;
  readonly id: number;
}

/** One element of a tagged PDF's structure, as its dictionary says. */
export interface Tag {
  readonly dict: PDFDict;
  readonly ref: PDFRef | undefined;
  /** `P`, `LI`, `Figure` … as its dictionary has it now. */
  readonly kind: string;
  readonly above: Tag | undefined;
  readonly below: readonly Tag[];
  /** Annotations it holds by reference. */
  readonly annotations: readonly PDFRef[];
  /** Marked content it holds itself. */
  readonly content: readonly MarkedContent[];
  /** The page of the first thing it holds, from 0; undefined where it holds nothing. */
  readonly page: number | undefined;
}

export const S = PDFName.of('S');
export const K = PDFName.of('K');
export const P = PDFName.of('P');
export const ALT = PDFName.of('Alt');
export const PG = PDFName.of('Pg');
export const OBJ = PDFName.of('Obj');
export const MCID = PDFName.of('MCID');
const STM = PDFName.of('Stm');

/** The structure of a tagged PDF, outermost tags first; empty for one without tags. */
export function readTags(pdf: PDFDocument): readonly Tag[] {
  const root = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  const numbers = new Map(pdf.getPages().map(({ ref }, index) => [ref.tag, index]));
  return root ? readKids(root, undefined, undefined, numbers).below : [];
}

/** Every tag of a structure, parents before children, in reading order. */
export function* eachTag(tags: readonly Tag[]): Generator<Tag> {
  const waiting = [...tags].reverse();
  for (let tag = waiting.pop(); tag; tag = waiting.pop()) {
    yield tag;
    for (const below of [...tag.below].reverse()) waiting.push(below);
  }
}

/** What a tag holds, as it is written: others by reference, and stretches of its page. */
export function kidsOf(dict: PDFDict): readonly PDFObject[] {
  const kids = dict.lookup(K);
  if (kids instanceof PDFArray) return kids.asArray();
  const only = dict.get(K);
  return only ? [only] : [];
}

interface Kids {
  readonly below: Tag[];
  readonly annotations: PDFRef[];
  readonly content: MarkedContent[];
  page: number | undefined;
}

function readKids(
  dict: PDFDict,
  above: Tag | undefined,
  page: number | undefined,
  numbers: ReadonlyMap<string, number>,
): Kids {
  const kids: Kids = { below: [], annotations: [], content: [], page: undefined };
  const at = (one: PDFDict, otherwise: number | undefined): number | undefined => {
    const own = one.get(PG);
    return own instanceof PDFRef ? numbers.get(own.tag) : otherwise;
  };
  const here = at(dict, page);
  const read = (object: PDFObject | undefined): void => {
    const found = object instanceof PDFRef ? dict.context.lookup(object) : object;
    if (found instanceof PDFArray) for (const one of found.asArray()) read(one);
    else if (found instanceof PDFNumber) {
      kids.content.push({ page: here, id: found.asNumber() });
      kids.page ??= here;
    } else if (found instanceof PDFDict) {
      if (found.has(S)) {
        const tag = readTag(found, object instanceof PDFRef ? object : undefined, above, here, numbers);
        kids.below.push(tag);
        kids.page ??= tag.page;
        return;
      }
      const annotation = found.get(OBJ);
      const id = found.lookup(MCID);
      if (annotation instanceof PDFRef) kids.annotations.push(annotation);
      else if (id instanceof PDFNumber)
        kids.content.push({
          page: found.has(STM) ? undefined : at(found, here),
          id: id.asNumber(),
        });
      kids.page ??= at(found, here);
    }
  };
  read(dict.get(K));
  return kids;
}

/** Kinds of tags by their names in a file, which pdf-lib has each but once: every kind is asked for many times. */
const names = new Map<PDFObject, string>();

function nameOf(object: PDFObject | undefined): string {
  if (!(object instanceof PDFName)) return object?.toString().slice(1) ?? '';
  const name = names.get(object) ?? object.toString().slice(1);
  names.set(object, name);
  return name;
}

function readTag(
  dict: PDFDict,
  ref: PDFRef | undefined,
  above: Tag | undefined,
  page: number | undefined,
  numbers: ReadonlyMap<string, number>,
): Tag {
  // Its children are to know it before they are read.
  const tag = {
    ...{ dict, ref, above, below: [], annotations: [], content: [], page: undefined },
    get kind() {
      return nameOf(dict.get(S));
    },
  };
  return Object.assign(tag, readKids(dict, tag, page, numbers));
}
