import { type BrowserSource, withSite } from '../browser/open-site.ts';
import type { Progress } from '../browser/progress.ts';
import type { ExportFault } from '../report/export-report.ts';
import type { Site } from '../site/site.ts';
import { CARD, cardOf } from '../site/slide-pages.ts';
import { showSlide } from './show-slide.ts';

/** Pictures by path from the page, what went wrong in taking them, and what a trusted deck shows that they do not. */
export interface Cards {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly faults: readonly ExportFault[];
  readonly unseen: readonly ExportFault[];
}

/**
 * Takes the picture of every slide that pages which link to it show: its last state on the deck's own ground, whole,
 * in the shape those pages cut pictures to. The same deck gives the same bytes in the same browser, and nothing is
 * asked of another host.
 */
export function takeCards(site: Site, browser: BrowserSource, progress: Progress): Promise<Cards> {
  return withSite(
    site,
    browser,
    async ({ page, faults, unseen }) => {
      await page.evaluate(async () => {
        await window.deckReady();
        // The strip of years goes along the window's edge, not the slide's.
        document.querySelector<SVGElement>('.strip')?.style.setProperty('visibility', 'hidden');
      });
      const files = new Map<string, Uint8Array>();
      for (const [index, { id }] of site.pages.entries()) {
        const path = cardOf(id);
        if (path) {
          await showSlide(page, id);
          files.set(path, await page.screenshot());
        }
        progress.count(index + 1, site.pages.length, 'cards taken');
      }
      return { files, faults: [...faults], unseen: [...unseen] };
    },
    { viewport: CARD, deviceScaleFactor: 1, reducedMotion: 'reduce' },
  );
}
