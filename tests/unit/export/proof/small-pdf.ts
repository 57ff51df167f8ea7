import { type PDFArray, type PDFDict, PDFDocument, PDFName, PDFString } from 'pdf-lib';
import { NO_FRONT_MATTER } from '../../../../src/deck/front-matter.ts';
import { describeFile, writeId, writeMetadata } from '../../../../src/export/pdf/identify.ts';
import { markOrnaments } from '../../../../src/export/pdf/mark-ornaments.ts';
import { mendTags } from '../../../../src/export/pdf/mend-tags.ts';
import { writeCode } from '../../../../src/export/pdf/page-code.ts';
import { readTags } from '../../../../src/export/pdf/tag-tree.ts';

export const META = {
  ...NO_FRONT_MATTER,
  title: 'A deck',
  author: 'An author',
  lang: 'en',
  date: '2024-01-01',
};

/** A structure as it is written down: a tag, its entries, and the tags or numbered stretches in it. */
export interface Written {
  readonly kind: string;
  readonly entries?: Readonly<Record<string, PDFString | PDFArray | PDFDict>>;
  readonly kids?: readonly (Written | number)[];
}

export interface Made {
  readonly pdf: PDFDocument;
  readonly tag: (kind: string, nth?: number) => PDFDict;
}

const WHOLE: readonly Written[] = [
  { kind: 'H1', kids: [0] },
  { kind: 'L', kids: [{ kind: 'LI', kids: [{ kind: 'NonStruct', kids: [1] }] }] },
  { kind: 'Figure', entries: { Alt: PDFString.of('A chart') }, kids: [2] },
];
export const CODE = [0, 1, 2].map((id) => `/Span <</MCID ${id} >>BDC\nBT <0012> Tj ET\nEMC`).join('\n');

/** What an export does to a printed file before it proves it. */
const WORK = {
  describeFile: (pdf: PDFDocument) => describeFile(pdf, META),
  markOrnaments: (pdf: PDFDocument) => markOrnaments(pdf, readTags(pdf)),
  mendTags: (pdf: PDFDocument) => mendTags(pdf, readTags(pdf)),
  writeId: (pdf: PDFDocument) => writeId(pdf, 'a deck'),
  writeMetadata: (pdf: PDFDocument) => writeMetadata(pdf, META, { isAccessible: true, isArchival: true }),
} as const;
export type Step = keyof typeof WORK;
export const STEPS: readonly Step[] = [
  'describeFile',
  'markOrnaments',
  'mendTags',
  'writeId',
  'writeMetadata',
];

/** A page with these tags, made into a file as an export makes it, or with one step left out. */
export async function makePdf(
  tags: readonly Written[] = WHOLE,
  { code = CODE, without }: { readonly code?: string; readonly without?: Step } = {},
): Promise<Made> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage();
  const { context } = pdf;
  writeCode(page, code);
  const made: { kind: string; dict: PDFDict }[] = [];
  const root = context.nextRef();
  const write = (written: Written, above: typeof root): typeof root => {
    const ref = context.nextRef();
    const dict = context.obj({ Type: 'StructElem', S: written.kind, P: above, Pg: page.ref });
    context.assign(ref, dict);
    made.push({ kind: written.kind, dict });
    for (const [name, value] of Object.entries(written.entries ?? {})) dict.set(PDFName.of(name), value);
    dict.set(
      PDFName.of('K'),
      context.obj((written.kids ?? []).map((kid) => (typeof kid === 'number' ? kid : write(kid, ref)))),
    );
    return ref;
  };
  context.assign(
    root,
    context.obj({ Type: 'StructTreeRoot', K: context.obj(tags.map((one) => write(one, root))) }),
  );
  pdf.catalog.set(PDFName.of('StructTreeRoot'), root);
  for (const step of STEPS) if (step !== without) WORK[step](pdf);
  const tag = (kind: string, nth = 0) => {
    const found = made.filter((one) => one.kind === kind)[nth];
    if (!found) throw new Error(`there is no ${kind}`);
    return found.dict;
  };
  return { pdf, tag };
}
