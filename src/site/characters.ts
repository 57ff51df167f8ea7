import {
  attribute,
  type Element,
  isElementNode,
  isTextNode,
  type Parent,
  parseHtml,
} from '../deck/slide/html-tree.ts';
import { type Cmaps, charactersOf, needsGlyph, splitByFace } from '../fonts/coverage.ts';
import type { Face } from '../fonts/faces.ts';
import { slanted } from '../fonts/slanted.ts';
import type { UsedCharacters } from '../fonts/subset.ts';

const DISPLAY_TAGS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote']);
const DISPLAY_CLASS =
  /(?:^|[\s"])(?:vertical|display|number|(?:layout-)?statement|(?:layout-)?title)(?:[\s"]|$)/;

/** The beginning of an element with attributes, as it is written here; and each of those. */
const TAG = /<([a-z][\w-]*)((?:\s+[^\s"=<>/]+(?:="[^"]*")?)+)(?=\s*\/?>)/gi;
const ATTRIBUTE = /\s+[^\s"=<>/]+(?:="[^"]*")?/g;
/** Attributes that are set, or say how a parser reads what follows. */
const KEPT = /^\s+(?:title|(?:data-)?src|encoding|type|color|face|size)=/i;

/** Markup without what says nothing of its letters: a parser reads it sign by sign, and most of a page is that. */
function bareMarkup(html: string): string {
  return html.replace(TAG, (_, name: string, attributes: string) => {
    const kept = attributes.match(ATTRIBUTE)?.filter((one) => KEPT.test(one) || saysDisplay(one));
    return `<${name}${kept?.join('') ?? ''}`;
  });
}

function saysDisplay(attribute: string): boolean {
  return /^\s+class=/i.test(attribute) && DISPLAY_CLASS.test(attribute);
}

/** What only a parser reads: text that is no markup, text in attributes, formulas, and letters by other names. */
const FOR_PARSER =
  /<(?:script|style|title|textarea|template|noscript|noembed|noframes|xmp|plaintext|iframe|math)\b|&(?!(?:amp|lt|gt|quot|nbsp);)/i;
const NO_TEXT = /<!--[\s\S]*?-->|<\/?[a-z](?:[^>"']|"[^"]*"|'[^']*')*>/gi;
const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

/**
 * All characters of a page that the face of headlines holds, as most pages in Latin letters are: then it is the same
 * which of them stand in headlines, and no parser has to tell. Undefined of other pages.
 */
function lettersAlone(html: string, display: ReadonlySet<number>): readonly string[] | undefined {
  if (FOR_PARSER.test(html)) return undefined;
  const text = html.replace(NO_TEXT, '');
  if (text.includes('<')) return undefined;
  const letters = [...charactersOf(text.replace(/&(\w+);/g, (written, name) => SIGNS[name] ?? written))];
  const isHeld = (letter: string): boolean => display.has(letter.codePointAt(0) ?? 0) || !needsGlyph(letter);
  return letters.every(isHeld) ? letters : undefined;
}

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
  const letters = lettersAlone(html, cmaps.display);
  const texts: Texts = { all: [...(letters ?? [])], display: [], math: [] };
  if (!letters) collect(parseHtml(bareMarkup(html)), { isMath: false, isDisplay: false }, texts);
  add(texts.math.join('\n'), 'math');
  add(texts.display.join('\n'), 'display');
  const all = [...charactersOf(texts.all.join(''))];
  add(all.join(''), 'text');
  add(all.join(''), 'strong');
  add(all.filter((character) => cmaps.display.has(character.codePointAt(0) ?? 0)).join(''), 'display');
  return used;
}

/** What stands on a page, by how it is set. */
interface Texts {
  /** All but formulas. */
  readonly all: string[];
  readonly display: string[];
  readonly math: string[];
}

/** Gathers the texts below an element, of which it is known what they stand in. */
function collect(
  parent: Parent,
  within: { readonly isMath: boolean; readonly isDisplay: boolean },
  texts: Texts,
): void {
  for (const node of parent.childNodes) {
    if (isTextNode(node)) {
      if (within.isMath) texts.math.push(formulaText(node.value, parent));
      else texts.all.push(node.value);
      if (within.isDisplay && !within.isMath) texts.display.push(node.value);
    }
    if (!isElementNode(node)) continue;
    // A root's sign is in no text.
    if (/^m(sqrt|root)$/.test(node.tagName)) texts.math.push('√');
    // On paper its words stand in a frame's place.
    if (node.tagName === 'iframe')
      texts.all.push(...['title', 'src', 'data-src'].map((name) => attribute(node, name) ?? ''));
    const inner = {
      isMath: within.isMath || node.tagName === 'math',
      isDisplay: within.isDisplay || isDisplay(node),
    };
    collect(node, inner, texts);
  }
}

/** A name of one letter is set slanted: browsers take the slanted letters that Unicode has for that. */
function formulaText(text: string, parent: Parent): string {
  const isName = isElementNode(parent) && parent.tagName === 'mi';
  return isName && [...text.trim()].length === 1 ? text + slanted(text.trim()) : text;
}

function isDisplay(element: Element): boolean {
  return DISPLAY_TAGS.has(element.tagName) || DISPLAY_CLASS.test(attribute(element, 'class') ?? '');
}
