import {
  attribute,
  type Element,
  isElementNode,
  isTextNode,
  type Parent,
  parseHtml,
  walk,
} from '../deck/slide/html-tree.ts';
import { type Cmaps, splitByFace } from '../fonts/coverage.ts';
import type { Face } from '../fonts/faces.ts';
import { slanted } from '../fonts/slanted.ts';
import type { UsedCharacters } from '../fonts/subset.ts';

const DISPLAY_TAGS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote']);
const DISPLAY_CLASS = /(?:^|\s)(?:vertical|display|number|(?:layout-)?statement|(?:layout-)?title)(?:\s|$)/;

/** What figures know of themselves, written as attributes: nothing of it is set, and of 20,000 values it is long. */
const DATA = / data-[\w-]+="[^"]*&quot;[^"]*"/g;

/**
 * The characters a deck sets, by face. Latin text moves between the Latin faces (bold where a key is pressed, large
 * on a statement), so each of those holds all of it; of the two Japanese faces the Mincho, which is larger, holds
 * only what stands in headings, quotations, statements and vertical names. Notes are set like text: in the
 * speaker's view, and on handouts.
 */
export function usedCharacters(html: string, cmaps: Cmaps): UsedCharacters {
  const used = new Map<Face, Set<number>>();
  const add = (text: string, face: Face) => {
    for (const [set, codePoints] of splitByFace(text, face, cmaps)) {
      const known = used.get(set) ?? new Set<number>();
      for (const codePoint of codePoints) known.add(codePoint);
      used.set(set, known);
    }
  };
  const all = new Set<string>();
  for (const node of walk(parseHtml(html.replace(DATA, '')))) {
    // A root's sign is in no text.
    if (isElementNode(node) && /^m(sqrt|root)$/.test(node.tagName)) add('√', 'math');
    // On paper its words stand in a frame's place.
    if (isElementNode(node) && node.tagName === 'iframe')
      for (const name of ['title', 'src', 'data-src'])
        for (const character of attribute(node, name) ?? '') all.add(character);
    if (!isTextNode(node)) continue;
    if (closest(node.parentNode, ({ tagName }) => tagName === 'math')) {
      add(formulaText(node.value, node.parentNode), 'math');
      continue;
    }
    for (const character of node.value) all.add(character);
    if (isDisplay(node.parentNode)) add(node.value, 'display');
  }
  const text = [...all].join('');
  add(text, 'text');
  add(text, 'strong');
  add([...all].filter((character) => cmaps.display.has(character.codePointAt(0) ?? 0)).join(''), 'display');
  return used;
}

/** A name of one letter is set slanted: browsers take the slanted letters that Unicode has for that. */
function formulaText(text: string, parent: Parent | null): string {
  const isName = parent && isElementNode(parent) && parent.tagName === 'mi';
  return isName && [...text.trim()].length === 1 ? text + slanted(text.trim()) : text;
}

function isDisplay(node: Parent | null): boolean {
  return closest(
    node,
    (element) => DISPLAY_TAGS.has(element.tagName) || DISPLAY_CLASS.test(attribute(element, 'class') ?? ''),
  );
}

function closest(node: Parent | null, test: (element: Element) => boolean): boolean {
  if (!node || !isElementNode(node)) return false;
  return test(node) || closest(node.parentNode, test);
}
