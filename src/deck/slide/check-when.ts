import { suggest } from '../../base/nearest.ts';
import type { Report } from '../../base/problem.ts';
import type { Figure } from '../figure.ts';
import type { RawSlide } from '../split.ts';
import { attribute, elements, type Fragment } from './html-tree.ts';
import { findInSource } from './links.ts';

/** Words for one definition of a chart, `data-when="…"`, would never be seen where its slide has no such definition. */
export function checkWhen(raw: RawSlide, tree: Fragment, figures: readonly Figure[], report: Report): void {
  const known = figures.flatMap(({ definitions = [] }) => definitions);
  for (const element of elements(tree)) {
    const written = attribute(element, 'data-when');
    if (written === undefined || known.includes(written)) continue;
    report({
      severity: 'error',
      place: findInSource(raw, `data-when="${written}"`),
      what: `data-when="${written}" names no definition of this slide's chart`,
      fix:
        known.length > 0 ? suggest(written, known) : 'List it under "definitions" of a chart on this slide.',
    });
  }
}
