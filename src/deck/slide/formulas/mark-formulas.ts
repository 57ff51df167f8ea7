import { escapeHtml } from '../../../base/markup.ts';
import { type Fragment, isElementNode, isTextNode, parseHtml, replaceNode, walk } from '../html-tree.ts';
import { readInline, writeFormula } from './formula-marks.ts';

const LITERAL: ReadonlySet<string> = new Set(['code', 'pre', 'script', 'style', 'textarea', 'math', 'svg']);

/** Marks the formulas in the text of a slide that is written in HTML, where no reader of Markdown finds them. */
export function markFormulas(tree: Fragment): void {
  for (const node of [...walk(tree)]) {
    if (!isTextNode(node) || !/[$\\]/.test(node.value)) continue;
    const { parentNode } = node;
    if (parentNode && isElementNode(parentNode) && LITERAL.has(parentNode.tagName)) continue;
    const marked = mark(node.value);
    if (marked !== undefined) replaceNode(node, parseHtml(marked));
  }
}

function mark(text: string): string | undefined {
  let html = '';
  let from = 0;
  for (const { index } of text.matchAll(/\$|\\[([]/g)) {
    if (index < from) continue;
    const rest = text.slice(index);
    const [raw, tex] = /^\\\[([\s\S]+?)\\\]/.exec(rest) ?? [];
    const found =
      raw !== undefined && tex !== undefined
        ? { raw, tex, kind: 'display' as const }
        : readInline(rest, text[index - 1] ?? '');
    if (!found) continue;
    html += escapeHtml(text.slice(from, index)) + writeFormula(found.kind, found.tex);
    from = index + found.raw.length;
  }
  return from === 0 ? undefined : html + escapeHtml(text.slice(from));
}
