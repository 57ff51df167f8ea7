import { type PDFContext, type PDFDict, PDFHexString, PDFName, PDFString } from 'pdf-lib';
import { writeMetadata } from '../../../../src/export/pdf/identify.ts';
import { writeCode } from '../../../../src/export/pdf/page-code.ts';
import { CODE, type Made, META } from './small-pdf.ts';

const name = (written: string) => PDFName.of(written);

/** A cause put back into a file. */
type Break = (made: Made, context: PDFContext) => void;

/** Each cause of each condition, by what is told of it. */
export const BREAKS: Readonly<Record<string, readonly (readonly [told: string, Break])[]>> = {
  '01-005': [['neither tagged', ({ pdf }) => writeCode(pdf.getPage(0), `${CODE}\n0 0 10 10 re f`)]],
  '01-007': [
    ['does not say that it is tagged', ({ pdf }) => pdf.catalog.delete(name('MarkInfo'))],
    [
      'doubtful',
      ({ pdf }, context) => pdf.catalog.set(name('MarkInfo'), context.obj({ Marked: true, Suspects: true })),
    ],
    ['no tags', ({ pdf }) => pdf.catalog.delete(name('StructTreeRoot'))],
  ],
  '02-001': [['Strong is no standard one', ({ tag }) => rename(tag('H1'), 'Strong')]],
  '06-001': [
    ['no XMP', ({ pdf }) => pdf.catalog.delete(name('Metadata'))],
    [
      'no XMP',
      ({ pdf }, context) =>
        pdf.catalog.set(name('Metadata'), context.register(context.flateStream('<x:xmpmeta/>'))),
    ],
  ],
  '06-002': [
    [
      'does not say that it is PDF/UA-1',
      ({ pdf }) => writeMetadata(pdf, META, { isAccessible: false, isArchival: true }),
    ],
  ],
  '06-003': [
    [
      'no title',
      ({ pdf }) => writeMetadata(pdf, { ...META, title: '' }, { isAccessible: true, isArchival: true }),
    ],
  ],
  '07-001': [
    ['title is not shown', ({ pdf }) => pdf.catalog.delete(name('ViewerPreferences'))],
    [
      'title is not shown',
      ({ pdf }, context) =>
        pdf.catalog.set(name('ViewerPreferences'), context.obj({ DisplayDocTitle: false })),
    ],
  ],
  '09-004': [
    ['TR holds text of its own', ({ tag }) => rename(tag('Figure'), 'TR')],
    ['TH stands in nothing', ({ tag }) => rename(tag('Figure'), 'TH')],
    ['TD stands in LI', ({ tag }) => rename(tag('LI'), 'TD')],
    ['Table holds LI', ({ tag }) => rename(tag('L'), 'Table')],
    ['Table holds text of its own', ({ tag }) => rename(tag('H1'), 'Table')],
  ],
  '09-005': [
    ['LBody stands in nothing', ({ tag }) => rename(tag('H1'), 'LBody')],
    ['L holds P', ({ tag }, context) => tag('L').set(name('K'), context.obj([{ S: 'P' }]))],
    ['LI holds Span', ({ tag }) => rename(tag('LI'), 'Span')],
    ['L holds text of its own', ({ tag }) => rename(tag('H1'), 'L')],
  ],
  '09-006': [
    ['TOCI stands in nothing', ({ tag }) => rename(tag('H1'), 'TOCI')],
    ['TOC holds LI', ({ tag }) => rename(tag('L'), 'TOC')],
  ],
  '09-007': [
    ['RT stands in nothing', ({ tag }) => rename(tag('H1'), 'RT')],
    ['Ruby holds LI', ({ tag }) => rename(tag('L'), 'Ruby')],
    ['Ruby holds RT RB', ({ tag }, context) => hold(tag('L'), ['RT', 'RB'], 'Ruby', context)],
  ],
  '09-008': [
    ['WT stands in nothing', ({ tag }) => rename(tag('H1'), 'WT')],
    ['Warichu holds WT', ({ tag }, context) => hold(tag('L'), ['WT'], 'Warichu', context)],
  ],
  '10-001': [
    [
      'letters of the font Arial cannot be told',
      (_, context) => context.register(context.obj({ Type: 'Font', Subtype: 'Type0', BaseFont: 'Arial' })),
    ],
    [
      'letters of the font drawn cannot be told',
      (_, context) => context.register(context.obj({ Type: 'Font', Subtype: 'Type3', Name: 'drawn' })),
    ],
  ],
  '11-006': [
    ['no language', ({ pdf }) => pdf.catalog.delete(name('Lang'))],
    ['no language', ({ pdf }) => pdf.catalog.set(name('Lang'), PDFString.of(''))],
  ],
  '13-004': [
    ['no alternative text', ({ tag }) => tag('Figure').delete(name('Alt'))],
    ['no alternative text', ({ tag }) => tag('Figure').set(name('Alt'), PDFString.of(''))],
  ],
  '14-002': [['first heading is H2', ({ tag }) => rename(tag('H1'), 'H2')]],
  '14-003': [['H3 follows H1', ({ tag }) => rename(tag('Figure'), 'H3')]],
  '14-006': [['L holds two headings', ({ tag }, context) => hold(tag('L'), ['H', 'H'], 'L', context)]],
  '14-007': [['no level', ({ tag }) => rename(tag('H1'), 'H')]],
  '15-003': [
    ['whether of a row or a column', ({ tag }) => rename(tag('Figure'), 'TH')],
    [
      'whether of a row or a column',
      ({ tag }, context) => {
        rename(tag('Figure'), 'TH');
        tag('Figure').set(name('A'), context.obj([{ O: 'Table', ColSpan: 2 }]));
      },
    ],
  ],
  '17-002': [
    [
      'a formula has no alternative text',
      ({ tag }) => {
        rename(tag('Figure'), 'Formula');
        tag('Figure').delete(name('Alt'));
      },
    ],
  ],
  '19-003': [['no id', ({ tag }) => rename(tag('Figure'), 'Note')]],
  '19-004': [
    [
      'two notes have the id note1',
      ({ tag }) => {
        for (const dict of [tag('Figure'), tag('H1')]) {
          rename(dict, 'Note');
          dict.set(name('ID'), PDFString.of('note1'));
        }
      },
    ],
  ],
  '21-001': [
    ['no name', (made) => attachTo(made, { Type: 'Filespec' })],
    ['no name', (made) => attachTo(made, { F: PDFString.of('a.csv') })],
    ['no name', (made) => attachTo(made, { UF: PDFString.of('a.csv') })],
  ],
  '26-001': [
    [
      'locked',
      ({ pdf }) => {
        pdf.context.trailerInfo.Encrypt = pdf.context.obj({});
      },
    ],
  ],
  '28-002': [['a Text annotation stands in no Annot', (made) => annotate(made, 'Text')]],
  '28-004': [['a Text annotation says nothing', (made) => annotate(made, 'Text')]],
  '28-008': [['nothing says in which order', (made) => annotate(made, 'Link')]],
  '28-009': [
    [
      'order of the tags',
      (made) => {
        annotate(made, 'Link');
        made.pdf.getPage(0).node.set(name('Tabs'), name('R'));
      },
    ],
  ],
  '28-011': [['a Link annotation stands in no Link', (made) => annotate(made, 'Link')]],
  '28-012': [['does not say where it leads', (made) => annotate(made, 'Link')]],
  '31-009': [
    [
      'Arial is not in the file',
      (_, context) => context.register(context.obj({ Type: 'Font', Subtype: 'TrueType', BaseFont: 'Arial' })),
    ],
  ],
  '31-030': [
    [
      '1 letters are in no font',
      ({ pdf }) => writeCode(pdf.getPage(0), CODE.replace('<0012>', '<00120000>')),
    ],
  ],
  '6.1.3': [
    [
      'no id',
      ({ pdf }) => {
        delete pdf.context.trailerInfo.ID;
      },
    ],
  ],
  '6.1.7.2': [
    ['packed', (_, context) => context.register(context.stream('', { Filter: 'LZWDecode' }))],
    ['packed', (_, context) => context.register(context.stream('', { Filter: ['Crypt', 'FlateDecode'] }))],
  ],
  '6.2.3': [['what its colours mean', ({ pdf }) => pdf.catalog.delete(name('OutputIntents'))]],
  '6.2.4.3': [['CMYK', (_, context) => context.register(context.stream('', { ColorSpace: 'DeviceCMYK' }))]],
  '6.2.8': [['smoothed', (_, context) => context.register(context.stream('', { Interpolate: true }))]],
  '6.3.2': [
    ['not printed', (made) => annotate(made, 'Link')],
    ['not printed', (made) => annotate(made, 'Link', { F: 4 | 2 })],
  ],
  '6.3.3': [['no look of its own', (made) => annotate(made, 'Text')]],
  '6.5.1': [
    ['JavaScript', (_, context) => context.register(context.obj({ S: 'JavaScript' }))],
    ['Launch', (_, context) => context.register(context.obj({ S: 'Launch' }))],
  ],
  '6.8': [
    ['what it is to the file', (made) => attachTo(made, { UF: PDFHexString.fromText('a.csv') })],
    ['its kind', (made) => attachTo(made, { UF: PDFString.of('a.csv'), AFRelationship: 'Data' })],
  ],
};

function rename(tag: PDFDict, kind: string): void {
  tag.set(name('S'), name(kind));
}

/** Puts other tags into one. */
function hold(tag: PDFDict, kinds: readonly string[], kind: string, context: PDFContext): void {
  rename(tag, kind);
  tag.set(name('K'), context.obj(kinds.map((S) => ({ S }))));
}

function attachTo({ pdf }: Made, spec: Readonly<Record<string, string | PDFString | PDFHexString>>): void {
  pdf.catalog.set(name('AF'), pdf.context.obj([pdf.context.obj({ ...spec })]));
}

function annotate({ pdf }: Made, kind: string, entries: Readonly<Record<string, number>> = {}): void {
  const annotation = pdf.context.obj({ Type: 'Annot', Subtype: kind, ...entries });
  pdf.getPage(0).node.addAnnot(pdf.context.register(annotation));
}
