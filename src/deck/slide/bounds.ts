import { type Element, elements, type Fragment, isElementNode, textOf } from './html-tree.ts';
import { maskFences } from './mask-code.ts';

/** Marks that open something in one text: more than any slide has, and where readers of Markdown begin to slow down. */
const MOST_OPENERS = 2000;
/** Quotations, lists or elements inside of one another: deeper than any slide, and where readers run out of room. */
const DEEPEST = 200;

/** Why a text is not read as Markdown; undefined for any that a person wrote. */
export function tooMuch(text: string): string | undefined {
  if (text.length < DEEPEST) return undefined;
  const plain = maskFences(text);
  const openers = plain.match(/[*_~]+|[[(<`$]|!\[/g)?.length ?? 0;
  // A table has many, and each cell is a text of its own.
  const cells = plain.match(/\|/g)?.length ?? 0;
  if (openers > MOST_OPENERS + cells) return `${openers} marks that begin something`;
  for (const line of plain.split('\n')) {
    const quotes = /^[\s>]*/.exec(line)?.[0].replace(/\s/g, '').length ?? 0;
    const lists = /^(?:\s*(?:[-*+]|\d{1,9}[.)])(?=\s))+/.exec(line)?.[0].match(/[-*+.)]/g)?.length ?? 0;
    const indent = (/^[ \t]*/.exec(line)?.[0].length ?? 0) / 2;
    const brackets = Math.max(0, ...(line.match(/(?:!?\[){9,}/g) ?? []).map(({ length }) => length));
    if (Math.max(quotes, lists, brackets) > DEEPEST || (indent > DEEPEST && line.trim() !== ''))
      return `something ${Math.ceil(Math.max(quotes, lists, indent, brackets))} deep`;
  }
  return undefined;
}

/** Takes out elements that lie deeper than any slide has them; their words stay. @returns how many. */
export function flatten(tree: Fragment): number {
  const depths = new Map<Element, number>();
  let count = 0;
  for (const element of elements(tree)) {
    const above = element.parentNode && isElementNode(element.parentNode) ? element.parentNode : undefined;
    const depth = (above ? (depths.get(above) ?? 0) : 0) + 1;
    depths.set(element, depth);
    if (depth !== DEEPEST) continue;
    count += [...elements(element)].length;
    const words = textOf(element);
    element.childNodes = words === '' ? [] : [{ nodeName: '#text', value: words, parentNode: element }];
  }
  return count;
}
