import {
  attribute,
  type Element,
  holds,
  isElementNode,
  isTextNode,
  type Parent,
  removeNode,
  textOf,
} from '../html-tree.ts';

/** What stands on a slide, by what its author wrote. `other` is markup whose look is its author's. */
export type Kind =
  | 'heading'
  | 'text'
  | 'list'
  | 'table'
  | 'code'
  | 'quotation'
  | 'picture'
  | 'formula'
  | 'columns'
  | 'leaf'
  | 'figure'
  | 'other';

/** One element at the top of a slide's tree. */
export interface Part {
  readonly kind: Kind;
  readonly element: Element;
  readonly words: number;
}

/** A slide's parts: its headline, if it begins with a heading, and all that follows, in order. */
export interface Parts {
  readonly headline: Element | undefined;
  readonly rest: readonly Part[];
}

/** Reads what stands at the top of a slide's tree, or in a column of it. */
export function readParts(tree: Parent): Parts {
  const parts: Part[] = [];
  const breaks: Part[] = [];
  let bare = false;
  for (const node of tree.childNodes)
    if (isBreak(node)) breaks.push({ kind: 'other', element: node, words: 0 });
    else if (isElementNode(node)) parts.push({ kind: kindOf(node), element: node, words: wordsOf(node) });
    else bare ||= isTextNode(node) && node.value.trim() !== '';
  const [first, ...rest] = bare && parts.length === 0 ? breaks : parts;
  // Words that stand in no element (written as HTML) cannot be set apart from what is around them.
  if (bare && first) return { headline: undefined, rest: [{ ...first, kind: 'other' }, ...rest] };
  return first?.kind === 'heading' ? { headline: first.element, rest } : { headline: undefined, rest: parts };
}

/** Takes out breaks between blocks: authors make room by them, and what is composed has its room. */
export function takeBreaks(box: Parent): void {
  for (const node of box.childNodes.filter(isBreak)) removeNode(node);
}

/** Whether a node is a break, or a paragraph of nothing else. */
function isBreak(node: Parent['childNodes'][number]): node is Element {
  if (!isElementNode(node)) return false;
  if (node.tagName !== 'p' || node.attrs.length > 0) return node.tagName === 'br';
  const [first] = node.childNodes;
  const isBlank = (one: Parent['childNodes'][number]): boolean =>
    isElementNode(one) ? one.tagName === 'br' : isTextNode(one) && one.value.trim() === '';
  return (
    first !== undefined && isElementNode(first) && first.tagName === 'br' && node.childNodes.every(isBlank)
  );
}

/** Text already read: what is composed stands, and its words are measured at each size. */
const texts = new WeakMap<Element, string>();

/** All text of an element on a slide that changes no more. */
export function textIn(element: Element): string {
  const known = texts.get(element);
  if (known !== undefined) return known;
  const text = textOf(element);
  texts.set(element, text);
  return text;
}

/** All between two spaces that holds a letter or a number. */
const WORDS = /[\p{L}\p{N}]\S*/gu;

export function countWords(text: string): number {
  return countPlainWords(text) ?? text.match(WORDS)?.length ?? 0;
}

/** The same of a text in ASCII, as most are, without making a string of each word; undefined of others. */
function countPlainWords(text: string): number | undefined {
  let count = 0;
  let within = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) return undefined;
    if (code <= 0x20) within = false;
    else if (!within && isAlphanumeric(code)) {
      within = true;
      count++;
    }
  }
  return count;
}

function isAlphanumeric(code: number): boolean {
  // In ASCII a capital is 32 below its small letter.
  const small = code | 0x20;
  return (small >= 0x61 && small <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

/** The entries of a list, without those of lists within. */
export function entriesOf(list: Element): readonly Element[] {
  return list.childNodes.filter(isElementNode).filter(({ tagName }) => tagName === 'li');
}

function wordsOf(element: Element): number {
  return countWords(textIn(element));
}

const KINDS: Readonly<Record<string, Kind>> = {
  ...{ h1: 'heading', h2: 'heading', h3: 'heading', h4: 'heading', h5: 'heading', h6: 'heading' },
  ...{ p: 'text', ul: 'list', ol: 'list', table: 'table', pre: 'code', blockquote: 'quotation' },
  ...{ img: 'picture', math: 'formula', 'figure-slot': 'figure' },
};

const DIVS: Readonly<Record<string, Kind>> = {
  ...{ leaf: 'leaf', columns: 'columns', picture: 'picture', aside: 'text', lead: 'text' },
};

function kindOf(element: Element): Kind {
  if (element.tagName === 'p') {
    const only = element.childNodes.filter((node) => !(isTextNode(node) && node.value.trim() === ''));
    const [alone] = only;
    if (alone && only.length === 1 && isElementNode(alone)) {
      if (alone.tagName === 'img') return 'picture';
      if (alone.tagName === 'math') return 'formula';
    }
  }
  if (element.tagName === 'div') return kindOfDiv(element);
  const kind = KINDS[element.tagName] ?? 'other';
  return kind !== 'picture' && kind !== 'figure' && holdsMore(element, kind) ? 'other' : kind;
}

function kindOfDiv(element: Element): Kind {
  const kind = DIVS[attribute(element, 'class') ?? ''] ?? (holdsWords(element) ? 'text' : 'other');
  return kind === 'text' && holdsMore(element, kind) ? 'other' : kind;
}

/** Classes by which authors place what is in a box, rather than name it; the last is what a style of its own became. */
const PLACES =
  /\b(r-|stretch|grid|flex|col|row|container|split|left|right|absolute|fixed|float|stack|mermaid|multi)|-style-\d/;
/** What stands in a line of words, or is one. */
const IN_WORDS = /^(p|br|strong|b|em|i|a|code|span|mark|small|sub|sup|u|s|del|ins|q|cite|time|abbr|kbd)$/;

/** Whether a box of HTML holds words and no more, and leaves it open where it stands. */
function holdsWords(box: Element): boolean {
  if (box.attrs.some(({ name }) => name !== 'class' && name !== 'id' && name !== 'lang')) return false;
  if (PLACES.test(attribute(box, 'class') ?? '') || textIn(box) === '') return false;
  const paragraphs = box.childNodes.some((node) => isElementNode(node) && node.tagName === 'p');
  const bare = box.childNodes.some((node) =>
    isElementNode(node) ? node.tagName !== 'p' : isTextNode(node) && node.value.trim() !== '',
  );
  const plain = (element: Element) =>
    IN_WORDS.test(element.tagName) && !PLACES.test(attribute(element, 'class') ?? '');
  return !(paragraphs && bare) && !holds(box, (element) => !plain(element));
}

/** Markup that its words alone do not tell the height of. */
const TALL: ReadonlySet<string> = new Set(
  'img svg video audio canvas iframe figure figure-slot table pre details br object'.split(' '),
);

function holdsMore(element: Element, kind: Kind): boolean {
  const allowed = kind === 'heading' || kind === 'text' || kind === 'table' ? 'br' : '';
  return holds(element, ({ tagName }) => tagName !== allowed && TALL.has(tagName));
}
