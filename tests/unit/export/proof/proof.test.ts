import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFString } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { NO_FRONT_MATTER } from '../../../../src/deck/front-matter.ts';
import { finishPdf, type PdfWords } from '../../../../src/export/pdf/finish.ts';
import { readPdf } from '../../../../src/export/pdf/read.ts';
import type { Expected } from '../../../../src/export/proof/expected.ts';
import { provePdf } from '../../../../src/export/proof/proof.ts';
import { listFaults } from '../../../../src/report/export-report.ts';

const META = { ...NO_FRONT_MATTER, title: 'A deck', author: 'An author' };
const SLIDES = [
  { id: 'one', headline: 'One', labels: 0, pictures: 0, innerLinks: 0 },
  { id: 'two', headline: 'Two', labels: 0, pictures: 0, innerLinks: 0 },
] as const;

interface Tag {
  readonly kind: string;
  readonly page: number;
  readonly alt?: string;
  readonly id?: string;
}

/** A PDF as a browser prints it: two pages, these tags, and on the first page links to these addresses. */
async function printed(tags: readonly Tag[], links: readonly string[] = []): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const pages = SLIDES.map(() => pdf.addPage([1440, 810]));
  const { context } = pdf;
  const root = context.nextRef();
  const kids: PDFObject[] = tags.map(({ kind, page, alt, id }, content) => {
    const tag = context.obj({ S: kind, P: root, K: content, Pg: pages[page]?.ref ?? null });
    if (alt) tag.set(PDFName.of('Alt'), PDFString.of(alt));
    if (id) tag.set(PDFName.of('ID'), PDFString.of(id));
    return context.register(tag);
  });
  context.assign(root, context.obj({ Type: 'StructTreeRoot', K: context.obj(kids) }));
  pdf.catalog.set(PDFName.of('StructTreeRoot'), root);
  for (const address of links)
    pages[0]?.node.addAnnot(
      context.register(
        context.obj({
          Type: 'Annot',
          Subtype: 'Link',
          Rect: [0, 0, 10, 10],
          A: context.obj({ S: 'URI', URI: PDFString.of(address) }),
        }),
      ),
    );
  return pdf.save();
}

const HEADED: readonly Tag[] = [
  { kind: 'H1', page: 0 },
  { kind: 'H2', page: 1 },
];
const EXPECTED: Expected = {
  pages: SLIDES,
  slides: 2,
  title: 'A deck',
  author: 'An author',
  lang: 'en',
  steps: 0,
  overflow: [],
  away: [],
  conditions: [],
};

async function finish(
  bytes: Uint8Array,
  notes: readonly string[] = [],
  receipts: PdfWords['receipts'] = [],
): Promise<Uint8Array> {
  const finished = await finishPdf(bytes, {
    meta: META,
    bookmarks: [{ title: 'One', slide: 0, below: [{ title: 'Two', slide: 1, below: [] }] }],
    addresses: new Map([
      ['one', 0],
      ['two', 1],
    ]),
    firstPages: [0, 1],
    labels: ['1', '2'],
    notes,
    receipts,
    titles: ['One', 'Two'],
    fingerprint: 'a deck',
    attachments: [],
    url: 'http://127.0.0.1:4000/',
  });
  // What is held against the deck is what the bytes say.
  expect(await readPdf(finished.bytes)).toEqual(finished.content);
  return finished.bytes;
}

async function faultsOf(bytes: Uint8Array, changes: Partial<Expected> = {}): Promise<readonly string[]> {
  const { faults, notices } = provePdf(await readPdf(bytes), { ...EXPECTED, ...changes });
  return listFaults([...faults, ...notices]);
}

describe('a finished PDF', () => {
  test('has nothing wrong with it where every promise is kept', async () => {
    expect(await faultsOf(await finish(await printed(HEADED)))).toEqual([]);
  });

  test('has a bookmark for every slide, those of a part below its first', async () => {
    const { bookmarks } = await readPdf(await finish(await printed(HEADED)));
    expect(bookmarks).toEqual([
      { title: 'One', page: 0, depth: 0 },
      { title: 'Two', page: 1, depth: 1 },
    ]);
  });

  test('says of a number where it comes from, where the number stands', async () => {
    const receipt = { says: '6.82: budget.csv: 2023, 6821.9', x: 0.25, y: 0.5, width: 0.1, height: 0.02 };
    const bytes = await finish(await printed(HEADED), [], [[receipt], []]);
    const { pages } = await readPdf(bytes);
    expect(pages.map(({ receipts, notes }) => [receipts, notes])).toEqual([
      [[receipt.says], []],
      [[], []],
    ]);
    expect(await faultsOf(bytes)).toEqual([]);
    const pdf = await PDFDocument.load(bytes);
    const page = pdf.getPage(0);
    const { width, height } = page.getSize();
    const rect = page.node.Annots()?.lookup(0, PDFDict).lookup(PDFName.of('Rect'), PDFArray).asRectangle();
    expect(rect?.x).toBeCloseTo(width / 4);
    expect((rect?.y ?? 0) + (rect?.height ?? 0)).toBeCloseTo(height / 2);
  });

  test('leads from slide to slide by itself, and to other hosts as written', async () => {
    const links = [
      'http://127.0.0.1:4000/#/two',
      'https://example.org/a',
      'http://127.0.0.1:4000/deck/a.pdf',
    ];
    const { pages } = await readPdf(await finish(await printed(HEADED, links)));
    expect(pages[0]?.links).toEqual([1, 'https://example.org/a', 'deck/a.pdf']);
  });

  test('carries notes as annotations where they are wanted', async () => {
    const { pages } = await readPdf(await finish(await printed(HEADED), ['Say “hello”', '']));
    expect(pages.map(({ notes }) => notes)).toEqual([['Say “hello”'], []]);
  });

  test('is the same bytes whatever names a busy browser gave to cells', async () => {
    const named = (first: number) =>
      printed(HEADED.map((tag, index) => ({ ...tag, id: `node0000000${first + index}` })));
    const [one, other] = [await finish(await named(1)), await finish(await named(5))];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });
});

describe('the proof names', () => {
  test('a slide whose headline was hidden from the tags', async () => {
    expect(await faultsOf(await finish(await printed(HEADED.slice(0, 1))))).toEqual([
      'slide "two": its headline is not tagged as a heading',
    ]);
  });

  test('a headline hidden from the tags on a page that has a label besides, and none where a page only goes on', async () => {
    const labelled = SLIDES.map((page) => ({ ...page, labels: 1 }));
    const bytes = await finish(await printed([...HEADED, { kind: 'H3', page: 0 }]));
    expect(await faultsOf(bytes, { pages: labelled })).toEqual([
      'slide "two": its headline is not tagged as a heading',
    ]);
    const [one, two] = labelled;
    if (!one || !two) throw new Error('there are two pages');
    expect(await faultsOf(bytes, { pages: [one, { ...two, headline: undefined }] })).toEqual([]);
  });

  test('a figure without alternative text, and no group around one that has some', async () => {
    const tags = [...HEADED, { kind: 'Figure', page: 1 }, { kind: 'Figure', page: 1, alt: 'A bar' }];
    expect(await faultsOf(await finish(await printed(tags)))).toEqual([
      'slide "two": 1 of 2 figures have no alternative text',
    ]);
  });

  test('a link to a slide there is not', async () => {
    const bytes = await finish(await printed(HEADED, ['http://127.0.0.1:4000/#/three']));
    expect(await faultsOf(bytes)).toEqual(['slide "one": 1 of 1 links lead nowhere']);
  });

  test('what a page lost as a notice, which refuses no file that shows every word', async () => {
    const tags = [...HEADED, { kind: 'Figure', page: 0 }];
    const content = await readPdf(await finish(await printed(tags, ['http://127.0.0.1:4000/#/three'])));
    const { faults, notices } = provePdf(content, EXPECTED);
    expect(faults).toEqual([]);
    expect(notices).toHaveLength(2);
  });

  test('a link between slides that the browser left out', async () => {
    const bytes = await finish(await printed(HEADED, ['http://127.0.0.1:4000/deck#/two']));
    const [one, two] = SLIDES;
    expect(await faultsOf(bytes, { pages: [{ ...one, innerLinks: 1 }, two] })).toEqual([]);
    expect(await faultsOf(bytes, { pages: [one, { ...two, innerLinks: 1 }] })).toEqual([
      'slide "two": 1 of 1 links between slides were lost',
    ]);
  });

  test('bookmarks, pages and words that are missing', async () => {
    const faults = await faultsOf(await printed(HEADED), {
      pages: [...SLIDES, { ...SLIDES[0], id: 'three', headline: '' }],
    });
    expect(faults).toEqual([
      'the file has 2 pages where 3 belong',
      '0 bookmarks came of 2 slides',
      'the file\'s title is "", not "A deck"',
      'the file\'s author is "", not "An author"',
      'the file\'s lang is "", not "en"',
    ]);
  });

  test('a bitmap on a slide without a picture, and a font of drawings', async () => {
    const bytes = await finish(await printed(HEADED));
    const content = await readPdf(bytes);
    const pages = content.pages.map((page) => ({
      ...page,
      bitmaps: 1,
      fonts: [{ name: 'ABCDEF+Some', kind: 'Type 3' as const, embedded: true }],
    }));
    const { notices } = provePdf(
      { ...content, pages },
      { ...EXPECTED, pages: [{ ...SLIDES[0], pictures: 1 }, SLIDES[1]] },
    );
    // A photograph is meant to be one.
    const said = listFaults(notices).filter((notice) => /bitmap|Type 3/.test(notice));
    expect(said.map((fault) => fault.replace(/:.*?(bitmap|Type 3).*/, ': $1'))).toEqual([
      'slide "one": Type 3',
      'slide "two": bitmap',
      'slide "two": Type 3',
    ]);
  });

  test('a font of the machine is a notice where the theme has no letter for what stands there', async () => {
    const content = await readPdf(await printed([]));
    const pages = content.pages.map((page) => ({
      ...page,
      fonts: [{ name: 'ABCDEF+Some', kind: 'Type 3' as const, embedded: true }],
    }));
    const { notices } = provePdf(
      { ...content, pages },
      { ...EXPECTED, pages: [{ ...SLIDES[0], borrowed: ['ཀ'] }, SLIDES[1]] },
    );
    expect(listFaults(notices).filter((notice) => notice.includes('Type 3'))).toEqual([
      expect.stringMatching(/^slide "one": fonts of this machine show ཀ/),
      'slide "two": the font ABCDEF+Some is of Type 3: its letters are drawings',
    ]);
  });
});
