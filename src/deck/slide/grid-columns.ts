import {
  attribute,
  createElement,
  type Element,
  isElementNode,
  isTextNode,
  type Node,
  setAttribute,
} from './html-tree.ts';

/** `grid-cols-2`, `grid-cols-[2fr_1fr]`; `cols-2` in an attribute of its own, as UnoCSS lets it be written. */
const COLUMNS = /(?:^|\s)(?:grid-)?cols-(?:(\d)|\[([^\]]+)\])(?=\s|$)/;
/** More side by side would each be a strip. */
const MOST = 4;

/**
 * A grid by the class names of Tailwind and UnoCSS, as decks for Slidev have them, becomes columns where its parts fill
 * one row or less; any other stays as it is.
 */
export function takeGrid(element: Element): void {
  const count = columnsOf(element);
  // A step stays the box it is.
  if (count === undefined || /\bfragment\b/.test(attribute(element, 'class') ?? '')) return;
  const isBlank = (node: Node) => isTextNode(node) && node.value.trim() === '';
  const parts = element.childNodes.filter((node) => !isBlank(node));
  if (parts.length < 2 || parts.length > Math.min(count, MOST) || !parts.every(isElementNode)) return;
  element.attrs = element.attrs.filter(({ name }) => name !== 'grid');
  setAttribute(element, 'class', 'columns');
  element.childNodes = parts.map((part) => columnOf(part, element));
}

function columnsOf(element: Element): number | undefined {
  if (element.tagName !== 'div') return undefined;
  const classes = attribute(element, 'class') ?? '';
  const own = attribute(element, 'grid');
  const written = own ?? (/(?:^|\s)grid(?=\s|$)/.test(classes) ? classes : undefined);
  const [, count, widths] = COLUMNS.exec(written ?? '') ?? [];
  if (count !== undefined) return Number(count);
  return widths?.split('_').length;
}

/** A part as a column: a box that says nothing of itself becomes one, all else, steps too, stands in one. */
function columnOf(part: Element, row: Element): Element {
  const isBare = part.tagName === 'div' && part.attrs.length === 0;
  const column = isBare ? part : createElement('div', 'column');
  if (isBare) setAttribute(column, 'class', 'column');
  else {
    column.childNodes = [part];
    part.parentNode = column;
  }
  column.parentNode = row;
  return column;
}
