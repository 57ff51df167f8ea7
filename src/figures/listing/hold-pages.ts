import { fingerprint } from '../../base/fingerprint.ts';
import { attributes } from '../../base/markup.ts';
import type { Figure } from '../../deck/figure.ts';
import type { Bibliography } from '../../deck/sources/sources.ts';

/** From this many pages on a list lies in a file of its own, so that the page is there as soon as without it. */
const MANY_PAGES = 20;

/** A list's pages, or where they are many their places in the page and the file that fills them. */
export function holdPages(
  render: (bibliography: Bibliography) => readonly string[],
): Pick<Figure, 'pages' | 'later'> {
  const known = new WeakMap<Bibliography, ReturnType<typeof hold>>();
  const held = (bibliography: Bibliography) => {
    const made = known.get(bibliography) ?? hold(render(bibliography));
    known.set(bibliography, made);
    return made;
  };
  return {
    pages: (bibliography) => held(bibliography).pages,
    later: (bibliography) => held(bibliography).later,
  };
}

function hold(pages: readonly string[]) {
  if (pages.length <= MANY_PAGES) return { pages, later: [] };
  const text = JSON.stringify(pages);
  const path = `listing-${fingerprint(text)}.json`;
  return {
    pages: pages.map(
      (_, page) =>
        `<div${attributes({ class: 'listing-held', 'data-live': 'listing', 'data-later': path, 'data-page': page })}></div>`,
    ),
    later: [{ path, text, html: pages.join('\n') }],
  };
}
