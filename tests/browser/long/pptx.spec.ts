import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { main } from '../../../src/cli.ts';
import { attribute, elements, parseHtml, textOf } from '../../../src/deck/slide/html-tree.ts';
import { makeSite, type Site } from '../../../src/site/site.ts';
import { expect, test } from '../deck.ts';

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orihon-pptx-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const DECKS = ['slides', 'docs/gallery', ...readdirSync('tests/decks').map((name) => `tests/decks/${name}`)];

/** What the deck itself lays on each other. */
const LAID_BY_DECK: readonly string[] = ['tests/decks/habits: stack: "below" and "above"'];

/** The first slide of a deck, as its file has it. */
async function firstSlideOf(deck: string): Promise<string> {
  const output = join(folder, 'first.pptx');
  expect(await main(['export', deck, '--format', 'pptx', '--output', output])).toBe(0);
  return strFromU8(unzipSync(readFileSync(output))['ppt/slides/slide1.xml'] ?? new Uint8Array());
}

for (const deck of DECKS)
  test(`${deck}: every word and note is in the slides that can be edited`, async () => {
    const output = join(folder, `${deck.replace(/\W/g, '-')}.pptx`);
    const report = output.replace('.pptx', '.json');
    // It writes nothing where a word, a note, a cell of a chart or a relation is lost.
    expect(await main(['export', deck, '--format', 'pptx', '--output', output, '--report', report])).toBe(0);
    const parts = Object.entries(unzipSync(readFileSync(output)));
    const slides = parts.filter(([path]) => /^ppt\/slides\/slide\d+\.xml$/.test(path));
    expect(slides.length).toBeGreaterThan(2);
    const titled = slides.filter(([, part]) => strFromU8(part).includes('<p:ph type="title"/>'));
    expect(titled.length).toBeGreaterThan(slides.length / 2);

    // Every event that is shown is in the words of its slide, labelled or not, and no two boxes of words overlap.
    const { site } = await makeSite(deck, { notes: false });
    // Each cell of each definition of each chart was looked for: none is left out with its chart.
    const told: { cells: number } = JSON.parse(readFileSync(report, 'utf8'));
    expect(told.cells).toBe(cellsOf(site));
    const overlapping: string[] = [];
    for (const [index, { id, html }] of (site?.pages ?? []).entries()) {
      const xml = strFromU8(
        unzipSync(readFileSync(output))[`ppt/slides/slide${index + 1}.xml`] ?? new Uint8Array(),
      );
      const said = squeeze(xml.replace(/&amp;/g, '&'));
      for (const event of spokenIn(html)) expect(said, id).toContain(squeeze(event));
      const boxes = boxesIn(xml);
      // Two panels that meet may both name the value at their edge.
      for (const [at, one] of boxes.entries())
        for (const other of boxes.slice(at + 1))
          if (one.text !== other.text && overlap(one, other))
            overlapping.push(`${deck}: ${id}: "${one.text}" and "${other.text}"`);
    }
    expect(overlapping.filter((pair) => !LAID_BY_DECK.includes(pair))).toEqual([]);
  });

/** How many cells the charts of a deck show, under all their definitions. */
function cellsOf(site: Site | undefined): number {
  const figures = site?.deck.slides.flatMap((slide) => slide.figures) ?? [];
  const tables = figures
    .flatMap((figure) => figure.tables?.() ?? [])
    .filter(({ plots = [] }) => plots.length > 0);
  return tables.reduce((sum, { rows }) => sum + rows.flat().length, 0);
}

const squeeze = (text: string) => text.replace(/\s+/g, '');

/** What listeners hear of the events of a slide's timelines. */
function spokenIn(html: string): readonly string[] {
  const events = [...elements(parseHtml(html))].filter((one) => attribute(one, 'data-event') !== undefined);
  return events.flatMap((event) =>
    [...elements(event)].filter((one) => attribute(one, 'class') === 'spoken').map(textOf),
  );
}

/** How much two boxes may share: 2 pt, in the units of the file. */
const SHARED = 2 * 12_700;

interface TextBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly text: string;
}

/** The boxes of a slide that hold words and are not turned; a group here keeps the units of the sheet. */
function boxesIn(xml: string): readonly TextBox[] {
  return [...xml.matchAll(/<p:sp>[\s\S]*?<\/p:sp>/g)].flatMap(([shape]) => {
    const text = [...shape.matchAll(/<a:t>([^<]*)</g)].map(([, run]) => run).join('');
    const place = /<a:xfrm><a:off x="(-?\d+)" y="(-?\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"/.exec(shape);
    const [x = 0, y = 0, width = 0, height = 0] = (place ?? []).slice(1).map(Number);
    return text.trim() === '' || !place ? [] : [{ x, y, width, height, text }];
  });
}

function overlap(one: TextBox, other: TextBox): boolean {
  const wide = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const high = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return wide > SHARED && high > SHARED;
}

test('grounds and lines of boxes are shapes: round, framed, and on one side', async () => {
  const deck = join(folder, 'boxes.md');
  const box = (name: string, style: string) =>
    `<div class="${name}" style="width: 100px; height: 100px; ${style}"></div>`;
  const boxes = [
    box('round', 'background-color: #ff0000; border-radius: 50%'),
    box('framed', 'border: 4px solid #00ff00'),
    box('below', 'border-bottom: 4px solid #0000ff'),
  ];
  writeFileSync(deck, `## Boxes\n\n${boxes.join('\n')}\n`);
  const slide = await firstSlideOf(deck);
  for (const [outline, colour] of [
    ['ellipse', 'FF0000'],
    ['rect', '00FF00'],
    ['rect', '0000FF'],
  ])
    expect(slide).toMatch(new RegExp(`prst="${outline}"(?:(?!</p:sp>).)*srgbClr val="${colour}"`, 's'));
});

/** Slides with something behind them: what the file says of it, and what the report says is lost. */
const BEHIND = [
  ['data-background-color="#123456"', /<p:bgPr><a:solidFill><a:srgbClr val="123456"/, undefined],
  [
    'data-background-gradient="linear-gradient(135deg, #123456, #5a1f4f)"',
    /<p:bgPr><a:gradFill.*pos="0"><a:srgbClr val="123456".*pos="100000"><a:srgbClr val="5A1F4F".*ang="2700000"/,
    undefined,
  ],
  [
    'data-background-gradient="radial-gradient(#284b63, #101418)"',
    /<p:bgPr><a:blipFill/,
    'a gradient behind the slide is a picture here, and cannot be edited',
  ],
  ['data-background-image="yard.svg"', /<p:bgPr><a:blipFill/, undefined],
  ['data-background="yard.svg"', /<p:bgPr><a:blipFill/, undefined],
  [
    'data-background-video="film.webm"',
    /<p:bgPr><a:solidFill><a:srgbClr val="EDE9DF"/,
    'the film behind it is not in the file',
  ],
] as const;

test('what stands behind a slide and its boxes stands behind them in the file, or is named', async () => {
  const deck = join(folder, 'behind');
  mkdirSync(deck);
  copyFileSync('tests/decks/tram-report/yard.svg', join(deck, 'yard.svg'));
  copyFileSync('tests/decks/every-habit/film.webm', join(deck, 'film.webm'));
  const slides = BEHIND.map(
    ([ground], index) => `## Number ${index} {#n${index} ${ground}}\n\nWords on it, ${index}.`,
  );
  const fill =
    '<linearGradient id="g"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient>';
  const drawn =
    `<svg viewBox="0 0 400 200" width="800"><defs>${fill}</defs><rect width="90" height="80" fill="url(#g)"/>` +
    '<text x="20" y="150" font-size="16" fill="#00ff00">Drawn</text></svg>';
  const card =
    '<div style="background: linear-gradient(90deg, #aabbcc, #ffeeaa); border-radius: 20px">Card</div>';
  writeFileSync(
    join(deck, 'deck.md'),
    [...slides, `## Boxes {#boxes}\n\n${card}\n\n${drawn}`].join('\n\n---\n\n'),
  );
  const [output, report] = [join(folder, 'behind.pptx'), join(folder, 'behind.json')];
  expect(await main(['export', deck, '--format', 'pptx', '--output', output, '--report', report])).toBe(0);
  const parts = unzipSync(readFileSync(output));
  const slide = (nth: number) => strFromU8(parts[`ppt/slides/slide${nth}.xml`] ?? new Uint8Array());
  const { notices }: { notices: { slide: string; what: string }[] } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  for (const [index, [, written, lost]] of BEHIND.entries()) {
    expect(slide(index + 1)).toMatch(written);
    expect(notices.find((notice) => notice.slide === `n${index}`)?.what).toBe(lost);
  }
  // It is taken off the screen without what stands on it: slides with other words have the same.
  expect(parts['ppt/media/slide4-ground.jpg']).toBeDefined();
  expect(parts['ppt/media/slide4-ground.jpg']).toEqual(parts['ppt/media/slide5-ground.jpg']);
  const boxes = slide(BEHIND.length + 1);
  expect(boxes).toMatch(/prst="roundRect".*?<a:gradFill.*?val="AABBCC".*?val="FFEEAA"/s);
  expect(notices.filter((notice) => notice.slide === 'boxes').map(({ what }) => what)).toEqual([
    'a gradient is a picture here, and cannot be edited',
  ]);
  // Twice as large as it is written, as the drawing is.
  expect(boxes).toMatch(/sz="1600"[^>]*><a:solidFill><a:srgbClr val="00FF00"(?:(?!<\/a:r>).)*Drawn/);
});

test('formulas, what is raised and code stand in their line as text; what runs down is as narrow as it is', async () => {
  const deck = join(folder, 'lines.md');
  const slides = [
    '## In a line\n\nThe energy $E = mc^2$ of H<sub>2</sub>O, the sum $\\frac{1}{2}$ after it, and `code` too.',
    '## Runs\n\n<p style="writing-mode: vertical-rl; width: 600px">Down</p>',
    '## Cells\n\n| What | Says |\n|---|---|\n| $a_1$ of x<sup>2</sup> | `code` |',
  ];
  writeFileSync(deck, slides.join('\n\n---\n\n'));
  const [output, report] = [join(folder, 'lines.pptx'), join(folder, 'lines.json')];
  expect(await main(['export', deck, '--format', 'pptx', '--output', output, '--report', report])).toBe(0);
  const parts = unzipSync(readFileSync(output));
  const slide = (nth: number) => strFromU8(parts[`ppt/slides/slide${nth}.xml`] ?? new Uint8Array());
  const textsOf = (xml: string) =>
    [...xml.matchAll(/<a:t>([^<]*)<\/a:t>|<\/a:p>/g)].map(([, text]) => text ?? '\n').join('');
  expect(textsOf(slide(1))).toContain('The energy E\u2009=\u2009mc2 of H2O, the sum \u00a0');
  expect(slide(1).match(/baseline="30000"/g)).toHaveLength(1);
  expect(slide(1).match(/baseline="-25000"/g)).toHaveLength(1);
  expect(slide(1)).toMatch(/<a:highlight>(?:(?!<\/a:r>).)*<a:t>code/);
  const { notices }: { notices: { what: string }[] } = JSON.parse(readFileSync(report, 'utf8'));
  expect(notices.map(({ what }) => what)).toEqual(['a math is a picture here, and cannot be edited']);
  const [down] = boxesIn(slide(2)).filter(({ text }) => text === 'Down');
  expect(down?.width).toBeLessThan(100 * 6350);
  // Its lines are as far apart as they are wide, not high: hundredths of a point.
  expect(Number(/spcPts val="(\d+)"(?:(?!<\/a:p>).)*Down/.exec(slide(2))?.[1])).toBeLessThan(5000);
  expect(textsOf(slide(3))).toContain('a1 of x2');
  expect(slide(3)).toMatch(/<a:highlight>(?:(?!<\/a:r>).)*<a:t>code/);
});

test('a sign before the words of a cell goes with them, and words that may not break have their room', async () => {
  const deck = join(folder, 'signs');
  mkdirSync(deck);
  const row = (claim: string, finding: string) =>
    `  - claim: ${claim}\n    documents: ${'It says more. '.repeat(12)}\n    finding: ${finding}\n`;
  writeFileSync(
    join(deck, '1.md'),
    `## Two claims\n\n\`\`\`claims\nrows:\n${row(`"${'It was so. '.repeat(8)}"`, 'contradicted')}${row('"Not so."', 'nuance')}\`\`\`\n`,
  );
  const xml = await firstSlideOf(deck);
  const cells = [...xml.matchAll(/<a:tc>.*?<\/a:tc>/gs)].map(([cell]) => cell);
  const saysAfter = (sign: string) =>
    cells.find((cell) => cell.includes(`buChar char="${sign}"`))?.replace(/<[^>]*>/g, '');
  expect([saysAfter('●'), saysAfter('○')]).toEqual(['Contradicted', 'With nuance']);
  // Nothing else is drawn on the slide: a sign of its own would stay where its row was.
  expect(xml).not.toContain('prst="ellipse"');
  const widths = [...xml.matchAll(/<a:gridCol w="(\d+)"/g)].map(([, width]) => Number(width) / 6350);
  // Bold letters are half as wide again in another face; of itself the column has 253 px.
  expect(widths[2]).toBeGreaterThan(275);
});

test('a line of code has its number, and stands as far in as it was written', async () => {
  const deck = join(folder, 'code.md');
  writeFileSync(deck, '## Code\n\n```js [1-3]\nif (one) {\n  two();\n}\n```\n');
  const xml = await firstSlideOf(deck);
  const texts = [...xml.matchAll(/<p:sp>.*?<\/p:sp>/gs)].map(([shape]) => shape.replace(/<[^>]*>/g, ''));
  expect(texts).toEqual(expect.arrayContaining(['   1  if (one) {', '   2    two();', '   3  }']));
});

test('entries of a list that is read from the right stand as far in from there as on the page', async () => {
  const deck = join(folder, 'right.md');
  writeFileSync(deck, '---\nlang: ar\n---\n\n## قائمة\n\n- أول\n  - داخل\n- ثان\n');
  const xml = await firstSlideOf(deck);
  const entries = ['أول', 'داخل', 'ثان'].map((word) => {
    const paragraph = xml.match(/<a:p>(?:(?!<\/a:p>).)*<\/a:p>/gs)?.find((one) => one.includes(`>${word}<`));
    const [, margin, indent, align] =
      /marL="(\d+)" indent="(-?\d+)" algn="(\w+)"/.exec(paragraph ?? '') ?? [];
    expect(paragraph, word).toContain('rtl="1"');
    return { margin: Number(margin), indent: Number(indent), align };
  });
  for (const { align, indent, margin } of entries) {
    expect(align).toBe('r');
    // A mark stands before its words, not on them.
    expect(-indent).toBeGreaterThan(10 * 6350);
    expect(margin).toBeGreaterThanOrEqual(-indent);
  }
  const [first, inner, last] = entries.map(({ margin }) => margin);
  expect(last).toBe(first);
  expect(inner).toBeGreaterThan((first ?? 0) + 10 * 6350);
});
