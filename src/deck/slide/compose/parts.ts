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
import { type Entry, readEntries } from './entries.ts';

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

/** One element at the top of a slide's tree. What it says is read when it is asked for: no rule asks it of code. */
export class Part {
  readonly kind: Kind;
  readonly element: Element;
  /** Names of all tags below it. */
  readonly tags: ReadonlySet<string>;
  #text: string | undefined;
  #words: number | undefined;
  #entries: readonly Entry[] | undefined;

  constructor(element: Element, kind?: Kind) {
    this.element = element;
    this.tags = tagsIn(element);
    this.kind = kind ?? kindOf(element, this.tags);
  }

  get text(): string {
    this.#text ??= textOf(this.element);
    return this.#text;
  }

  get words(): number {
    this.#words ??= countWords(this.text);
    return this.#words;
  }

  /** Of a list; none of anything else. */
  get entries(): readonly Entry[] {
    this.#entries ??= this.kind === 'list' ? readEntries(this.element) : [];
    return this.#entries;
  }
}

/** A slide's parts: its headline, if it begins with a heading, and all that follows, in order. */
export interface Parts {
  readonly headline: Part | undefined;
  readonly rest: readonly Part[];
}

/** Reads what stands at the top of a slide's tree, or in a column of it. */
export function readParts(tree: Parent): Parts {
  const parts: Part[] = [];
  const breaks: Part[] = [];
  let bare = false;
  for (const node of tree.childNodes)
    if (isBreak(node)) breaks.push(new Part(node, 'other'));
    else if (isElementNode(node)) parts.push(new Part(node));
    else bare ||= isTextNode(node) && node.value.trim() !== '';
  const [first, ...rest] = bare && parts.length === 0 ? breaks : parts;
  // Words that stand in no element (written as HTML) cannot be set apart from what is around them.
  if (bare && first) return { headline: undefined, rest: [new Part(first.element, 'other'), ...rest] };
  return first?.kind === 'heading' ? { headline: first, rest } : { headline: undefined, rest: parts };
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

const KINDS: Readonly<Record<string, Kind>> = {
  ...{ h1: 'heading', h2: 'heading', h3: 'heading', h4: 'heading', h5: 'heading', h6: 'heading' },
  ...{ p: 'text', ul: 'list', ol: 'list', table: 'table', pre: 'code', blockquote: 'quotation' },
  ...{ img: 'picture', math: 'formula', 'figure-slot': 'figure' },
};

const DIVS: Readonly<Record<string, Kind>> = {
  ...{ leaf: 'leaf', columns: 'columns', picture: 'picture', aside: 'text', lead: 'text' },
};

/** Most elements hold words alone. */
const NO_TAGS: ReadonlySet<string> = new Set();

function tagsIn({ childNodes }: Element): ReadonlySet<string> {
  let tags: Set<string> | undefined;
  for (const node of childNodes)
    if (isElementNode(node)) {
      tags = (tags ?? new Set()).add(node.tagName);
      for (const inner of tagsIn(node)) tags.add(inner);
    }
  return tags ?? NO_TAGS;
}

function kindOf(element: Element, tags: ReadonlySet<string>): Kind {
  if (element.tagName === 'p') {
    const only = element.childNodes.filter((node) => !(isTextNode(node) && node.value.trim() === ''));
    const [alone] = only;
    if (alone && only.length === 1 && isElementNode(alone)) {
      if (alone.tagName === 'img') return 'picture';
      if (alone.tagName === 'math') return 'formula';
    }
  }
  if (element.tagName === 'div') return kindOfDiv(element, tags);
  const kind = KINDS[element.tagName] ?? 'other';
  return kind !== 'picture' && kind !== 'figure' && holdsMore(tags, kind) ? 'other' : kind;
}

function kindOfDiv(element: Element, tags: ReadonlySet<string>): Kind {
  const kind = DIVS[attribute(element, 'class') ?? ''] ?? (holdsWords(element) ? 'text' : 'other');
  return kind === 'text' && holdsMore(tags, kind) ? 'other' : kind;
}

/** Classes by which authors place what is in a box, rather than name it; the last is what a style of its own became. */
const PLACES =
  /\b(r-|stretch|grid|flex|col|row|container|split|left|right|absolute|fixed|float|stack|mermaid|multi)|-style-\d/;
/** What stands in a line of words, or is one. */
const IN_WORDS = /^(p|br|strong|b|em|i|a|code|span|mark|small|sub|sup|u|s|del|ins|q|cite|time|abbr|kbd)$/;

/** Whether a box of HTML holds words and no more, and leaves it open where it stands. */
function holdsWords(box: Element): boolean {
  if (box.attrs.some(({ name }) => name !== 'class' && name !== 'id' && name !== 'lang')) return false;
  if (PLACES.test(attribute(box, 'class') ?? '') || textOf(box) === '') return false;
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

function holdsMore(tags: ReadonlySet<string>, kind: Kind): boolean {
  const allowed = kind === 'heading' || kind === 'text' || kind === 'table' ? 'br' : '';
  for (const tag of tags) if (tag !== allowed && TALL.has(tag)) return true;
  return false;
}
