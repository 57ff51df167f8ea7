import { directionOf } from '../../base/direction.ts';
import {
  attribute,
  type Element,
  elements,
  type Fragment,
  isElementNode,
  setAttribute,
  textOf,
} from './html-tree.ts';

const BLOCKS = /^(p|h[1-6]|ul|ol|li|blockquote|table|dl)$/;
const FROM_RIGHT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * Says of each text that begins with a letter written from the right, in a deck that is read from the left, that it is
 * read from the right: its stops would stand at the wrong end.
 */
export function sayDirection(tree: Fragment, lang: string): void {
  if (directionOf(lang) === 'rtl' || !FROM_RIGHT.test(textOf(tree))) return;
  for (const element of elements(tree)) {
    if (!BLOCKS.test(element.tagName) || hasDirection(element)) continue;
    const [first = ''] = /\p{L}/u.exec(textOf(element)) ?? [];
    if (FROM_RIGHT.test(first)) setAttribute(element, 'dir', 'rtl');
  }
}

function hasDirection(element: Element): boolean {
  if (attribute(element, 'dir') !== undefined) return true;
  const above = element.parentNode;
  return above !== null && isElementNode(above) && hasDirection(above);
}
