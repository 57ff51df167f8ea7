import type { Place, Report } from '../../base/problem.ts';
import {
  type Element,
  type Fragment,
  isCommentNode,
  isElementNode,
  isTextNode,
  type Node,
  type Parent,
  removeNode,
  setAttribute,
} from './html-tree.ts';
import { maskCode } from './mask-code.ts';

const ATTRIBUTES = /([^"=\s]+?)="([^"]+?)"|(data-[^"=\s]+?)(?=["\s]|$)/g;
// Reveal looks for an element's first, so that a comment with both is an element's.
const ELEMENT = /(?:^|\s)\.(element)(?=[\s:])\s*?(?::\s*)?([\s\S]*)$/;
const SLIDE = /(?:^|\s)\.(slide)(?=[\s:])\s*?(?::\s*)?([\s\S]*)$/;

/** Attributes that a directive sets, in reveal's own grammar: `key="value"` and bare `data-…`. */
export type Attributes = ReadonlyMap<string, string>;

/**
 * Carries out reveal's comment directives on a slide's tree and takes them out: `<!-- .slide: … -->` on the slide,
 * `<!-- .element: … -->` on the element before it, or that it stands in. After a list it is the list's last entry,
 * unless a blank line is between.
 * @returns the slide's attributes.
 */
export function applyDirectives(tree: Fragment): Map<string, string> {
  const slide = new Map<string, string>();
  const visit = (parent: Parent): void => {
    let before = isElementNode(parent) ? parent : undefined;
    for (const [index, node, siblings] of [...parent.childNodes].map((n, i, all) => [i, n, all] as const)) {
      if (isCommentNode(node)) {
        apply(node.data, before && entryOf(before, siblings[index - 1]), slide);
        removeNode(node);
      } else if (isElementNode(node)) {
        visit(node);
        if (node.tagName !== 'br') before = node;
      }
    }
  };
  visit(tree);
  return slide;
}

function entryOf(element: Element, between: Node | undefined): Element {
  const isList = element.tagName === 'ul' || element.tagName === 'ol';
  const isApart = between && isTextNode(between) && /\n[ \t]*\n/.test(between.value);
  if (!isList || isApart) return element;
  return element.childNodes.filter(isElementNode).at(-1) ?? element;
}

function apply(comment: string, target: Element | undefined, slide: Map<string, string>): void {
  const [, kind, rest] = directiveIn(comment);
  for (const [, key, value, bare] of rest.matchAll(ATTRIBUTES)) {
    const name = (key ?? bare ?? '').toLowerCase();
    if (kind === 'element' && target) setAttribute(target, name, value ?? '');
    else slide.set(name, value ?? '');
  }
}

function directiveIn(comment: string): readonly [string, string, string] {
  const [all = '', kind = '', rest = ''] = ELEMENT.exec(comment) ?? SLIDE.exec(comment) ?? [];
  return [all, kind, rest];
}

/**
 * Finds directives that reveal would drop in part or whole without a word: single quotes, values without quotes,
 * empty values, a second directive in one comment.
 */
export function checkDirectives(content: string, file: string, firstLine: number, report: Report): void {
  for (const match of maskCode(content).matchAll(/<!--([\s\S]*?)-->/g)) {
    const [, kind, rest] = directiveIn(content.slice(match.index + 4, match.index + match[0].length - 3));
    const lost = rest.replace(ATTRIBUTES, '').trim();
    if (kind === '' || lost === '') continue;
    const lines = content.slice(0, match.index).split('\n');
    const place: Place = {
      file,
      line: firstLine + lines.length - 1,
      column: (lines.at(-1) ?? '').length + 1,
    };
    report({
      severity: 'notice',
      place,
      what: `the .${kind} directive has a part that cannot be read: ${lost}`,
      fix: `Write <!-- .${kind}: key="value" -->, with double quotes and a value that is not empty.`,
    });
  }
}
