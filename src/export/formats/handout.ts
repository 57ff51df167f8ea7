import { readFileSync } from 'node:fs';
import { attributes } from '../../base/markup.ts';
import { type OpenSite, withSite } from '../../browser/open-site.ts';
import type { Progress } from '../../browser/progress.ts';
import type { Slide } from '../../deck/slide/slide.ts';
import type { NumberedSource } from '../../deck/sources/sources.ts';
import { writeReference } from '../../figures/listing/reference.ts';
import type { Page as SlidePage } from '../../site/html.ts';
import type { Site } from '../../site/site.ts';
import type { ExportOptions } from '../options.ts';
import { addressesOf, bookmarksOf, slidesOfPages } from '../pdf/bookmarks.ts';
import { type FinishedPdf, finishPdf } from '../pdf/finish.ts';
import { keepInnerLinks } from '../pdf/inner-links.ts';
import { readPdf } from '../pdf/read.ts';
import { readTexts } from '../pdf/read-text.ts';
import { tagPage } from '../pdf/tag-page.ts';
import { expectPage, expectWords } from '../proof/expected.ts';
import { proveHandoutText } from '../proof/handout.ts';
import { findOverflow } from '../proof/overflow.ts';
import { provePdf } from '../proof/proof.ts';
import type { WriteFormat } from './format.ts';

const SHEET = 'handout.css';
/** Paper, portrait; mm. */
const PAPERS = { a4: [210, 297], letter: [215.9, 279.4] } as const;
const MARGIN = { top: 14, side: 16, bottom: 18 } as const;

/** Writes a PDF to give away: each slide above, its notes below, its sources at the foot; and proves it as any PDF. */
export const writeHandout: WriteFormat = (site, { options, browser, progress }) =>
  withSite(handoutOf(site, options.paper), browser, async (open) => {
    const { name } = open.browser;
    progress.say(`Printing a handout of ${site.pages.length} slides with ${name} …`);
    const { overflow, innerLinks } = await layOut(open, site.pages.length, progress);
    const printed = await open.page.pdf(HOW);
    const saidByPage = [...open.faults];
    // The browser knows on which sheet it put the label that each slide has.
    const { bookmarks, pages } = await readPdf(printed);
    const firstPages = site.pages.map(
      (_, index) => bookmarks.find(({ title }) => title === labelOf(index))?.page ?? -1,
    );
    const { bytes, conditions } = await finish(printed, {
      site,
      firstPages,
      pages: pages.length,
      url: open.url,
    });
    const shown = pages.map((_, page) => firstPages.findLastIndex((first) => first >= 0 && first <= page));
    const report = provePdf(await readPdf(bytes), {
      ...expectWords(site),
      pages: shown.map((slide, page) => {
        const isFirst = firstPages[slide] === page;
        const expected = expectPage(site, slide, isFirst ? (innerLinks[slide] ?? 0) : 0);
        return isFirst ? { ...expected, labels: 1 } : { ...expected, headline: undefined };
      }),
      steps: 0,
      overflow,
      away: open.away,
      conditions,
    });
    const owners = slidesOfPages(site);
    const handed = site.pages.map(({ id, html }, slide) => ({
      id,
      notes: owners[slide]?.id === id ? takeNotes(html).notes : '',
      pages: shown.flatMap((one, page) => (one === slide ? [page] : [])),
    }));
    const lost = handed.filter((slide) => slide.pages.length === 0);
    const faults = [
      ...saidByPage,
      ...report.faults,
      ...lost.map(({ id }) => ({ slide: id, what: 'no page came of it' })),
      ...proveHandoutText(await readTexts(bytes), handed, slideEnd(options.paper)),
    ];
    const paper = ['paper', options.paper === 'a4' ? 'A4' : 'Letter'] as const;
    return {
      files: [{ path: '', bytes }],
      report: {
        ...report,
        browser: name,
        rows: [...report.rows, paper],
        faults,
        details: { ...report.details, paper: options.paper },
      },
    };
  });

const HOW = { preferCSSPageSize: true, printBackground: true, tagged: true, outline: true } as const;

async function layOut({ page, url }: OpenSite, slides: number, { count }: Progress) {
  await page.addStyleTag({ url: `${url}${SHEET}` });
  await page.evaluate(() => window.deckReady());
  // How high the sources of each slide are, so that notes end above them. The page is still a screen: charts drawn
  // for an emulated printer come out too small.
  await page.evaluate(() => {
    for (const foot of document.querySelectorAll<HTMLElement>('.handout-foot')) {
      const height = foot.firstElementChild?.getBoundingClientRect().height ?? 0;
      // More than half of the room: then they follow the notes.
      if (height > foot.getBoundingClientRect().height / 2) foot.classList.add('long');
      foot.style.setProperty('--high', `${height}px`);
    }
  });
  await page.emulateMedia({ media: 'print' });
  const overflow = await findOverflow(page, slides, (done) => count(done, slides, 'slides laid out'));
  const innerLinks = await keepInnerLinks(page);
  await tagPage(page);
  await page.emulateMedia({ media: null });
  return { overflow, innerLinks };
}

interface Finishing {
  readonly site: Site;
  readonly firstPages: readonly number[];
  readonly pages: number;
  readonly url: string;
}

function finish(printed: Uint8Array, { site, firstPages, pages, url }: Finishing): Promise<FinishedPdf> {
  const numbers = Array.from({ length: pages }, (_, page) => page);
  return finishPdf(printed, {
    meta: site.deck.meta,
    bookmarks: bookmarksOf(site),
    addresses: new Map([...addressesOf(site)].map(([name, slide]) => [name, firstPages[slide] ?? -1])),
    firstPages,
    labels: numbers.map((page) => `${page + 1}`),
    notes: numbers.map(() => ''),
    titles: numbers.map((page) => `${page + 1}`),
    attachments: [],
    fingerprint: `handout\n${site.head}\n${site.slides}`,
    url,
  });
}

/** Pt from the upper edge of the paper to where a slide ends. */
function slideEnd(paper: ExportOptions['paper']): number {
  const wide = PAPERS[paper][0] - 2 * MARGIN.side;
  return ((MARGIN.top + (wide * 45) / 80) * 72) / 25.4;
}

/** The same site, each slide followed by what belongs to it on paper, and with a sheet for that paper. */
function handoutOf(site: Site, paper: ExportOptions['paper']): Site {
  const owners = slidesOfPages(site);
  const slides = site.pages.map((page, index) => writePage(site, page, owners[index], index)).join('\n');
  const files = new Map(site.files);
  files.set(SHEET, sheetOf(site, paper));
  return { ...site, slides, strip: '', files };
}

function writePage({ deck }: Site, page: SlidePage, slide: Slide | undefined, index: number): string {
  const { section, notes } = takeNotes(page.html);
  // What a slide rests on is said once, under the first of its pages.
  const first = slide?.id === page.id;
  const sources = slide && first ? sourcesOf(slide, deck.bibliography.entry) : [];
  const list = sources
    .map(
      ({ number, source }) =>
        `<li${attributes({ value: number })}>${writeReference(source, deck.meta.lang)}</li>`,
    )
    .join('\n');
  return [
    section,
    '<div class="handout">',
    `<h3 class="handout-label">${labelOf(index)}</h3>`,
    list && `<div class="handout-foot"><ol>${list}</ol></div>`,
    first ? `<div class="handout-notes">${notes}</div>` : '',
    '</div>',
  ]
    .filter(Boolean)
    .join('\n');
}

/** A slide's markup without its notes, and these. */
function takeNotes(html: string): { readonly section: string; readonly notes: string } {
  const [whole, notes = ''] = /\n<aside class="notes">([\s\S]*)<\/aside>\n<\/section>$/.exec(html) ?? [''];
  return { section: whole === '' ? html : html.replace(whole, () => '\n</section>'), notes };
}

/** Works the slide and its notes name, by number; not those a figure lists by itself. */
function sourcesOf(
  { cites, citesInNotes, figures }: Slide,
  entry: (id: string) => NumberedSource | undefined,
): readonly NumberedSource[] {
  const listed = new Set(
    figures.filter(({ namesSources }) => namesSources).flatMap((figure) => figure.cites.map(({ id }) => id)),
  );
  const named = [...cites, ...citesInNotes.filter(({ id }) => !listed.has(id))].map(({ id }) => id);
  return [...new Set(named)]
    .map(entry)
    .filter((found) => found !== undefined)
    .sort((a, b) => a.number - b.number);
}

function labelOf(index: number): string {
  return `Slide ${index + 1}`;
}

function sheetOf({ deck: { meta } }: Site, paper: ExportOptions['paper']): string {
  const [width, height] = PAPERS[paper];
  const wide = width - 2 * MARGIN.side;
  const high = height - MARGIN.top - MARGIN.bottom;
  const rest = high - (wide * 45) / 80;
  return [
    `@page { size: ${width}mm ${height}mm; margin: ${MARGIN.top}mm ${MARGIN.side}mm ${MARGIN.bottom}mm;`,
    `  @bottom-left { content: ${cssText(meta.title)} }`,
    '  @bottom-right { content: counter(page) " of " counter(pages) }',
    '}',
    // A hair less than the page: what is rounded up must not spill.
    `:root { --wide: ${wide}mm; --rest: ${rest - 0.5}mm }`,
    `html { font-size: ${wide / 80}mm }`,
    readFileSync(new URL('./handout.css', import.meta.url), 'utf8'),
  ].join('\n');
}

function cssText(text: string): string {
  return `"${text.replace(/["\\\n]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`;
}
