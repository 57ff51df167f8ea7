import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFString,
  StandardFonts,
} from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { NO_FRONT_MATTER } from '../../../../src/deck/front-matter.ts';
import { describeFile, writeId, writeMetadata } from '../../../../src/export/pdf/identify.ts';
import { markOrnaments } from '../../../../src/export/pdf/mark-ornaments.ts';
import { mendTags } from '../../../../src/export/pdf/mend-tags.ts';
import { writeCode } from '../../../../src/export/pdf/page-code.ts';
import { readTags } from '../../../../src/export/pdf/tag-tree.ts';
import { CONDITIONS, findConditions } from '../../../../src/export/proof/conditions.ts';

const META = { ...NO_FRONT_MATTER, title: 'A deck', author: 'An author', lang: 'en', date: '2024-01-01' };

/** A structure as it is written down: a tag, its entries, and the tags or numbered stretches in it. */
interface Written {
  readonly kind: string;
  readonly entries?: Readonly<Record<string, PDFString | PDFArray | PDFDict>>;
  readonly kids?: readonly (Written | number)[];
}

interface Made {
  readonly pdf: PDFDocument;
  readonly tag: (kind: string, nth?: number) => PDFDict;
}

const WHOLE: readonly Written[] = [
  { kind: 'H1', kids: [0] },
  { kind: 'L', kids: [{ kind: 'LI', kids: [{ kind: 'NonStruct', kids: [1] }] }] },
  { kind: 'Figure', entries: { Alt: PDFString.of('A chart') }, kids: [2] },
];
const CODE = [0, 1, 2].map((id) => `/Span <</MCID ${id} >>BDC\nBT <0012> Tj ET\nEMC`).join('\n');

/** A page with these tags, made into a file as an export makes it. */
async function make(tags: readonly Written[] = WHOLE, code = CODE): Promise<Made> {
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
  describeFile(pdf, META);
  const read = readTags(pdf);
  markOrnaments(pdf, read);
  mendTags(pdf, read);
  writeId(pdf, 'a deck');
  writeMetadata(pdf, META, { isAccessible: true, isArchival: true });
  const tag = (kind: string, nth = 0) => {
    const found = made.filter((one) => one.kind === kind)[nth];
    if (!found) throw new Error(`there is no ${kind}`);
    return found.dict;
  };
  return { pdf, tag };
}

const numbers = ({ pdf }: Made) => [...new Set(findConditions(pdf).map(({ number }) => number))];
const name = (written: string) => PDFName.of(written);

/** What breaks each condition, and the file it is broken in. */
const BREAKS: Readonly<Record<string, (made: Made, context: PDFContext) => void>> = {
  '01-005': ({ pdf }) => writeCode(pdf.getPage(0), `${CODE}\n0 0 10 10 re f`),
  '01-007': ({ pdf }) => pdf.catalog.delete(name('MarkInfo')),
  '02-001': ({ tag }) => tag('H1').set(name('S'), name('Strong')),
  '06-001': ({ pdf }) => pdf.catalog.delete(name('Metadata')),
  '06-003': ({ pdf }) => writeMetadata(pdf, { ...META, title: '' }, { isAccessible: true, isArchival: true }),
  '07-001': ({ pdf }) => pdf.catalog.delete(name('ViewerPreferences')),
  '09-004': ({ tag }) => tag('Figure').set(name('S'), name('TR')),
  '09-005': ({ tag }) => tag('H1').set(name('S'), name('LBody')),
  '10-001': (_, context) =>
    context.register(context.obj({ Type: 'Font', Subtype: 'Type0', BaseFont: 'Arial' })),
  '11-006': ({ pdf }) => pdf.catalog.delete(name('Lang')),
  '13-004': ({ tag }) => tag('Figure').delete(name('Alt')),
  '14-002': ({ tag }) => tag('H1').set(name('S'), name('H2')),
  '14-003': ({ tag }) => tag('Figure').set(name('S'), name('H3')),
  '14-007': ({ tag }) => tag('H1').set(name('S'), name('H')),
  '15-003': ({ tag }) => tag('Figure').set(name('S'), name('TH')),
  '17-002': ({ tag }) => {
    tag('Figure').set(name('S'), name('Formula'));
    tag('Figure').delete(name('Alt'));
  },
  '19-003': ({ tag }) => tag('Figure').set(name('S'), name('Note')),
  '19-004': ({ tag }) => {
    for (const dict of [tag('Figure'), tag('H1')]) {
      dict.set(name('S'), name('Note'));
      dict.set(name('ID'), PDFString.of('note1'));
    }
  },
  '21-001': ({ pdf }, context) =>
    pdf.catalog.set(name('AF'), context.obj([context.obj({ Type: 'Filespec' })])),
  '26-001': ({ pdf }, context) => {
    pdf.context.trailerInfo.Encrypt = context.obj({});
  },
  '28-002': (made, context) => annotate(made, context, 'Text'),
  '28-004': (made, context) => annotate(made, context, 'Text'),
  '28-009': (made, context) => annotate(made, context, 'Link'),
  '28-011': (made, context) => annotate(made, context, 'Link'),
  '28-012': (made, context) => annotate(made, context, 'Link'),
  '31-009': (_, context) =>
    context.register(context.obj({ Type: 'Font', Subtype: 'TrueType', BaseFont: 'Arial' })),
  '31-030': ({ pdf }) => writeCode(pdf.getPage(0), CODE.replace('<0012>', '<00120000>')),
  '6.1.3': ({ pdf }) => {
    delete pdf.context.trailerInfo.ID;
  },
  '6.1.7.2': (_, context) => context.register(context.stream('', { Filter: 'LZWDecode' })),
  '6.2.3': ({ pdf }) => pdf.catalog.delete(name('OutputIntents')),
  '6.2.4.3': (_, context) => context.register(context.stream('', { ColorSpace: 'DeviceCMYK' })),
  '6.2.8': (_, context) => context.register(context.stream('', { Interpolate: true })),
  '6.3.2': (made, context) => annotate(made, context, 'Link'),
  '6.3.3': (made, context) => annotate(made, context, 'Text'),
  '6.5.1': (_, context) => context.register(context.obj({ S: 'JavaScript' })),
  '6.8': ({ pdf }, context) =>
    pdf.catalog.set(name('AF'), context.obj([context.obj({ UF: PDFHexString.fromText('a.csv') })])),
};

function annotate({ pdf }: Made, context: PDFContext, kind: string): void {
  pdf.getPage(0).node.addAnnot(context.register(context.obj({ Type: 'Annot', Subtype: kind })));
}

describe('a file as an export makes it', () => {
  test('meets every condition', async () => {
    expect(findConditions((await make()).pdf)).toEqual([]);
  });

  test.each(CONDITIONS)('is found not to when $standard $number is broken', async ({ number }) => {
    const made = await make();
    const breaking = BREAKS[number];
    if (!breaking) throw new Error(`nothing breaks ${number}`);
    breaking(made, made.pdf.context);
    expect(numbers(made)).toContain(number);
  });
});

describe('the tags of a browser', () => {
  test('become a list with bodies, whose marks stand beside them', async () => {
    const { pdf } = await make([
      {
        kind: 'L',
        kids: [
          {
            kind: 'LI',
            kids: [
              { kind: 'Lbl', kids: [0] },
              { kind: 'Strong', kids: [1] },
            ],
          },
        ],
      },
    ]);
    expect(outline(pdf)).toEqual(['L', ' LI', '  Lbl', '  LBody', '   Span']);
  });

  test('become headings without gaps, the first the highest', async () => {
    const { pdf } = await make(
      ['H2', 'H4', 'H5', 'H4', 'H2', 'H1', 'H3'].map((kind) => ({ kind, kids: [0] })),
    );
    expect(outline(pdf)).toEqual(['H1', 'H2', 'H3', 'H2', 'H1', 'H1', 'H2']);
  });

  test('become what their labels say', async () => {
    const label = (words: string) => ({ kind: 'Figure', entries: { Alt: PDFString.of(words) }, kids: [0] });
    const { pdf, tag } = await make([label('tag:Formula;x squared'), label('tag:Note'), label('tag:Span')]);
    expect(outline(pdf)).toEqual(['Formula', 'Note', 'Span']);
    expect(tag('Figure').lookup(PDFName.of('Alt'), PDFHexString).decodeText()).toBe('x squared');
    expect(tag('Figure', 1).has(PDFName.of('ID'))).toBe(true);
  });

  test('lose the grounds and rules of what is no drawing', async () => {
    const code = '/Table <</MCID 0 >>BDC\n0 0 9 9 re f\nEMC\n/Figure <</MCID 1 >>BDC\n0 0 9 9 re f\nEMC';
    const { pdf, tag } = await make(
      [
        { kind: 'Table', kids: [0] },
        { kind: 'Figure', entries: { Alt: PDFString.of('A bar') }, kids: [1] },
      ],
      code,
    );
    expect(tag('Table').lookup(PDFName.of('K'), PDFArray).size()).toBe(0);
    expect(tag('Figure').lookup(PDFName.of('K'), PDFArray).size()).toBe(1);
    expect(findConditions(pdf)).toEqual([]);
  });
});

test('a font of the reader is found', async () => {
  const made = await make();
  await made.pdf.embedFont(StandardFonts.Helvetica);
  await made.pdf.flush();
  expect(numbers(made)).toEqual(['31-009']);
});

function outline(pdf: PDFDocument): readonly string[] {
  const lines: string[] = [];
  const visit = (dict: PDFDict, depth: number): void => {
    const kind = dict.get(PDFName.of('S'))?.toString().slice(1);
    if (kind) lines.push(' '.repeat(depth) + kind);
    for (const kid of dict.lookupMaybe(PDFName.of('K'), PDFArray)?.asArray() ?? []) {
      const below = pdf.context.lookup(kid);
      if (below instanceof PDFDict) visit(below, kind ? depth + 1 : depth);
    }
  };
  visit(pdf.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict), 0);
  return lines;
}
