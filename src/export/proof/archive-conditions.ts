import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFStream } from 'pdf-lib';
import { S } from '../pdf/tag-tree.ts';
import type { Condition, ReadFile } from './condition.ts';
import { annotationsOf, attachmentsOf } from './document-conditions.ts';
import { words } from './tag-conditions.ts';

const FORBIDDEN_ACTIONS: ReadonlySet<string> = new Set(
  'Launch Sound Movie ResetForm ImportData Hide SetOCGState Rendition Trans GoTo3DView JavaScript'
    .split(' ')
    .map((kind) => `/${kind}`),
);
// Every name is looked up once: each of these is asked of all objects.
const [FILTER, COLOURS, SMOOTH] = [PDFName.of('Filter'), PDFName.of('ColorSpace'), PDFName.of('Interpolate')];
const PRINT = 4;
const HIDDEN = 2 | 1 | 32 | 256;

/** What an archive asks for besides, by clauses of ISO 19005-3. */
export const ARCHIVE_CONDITIONS: readonly Condition[] = [
  archive('6.1.3', ({ pdf }) => (pdf.context.trailerInfo.ID ? undefined : 'the file has no id')),
  objects('6.1.7.2', (object) =>
    object instanceof PDFStream && /LZWDecode|\/Crypt\b/.test(object.dict.get(FILTER)?.toString() ?? '')
      ? 'a stream is packed in a way that archives do not allow'
      : undefined,
  ),
  archive('6.2.3', ({ pdf }) =>
    pdf.catalog.lookupMaybe(PDFName.of('OutputIntents'), PDFArray)
      ? undefined
      : 'nothing says what its colours mean',
  ),
  objects('6.2.4.3', (object) =>
    object instanceof PDFStream && /\/DeviceCMYK/.test(object.dict.get(COLOURS)?.toString() ?? '')
      ? 'a picture has the colours of a printing press (CMYK)'
      : undefined,
  ),
  objects('6.2.8', (object) =>
    object instanceof PDFStream && object.dict.get(SMOOTH)?.toString() === 'true'
      ? 'a picture is to be smoothed by the reader'
      : undefined,
  ),
  {
    number: '6.3.2',
    standard: 'PDF/A',
    *find({ pdf }) {
      for (const { dict, page, kind } of annotationsOf(pdf)) {
        const flags = dict.lookup(PDFName.of('F'));
        const bits = flags instanceof PDFNumber ? flags.asNumber() : 0;
        if ((bits & PRINT) === 0 || (bits & HIDDEN) !== 0)
          yield { page, what: `a ${kind} annotation is not printed` };
      }
    },
  },
  {
    number: '6.3.3',
    standard: 'PDF/A',
    *find({ pdf }) {
      for (const { dict, page, kind } of annotationsOf(pdf))
        if (kind !== 'Link' && kind !== 'Popup' && !dict.has(PDFName.of('AP')))
          yield { page, what: `a ${kind} annotation has no look of its own` };
    },
  },
  objects('6.5.1', (object) => {
    const kind = object instanceof PDFDict ? object.get(S)?.toString() : undefined;
    return kind && FORBIDDEN_ACTIONS.has(kind) ? `something does ${kind.slice(1)}` : undefined;
  }),
  {
    number: '6.8',
    standard: 'PDF/A',
    *find({ pdf }) {
      for (const spec of attachmentsOf(pdf)) {
        const name = words(spec, 'UF');
        if (!spec.has(PDFName.of('AFRelationship')))
          yield { what: `${name} does not say what it is to the file` };
        const held = spec.lookupMaybe(PDFName.of('EF'), PDFDict)?.lookup(PDFName.of('F'));
        if (!(held instanceof PDFStream) || !held.dict.has(PDFName.of('Subtype')))
          yield { what: `${name} does not say its kind` };
      }
    },
  },
];

function archive(number: string, fault: (file: ReadFile) => string | undefined): Condition {
  return {
    number,
    standard: 'PDF/A',
    find: (file) => {
      const what = fault(file);
      return what === undefined ? [] : [{ what }];
    },
  };
}

function objects(number: string, fault: (object: PDFObject) => string | undefined): Condition {
  return {
    number,
    standard: 'PDF/A',
    *find({ objects: all }) {
      for (const object of all) {
        const what = fault(object);
        if (what !== undefined) yield { what };
      }
    },
  };
}
