import { parseHtml, textOf } from '../../deck/slide/html-tree.ts';
import type { Slide } from '../../deck/slide/slide.ts';
import type { NumberedSource } from '../../deck/sources/sources.ts';
import { writeReference } from '../../figures/listing/reference.ts';
import type { Page as SlidePage } from '../../site/html.ts';
import type { Site } from '../../site/site.ts';
import { notesOf } from '../notes.ts';
import { slidesOfPages } from '../pdf/bookmarks.ts';
import type { Below } from './per-page.ts';

/** What a slide rests on is said once, under the first of its pages. */
export function sourcesUnder({ deck }: Pick<Site, 'deck'>, page: SlidePage, slide: Slide | undefined) {
  return slide?.id === page.id ? sourcesOf(slide, deck.bibliography.entry) : [];
}

/** What stands under each slide, as plain text. */
export function belowSlides(site: Site): readonly Below[] {
  const owners = slidesOfPages(site);
  return site.pages.map((page, index) => ({
    notes: notesOf(parseHtml(page.html)).split('\n').filter(Boolean),
    works: sourcesUnder(site, page, owners[index]).map(({ source }) =>
      textOf(parseHtml(writeReference(source, site.deck.meta.lang))),
    ),
  }));
}

/** A slide's markup without its notes, and these. */
export function takeNotes(html: string): { readonly section: string; readonly notes: string } {
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
