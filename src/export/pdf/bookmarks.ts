import { wordsOf } from '../../base/words/choose-words.ts';
import type { Slide } from '../../deck/slide/slide.ts';
import type { Site } from '../../site/site.ts';

/** A bookmark of a PDF, and those below it. */
export interface Bookmark {
  readonly title: string;
  /** Number of the slide from 0. */
  readonly slide: number;
  readonly below: readonly Bookmark[];
}

/** The slide each page of a site belongs to: a figure may need several. */
export function slidesOfPages({ pages, deck }: Pick<Site, 'pages' | 'deck'>): readonly (Slide | undefined)[] {
  const slides = new Map(deck.slides.map((slide) => [slide.id, slide]));
  let current: Slide | undefined;
  return pages.map(({ id }) => {
    current = slides.get(id) ?? current;
    return current;
  });
}

/**
 * A bookmark for every slide. One that begins a part (`data-part="…"`) is the parent of those that follow, up to the
 * next part; slides below another in a stack stand below it.
 */
export function bookmarksOf(site: Pick<Site, 'pages' | 'deck'>): readonly Bookmark[] {
  interface Branch {
    readonly title: string;
    readonly slide: number;
    readonly below: Branch[];
  }
  const top: Branch[] = [];
  let part: Branch | undefined;
  let stack: Branch | undefined;
  const owners = slidesOfPages(site);
  for (const [slide, { headline, below, id }] of site.pages.entries()) {
    const owner = owners[slide];
    const name = owner?.id === id ? owner.attributes.get('data-part') : undefined;
    const title = [name, headline || (name ? '' : `${wordsOf(site.deck.meta.lang).slide} ${slide + 1}`)]
      .filter(Boolean)
      .join(': ');
    const branch: Branch = { title, slide, below: [] };
    if (below && stack) stack.below.push(branch);
    else {
      stack = branch;
      if (name !== undefined) part = undefined;
      (part?.below ?? top).push(branch);
      if (name !== undefined) part = branch;
    }
  }
  return top;
}

/**
 * Numbers, from 0, of the slides that addresses inside the deck lead to: `#/` and a slide's or an event's id, or
 * Reveal's own numbers (`#/3`, `#/3/1`, which count stacks from 0).
 */
export function addressesOf(site: Pick<Site, 'pages' | 'deck'>): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const owners = slidesOfPages(site);
  let [column, row] = [-1, 0];
  for (const [slide, { id, below }] of site.pages.entries()) {
    if (below && column >= 0) row++;
    else [column, row] = [column + 1, 0];
    if (row === 0) found.set(`${column}`, slide);
    found.set(`${column}/${row}`, slide);
    found.set(id, slide);
    const owner = owners[slide];
    if (owner?.id !== id) continue;
    for (const { id: event } of owner.figures.flatMap(({ addresses = [] }) => addresses))
      if (!found.has(event)) found.set(event, slide);
  }
  if (site.pages.length > 0) found.set('', 0);
  return found;
}
