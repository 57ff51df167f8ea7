import { attributes as writeAttributes } from '../../base/markup.ts';
import type { Report } from '../../base/problem.ts';
import { addressOf } from '../find-file.ts';
import {
  allElements,
  attribute,
  type Element,
  elements,
  type Fragment,
  isElementNode,
  parseHtml,
  replaceNode,
  writtenText,
} from './html-tree.ts';
import type { Written } from './links.ts';

/** A diagram of Mermaid: its drawing and its words, what is wrong with it, or what it cannot be drawn without. */
export type Diagram =
  | { readonly path: string; readonly words: string }
  | { readonly fault: string }
  | { readonly lacks: 'mermaid' | 'browser' };

/** Finds the drawing of a diagram, by how it is written. */
export type FindDiagram = (written: string) => Diagram;

const LACKS = {
  mermaid:
    'Install it (npm install mermaid) beside this program, or in the folder the command runs in if the deck lies elsewhere.',
  browser: 'It is drawn in a browser, and none can be started here.',
};

/**
 * Puts its drawing in the place of each fence of Mermaid. One that cannot be drawn stays the code it is, and is told.
 */
export function setDiagrams(
  tree: Fragment,
  raw: Written,
  { findDiagram, report }: { readonly findDiagram?: FindDiagram | undefined; readonly report: Report },
): void {
  let from = 0;
  for (const element of allElements(tree)) {
    const written = writtenIn(element);
    if (written === undefined) continue;
    const lines = raw.content.split('\n');
    const at = lines.findIndex((line, index) => index >= from && /\bmermaid\b/.test(line));
    from = at + 1;
    const place = { file: raw.file, line: raw.line + Math.max(0, at), column: 1 };
    const diagram = findDiagram?.(written) ?? { lacks: 'mermaid' };
    if ('path' in diagram) {
      replaceNode(element, parseHtml(pictureOf(element, diagram)));
      continue;
    }
    const shown = 'and is shown as its text';
    if ('fault' in diagram)
      report({
        ...{ severity: 'notice', place, what: `this diagram cannot be read (${diagram.fault}), ${shown}` },
        fix: 'Write it as Mermaid has it (mermaid.js.org).',
      });
    else
      report({
        ...{ severity: 'notice', place, what: 'a diagram of Mermaid is not drawn, and is shown as its text' },
        fix: LACKS[diagram.lacks],
      });
  }
}

/** `<div class="mermaid">`, which Mermaid itself looks for, as the lines that it is written in. */
export function keepDiagramLines(tree: Fragment): void {
  for (const element of elements(tree)) {
    if (element.tagName !== 'div' || !hasClass(element, 'mermaid')) continue;
    element.tagName = 'pre';
    element.nodeName = 'pre';
  }
}

/** The diagram that a fence or an element of Mermaid's own class holds. */
function writtenIn(element: Element): string | undefined {
  if (element.tagName !== 'pre') return undefined;
  if (hasClass(element, 'mermaid')) return writtenText(element).trim();
  const code = element.childNodes.find(isElementNode);
  const isDiagram =
    code?.tagName === 'code' && ['mermaid', 'language-mermaid'].some((name) => hasClass(code, name));
  return code && isDiagram ? writtenText(code).trim() : undefined;
}

function hasClass(element: Element, name: string): boolean {
  return (attribute(element, 'class') ?? '').split(/\s+/).includes(name);
}

/** The drawing as a picture, with what its author set on the fence. */
function pictureOf(
  element: Element,
  { path, words }: { readonly path: string; readonly words: string },
): string {
  const own = Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]));
  const classes = ['picture', ...(own['class'] ?? '').split(/\s+/).filter((one) => one !== 'mermaid')];
  const img = `<img${writeAttributes({ src: addressOf(path), alt: words })}>`;
  return `<div${writeAttributes({ ...own, class: classes.join(' ').trim() })}>${img}</div>`;
}
