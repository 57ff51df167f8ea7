import type { Report } from '../../../base/problem.ts';
import type { RawSlide } from '../../split.ts';
import {
  allElements,
  attribute,
  type Fragment,
  parseHtml,
  replaceNode,
  setAttribute,
  textOf,
} from '../html-tree.ts';
import type { SetFormula } from './formula.ts';
import { formulaKind } from './formula-marks.ts';

/**
 * Puts MathML in the place of each formula. One that cannot be read is shown as it is written, and told.
 * @param written the text it stands in, with its place
 */
export function setFormulas(
  tree: Fragment,
  written: Pick<RawSlide, 'file' | 'line' | 'content'>,
  { setFormula: set, report }: { readonly setFormula?: SetFormula | undefined; readonly report: Report },
): void {
  for (const element of allElements(tree)) {
    const kind = formulaKind(attribute(element, 'class') ?? '');
    if (!kind || element.tagName !== 'span') continue;
    const tex = unmark(textOf(element));
    const made = set?.(tex, { isDisplay: kind === 'display' });
    if (made && 'mathml' in made) {
      replaceNode(element, parseHtml(made.mathml));
      continue;
    }
    element.tagName = 'code';
    element.nodeName = 'code';
    setAttribute(element, 'class', undefined);
    if (made) report(unread(tex, made.fault, written));
  }
}

/** Pandoc writes the marks of a formula into its element. */
function unmark(text: string): string {
  return text.replace(/^\\[([]([\s\S]*)\\[)\]]$/, '$1').trim();
}

function unread(tex: string, fault: string, { file, line, content }: Parameters<typeof setFormulas>[1]) {
  const squeezed = tex.split(/\s+/)[0] ?? '';
  const at = Math.max(0, content.includes(tex) ? content.indexOf(tex) : content.indexOf(squeezed));
  const before = content.slice(0, at).split('\n');
  const place = { file, line: line + before.length - 1, column: (before.at(-1) ?? '').length + 1 };
  return {
    severity: 'notice' as const,
    place,
    what: `this formula cannot be read (${fault}), and is shown as it is written`,
    fix: 'Write it in LaTeX; what is no formula has a backslash before its "$".',
  };
}
