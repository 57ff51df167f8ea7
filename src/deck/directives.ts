import type { Place, Report } from './problem.ts';
import {
  type Element,
  type Fragment,
  isCommentNode,
  isElementNode,
  type Parent,
  removeNode,
  setAttribute,
} from './tree.ts';

const ATTRIBUTES = /([^"= ]+?)="([^"]+?)"|(data-[^"= ]+?)(?=[" ]|$)/g;
const DIRECTIVE = /^\s*\.(slide|element)\s*?(?::\s*)?(.*)$/s;

/** Attributes that a directive sets, in reveal's own grammar: `key="value"` and bare `data-…`. */
export type Attributes = ReadonlyMap<string, string>;

/**
 * Carries out reveal's comment directives on a slide's tree and takes them out: `<!-- .element: … -->` on the
 * element before it (or, inside a list, the element it follows), `<!-- .slide: … -->` on the slide.
 * @returns the slide's attributes.
 */
export function applyDirectives(tree: Fragment): Map<string, string> {
  const slide = new Map<string, string>();
  const visit = (parent: Parent, above: Element | undefined): void => {
    let before = isElementNode(parent) ? parent : above;
    for (const node of [...parent.childNodes]) {
      if (isCommentNode(node)) {
        apply(node.data, before, slide);
        removeNode(node);
      } else if (isElementNode(node)) {
        visit(node, before);
        if (node.tagName !== 'br') before = node;
      }
    }
  };
  visit(tree, undefined);
  return slide;
}

function apply(comment: string, target: Element | undefined, slide: Map<string, string>): void {
  const [, kind, rest] = DIRECTIVE.exec(comment) ?? [];
  for (const [, key, value, bare] of (rest ?? '').matchAll(ATTRIBUTES)) {
    const name = key ?? bare;
    if (name === undefined) continue;
    if (kind === 'element' && target) setAttribute(target, name, value ?? '');
    else slide.set(name, value ?? '');
  }
}

/**
 * Finds directives that reveal would drop in part or whole without a word: single quotes, values without quotes,
 * empty values, a missing colon.
 */
export function checkDirectives(content: string, file: string, firstLine: number, report: Report): void {
  for (const match of content.matchAll(/<!--([\s\S]*?)-->/g)) {
    const [, kind, rest] = DIRECTIVE.exec(match[1] ?? '') ?? [];
    if (!kind) continue;
    const lost = (rest ?? '').replace(ATTRIBUTES, '').trim();
    if (lost === '') continue;
    const lines = content.slice(0, match.index).split('\n');
    const place: Place = {
      file,
      line: firstLine + lines.length - 1,
      column: (lines.at(-1) ?? '').length + 1,
    };
    report({
      severity: 'error',
      place,
      what: `the .${kind} directive has a part that cannot be read: ${lost}`,
      fix: `Write <!-- .${kind}: key="value" -->, with double quotes and a value that is not empty.`,
    });
  }
}
