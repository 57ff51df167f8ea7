import type { SitePage } from '../../browser/drive/page.ts';

/**
 * Chromium prints no link to a place in the page itself but to an element's id, which `#/slide` is not. A word before
 * its hash makes it a link like any other, which the finished file leads to a page of its own.
 * The page believes in paper while this is called.
 * @returns how many such links are to be seen on each slide, in order.
 */
export function keepInnerLinks(page: SitePage): Promise<readonly number[]> {
  return page.evaluate(() => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('.slides a[href^="#"]')].filter(
      ({ hash }) =>
        hash.startsWith('#/') || document.getElementById(hash.slice(1))?.matches('.slides section'),
    );
    for (const link of links) link.href = `deck${link.hash}`;
    const seen = links.filter(
      (link) => link.getClientRects().length > 0 && getComputedStyle(link).visibility === 'visible',
    );
    return [...document.querySelectorAll('.slides section:not(.stack)')].map(
      (slide) => seen.filter((link) => slide.contains(link)).length,
    );
  });
}
