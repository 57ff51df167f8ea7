import { withSite } from '../../browser/open-site.ts';
import type { FigurePlot } from '../../deck/figure-plot.ts';
import { parseHtml } from '../../deck/slide/html-tree.ts';
import type { ExportFault } from '../../report/export-report.ts';
import type { Site } from '../../site/site.ts';
import { filmsBehind } from '../films-behind.ts';
import { notesOf } from '../notes.ts';
import { addressesOf } from '../pdf/bookmarks.ts';
import type { Piece, SlideSheet } from '../pptx/piece.ts';
import { readDeckSheets } from '../pptx/read-deck.ts';
import { type Drawn, isEvened, setCharts } from '../pptx/set-charts.ts';
import { writePresentation } from '../pptx/write-presentation.ts';
import { proveSlides } from '../proof/slides.ts';
import type { WriteFormat } from './format.ts';

/** Writes slides that PowerPoint and its like can edit, and proves that every word is in them. */
export const writePptx: WriteFormat = (site, { browser, progress }) =>
  withSite(
    site,
    browser,
    async ({ page, url, browser: { name }, faults, unseen }) => {
      progress.say(`Reading ${site.pages.length} slides with ${name} …`);
      await page.evaluate(() => window.deckReady());
      const ids = site.pages.map(({ id }) => id);
      const drawn = drawnOf(site);
      const tones = [...new Set([...drawn.values()].flatMap(({ plot }) => tonesOf(plot)))];
      const read = await readDeckSheets(page, ids, tones, (done) =>
        progress.count(done, ids.length, 'slides read'),
      );
      const sheets = read.map((sheet) => ({
        ...sheet,
        groups: sheet.groups.map((group) => setCharts(group, drawn)),
      }));
      const saidByPage = [...faults];
      const notes = site.pages.map(({ html }) => notesOf(parseHtml(html)));
      const bytes = writePresentation(sheets, {
        meta: site.deck.meta,
        notes,
        addresses: addressesOf(site),
        url,
        fileAt: (address) => site.files.get(pathAt(address, url)),
      });
      const proof = proveSlides(bytes, { site, sheets, notes });
      const instead = [...noticesOf(sheets, site), ...filmsBehind(site)];
      return {
        files: [{ path: '', bytes }],
        report: {
          browser: name,
          slides: ids.length,
          rows: [
            ['slides', `${ids.length}, ${proof.titles} with a title`],
            ['text', `${proof.words} words, each as text`],
            ['shapes', `${proof.shapes} shapes, ${proof.tables} tables, ${proof.pictures} pictures`],
            ['charts', `${proof.charts}, with ${proof.values} values, each as in its table`],
            ['cells', `${proof.cells} of what the charts show, under each of their definitions`],
            ['notes', `on ${notes.filter(Boolean).length} slides`],
            ['not as it was', instead.length === 0 ? 'nothing' : `${instead.length}`],
          ],
          faults: [...saidByPage, ...proof.faults],
          notices: [...instead, ...unseen],
          details: {
            words: proof.words,
            shapes: proof.shapes,
            tables: proof.tables,
            pictures: proof.pictures,
            charts: proof.charts,
            values: proof.values,
            cells: proof.cells,
          },
        },
      };
    },
    { viewport: { width: 1920, height: 1080 }, deviceScaleFactor: 1, reducedMotion: 'reduce' },
  );

/** The path of a file of the site by its address in the page. */
function pathAt(address: string, url: string): string {
  return decodeURIComponent(new URL(address).pathname.slice(new URL(url).pathname.length));
}

/** What the deck's charts draw, by the ids of the elements they are drawn on. */
function drawnOf({ deck }: Site): ReadonlyMap<string, Drawn> {
  const figures = deck.slides.flatMap((slide) => slide.figures.map((figure) => figure.tables?.() ?? []));
  return new Map(
    figures.flatMap((tables) =>
      tables.flatMap(({ plots = [] }) => plots.map((plot) => [plot.element, { plot, tables }] as const)),
    ),
  );
}

function tonesOf({ series, strokes }: FigurePlot): readonly string[] {
  const own = series.flatMap(({ tone, tones }) => [tone, ...Object.values(tones)]);
  return [...own, ...strokes.map(({ tone }) => tone), 'ink', 'ink3', 'line'];
}

/** What could be kept only as a picture, or not quite as it was, each with its slide. */
function noticesOf(sheets: readonly SlideSheet[], site: Site): readonly ExportFault[] {
  return sheets.flatMap(({ ground, groups }, index) => {
    const pieces = groups.flatMap((group) => group.pieces.map(noticeOf));
    const behind = ground.painted === 'gradient' ? asPicture('gradient behind the slide') : undefined;
    const slide = site.pages[index]?.id ?? '';
    return [behind, ...pieces].flatMap((what) => (what === undefined ? [] : [{ slide, what }]));
  });
}

function asPicture(what: string): string {
  return `a ${what} is a picture here, and cannot be edited`;
}

function noticeOf(piece: Piece): string | undefined {
  if (piece.kind === 'picture' && piece.instead !== '') return asPicture(piece.instead);
  if (piece.kind === 'chart' && isEvened(piece))
    return 'places of a chart that are not equally far apart stand evenly here';
  return undefined;
}
