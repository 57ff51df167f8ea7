import { strFromU8, unzipSync } from 'fflate';
import { parseFragment } from 'parse5';
import { expect, test } from 'vitest';
import { NO_FRONT_MATTER } from '../../../../src/deck/front-matter.ts';
import type { Group, Paragraph, SlideSheet } from '../../../../src/export/pptx/piece.ts';
import { writePresentation } from '../../../../src/export/pptx/write-presentation.ts';

const PAPER = { colour: 'EDE9DF', blend: undefined, painted: undefined };

const BOX = { x: 96, y: 96, width: 800, height: 100 };

function paragraph(text: string, changes: Partial<Paragraph['runs'][number]> = {}): Paragraph {
  const run = {
    text,
    size: 34,
    colour: '1A1C20',
    bold: false,
    italic: false,
    face: 'Archivo',
    lang: 'en',
    href: undefined,
  };
  const one = { ...run, ...changes };
  return {
    runs: [one],
    align: 'left',
    bullet: undefined,
    margin: 0,
    hang: 0,
    level: 0,
    before: 0,
    leading: 44,
    rtl: false,
  };
}

const PLAIN = {
  padding: [4, 8, 6, 0],
  anchor: 't',
  fill: { colour: 'D5D1C6', opacity: 1 },
  lines: { top: { colour: 'CFC9BC', opacity: 1, width: 2 }, bottom: undefined },
} as const;

const OWN: Group = {
  ...{ name: '', colours: undefined, box: undefined },
  pieces: [
    {
      kind: 'text',
      box: BOX,
      letters: BOX,
      isTitle: true,
      isVertical: false,
      isOneLine: true,
      isTold: true,
      paragraphs: [paragraph('A < B & "C"')],
    },
    {
      ...{
        kind: 'text',
        box: BOX,
        letters: BOX,
        isTitle: false,
        isVertical: false,
        isOneLine: false,
        isTold: true,
      },
      paragraphs: [
        { ...paragraph('First'), bullet: '•', margin: 60, hang: 40 },
        {
          ...paragraph('out', { href: 'https://example.org/?a=1&b=2' }),
          bullet: '2.',
          level: 1,
          margin: 120,
          hang: 60,
        },
        paragraph('in', { href: 'http://127.0.0.1:1/#/two' }),
      ],
    },
    {
      ...{ kind: 'table', box: BOX, caption: 'Tolls', columns: [400, 400] },
      rows: [
        { height: 50, cells: [{ paragraphs: [paragraph('Both')], isHead: true, span: 2, ...PLAIN }] },
        { height: 50, cells: [{ paragraphs: [paragraph('1')], isHead: false, span: 1, ...PLAIN }] },
      ],
    },
  ],
};
const DRAWN: Group = {
  ...{ name: 'A line of years', colours: undefined, box: BOX },
  pieces: [
    {
      ...{
        kind: 'shape',
        box: BOX,
        outline: [
          [
            [96, 96],
            [896, 196],
          ],
        ],
        isClosed: false,
        fill: undefined,
        name: 'bar',
      },
      stroke: { colour: '34373E', opacity: 0.5, width: 2, dash: 1 },
    },
    {
      kind: 'picture',
      box: BOX,
      alt: 'A mill',
      png: Buffer.from('a picture').toString('base64'),
      instead: '',
    },
  ],
};
const SHEETS: readonly SlideSheet[] = [
  { ground: PAPER, leaf: { box: BOX, colour: 'FAF9F5' }, groups: [DRAWN, OWN] },
  { ground: { ...PAPER, painted: 'picture', picture: 'AAAA' }, leaf: undefined, groups: [] },
];
const WORDS = {
  meta: { ...NO_FRONT_MATTER, title: 'Mills & bridges', lang: 'en' },
  notes: ['Say this\nand that', ''],
  addresses: new Map([['two', 1]]),
  url: 'http://127.0.0.1:1/',
};

const parts = (bytes: Uint8Array) =>
  new Map(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));

test('every relation leads to a part that is there, and every part is named by one', () => {
  const all = parts(writePresentation(SHEETS, WORDS));
  const named = new Set<string>();
  for (const [path, text] of all)
    if (path.endsWith('.rels'))
      for (const [, target = ''] of text.matchAll(/Target="\/([^"]*)"/g)) named.add(target);
  const own = [...all.keys()].filter((path) => !path.endsWith('.rels') && path !== '[Content_Types].xml');
  expect([...named].sort()).toEqual(own.sort());
});

test('each relation that a part uses is one it has', () => {
  const all = parts(writePresentation(SHEETS, WORDS));
  for (const [path, text] of all) {
    const [, folder = '', name = ''] = /^(.*\/)?([^/]+)\.xml$/.exec(path) ?? [];
    const relations = all.get(`${folder}_rels/${name}.xml.rels`) ?? '';
    for (const [, id] of text.matchAll(/r:(?:id|embed)="([^"]*)"/g))
      expect(relations).toContain(`Id="${id}"`);
  }
});

test('a slide has its title in a placeholder, text, list, table, link, group and picture', () => {
  const slide = parts(writePresentation(SHEETS, WORDS)).get('ppt/slides/slide1.xml') ?? '';
  expect(slide).toMatch(/<p:ph type="title"\/>.*A &lt; B &amp; &quot;C&quot;/s);
  expect(slide).toContain('<a:buChar char="•"/>');
  expect(slide).toContain('<a:buAutoNum type="arabicPeriod" startAt="2"/>');
  expect(slide).toContain('gridSpan="2"');
  expect(slide).toContain('action="ppaction://hlinksldjump"');
  expect(slide).toContain('descr="A line of years"');
  expect(slide).toContain('descr="A mill"');
  const ids = [...slide.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('rows are as long as the grid, whatever spans or is missing', () => {
  const slide = parts(writePresentation(SHEETS, WORDS)).get('ppt/slides/slide1.xml') ?? '';
  const rows = slide.split('<a:tr ').slice(1);
  expect(rows.map((row) => row.match(/<a:tc[ >]/g)?.length)).toEqual([2, 2]);
});

test('notes stand on the slide they belong to, and the same slides give the same bytes', () => {
  const all = parts(writePresentation(SHEETS, WORDS));
  expect(all.get('ppt/notesSlides/notesSlide1.xml')).toMatch(/Say this.*and that/s);
  expect(all.has('ppt/notesSlides/notesSlide2.xml')).toBe(false);
  expect(Buffer.from(writePresentation(SHEETS, WORDS))).toEqual(
    Buffer.from(writePresentation(SHEETS, WORDS)),
  );
});

test('a slide is painted with its colour, with a gradient, or with a picture', () => {
  const paint = (colour: string, at: number, opacity = 1) => ({ colour, opacity, at });
  const blend = { degrees: 45, stops: [paint('123456', 0), paint('FFFFFF', 1, 0.5)] };
  const slideOf = (ground: SlideSheet['ground']) =>
    parts(writePresentation([{ ground, leaf: undefined, groups: [] }], WORDS)).get('ppt/slides/slide1.xml');
  expect(slideOf(PAPER)).toContain('<p:bgPr><a:solidFill><a:srgbClr val="EDE9DF"');
  expect(slideOf({ ...PAPER, blend })).toMatch(
    /<p:bgPr><a:gradFill.*<a:gs pos="0"><a:srgbClr val="123456">.*<a:gs pos="100000">.*<a:alpha val="50000"\/>.*<a:lin ang="2700000"/,
  );
  expect(slideOf({ ...PAPER, blend, painted: 'picture', picture: 'AAAA' })).toMatch(
    /<p:bgPr><a:blipFill[^>]*><a:blip r:embed="rId\d+"\/>/,
  );
});

test('boxes have round corners, and lines the heads of arrows', () => {
  const shape = { kind: 'shape', box: BOX, isClosed: true, fill: undefined, name: 'Card' } as const;
  const stroke = { colour: '34373E', opacity: 1, width: 2, dash: undefined };
  const pieces = [
    { ...shape, outline: 'rect', radius: 25, stroke: undefined },
    { ...shape, outline: 'rect', radius: 0, stroke: { ...stroke, heads: [false, true] } },
  ] as const;
  const sheet = { ground: PAPER, leaf: undefined, groups: [{ ...OWN, pieces }] };
  const slide = parts(writePresentation([sheet], WORDS)).get('ppt/slides/slide1.xml');
  expect(slide).toContain('prst="roundRect"><a:avLst><a:gd name="adj" fmla="val 25000"/>');
  expect(slide).toMatch(/prst="rect".*<a:tailEnd type="triangle"\/><\/a:ln>/);
  expect(slide).not.toContain('<a:headEnd');
});

test('areas that lie on one another are filled, and holes are holes', () => {
  const square = (x: number, size: number): (readonly [number, number])[] => [
    [x, x],
    [x + size, x],
    [x + size, x + size],
    [x, x + size],
  ];
  const pathsOf = (...outline: readonly (readonly (readonly [number, number])[])[]) => {
    const shape = {
      kind: 'shape',
      box: BOX,
      outline,
      isClosed: true,
      stroke: undefined,
      name: 'Area',
    } as const;
    const pieces = [{ ...shape, fill: { colour: '1B53B1', opacity: 1 } }];
    const sheet = { ground: PAPER, leaf: undefined, groups: [{ ...OWN, pieces }] };
    const slide = parts(writePresentation([sheet], WORDS)).get('ppt/slides/slide1.xml') ?? '';
    return slide.match(/<a:path /g)?.length;
  };
  expect(pathsOf(square(100, 100), square(150, 100))).toBe(2);
  expect(pathsOf(square(100, 100), square(120, 50).reverse())).toBe(1);
});

test('what is raised, and the ground of code, go with their letters', () => {
  const run = (changes: Parameters<typeof paragraph>[1]) => paragraph('x', changes);
  const pieces: Group['pieces'] = [
    {
      kind: 'text',
      ...{ box: BOX, letters: BOX, isTitle: true, isVertical: false, isOneLine: true },
      ...{ isTold: true, paragraphs: [run({ baseline: 30_000 }), run({ highlight: 'FAF9F5' })] },
    },
  ];
  const sheet = { ground: PAPER, leaf: undefined, groups: [{ ...OWN, pieces }] };
  const slide = parts(writePresentation([sheet], WORDS)).get('ppt/slides/slide1.xml');
  expect(slide).toContain('baseline="30000"');
  expect(slide).toContain('</a:solidFill><a:highlight><a:srgbClr val="FAF9F5"/></a:highlight><a:latin');
  // A title that another face makes longer is set smaller.
  expect(slide).toContain('<a:normAutofit/>');
});

test('a link is a run for each word, and what is struck is', () => {
  const runs = [
    paragraph('An old  treaty', { href: 'https://example.org/' }),
    paragraph('of no force', { struck: true }),
  ];
  const own: Group = {
    ...OWN,
    pieces: [
      {
        ...{ kind: 'text', box: BOX, letters: BOX, isTitle: false, isVertical: false, isOneLine: false },
        ...{ isTold: true, paragraphs: runs },
      },
    ],
  };
  const all = parts(writePresentation([{ ground: PAPER, leaf: undefined, groups: [own] }], WORDS));
  const slide = all.get('ppt/slides/slide1.xml') ?? '';
  const words = [...slide.matchAll(/<a:t>([^<]*)</g)].map(([, text]) => text);
  expect(words).toEqual(['An ', 'old  ', 'treaty', 'of no force']);
  expect(slide.match(/<a:hlinkClick r:id="rId1"/g)).toHaveLength(3);
  expect(slide).toMatch(/strike="sngStrike"[^>]*>.*of no force/);
  // The face is named as wide as the page has it.
  expect(all.get('ppt/theme/theme1.xml')).toContain('typeface="Archivo SemiCondensed"');
});

test('what XML has no place for is left out', () => {
  const odd = paragraph('a\u0000b\u0007c\ufffe');
  const own: Group = {
    ...OWN,
    pieces: [
      {
        kind: 'text',
        box: BOX,
        letters: BOX,
        isTitle: false,
        isVertical: false,
        isOneLine: true,
        isTold: true,
        paragraphs: [odd],
      },
    ],
  };
  const slide = parts(writePresentation([{ ground: PAPER, leaf: undefined, groups: [own] }], WORDS)).get(
    'ppt/slides/slide1.xml',
  );
  expect(slide).toContain('<a:t>abc</a:t>');
  expect(parseFragment(slide ?? '').childNodes.length).toBeGreaterThan(0);
});

test('code has letters of one width, and words that run down stay in their box', () => {
  const own: Group = {
    ...OWN,
    pieces: [
      {
        kind: 'text',
        ...{ box: BOX, letters: BOX, isTitle: false, isVertical: true, isOneLine: true, isTold: true },
        paragraphs: [paragraph('  let a', { face: 'ui-monospace' })],
      },
    ],
  };
  const slide = parts(writePresentation([{ ground: PAPER, leaf: undefined, groups: [own] }], WORDS)).get(
    'ppt/slides/slide1.xml',
  );
  expect(slide).toContain('<a:latin typeface="Courier New"/>');
  expect(slide).toContain('<a:t>  let a</a:t>');
  expect(slide).toMatch(/<a:bodyPr wrap="square"[^>]* vert="eaVert"/);
});

test('of a drawing there are its lines beside its pixels', () => {
  const picture = {
    kind: 'picture',
    box: BOX,
    alt: 'A sea',
    png: '',
    instead: '',
    drawing: 'sea.svg',
  } as const;
  const sheet = { ...SHEETS[0], groups: [{ ...OWN, pieces: [picture] }] };
  const fileAt = (address: string) => (address === 'sea.svg' ? '<svg/>' : undefined);
  const all = parts(writePresentation([{ ground: PAPER, leaf: undefined, ...sheet }], { ...WORDS, fileAt }));
  expect(all.get('ppt/media/slide1-1.svg')).toBe('<svg/>');
  const [, id = ''] =
    /<asvg:svgBlip[^>]* r:embed="([^"]*)"/.exec(all.get('ppt/slides/slide1.xml') ?? '') ?? [];
  expect(all.get('ppt/slides/_rels/slide1.xml.rels')).toMatch(new RegExp(`Id="${id}"[^>]*slide1-1\\.svg`));
  expect(all.get('[Content_Types].xml')).toContain('Extension="svg"');
});
