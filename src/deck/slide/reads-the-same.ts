import { html as spec } from 'parse5';
import { attribute, type Element, isElementNode, isTextNode, type Node, type Parent } from './html-tree.ts';

/** What stands in a line of text, and may hold no more than that. */
const IN_LINE: ReadonlySet<string> = new Set(
  'a abbr b br cite code del em i img ins kbd mark q s samp small span strong sub sup u var'.split(' '),
);
const EMPTY: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'figure-slot']);
/** Blocks that hold text alone, and blocks that hold blocks too. */
const OF_TEXT: ReadonlySet<string> = new Set('p h1 h2 h3 h4 h5 h6 pre'.split(' '));
const OF_BLOCKS: ReadonlySet<string> = new Set(['div', 'blockquote', 'li', 'td', 'th']);
/** What holds only such elements, and blanks between them. */
const PARTS: Readonly<Record<string, ReadonlySet<string>>> = {
  ul: new Set(['li']),
  ol: new Set(['li']),
  table: new Set(['thead', 'tbody']),
  thead: new Set(['tr']),
  tbody: new Set(['tr']),
  tr: new Set(['th', 'td']),
};
const NOT_ALONE: ReadonlySet<string> = new Set(['li', 'thead', 'tbody', 'tr', 'td', 'th']);
const NAME = /^[a-z][a-z0-9-]*$/;
/** What a parser reads as something else, or not at all. */
const LOST = /[\0\r]/;

/**
 * Whether a tree surely reads as it is once it is written: plain elements, each where HTML has it, as Markdown makes
 * them. All else may do so too, and has to be tried.
 */
export function readsTheSame(tree: Parent): boolean {
  return holdsBlocks(tree);
}

function holdsBlocks(parent: Parent): boolean {
  return parent.childNodes.every((node) => {
    if (!isElementNode(node)) return isPlainText(node);
    const { tagName } = node;
    if (NOT_ALONE.has(tagName) || !isPlain(node)) return false;
    if (IN_LINE.has(tagName)) return holdsText(node, tagName === 'a');
    return isBlock(node);
  });
}

function isBlock(element: Element): boolean {
  const { tagName, childNodes } = element;
  if (EMPTY.has(tagName)) return childNodes.length === 0;
  if (OF_TEXT.has(tagName))
    return holdsText(element, false) && !(tagName === 'pre' && beginsWithLine(element));
  if (OF_BLOCKS.has(tagName)) return holdsBlocks(element);
  const parts = PARTS[tagName];
  return parts !== undefined && childNodes.every((node) => isPart(node, parts));
}

function isPart(node: Node, parts: ReadonlySet<string>): boolean {
  if (!isElementNode(node)) return isTextNode(node) && /^[ \t\n]*$/.test(node.value);
  return parts.has(node.tagName) && isPlain(node) && isBlock(node);
}

/** @param inLink whether it stands in a link, which another would end */
function holdsText({ tagName, childNodes }: Element, inLink: boolean): boolean {
  if (EMPTY.has(tagName)) return childNodes.length === 0;
  return childNodes.every((node) => {
    if (!isElementNode(node)) return isPlainText(node);
    const isLink = node.tagName === 'a';
    if (!IN_LINE.has(node.tagName) || !isPlain(node) || (isLink && inLink)) return false;
    return holdsText(node, inLink || isLink);
  });
}

/** The first line end in it is none of its text. */
function beginsWithLine({ childNodes }: Element): boolean {
  const first = childNodes.find((node) => !isTextNode(node) || node.value !== '');
  return first !== undefined && isTextNode(first) && first.value.startsWith('\n');
}

function isPlainText(node: Node): boolean {
  return isTextNode(node) && !LOST.test(node.value);
}

/** Whether an element is of HTML, and each of its attributes can be written, and stands there once. */
function isPlain(element: Element): boolean {
  const { namespaceURI, attrs } = element;
  if (namespaceURI !== spec.NS.HTML) return false;
  return attrs.every(
    (attr) => NAME.test(attr.name) && !LOST.test(attr.value) && attribute(element, attr.name) === attr.value,
  );
}
