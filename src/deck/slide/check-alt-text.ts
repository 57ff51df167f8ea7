import type { Report } from '../../base/problem.ts';
import type { RawSlide } from '../split.ts';
import { attribute, elements, type Fragment } from './html-tree.ts';
import { findInSource } from './links.ts';

/** Says which pictures tell nothing to those who do not see them. A mere ornament is said to be one by its role. */
export function checkAlternatives(raw: RawSlide, tree: Fragment, report: Report): void {
  for (const element of elements(tree)) {
    if (element.tagName !== 'img' || (attribute(element, 'alt') ?? '').trim() !== '') continue;
    if (attribute(element, 'role') === 'presentation' || attribute(element, 'aria-hidden') === 'true')
      continue;
    const target = attribute(element, 'src') ?? attribute(element, 'data-src') ?? '';
    report({
      severity: 'notice',
      place: findInSource(raw, target),
      what: `the picture "${target}" has no words for those who cannot see it`,
      fix: 'Write ![what it shows](…), or <!-- .element: role="presentation" --> behind a mere ornament.',
    });
  }
}
