import type { Site } from '../build/site.ts';
import type { WriteFormat } from './format.ts';
import { withSite } from './open.ts';
import { readPdf } from './pdf-read.ts';

const SHEET = 'poster.css';

/** Writes the deck's timeline as one page of A3, landscape. */
export const writePoster: WriteFormat = async (site, { browser, say }) => {
  const poster = site.deck.slides
    .flatMap(({ figures }) => figures)
    .find((figure) => figure.poster)
    ?.poster?.();
  const report = { slides: 1, rows: [], notices: [], details: {} };
  if (!poster)
    return { files: [], report: { ...report, faults: [{ what: 'the deck has no timeline to draw' }] } };
  return withSite(posterSite(site, poster), browser, async ({ page, url, browser: { name }, faults }) => {
    say(`Printing a poster with ${name} …`);
    await page.addStyleTag({ url: `${url}${SHEET}` });
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.deckReady());
    const isCut = await page
      .locator('.poster-list')
      .evaluate((list) => list.scrollWidth > list.clientWidth + 1);
    const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true });
    const { pages } = await readPdf(bytes);
    const own = [
      ...(pages.length === 1 ? [] : [{ what: `the poster has ${pages.length} pages` }]),
      ...(isCut ? [{ what: 'the titles of all events find no room on the poster' }] : []),
    ];
    return {
      files: [{ path: '', bytes }],
      report: {
        ...report,
        browser: name,
        rows: [['paper', 'A3, landscape']],
        faults: [...faults, ...own],
        details: { pages: pages.length, paper: 'a3' },
      },
    };
  });
};

/** The same site with the poster for its only slide. */
function posterSite(site: Site, { html, css }: { readonly html: string; readonly css: string }): Site {
  const files = new Map(site.files);
  files.set(SHEET, css);
  return {
    ...site,
    slides: `<section id="poster" class="present">\n${html}\n</section>`,
    strip: '',
    files,
  };
}
