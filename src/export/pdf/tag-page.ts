import type { SitePage } from '../../browser/drive/page.ts';

/** What a label begins with that is no description but names the tag its element is to have in the PDF. */
export const TAG_MARK = 'tag:';

/**
 * Chromium has tags for few elements: a passage in another language, a formula and a footnote become nothing that
 * a reader could tell apart. Said to be figures they keep a place in the structure, and the label says what they
 * are; `mendTags` makes of it the tag and takes the label away.
 */
export function tagPage(page: SitePage): Promise<void> {
  return page.evaluate((mark) => {
    const label = (element: Element, tag: string) => {
      if (element.closest('[aria-hidden="true"]')) return;
      element.setAttribute('role', 'figure');
      element.setAttribute('aria-label', `${mark}${tag}`);
    };
    const slides = document.querySelector('.slides');
    for (const passage of slides?.querySelectorAll(':is(span, i, b, em, cite, q, bdi, small)[lang]') ?? [])
      if (!passage.hasAttribute('role')) label(passage, 'Span');
    for (const formula of slides?.querySelectorAll('math') ?? [])
      label(
        formula,
        `Formula;${formula.getAttribute('alttext') ?? formula.getAttribute('aria-label') ?? formula.textContent?.trim() ?? ''}`,
      );
    for (const note of slides?.querySelectorAll('.footnote, [role="doc-footnote"]') ?? [])
      label(note, 'Note');
  }, TAG_MARK);
}
