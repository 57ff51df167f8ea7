import { directionOf } from '../../base/direction.ts';
import {
  appendChildren,
  attribute,
  createElement,
  type Element,
  elements,
  type Fragment,
  isElementNode,
  setAttribute,
  textOf,
} from './html-tree.ts';

const BLOCKS = /^(p|h[1-6]|ul|ol|li|blockquote|table|dl)$/;
/** Of a deck read from the right: what may stand at the left as a whole, and what keeps its place in the layout. */
const WHOLE = /^(p|ul|ol|blockquote|dl)$/;
const IN_PLACE = /^(h[1-6]|li|td|th|dt|dd)$/;
const HOLDS_BLOCKS = /^(p|h[1-6]|ul|ol|dl|div|blockquote|table|pre|figure)$/;
const FROM_RIGHT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * Says of each text that is written against the direction of its deck which direction it has: its stops would stand
 * at the wrong end. In a deck read from the left that is a text that begins with a letter written from the right; in
 * one read from the right, a text without any such letter, since many a sentence there begins with a foreign name.
 */
export function sayDirection(tree: Fragment, lang: string): void {
  if (directionOf(lang) === 'rtl') sayFromLeft(tree);
  else sayFromRight(tree);
}

function sayFromRight(tree: Fragment): void {
  if (!FROM_RIGHT.test(textOf(tree))) return;
  for (const element of elements(tree)) {
    if (!BLOCKS.test(element.tagName) || hasDirection(element)) continue;
    const [first = ''] = /\p{L}/u.exec(textOf(element)) ?? [];
    if (FROM_RIGHT.test(first)) setAttribute(element, 'dir', 'rtl');
  }
}

function sayFromLeft(tree: Fragment): void {
  for (const element of [...elements(tree)]) {
    const text = textOf(element);
    if (!/\p{L}/u.test(text) || FROM_RIGHT.test(text) || hasDirection(element)) continue;
    if (WHOLE.test(element.tagName)) setAttribute(element, 'dir', 'ltr');
    else if (IN_PLACE.test(element.tagName) && !holdsBlocks(element)) setApart(element);
  }
}

/** Sets the words of an element apart, while its mark or its column stays at its side of the sheet. */
function setApart(element: Element): void {
  const apart = createElement('bdi', '');
  apart.attrs = [{ name: 'dir', value: 'ltr' }];
  appendChildren(apart, element);
  element.childNodes = [apart];
  apart.parentNode = element;
}

function holdsBlocks(element: Element): boolean {
  return element.childNodes.some((child) => isElementNode(child) && HOLDS_BLOCKS.test(child.tagName));
}

function hasDirection(element: Element): boolean {
  if (attribute(element, 'dir') !== undefined) return true;
  const above = element.parentNode;
  return above !== null && isElementNode(above) && hasDirection(above);
}
