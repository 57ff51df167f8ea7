import { attributes } from '../../base/markup.ts';
import { attribute, elements, parseHtml } from '../../deck/slide/html-tree.ts';
import { type Page, writeSlides } from '../../site/html.ts';
import type { Site } from '../../site/site.ts';

/** A page of a PDF: a slide, and how far its steps have come. */
export interface Sheet {
  /** Number of the slide, from 0. */
  readonly slide: number;
  /** How many of its steps are done; undefined: all, as paper has it where no steps are asked for. */
  readonly done: number | undefined;
  /** The number a reader sees: `4` is the slide before its first step, `4.1` after it. */
  readonly label: string;
}

/** The pages that come of a site: one a slide, or with `steps` one more for each step. */
export function sheetsOf(site: Pick<Site, 'pages' | 'deck'>, steps: boolean): readonly Sheet[] {
  // With reveal.js's own `fragments: false` a deck has no steps.
  const asked = steps && site.deck.meta.revealOptions?.['fragments'] !== false;
  return site.pages.flatMap(({ html }, slide) => {
    const states = asked ? countSteps(html) + 1 : 1;
    return Array.from({ length: states }, (_, done) => ({
      slide,
      done: asked ? done : undefined,
      label: `${slide + 1}${done > 0 ? `.${done}` : ''}`,
    }));
  });
}

/** The same site with each slide as often as it has pages; each says how many of its steps are done. */
export function unfoldSite(site: Site, sheets: readonly Sheet[]): Site {
  const pages = sheets.flatMap(({ slide, done }): readonly Page[] => {
    const page = site.pages[slide];
    const said = attributes({ 'data-steps-done': done });
    return page ? [{ ...page, html: page.html.replace('<section', () => `<section${said}`) }] : [];
  });
  return { ...site, slides: writeSlides(pages) };
}

/** Number of each slide's first page, from 0. */
export function firstSheets(sheets: readonly Sheet[]): readonly number[] {
  return sheets.flatMap(({ slide }, index) => (sheets[index - 1]?.slide === slide ? [] : [index]));
}

/** Steps of a slide as reveal.js counts them: fragments of one index come together, those without one by one. */
export function countSteps(html: string): number {
  const fragments = [...elements(parseHtml(html))].filter((element) =>
    attribute(element, 'class')?.split(/\s+/).includes('fragment'),
  );
  const indices = fragments.map((element) => attribute(element, 'data-fragment-index'));
  const ordered = new Set(indices.filter((index) => index !== undefined).map(Number));
  return ordered.size + indices.filter((index) => index === undefined).length;
}
