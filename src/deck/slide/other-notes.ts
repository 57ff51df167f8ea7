import { escapeHtml } from '../../base/markup.ts';
import { attribute, elements, type Fragment, removeNode, writeHtml } from './html-tree.ts';

/**
 * Takes the notes out of a slide that Reveal knows besides `Note:`: a `data-notes` attribute of the slide, and
 * `<aside class="notes">` in its text. Left where they stand, a site for the public would hold them.
 */
export function takeOtherNotes(tree: Fragment, attributes: Map<string, string>): string {
  const written = attributes.get('data-notes');
  attributes.delete('data-notes');
  const asides = [...elements(tree)].filter(
    (element) => element.tagName === 'aside' && /(^|\s)notes(\s|$)/.test(attribute(element, 'class') ?? ''),
  );
  for (const aside of asides) removeNode(aside);
  return [written ? `<p>${escapeHtml(written)}</p>` : '', ...asides.map((aside) => writeHtml(aside).trim())]
    .filter(Boolean)
    .join('\n');
}
