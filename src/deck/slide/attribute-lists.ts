import {
  addClass,
  allElements,
  attribute,
  type Element,
  type Fragment,
  isElementNode,
  isTextNode,
  removeNode,
  setAttribute,
  textOf,
} from './html-tree.ts';

const ONE = String.raw`[.#][\p{L}_][\p{L}\p{N}_-]*|[\w-]+=(?:"[^"{}]*"|'[^'{}]*'|[^\s"'{}=]+)`;
/** `{.class #id key="value"}`: nothing else in braces is a list of attributes. */
const LIST = String.raw`\{:?\s*((?:${ONE})(?:\s+(?:${ONE}))*)\s*\}`;
const AT_END = new RegExp(String.raw`(?:^|\s*)${LIST}\s*$`, 'u');
const AT_START = new RegExp(`^${LIST}`, 'u');
/** Blocks whose last words may be a list, as vscode-reveal and Pandoc have it. */
const BLOCKS = /^(p|li|h[1-6]|td|th|dt|dd|figcaption|blockquote)$/;
/** Elements within text that a list right behind them belongs to. */
const SPANS = /^(a|strong|em|b|i|code|img|del|mark|span|sub|sup|kbd)$/;

/**
 * Carries out lists of attributes: `Text {.red}` on its block, `**word**{.red}` on the word, and a list alone in a
 * paragraph on the block before it. On the slide's first heading `#id` and `data-…` are the slide's, as Pandoc has it.
 */
export function applyAttributeLists(tree: Fragment, slide: Map<string, string>): void {
  const [first] = allElements(tree).filter(({ tagName }) => /^h[1-6]$/.test(tagName));
  const held = first ? textOf(first) : '';
  const all = allElements(tree);
  for (const element of all) if (SPANS.test(element.tagName)) applyBehind(element);
  for (const element of all)
    if (BLOCKS.test(element.tagName)) applyAtEnd(element, element === first ? slide : undefined);
  // A heading that held nothing but a list begins a slide for Pandoc, and is none.
  if (first && held !== '' && textOf(first) === '' && !first.childNodes.some(isElementNode))
    removeNode(first);
}

/** `![](x.png){width=300}`, without a blank between. */
function applyBehind(element: Element): void {
  const next = siblingOf(element, 1);
  if (!next || !isTextNode(next) || !next.value.startsWith('{')) return;
  const [all = '', list] = AT_START.exec(next.value) ?? [];
  if (list === undefined) return;
  next.value = next.value.slice(all.length);
  setAll(element, list, undefined);
}

function applyAtEnd(element: Element, slide: Map<string, string> | undefined): void {
  // In a list entry the words may end where a list below it begins.
  const words = element.childNodes.filter(
    (node) => !isElementNode(node) || !/^(ul|ol|p)$/.test(node.tagName),
  );
  const last = words.findLast((node) => !isTextNode(node) || node.value.trim() !== '');
  // Asked of every block: where no brace ends the text, nothing has to be looked for in it.
  if (!last || !isTextNode(last) || !last.value.trimEnd().endsWith('}')) return;
  const [all = '', list] = AT_END.exec(last.value) ?? [];
  if (list === undefined) return;
  last.value = last.value.slice(0, last.value.length - all.length);
  const isAlone =
    element.tagName === 'p' && words.every((node) => isTextNode(node) && node.value.trim() === '');
  const before = isAlone ? elementBefore(element) : undefined;
  setAll(before ?? element, list, slide);
  if (before) removeNode(element);
}

function elementBefore(element: Element): Element | undefined {
  const siblings = element.parentNode?.childNodes ?? [];
  return siblings.slice(0, siblings.indexOf(element)).filter(isElementNode).at(-1);
}

function siblingOf(element: Element, by: number) {
  const siblings = element.parentNode?.childNodes ?? [];
  return siblings[siblings.indexOf(element) + by];
}

/** What a list says, as Pandoc writes it behind a fenced div. */
export function readList(list: string): {
  readonly classes: readonly string[];
  readonly id?: string;
  readonly others: Readonly<Record<string, string>>;
} {
  const classes: string[] = [];
  const others: Record<string, string> = {};
  let id: string | undefined;
  for (const [written] of list.matchAll(new RegExp(ONE, 'gu'))) {
    const [name = '', ...rest] = written.split('=');
    const value = rest.join('=').replace(/^(["'])(.*)\1$/, '$2');
    if (written.startsWith('.')) classes.push(written.slice(1));
    else if (written.startsWith('#')) id = written.slice(1);
    else if (name === 'class') classes.push(...value.split(/\s+/));
    else others[name.toLowerCase()] = value;
  }
  return { classes, ...(id !== undefined && { id }), others };
}

/** Attributes of a slide that Pandoc writes on its heading without `data-`. */
const OF_SLIDE = /^(background|transition|visibility|auto-animate|autoslide|state|menu-title|timing)(-|$)/;

function setAll(element: Element, list: string, slide: Map<string, string> | undefined): void {
  for (const [written] of list.matchAll(new RegExp(ONE, 'gu'))) {
    const [name = '', ...rest] = written.split('=');
    const value = rest.join('=').replace(/^(["'])(.*)\1$/, '$2');
    if (slide && OF_SLIDE.test(name)) {
      if (!slide.has(`data-${name}`)) slide.set(`data-${name}`, value);
    } else if (written.startsWith('.')) addClass(element, written.slice(1));
    else if (written.startsWith('#')) {
      if (slide && !slide.has('id')) slide.set('id', written.slice(1));
      else setAttribute(element, 'id', written.slice(1));
    } else if (slide && name.startsWith('data-')) {
      if (!slide.has(name)) slide.set(name, value);
    } else if (name === 'class') addClass(element, value);
    else if (attribute(element, name) === undefined) setAttribute(element, name.toLowerCase(), value);
  }
}
