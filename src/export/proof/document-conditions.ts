import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from 'pdf-lib';
import { showsTitle } from '../pdf/identify.ts';
import type { Condition, Finding, ReadFile } from './condition.ts';
import { words } from './tag-conditions.ts';

/** What must hold of the file as a whole, and of its annotations and attachments. */
export const DOCUMENT_CONDITIONS: readonly Condition[] = [
  whole('01-007', ({ catalog }) => {
    if (!catalog.has(PDFName.of('StructTreeRoot'))) return 'there are no tags';
    const mark = catalog.lookupMaybe(PDFName.of('MarkInfo'), PDFDict);
    if (mark?.lookup(PDFName.of('Marked'))?.toString() !== 'true')
      return 'the file does not say that it is tagged';
    return mark.lookup(PDFName.of('Suspects'))?.toString() === 'true'
      ? 'its tags are said to be doubtful'
      : undefined;
  }),
  whole('06-001', (pdf) => (metadata(pdf) === undefined ? 'there is no XMP' : undefined)),
  whole('06-002', (pdf) =>
    metadata(pdf)?.includes('<pdfuaid:part>1</pdfuaid:part>')
      ? undefined
      : 'XMP does not say that it is PDF/UA-1',
  ),
  whole('06-003', (pdf) =>
    /<dc:title><rdf:Alt><rdf:li[^>]*>[^<]/.test(metadata(pdf) ?? '') ? undefined : 'XMP names no title',
  ),
  whole('07-001', (pdf) => (showsTitle(pdf) ? undefined : 'the title is not shown above the page')),
  whole('11-006', ({ catalog }) => (words(catalog, 'Lang') === '' ? 'no language is said' : undefined)),
  whole('26-001', ({ context }) => (context.trailerInfo.Encrypt ? 'the file is locked' : undefined)),
  {
    number: '21-001',
    standard: 'PDF/UA',
    *find({ pdf }) {
      for (const spec of attachmentsOf(pdf))
        if (words(spec, 'F') === '' || words(spec, 'UF') === '') yield { what: 'an attachment has no name' };
    },
  },
  {
    number: '28-002',
    standard: 'PDF/UA',
    find: (file) => strayAnnotations(file, 'Annot', (kind) => kind !== 'Link'),
  },
  annotations('28-004', (annotation, kind) =>
    kind !== 'Link' && words(annotation, 'Contents') === '' ? `a ${kind} annotation says nothing` : undefined,
  ),
  tabs('28-008', (order) => (order ? undefined : 'nothing says in which order its links are reached')),
  tabs('28-009', (order) =>
    order && order !== PDFName.of('S') ? 'its links are not reached in the order of the tags' : undefined,
  ),
  {
    number: '28-011',
    standard: 'PDF/UA',
    find: (file) => strayAnnotations(file, 'Link', (kind) => kind === 'Link'),
  },
  annotations('28-012', (annotation, kind) =>
    kind === 'Link' && words(annotation, 'Contents') === ''
      ? 'a link does not say where it leads'
      : undefined,
  ),
];

function whole(number: string, fault: (pdf: PDFDocument) => string | undefined): Condition {
  return {
    number,
    standard: 'PDF/UA',
    find: ({ pdf }) => {
      const what = fault(pdf);
      return what === undefined ? [] : [{ what }];
    },
  };
}

function annotations(number: string, fault: (dict: PDFDict, kind: string) => string | undefined): Condition {
  return {
    number,
    standard: 'PDF/UA',
    *find({ pdf }) {
      for (const { dict, kind, page } of annotationsOf(pdf)) {
        const what = fault(dict, kind);
        if (what !== undefined) yield { page, what };
      }
    },
  };
}

/** A condition of the order in which the keyboard reaches what a page links to. */
function tabs(number: string, fault: (order: PDFObject | undefined) => string | undefined): Condition {
  return {
    number,
    standard: 'PDF/UA',
    *find({ pdf }) {
      for (const [page, { node }] of pdf.getPages().entries()) {
        const what = (node.Annots()?.size() ?? 0) > 0 ? fault(node.get(PDFName.of('Tabs'))) : undefined;
        if (what !== undefined) yield { page, what };
      }
    },
  };
}

/** An annotation of a file, with the number of its page. */
export interface Annotation {
  readonly dict: PDFDict;
  readonly ref: PDFRef | undefined;
  readonly kind: string;
  readonly page: number;
}

export function* annotationsOf(pdf: PDFDocument): Generator<Annotation> {
  for (const [page, { node }] of pdf.getPages().entries())
    for (const object of node.Annots()?.asArray() ?? []) {
      const dict = pdf.context.lookup(object);
      if (!(dict instanceof PDFDict)) continue;
      const kind = dict.get(PDFName.of('Subtype'))?.toString().slice(1) ?? '';
      yield { dict, ref: object instanceof PDFRef ? object : undefined, kind, page };
    }
}

function* strayAnnotations(
  { pdf, tags }: ReadFile,
  tag: string,
  concerned: (kind: string) => boolean,
): Generator<Finding> {
  const held = new Set(
    tags.filter(({ kind }) => kind === tag).flatMap((one) => one.annotations.map((ref) => ref.tag)),
  );
  for (const { ref, kind, page } of annotationsOf(pdf))
    if (concerned(kind) && !(ref && held.has(ref.tag)))
      yield { page, what: `a ${kind} annotation stands in no ${tag}` };
}

/** The XMP packet as text; undefined where there is none, or it is packed. */
export function metadata({ catalog }: PDFDocument): string | undefined {
  const stream = catalog.lookup(PDFName.of('Metadata'));
  if (!(stream instanceof PDFStream) || stream.dict.has(PDFName.of('Filter'))) return undefined;
  const bytes = stream instanceof PDFRawStream ? stream.contents : stream.getContents();
  return Buffer.from(bytes).toString('utf8');
}

/** File specifications of all attachments. */
export function attachmentsOf({ catalog, context }: PDFDocument): readonly PDFDict[] {
  return (catalog.lookupMaybe(PDFName.of('AF'), PDFArray)?.asArray() ?? []).flatMap((ref) => {
    const spec = context.lookup(ref);
    return spec instanceof PDFDict ? [spec] : [];
  });
}
