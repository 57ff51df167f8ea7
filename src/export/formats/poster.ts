import type { ExportFault } from '../../report/export-report.ts';
import type { Page } from '../../site/html.ts';
import type { Site } from '../../site/site.ts';
import { OUTSIDE } from '../proof/overflow.ts';
import type { WriteFormat } from './format.ts';
import { writePdf } from './pdf.ts';

const SHEET = 'poster.css';

/** Writes the deck's timeline as one page of A3, landscape, and proves it as any PDF. */
export const writePoster: WriteFormat = async (site, context) => {
  const poster = posterSite(site);
  if (!poster) {
    const faults = [{ what: 'the deck has no timeline to draw' }];
    return { files: [], report: { slides: 0, rows: [], faults, notices: [], details: {} } };
  }
  const { files, report } = await writePdf(poster, context);
  // A poster stands for all events: one that finds no room on it would be lost.
  const isLost = ({ what }: ExportFault) => what.startsWith(OUTSIDE);
  return {
    files,
    report: {
      ...report,
      faults: [...report.faults, ...report.notices.filter(isLost)],
      notices: report.notices.filter((notice) => !isLost(notice)),
      rows: [...report.rows, ['paper', 'A3, landscape']],
      details: { ...report.details, paper: 'a3' },
    },
  };
};

/** The same site with the poster of its timeline for its only slide: of several the one of most events. */
function posterSite(site: Site): Site | undefined {
  const timelines = site.deck.slides.flatMap(({ figures }) => figures).filter(({ poster }) => poster);
  const [figure] = timelines.sort((a, b) => (b.events?.().length ?? 0) - (a.events?.().length ?? 0));
  const poster = figure?.poster?.();
  if (!poster) return undefined;
  const html = `<section id="poster" class="present">\n${poster.html}\n</section>`;
  const page: Page = { id: 'poster', headline: site.deck.meta.title, html, below: false };
  return {
    ...site,
    pages: [page],
    // In the body, after every rule of the page: those of the poster overrule them.
    slides: `<link rel="stylesheet" href="./${SHEET}">\n${html}`,
    strip: '',
    files: new Map(site.files).set(SHEET, poster.css),
  };
}
