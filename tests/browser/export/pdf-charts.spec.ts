import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type DeckPage, expect, test } from '../deck.ts';
import { chartReady, geometryOf } from '../figures/chart-page.ts';
import { exportedFlagship } from './flagship.ts';
import { drawingOf, type PaperBox } from './pdf-paths.ts';
import { squeeze } from './pdf-text.ts';

const IMAGES = new Set<number>([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintInlineImageXObjectGroup,
  OPS.paintSolidColorImageMask,
]);

/** Words, images and painted paths of the first page of a PDF file that holds the headline. */
async function pageWith(path: string, headline: string) {
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise;
  try {
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const text = squeeze(items.map((piece) => ('str' in piece ? `${piece.str} ` : '')).join(''));
      if (!letters(text).includes(letters(headline))) continue;
      const { fnArray } = await page.getOperatorList();
      return {
        text,
        images: fnArray.filter((operator) => IMAGES.has(operator)).length,
        paths: fnArray.filter((operator) => operator === OPS.constructPath).length,
      };
    }
  } finally {
    await pdf.destroy();
  }
  throw new Error(`no page says ${headline}`);
}

function letters(text: string): string {
  return text.replace(/\s/g, '');
}

const PAGES = [
  {
    headline: 'After a decade of small steps, one large one',
    paths: 48,
    words: [
      ...['FY1976', '1985', '2023', '2027', '¥6 tn', '1.51', '4.96', '4.71', '5.40', '6.82', '1.19%'],
      ...[
        '+15% in ten years',
        'Aim: within 1% of GNP, 1976–87',
        'Aim for FY2027: 2% of GDP, on a wider base',
      ],
      ...['Defence budget by fiscal year', 'FY1978: no value', 'Sources:', 'SIPRI, 2025 edition'],
    ],
  },
  {
    headline: 'In 2023 Japan spent about as much as South Korea',
    paths: 7,
    words: [
      ...[
        'United States',
        'Germany',
        '916',
        '297, estimate',
        '48.2',
        '1.14',
        'Billion US dollars, at 2023 prices',
      ],
      ...['Taiwan is left out', 'Source:', 'SIPRI, 2025 edition'],
    ],
  },
  {
    headline: 'One treaty ally, and partners in the Indo-Pacific and in Europe',
    paths: 20,
    words: [
      ...['Japan', 'United States', 'Australia', 'Britain', 'South Korea', 'India', 'Philippines', 'Italy'],
      ...['Alliance treaty of 1960', 'Pacific Ocean', 'Reciprocal Access Agreement in force', 'Sources:'],
    ],
  },
] as const;

async function expectVectors(path: string): Promise<void> {
  for (const { headline, words, paths } of PAGES) {
    const page = await pageWith(path, headline);
    expect(page.images, headline).toBe(0);
    expect(page.paths, 'the figure is painted').toBeGreaterThan(paths);
    for (const word of words) expect(letters(page.text), word).toContain(letters(word));
    for (const word of ['6.60', 'excl.', 'Table', 'Save', 'no value FY'])
      expect(page.text).not.toContain(word);
  }
}

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orihon-chart-pdf-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('in the exported PDF charts and the map are vectors with their words as text, and columns end where they were placed @long', async ({
  deck,
}) => {
  const { pdf: path } = await exportedFlagship();
  await expectVectors(path);
  const { paths, words } = await drawingOf(path, PAGES[0].headline);
  await expectBars(deck, 'spending', paths);
  await expectBars(deck, 'others', (await drawingOf(path, PAGES[1].headline)).paths);
  for (const value of ['1.51', '4.96', '5.40', '6.82']) {
    const label = words.find(({ text }) => text === value);
    if (!label) throw new Error(`${value} is not there`);
    const middle = (label.left + label.right) / 2;
    const column = paths.find(
      ({ left, right, top }) =>
        right - left < 20 && left - 8 < middle && right + 8 > middle && top > label.top,
    );
    // From the foot of the number to its column.
    expect((column?.top ?? 0) - label.bottom, value).toBeGreaterThan(0);
    expect((column?.top ?? 0) - label.bottom, value).toBeLessThan(40);
  }
});

/** The end of a bar, px of the sheet, and the way it points. */
interface End {
  readonly x: number;
  readonly y: number;
  readonly across: boolean;
}

/** Every bar of a slide's first panel is painted on paper where the running deck has it, to a px. */
async function expectBars(deck: DeckPage, slide: string, paths: readonly PaperBox[]): Promise<void> {
  await deck.open(slide);
  await chartReady(deck.page, slide);
  for (const end of await endsOf(deck, slide)) {
    const near = paths.filter((box) => Math.hypot(end.x - endOf(box, end).x, end.y - endOf(box, end).y) < 1);
    expect(near.length, `${slide}: ${JSON.stringify(end)} is painted there`).toBeGreaterThan(0);
  }
}

/** Where the bars of a slide's first panel end, as the running deck has placed them. */
async function endsOf(deck: DeckPage, slide: string): Promise<readonly End[]> {
  const selector = `#${slide} :not([data-when="excluding"]) > canvas`;
  const [chart] = await geometryOf(deck.page, process.env['SITE_DECK_FOLDER'] ?? '', selector);
  const corner = await deck.page
    .locator(selector)
    .first()
    .evaluate((canvas) => {
      const sheet = window.Reveal.getCurrentSlide().getBoundingClientRect();
      const { x, y } = canvas.getBoundingClientRect();
      const px = 1920 / sheet.width;
      return { x: (x - sheet.x) * px, y: (y - sheet.y) * px };
    });
  const bars = chart?.values[0]?.filter(({ value }) => value !== null) ?? [];
  expect(bars.length).toBeGreaterThan(5);
  return bars.map(({ x, y }) => ({ x: x + corner.x, y: y + corner.y, across: slide === 'others' }));
}

/** The same of a box that was painted. */
function endOf({ left, right, top, bottom }: PaperBox, { across }: End): { x: number; y: number } {
  return across ? { x: right, y: (top + bottom) / 2 } : { x: (left + right) / 2, y: top };
}

test('the running deck prints them the same, dark, table open and counted the other way', {
  tag: '@long',
}, async ({ deck }) => {
  test.setTimeout(60_000);
  await deck.open('spending');
  await chartReady(deck.page, 'spending');
  for (const key of ['d', 'x', 't']) await deck.page.keyboard.press(key);
  await deck.page.evaluate(() => window.deckReady());
  const path = join(folder, 'running.pdf');
  writeFileSync(path, await deck.page.pdf({ preferCSSPageSize: true, printBackground: true }));
  await expectVectors(path);
  await expect(deck.page.locator('#spending')).toHaveAttribute('data-definition', 'excluding');
});
