import type { Report } from '../../base/problem.ts';
import type { RawSlide } from '../split.ts';
import { allElements, attribute, type Fragment } from './html-tree.ts';

/** Makes sections inside of a slide plain parts of it: to all that follows a section is a slide. */
export function flattenSections(tree: Fragment, { file, line }: RawSlide, report: Report): void {
  // Footnotes come in a section of their own, which goes later.
  const found = allElements(tree).filter(
    (element) => element.tagName === 'section' && attribute(element, 'data-footnotes') === undefined,
  );
  for (const section of found) {
    section.tagName = 'div';
    section.nodeName = 'div';
  }
  if (found.length > 0)
    report({
      severity: 'notice',
      place: { file, line, column: 1 },
      what: 'a <section> inside of a slide is shown as a part of it',
      fix: 'Begin each slide with --- or ---- on a line of its own.',
    });
}
