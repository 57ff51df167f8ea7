import { withSite } from '../../browser/open-site.ts';
import { parseHtml } from '../../deck/slide/html-tree.ts';
import type { ExportFault } from '../../report/export-report.ts';
import type { Site } from '../../site/site.ts';
import { notesOf } from '../notes.ts';
import { addressesOf } from '../pdf/bookmarks.ts';
import type { SlideSheet } from '../pptx/piece.ts';
import { readDeckSheets } from '../pptx/read-deck.ts';
import { writePresentation } from '../pptx/write-presentation.ts';
import { proveSlides } from '../proof/slides.ts';
import type { WriteFormat } from './format.ts';

/** Writes slides that PowerPoint and its like can edit, and proves that every word is in them. */
export const writePptx: WriteFormat = (site, { browser, progress }) =>
  withSite(
    site,
    browser,
    async ({ page, url, browser: { name }, faults }) => {
      progress.say(`Reading ${site.pages.length} slides with ${name} …`);
      await page.evaluate(() => window.deckReady());
      const ids = site.pages.map(({ id }) => id);
      const sheets = await readDeckSheets(page, ids, (done) =>
        progress.count(done, ids.length, 'slides read'),
      );
      const saidByPage = [...faults];
      const notes = site.pages.map(({ html }) => notesOf(parseHtml(html)));
      const bytes = writePresentation(sheets, {
        meta: site.deck.meta,
        notes,
        addresses: addressesOf(site),
        url,
      });
      const proof = proveSlides(bytes, { site, sheets, notes });
      const instead = picturesOf(sheets, site);
      return {
        files: [{ path: '', bytes }],
        report: {
          browser: name,
          slides: ids.length,
          rows: [
            ['slides', `${ids.length}, ${proof.titles} with a title`],
            ['text', `${proof.words} words, each as text`],
            ['shapes', `${proof.shapes} shapes, ${proof.tables} tables, ${proof.pictures} pictures`],
            ['notes', `on ${notes.filter(Boolean).length} slides`],
            ['as pictures', instead.length === 0 ? 'nothing but the deck’s own' : `${instead.length}`],
          ],
          faults: [...saidByPage, ...proof.faults],
          notices: instead,
          details: {
            words: proof.words,
            shapes: proof.shapes,
            tables: proof.tables,
            pictures: proof.pictures,
          },
        },
      };
    },
    { viewport: { width: 1920, height: 1080 }, deviceScaleFactor: 1, reducedMotion: 'reduce' },
  );

/** What could be kept only as a picture, each with its slide. */
function picturesOf(sheets: readonly SlideSheet[], site: Site): readonly ExportFault[] {
  return sheets.flatMap(({ groups }, index) =>
    groups
      .flatMap(({ pieces }) => pieces)
      .flatMap((piece) =>
        piece.kind === 'picture' && piece.instead !== ''
          ? [
              {
                slide: site.pages[index]?.id ?? '',
                what: `a ${piece.instead} is a picture here, and cannot be edited`,
              },
            ]
          : [],
      ),
  );
}
