import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNull, PDFNumber, type PDFPage } from 'pdf-lib';
import { numberedIn, readCode, unmarkedIn, writeCode } from './page-code.ts';
import { eachTag, K, type Tag } from './tag-tree.ts';

/** Operators that show letters, pictures or shades: what has any of them is content. */
const SHOWS = /(?:^|\s)(?:Tj|TJ|Do|sh|BI)(?=\s|$)/;
/** Tags whose lines and areas are the content. */
const DRAWN: ReadonlySet<string> = new Set(['Figure', 'Formula', 'Link']);

/**
 * Marks as ornaments, which readers pass over, what a page paints without any tag (its number), and the grounds and
 * rules that the browser tags as if a table or a column were said by them.
 */
export function markOrnaments(pdf: PDFDocument, tags: readonly Tag[]): void {
  const pages = pdf.getPages();
  const owners = ownersOf(tags, pages.length);
  const rows = rowsOf(pdf);
  for (const [index, page] of pages.entries()) {
    const code = readCode(page);
    const plain = numberedIn(code).filter(({ id, body, to }) => {
      const owner = owners[index]?.get(id);
      return owner && !SHOWS.test(code.slice(body, to)) && !isDrawn(owner);
    });
    for (const { id } of plain) disown(page, owners[index]?.get(id), id, rows);
    const bare = unmarkedIn(code).map(([from, to]) => ({ from, body: from, to, after: '\nEMC\n' }));
    const cuts = [...plain.map((one) => ({ ...one, after: '' })), ...bare].sort((a, b) => a.from - b.from);
    if (cuts.length > 0) writeCode(page, marked(code, cuts));
  }
}

interface Cut {
  readonly from: number;
  readonly body: number;
  readonly to: number;
  readonly after: string;
}

function marked(code: string, cuts: readonly Cut[]): string {
  let text = '';
  let done = 0;
  for (const { from, body, to, after } of cuts) {
    text += `${code.slice(done, from)}\n/Artifact BMC\n${code.slice(body, to)}${after}`;
    done = to;
  }
  return text + code.slice(done);
}

/** The tag that holds each numbered stretch, page by page. */
function ownersOf(tags: readonly Tag[], pages: number): readonly Map<number, Tag>[] {
  const owners = Array.from({ length: pages }, () => new Map<number, Tag>());
  for (const tag of eachTag(tags))
    for (const { page, id } of tag.content) if (page !== undefined) owners[page]?.set(id, tag);
  return owners;
}

/** For each page's key, the tags of its stretches by their numbers. */
type Rows = ReadonlyMap<number, PDFArray>;

function rowsOf({ catalog }: PDFDocument): Rows {
  const tree = catalog
    .lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
    ?.lookupMaybe(PDFName.of('ParentTree'), PDFDict);
  const rows = new Map<number, PDFArray>();
  const read = (node: PDFDict | undefined): void => {
    const numbers = node?.lookupMaybe(PDFName.of('Nums'), PDFArray);
    for (let at = 0; at + 1 < (numbers?.size() ?? 0); at += 2) {
      const [key, row] = [numbers?.lookup(at), numbers?.lookup(at + 1)];
      if (key instanceof PDFNumber && row instanceof PDFArray) rows.set(key.asNumber(), row);
    }
    const kids = node?.lookupMaybe(PDFName.of('Kids'), PDFArray);
    for (let at = 0; at < (kids?.size() ?? 0); at++) read(kids?.lookupMaybe(at, PDFDict));
  };
  read(tree);
  return rows;
}

function isDrawn(tag: Tag): boolean {
  return DRAWN.has(tag.kind) || (tag.above !== undefined && isDrawn(tag.above));
}

/** Takes a stretch out of its tag, and out of the table that leads from stretches to tags. */
function disown(page: PDFPage, tag: Tag | undefined, id: number, rows: Rows): void {
  const { context } = page.doc;
  const kids = tag?.dict.lookup(K);
  const isIt = (kid: unknown) =>
    kid instanceof PDFNumber
      ? kid.asNumber() === id
      : kid instanceof PDFDict && !kid.has(PDFName.of('Stm')) && numberIn(kid, 'MCID') === id;
  if (kids instanceof PDFArray)
    tag?.dict.set(K, context.obj(kids.asArray().filter((kid) => !isIt(context.lookup(kid)))));
  else if (isIt(kids)) tag?.dict.delete(K);
  const row = rows.get(numberIn(page.node, 'StructParents') ?? -1);
  if (row && id < row.size()) row.set(id, PDFNull);
}

function numberIn(dict: PDFDict, key: string): number | undefined {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFNumber ? value.asNumber() : undefined;
}
