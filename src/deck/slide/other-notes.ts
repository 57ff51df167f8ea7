import { escapeHtml } from '../../base/markup.ts';
import type { RawSlide } from '../split.ts';
import { allElements, appendChildren, attribute, type Fragment, parseHtml, removeNode } from './html-tree.ts';
import type { Written } from './links.ts';

/** The notes with as many blanks before them as their first line has on it, so that columns are right. */
export function notesAsWritten({ file, line, notes }: RawSlide): Written {
  const content = notes ? ' '.repeat(notes.column - 1) + notes.text : '';
  return { file, content, line: notes?.line ?? line };
}

/**
 * Puts the notes of a slide that Reveal knows besides `Note:` behind those: a `data-notes` attribute of the slide, and
 * `<aside class="notes">` in its text. Left where they stand, a site for the public would hold them.
 */
export function takeOtherNotes(tree: Fragment, attributes: Map<string, string>, notes: Fragment): void {
  const written = attributes.get('data-notes');
  attributes.delete('data-notes');
  const asides = allElements(tree).filter(
    (element) => element.tagName === 'aside' && /(^|\s)notes(\s|$)/.test(attribute(element, 'class') ?? ''),
  );
  if (written) appendChildren(notes, parseHtml(`<p>${escapeHtml(written)}</p>`));
  for (const aside of asides) {
    removeNode(aside);
    appendChildren(notes, aside);
  }
}
