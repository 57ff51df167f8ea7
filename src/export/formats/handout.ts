import { attributes } from '../../base/markup.ts';
import { wordsOf } from '../../base/words/choose-words.ts';
import { type OpenSite, withSite } from '../../browser/open-site.ts';
import type { Progress } from '../../browser/progress.ts';
import type { Slide } from '../../deck/slide/slide.ts';
import { writeReference } from '../../figures/listing/reference.ts';
import type { Page as SlidePage } from '../../site/html.ts';
import type { Site } from '../../site/site.ts';
import { filmsBehind } from '../films-behind.ts';
import { addressesOf, bookmarksOf, slidesOfPages } from '../pdf/bookmarks.ts';
import { type FinishedPdf, finishPdf } from '../pdf/finish.ts';
import { keepInnerLinks } from '../pdf/inner-links.ts';
import { readPdf } from '../pdf/read.ts';
import { readTexts } from '../pdf/read-text.ts';
import { tagPage } from '../pdf/tag-page.ts';
import { type ExpectedPage, expectPage, expectWords } from '../proof/expected.ts';
import { proveHandoutText } from '../proof/handout.ts';
import { findOverflow } from '../proof/overflow.ts';
import { provePdf } from '../proof/proof.ts';
import { fillPages } from './fill-pages.ts';
import type { WriteFormat } from './format.ts';
import { amongNotes, pageHeight, sheetOf } from './handout-sheet.ts';
import { choosePerPage } from './per-page.ts';
import { belowSlides, sourcesUnder, takeNotes } from './under-slide.ts';

const SHEET = 'handout.css';
/** Writes a PDF to give away: each slide above, its notes below, its sources at the foot; and proves it as any PDF. */
export const writeHandout: WriteFormat = async (
  site,
  { options: { paper, perPage: asked }, browser, progress },
) => {
  const perPage = asked ?? (await choosePerPage(belowSlides(site), paper));
  const setting = { paper, perPage };
  return withSite(handoutOf(site, setting), browser, async (open) => {
    const { name } = open.browser;
    progress.say(`Printing a handout of ${site.pages.length} slides with ${name} …`);
    const { overflow, innerLinks } = await layOut(open, site.pages.length, { ...setting, ...progress });
    const printed = await open.page.pdf({ outline: true });
    const saidByPage = [...open.faults];
    // The browser knows on which sheet it put the label that each slide has.
    const { bookmarks, pages } = await readPdf(printed);
    const firstPages = site.pages.map(
      (_, index) => bookmarks.find(({ title }) => title === labelOf(site, index))?.page ?? -1,
    );
    const { bytes, conditions, content } = await finish(printed, {
      site,
      firstPages,
      pages: pages.length,
      url: open.url,
    });
    const shown = pages.map((_, page) => slidesOn(page, firstPages));
    const report = provePdf(content, {
      ...expectWords(site),
      pages: shown.map((slides, page) => expectSlides(site, slides, page, { firstPages, innerLinks })),
      steps: 0,
      overflow,
      away: open.away,
      conditions,
    });
    const owners = slidesOfPages(site);
    const handed = site.pages.map(({ id, html }, slide) => ({
      id,
      notes: owners[slide]?.id === id ? takeNotes(html).notes : '',
      pages: pagesOf(slide, shown, { firstPages, perPage }),
    }));
    const lost = handed.filter((slide) => slide.pages.length === 0);
    const faults = [
      ...saidByPage,
      ...report.faults,
      ...lost.map(({ id }) => ({ slide: id, what: 'no page came of it' })),
      ...proveHandoutText(await readTexts(bytes), handed, amongNotes(site, setting)),
    ];
    const size = paper === 'a4' ? 'A4' : 'Letter';
    const row = ['paper', perPage === 1 ? size : `${size}, ${perPage} slides a page`] as const;
    return {
      files: [{ path: '', bytes }],
      report: {
        ...report,
        browser: name,
        rows: [...report.rows, row],
        faults,
        notices: [...report.notices, ...filmsBehind(site), ...open.unseen],
        details: { ...report.details, paper, perPage },
      },
    };
  });
};

async function layOut(
  { page, url }: OpenSite,
  slides: number,
  { paper, perPage, count }: Parameters<typeof sheetOf>[1] & Progress,
) {
  await page.evaluate(
    (href) =>
      new Promise<void>((loaded, failed) => {
        const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
        sheet.onload = () => loaded();
        sheet.onerror = () => failed(new Error(`${href} cannot be loaded`));
        document.head.append(sheet);
      }),
    `${url}${SHEET}`,
  );
  await page.evaluate(() => window.deckReady());
  // How high the sources of each slide are, so that notes end above them. The page is still a screen: charts drawn
  // for an emulated printer come out too small.
  await page.evaluate(() => {
    for (const foot of document.querySelectorAll<HTMLElement>('.handout-foot')) {
      const height = foot.firstElementChild?.getBoundingClientRect().height ?? 0;
      // More than half of the room: then they follow the notes, over as many pages as they take.
      if (height > foot.getBoundingClientRect().height / 2) {
        foot.classList.add('long');
        foot.parentElement?.append(foot);
      }
      foot.style.setProperty('--high', `${height}px`);
    }
  });
  await page.emulateMedia('print');
  if (perPage === 3) await fillPages(page, pageHeight(paper));
  const overflow = await findOverflow(page, slides, (done) => count(done, slides, 'slides laid out'));
  const innerLinks = await keepInnerLinks(page);
  await tagPage(page);
  await page.emulateMedia('screen');
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

/** Slides that a page may show: one that goes on from the page before, and those that begin on it. */
function slidesOn(page: number, firstPages: readonly number[]): readonly number[] {
  const begun = firstPages.flatMap((first, slide) => (first === page ? [slide] : []));
  const before = firstPages.findLastIndex((first) => first >= 0 && first < page);
  return before < 0 ? begun : [before, ...begun];
}

/** The pages that a slide and its notes stand on. Where each slide begins a page, none goes on over the next. */
function pagesOf(
  slide: number,
  shown: readonly (readonly number[])[],
  { firstPages, perPage }: { readonly firstPages: readonly number[]; readonly perPage: number },
): readonly number[] {
  const mayStand = (page: number) => perPage > 1 || firstPages[slide] === page || !firstPages.includes(page);
  return shown.flatMap((slides, page) => (slides.includes(slide) && mayStand(page) ? [page] : []));
}

/** What a page must hold of the slides it shows. */
function expectSlides(
  site: Site,
  slides: readonly number[],
  page: number,
  {
    firstPages,
    innerLinks,
  }: { readonly firstPages: readonly number[]; readonly innerLinks: readonly number[] },
): ExpectedPage {
  const begun = slides.filter((slide) => firstPages[slide] === page);
  const expected = begun.map((slide) => expectPage(site, slide, innerLinks[slide] ?? 0));
  const [first = { ...expectPage(site, slides[0] ?? -1, 0), headline: undefined }] = expected;
  const sum = (count: (one: ExpectedPage) => number) => expected.reduce((all, one) => all + count(one), 0);
  return {
    ...first,
    // Each slide has a label, and all but one of their headlines are as good as one.
    labels: expected.length + Math.max(0, sum(({ headline }) => (headline ? 1 : 0)) - 1),
    pictures: sum(({ pictures }) => pictures),
    innerLinks: sum((one) => one.innerLinks),
    borrowed: slides.flatMap((slide) => expectPage(site, slide, 0).borrowed ?? []),
  };
}

/** The same site, each slide followed by what belongs to it on paper, and with a sheet for that paper. */
function handoutOf(site: Site, setting: Parameters<typeof sheetOf>[1]): Site {
  const owners = slidesOfPages(site);
  const slides = site.pages.map((page, index) => writePage(site, page, owners[index], index)).join('\n');
  const files = new Map(site.files);
  files.set(SHEET, sheetOf(site, setting));
  return { ...site, slides, strip: '', files };
}

function writePage({ deck }: Site, page: SlidePage, slide: Slide | undefined, index: number): string {
  const { section, notes } = takeNotes(page.html);
  const first = slide?.id === page.id;
  const sources = sourcesUnder({ deck }, page, slide);
  const list = sources
    .map(
      ({ number, source }) =>
        `<li${attributes({ value: number })}>${writeReference(source, deck.meta.lang)}</li>`,
    )
    .join('\n');
  return [
    section,
    '<div class="handout">',
    `<h3 class="handout-label">${labelOf({ deck }, index)}</h3>`,
    list && `<div class="handout-foot"><div class="handout-works"><ol>${list}</ol></div></div>`,
    first ? `<div class="handout-notes">${notes}</div>` : '',
    '</div>',
  ]
    .filter(Boolean)
    .join('\n');
}

function labelOf({ deck }: Pick<Site, 'deck'>, index: number): string {
  return `${wordsOf(deck.meta.lang).slide} ${index + 1}`;
}
