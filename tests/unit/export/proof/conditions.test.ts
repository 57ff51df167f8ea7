import { readFileSync } from 'node:fs';
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFString,
  StandardFonts,
} from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { CONDITIONS, findConditions } from '../../../../src/export/proof/conditions.ts';
import { BREAKS } from './breaks.ts';
import { CODE, type Made, makePdf, STEPS, type Step, type Written } from './small-pdf.ts';

const found = ({ pdf }: Made) => findConditions(pdf);
const numbers = (made: Made) => [...new Set(found(made).map(({ number }) => number))];

/** Each cause apart: what is told of it, and how it is put back. */
const CAUSES = Object.entries(BREAKS).flatMap(([number, causes]) =>
  causes.map(([told, put]) => ({ number, told, put })),
);

/** What of the small file each step of an export mends. */
const MENDED: Readonly<Record<Step, readonly string[]>> = {
  describeFile: ['01-007', '07-001', '11-006', '6.2.3'],
  markOrnaments: ['01-005'],
  mendTags: ['02-001', '09-005', '14-002', '14-003'],
  writeId: ['6.1.3'],
  writeMetadata: ['06-001', '06-002', '06-003'],
};
const UNMENDED: readonly Written[] = [
  { kind: 'H2', kids: [0] },
  { kind: 'L', kids: [{ kind: 'LI', kids: [{ kind: 'Strong', kids: [1] }] }] },
  { kind: 'H5', kids: [{ kind: 'Figure', entries: { Alt: PDFString.of('tag:Formula;x') }, kids: [2] }] },
];

describe('a file as an export makes it', () => {
  test('meets every condition', async () => {
    expect(findConditions((await makePdf()).pdf)).toEqual([]);
  });

  test.each(CAUSES)('is found not to: $number, "$told"', async ({ number, told, put }) => {
    const made = await makePdf();
    put(made, made.pdf.context);
    const said = found(made).filter((one) => one.number === number);
    expect(said.map(({ what }) => what).join('\n')).toContain(told);
  });

  test.each(Object.entries(MENDED))('is found not to where %s is left out', async (step, mended) => {
    const code = `${CODE}\n0 0 10 10 re f`;
    expect(numbers(await makePdf(UNMENDED, { code }))).toEqual([]);
    const without = STEPS.find((one) => one === step);
    expect(numbers(await makePdf(UNMENDED, { code, ...(without && { without }) }))).toEqual(mended);
  });

  test('has a cause put back for every condition that is tested, and for no other', () => {
    expect(Object.keys(BREAKS).sort()).toEqual(CONDITIONS.map(({ number }) => number).sort());
  });

  test('is held in docs/paper.md against the conditions that are tested, and no others', () => {
    const rows = readFileSync('docs/paper.md', 'utf8').match(/^\| .* \| tested.* \|$/gm) ?? [];
    const named = rows.flatMap((row) => row.match(/\b\d\d-\d{3}\b|\b6(\.\d)+\b/g) ?? []);
    // One number of ours stands for two of theirs: not said, and said to be false; locked, and locked against readers.
    const twins = new Set(['07-002', '26-002']);
    expect(named.filter((number) => !twins.has(number)).sort()).toEqual(Object.keys(BREAKS).sort());
    expect([...twins].filter((number) => !named.includes(number))).toEqual([]);
  });
});

/** Of the 31 checkpoints of the Matterhorn Protocol 1.1, the conditions that are for a machine: first to last, or these. */
const FOR_MACHINES: Readonly<Record<string, readonly number[]>> = {
  '01': [3, 4, 5, 7],
  '02': [1, 3, 4],
  '06': [1, 2, 3],
  '07': [1, 2],
  '09': [4, 5, 6, 7, 8],
  ...{ 10: [1], 11: [1, 2, 3, 4, 5, 6], 13: [4], 14: [2, 3, 6, 7], 15: [3], 17: [2, 3], 19: [3, 4] },
  ...{ 20: [1, 2, 3], 21: [1], 25: [1], 26: [1, 2] },
  28: [2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15, 16, 17, 18],
  30: [1, 2],
  31: Array.from({ length: 30 }, (_, at) => at + 1).filter((number) => number !== 10),
};

test('docs/paper.md says of every checkpoint, and once of every condition for a machine, how it is met', () => {
  const rows = readFileSync('docs/paper.md', 'utf8').match(/^\| \d\d.* \| .* \|$/gm) ?? [];
  const said = rows.flatMap((row) => {
    const [, named = '', how = ''] = row.split('|');
    expect(how, row).toMatch(/^ (tested|by construction: .+|needs a person)/);
    return [...named.matchAll(/(\d\d)-(\d{3})(?: to \d\d-(\d{3}))?/g)].flatMap(([, point, first, last]) =>
      Array.from(
        { length: Number(last ?? first) - Number(first) + 1 },
        (_, at) => `${point}-${String(Number(first) + at).padStart(3, '0')}`,
      ),
    );
  });
  expect(said).toHaveLength(new Set(said).size);
  const wanted = Object.entries(FOR_MACHINES).flatMap(([point, numbers]) =>
    numbers.map((number) => `${point}-${String(number).padStart(3, '0')}`),
  );
  expect(wanted).toHaveLength(87);
  expect(wanted.filter((number) => !said.includes(number))).toEqual([]);
  const points = rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/\b(\d\d)\b/g)].map(([, point]) => point),
  );
  expect(
    Array.from({ length: 31 }, (_, at) => String(at + 1).padStart(2, '0')).filter(
      (point) => !points.includes(point),
    ),
  ).toEqual([]);
});

describe('the tags of a browser', () => {
  test('become a list with bodies, whose marks stand beside them', async () => {
    const { pdf } = await makePdf([
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

  test('become ruby in pairs, or plain text where something is no pair', async () => {
    const ruby = (...kinds: readonly string[]) => ({
      kind: 'Ruby',
      kids: kinds.map((kind, at) => ({ kind, kids: [{ kind: 'NonStruct', kids: [at % 3] }] })),
    });
    const made = await makePdf([
      ruby('NonStruct', 'RT'),
      ruby('NonStruct', 'RT', 'NonStruct', 'RT'),
      ruby('RT', 'NonStruct'),
    ]);
    expect(outline(made.pdf).filter((line) => !line.includes('NonStruct'))).toEqual([
      ...['Ruby', ' RB', ' RT'],
      ...['Span', ' Ruby', '  RB', '  RT', ' Ruby', '  RB', '  RT'],
      ...['Span', ' Span'],
    ]);
    expect(findConditions(made.pdf)).toEqual([]);
  });

  test('become headings without gaps, the first the highest', async () => {
    const { pdf } = await makePdf(
      ['H2', 'H4', 'H5', 'H4', 'H2', 'H1', 'H3'].map((kind) => ({ kind, kids: [0] })),
    );
    expect(outline(pdf)).toEqual(['H1', 'H2', 'H3', 'H2', 'H1', 'H1', 'H2']);
  });

  test('become what their labels say', async () => {
    const label = (words: string) => ({ kind: 'Figure', entries: { Alt: PDFString.of(words) }, kids: [0] });
    const { pdf, tag } = await makePdf([
      label('tag:Formula;x squared'),
      label('tag:Note'),
      label('tag:Span'),
    ]);
    expect(outline(pdf)).toEqual(['Formula', 'Note', 'Span']);
    expect(tag('Figure').lookup(PDFName.of('Alt'), PDFHexString).decodeText()).toBe('x squared');
    expect(tag('Figure', 1).has(PDFName.of('ID'))).toBe(true);
  });

  test('lose the grounds and rules of what is no drawing', async () => {
    const code = '/Table <</MCID 0 >>BDC\n0 0 9 9 re f\nEMC\n/Figure <</MCID 1 >>BDC\n0 0 9 9 re f\nEMC';
    const { pdf, tag } = await makePdf(
      [
        { kind: 'Table', kids: [0] },
        { kind: 'Figure', entries: { Alt: PDFString.of('A bar') }, kids: [1] },
      ],
      { code },
    );
    expect(tag('Table').lookup(PDFName.of('K'), PDFArray).size()).toBe(0);
    expect(tag('Figure').lookup(PDFName.of('K'), PDFArray).size()).toBe(1);
    expect(findConditions(pdf)).toEqual([]);
  });
});

test('a font of the reader is found', async () => {
  const made = await makePdf();
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
