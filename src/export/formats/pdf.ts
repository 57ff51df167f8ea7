import { withSite } from '../../browser/open-site.ts';
import { parseHtml } from '../../deck/slide/html-tree.ts';
import type { Site } from '../../site/site.ts';
import { filmsBehind } from '../films-behind.ts';
import { notesOf } from '../notes.ts';
import { ATTACHED } from '../pdf/attach.ts';
import { addressesOf, bookmarksOf } from '../pdf/bookmarks.ts';
import { keepInnerLinks } from '../pdf/inner-links.ts';
import { firstSheets, type Sheet, sheetsOf, unfoldSite } from '../pdf/pages.ts';
import { findReceipts } from '../pdf/receipt-notes.ts';
import { tagPage } from '../pdf/tag-page.ts';
import { findOverflow, findShrunk } from '../proof/overflow.ts';
import type { WriteFormat } from './format.ts';

/** Prints a site to a PDF file, a page for each slide or step, and proves what came of it by reading the file. */
export const writePdf: WriteFormat = async (site, { browser, progress, options }) => {
  // They load while the browser does.
  const tools = Promise.all([
    import('../pdf/finish.ts'),
    import('../proof/expected.ts'),
    import('../proof/proof.ts'),
  ]);
  const sheets = sheetsOf(site, options.steps);
  const printed = await print(site, sheets, { browser, progress, options });
  // It ends while the file is finished.
  browser.release();
  const [{ finishPdf }, { expectPage, expectWords }, { provePdf }] = await tools;
  const first = firstSheets(sheets);
  const notes = options.notes ? site.pages.map(({ html }) => notesOf(parseHtml(html))) : [];
  const { bytes, conditions, content } = await finishPdf(printed.pdf, {
    ...wordsOf(site, sheets, printed.url),
    receipts: printed.receipts,
    attachments: ATTACHED[options.attach](site),
    notes: sheets.map(({ slide }, index) => (first[slide] === index ? (notes[slide] ?? '') : '')),
  });
  const { overflow, shrunk, away, innerLinks } = printed;
  const report = provePdf(content, {
    ...expectWords(site),
    pages: sheets.map(({ slide }, index) => expectPage(site, slide, innerLinks[index] ?? 0)),
    steps: sheets.length - site.pages.length,
    ...{ overflow, shrunk, away, conditions },
  });
  const told = [...report.notices, ...filmsBehind(site), ...printed.unseen];
  const verdict = options.verify ? (await import('../verify.ts')).verifyPdf(bytes) : undefined;
  return {
    files: [{ path: '', bytes }],
    report: {
      ...report,
      browser: printed.browser,
      rows: [...report.rows, ...(verdict ? [verdict.row] : [])],
      // Whoever publishes wants a file that keeps every promise, or none.
      faults: [
        ...printed.faults,
        ...report.faults,
        ...(options.strict ? told : []),
        ...(verdict?.faults ?? []),
      ],
      notices: options.strict ? [] : told,
    },
  };
};

/** What the browser makes of a site, and what it says of it. */
function print(
  site: Site,
  sheets: readonly Sheet[],
  { browser, progress, options }: Parameters<WriteFormat>[1],
) {
  const pages = options.steps ? unfoldSite(site, sheets) : site;
  return withSite(pages, browser, async ({ page, url, browser: { name }, faults, unseen, away }) => {
    progress.say(`Printing ${site.pages.length} slides with ${name} …`);
    await page.evaluate(() => window.deckReady());
    await page.emulateMedia('print');
    const count = (done: number) => progress.count(done, sheets.length, 'pages laid out');
    const overflow = await findOverflow(page, sheets.length, count);
    const shrunk = await findShrunk(page);
    const innerLinks = await keepInnerLinks(page);
    const receipts = await findReceipts(page);
    await tagPage(page);
    // Back to the screen: a chart drawn while the page believes in paper comes out too small. Without figures that
    // draw themselves the layout for paper is kept.
    if (site.slides.includes('data-live=')) await page.emulateMedia('screen');
    const pdf = await page.pdf();
    // Copies: what breaks off while the browser closes is no fault of the page.
    const said = { faults: [...faults], unseen: [...unseen], away: [...away] };
    return { pdf, url, browser: name, overflow, shrunk, innerLinks, receipts, ...said };
  });
}

function wordsOf(site: Site, sheets: readonly Sheet[], url: string) {
  const firstPages = firstSheets(sheets);
  return {
    meta: site.deck.meta,
    bookmarks: bookmarksOf(site),
    addresses: new Map([...addressesOf(site)].map(([name, slide]) => [name, firstPages[slide] ?? -1])),
    firstPages,
    labels: sheets.map(({ label }) => label),
    titles: sheets.map(({ slide, label }) => [label, site.pages[slide]?.headline].filter(Boolean).join(': ')),
    fingerprint: fingerprintOf(site),
    url,
  };
}

/** Tells what a site shows apart from all others. */
export function fingerprintOf({ slides, head }: Pick<Site, 'slides' | 'head'>): string {
  return `${head}\n${slides}`;
}
