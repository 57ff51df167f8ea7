import type { Place, Problem, Report } from '../../base/problem.ts';
import { wordsOf } from '../../base/words/choose-words.ts';
import type { Measure } from '../../fonts/faces.ts';
import type { RawSlide } from '../split.ts';
import {
  addClass,
  allElements,
  attribute,
  type Fragment,
  isElementNode,
  parseHtml,
  removeNode,
  setChildren,
  textOf,
  writeHtml,
} from './html-tree.ts';
import { maskCode } from './mask-code.ts';

// A definition with the lines that go on with it, indented by four spaces.
const DEFINITION = /^\[\^([^\]\n]+)\]:[^\n]*(?:\n(?:[ \t]*\n)* {4,}[^\n]*)*/gm;
const MARK = /(?<!\\)\[\^([^\]\n]+)\](?!:)/g;
/** Without any text on the slide, only what is surely meant as a mark: `[^a-z\d]` may be a pattern. */
const SURE = /^(?:\d+|[\p{L}\p{N}_]+)$/u;

/** Footnotes defined anywhere on a slide, as written, by name: a mark in one column may have its text in another. */
export function findFootnotes(content: string): ReadonlyMap<string, string> {
  const masked = maskCode(content);
  return new Map(
    [...masked.matchAll(DEFINITION)].map((match) => [
      match[1] ?? '',
      content.slice(match.index, match.index + match[0].length),
    ]),
  );
}

/** The definitions that a part of a slide refers to and does not hold itself, to be parsed along with it. */
export function missingFootnotes(text: string, all: ReadonlyMap<string, string>): string {
  const own = findFootnotes(text);
  const wanted = [...new Set([...text.matchAll(MARK)].map(([, name]) => name ?? ''))];
  const missing = wanted.flatMap((name) => (own.has(name) ? [] : (all.get(name) ?? [])));
  return missing.map((definition) => `\n\n${definition}`).join('');
}

/** A mark without its text would be printed as it is written; a text without a mark would be lost. */
export function checkFootnotes({ content, file, line }: RawSlide, report: Report): void {
  const masked = maskCode(content);
  const defined = findFootnotes(content);
  const marks = [...masked.matchAll(MARK)];
  const tell = (severity: Problem['severity'], index: number, what: string, fix: string) => {
    const before = content.slice(0, index).split('\n');
    const place = { file, line: line + before.length - 1, column: (before.at(-1) ?? '').length + 1 };
    report({ severity, place, what, fix });
  };
  for (const mark of marks) {
    const [written, name = ''] = mark;
    const fix = `Write "${written}: …" on the same slide`;
    if (defined.size > 0 && !defined.has(name))
      tell('notice', mark.index, `the footnote ${written} has no text`, `${fix}.`);
    else if (defined.size === 0 && SURE.test(name))
      tell(
        'notice',
        mark.index,
        `the footnote ${written} has no text`,
        `${fix}, or \\${written} for these letters.`,
      );
  }
  const named = new Set(marks.map(([, name]) => name));
  for (const match of masked.matchAll(DEFINITION))
    if (!named.has(match[1]))
      tell(
        'notice',
        match.index,
        `nothing refers to the footnote [^${match[1]}]`,
        `Write [^${match[1]}] in the text.`,
      );
}

/**
 * Takes the footnotes off a slide's tree and numbers their marks through, in the order in which they are met.
 * @returns the notes' markup in that order, each one line with its number, for the slide's foot.
 */
export function takeFootnotes(tree: Fragment, lang: string): readonly string[] {
  const texts = new Map<string, string>();
  for (const section of allElements(tree).filter((element) => attribute(element, 'data-footnotes') === '')) {
    removeNode(section);
    for (const note of allElements(section).filter(({ tagName }) => tagName === 'li')) {
      for (const back of allElements(note).filter((a) => attribute(a, 'data-footnote-backref') === ''))
        removeNode(back);
      const paragraphs = note.childNodes.filter(isElementNode);
      texts.set(attribute(note, 'id') ?? '', paragraphs.map((p) => writeHtml(p).trim()).join(' '));
    }
  }
  const { footnote } = wordsOf(lang);
  const order: string[] = [];
  for (const mark of allElements(tree).filter(({ tagName }) => tagName === 'sup')) {
    const link = mark.childNodes.filter(isElementNode)[0];
    if (!link || attribute(link, 'data-footnote-ref') === undefined) continue;
    const name = (attribute(link, 'href') ?? '').slice(1);
    if (!order.includes(name)) order.push(name);
    setChildren(mark, parseHtml(`<span class="spoken"> ${footnote} </span>${order.indexOf(name) + 1}`));
    addClass(mark, 'footnote-mark');
  }
  return order.map(
    (name, index) => `<span class="footnote"><sup>${index + 1}</sup> ${texts.get(name) ?? ''}</span>`,
  );
}

/** The words of footnotes' markup, to be measured. */
function textIn(footnotes: readonly string[]): string {
  return textOf(parseHtml(footnotes.join(' ')));
}

/** Lines that footnotes may take in the foot, which stands above nothing and below the content. */
const FOOTNOTE_LINES = 3;
/** Width of the foot's text and its size, px. */
const FOOT_WIDTH = { a: 1040, b: 584, none: 1584 } as const;
const FOOT_SIZE = 18;

/** Footnotes keep within the foot: nobody reads a page of them from a hall. */
export function checkFootnoteRoom(
  footnotes: readonly string[],
  fold: 'a' | 'b' | undefined,
  place: Place,
  { measure, report }: { readonly measure: Measure; readonly report: Report },
): void {
  const width = FOOT_WIDTH[fold ?? 'none'];
  const lines = Math.ceil(measure(textIn(footnotes), 'text', FOOT_SIZE) / (width * 0.95));
  if (lines <= FOOTNOTE_LINES) return;
  report({
    severity: 'notice',
    place,
    what: `the footnotes of this slide take ${lines} lines`,
    fix: `The foot has room for ${FOOTNOTE_LINES}: shorten them, or say it in the notes.`,
  });
}
