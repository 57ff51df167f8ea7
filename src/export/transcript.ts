import { wordsOf } from '../base/words/choose-words.ts';
import type { Words } from '../base/words/words.ts';
import {
  attribute,
  type Element,
  elements,
  type Fragment,
  isElementNode,
  isTextNode,
  type Node,
  parseHtml,
  removeNode,
  textOf,
  writtenText,
} from '../deck/slide/html-tree.ts';
import { notesOf } from './notes.ts';
import { joinTables, tableLines } from './transcript-tables.ts';

/** What of a deck a transcript is made of. */
export interface TranscriptSlide {
  readonly headline: string;
  /** Markup of its section, with its notes where there are any. */
  readonly html: string;
}

/**
 * What a listener hears of a talk, slide by slide: headings, text, list entries, tables cell by cell under their heads,
 * the events of timelines, what pictures and figures are said to show, and sources. Drawings say nothing.
 * @param lang of the words it adds
 * @param notes whether the speaker's notes follow each slide
 */
export function transcribe(
  title: string,
  slides: readonly TranscriptSlide[],
  { notes, lang = 'en' }: { readonly notes: boolean; readonly lang?: string },
): string {
  const words = wordsOf(lang);
  const parts = slides.map(({ headline, html }, index) => {
    const tree = parseHtml(html);
    dropOtherDefinitions(tree);
    dropRunningHeads(tree);
    joinTables(tree);
    const head = `${index + 1}. ${headline || words.noHeading}`;
    const lines = [...linesOf(tree, headline, words)];
    const spoken = notes ? notesOf(tree) : '';
    return [head, ...lines, ...(spoken ? ['', `${words.notes}:`, ...spoken.split('\n')] : [])].join('\n');
  });
  return `${[title, ...parts].join('\n\n')}\n`;
}

/** Of several ways to count only the first is shown until it is asked for another. */
function dropOtherDefinitions(tree: Fragment): void {
  const counted = [...elements(tree)].filter((element) => attribute(element, 'data-when') !== undefined);
  const [first] = counted;
  if (!first) return;
  const shown = attribute(first, 'data-when');
  for (const element of counted) if (attribute(element, 'data-when') !== shown) removeNode(element);
}

/** A heading that stands again above the next column, where what it heads goes on, is heard once. */
function dropRunningHeads(tree: Fragment): void {
  let before = '';
  for (const element of [...elements(tree)].filter(({ tagName }) => /^h[1-6]$/.test(tagName))) {
    const text = textOf(element);
    if (text === before) removeNode(element);
    before = text;
  }
}

/** Elements that nobody hears. */
const SILENT: ReadonlySet<string> = new Set(['svg', 'canvas', 'button', 'script', 'style', 'template']);
/** Elements that are a line of their own, unless they hold others. */
const LINES: ReadonlySet<string> = new Set(
  'p li h1 h2 h3 h4 h5 h6 dt dd figcaption caption blockquote pre summary footer div'.split(' '),
);

function* linesOf(tree: Fragment, headline: string, words: Words): Generator<string> {
  let isFirst = true;
  for (const line of blockLines(tree.childNodes, words)) {
    // The heading stands above the rest already, and again where it heads what comes late, as a name under a quotation;
    // only the brackets of a page's number are not on the slide.
    if (!isFirst || letters(line) !== letters(headline)) yield line;
    isFirst = false;
  }
}

function* blockLines(nodes: readonly Node[], words: Words): Generator<string> {
  let inline = '';
  for (const node of nodes) {
    if (isTextNode(node)) inline += node.value;
    else if (isElementNode(node) && !isSilent(node)) {
      if (!isBlock(node)) {
        inline += inlineText(node);
        continue;
      }
      yield* said(inline);
      inline = '';
      yield* elementLines(node, words);
    }
  }
  yield* said(inline);
}

function* elementLines(element: Element, words: Words): Generator<string> {
  const { tagName } = element;
  const name = attribute(element, 'aria-label');
  if (tagName === 'table') {
    yield* tableLines(element, words, (cell) => [...blockLines(cell.childNodes, words)].join(' '));
    return;
  }
  if (tagName === 'img' || attribute(element, 'role') === 'img') {
    const text = attribute(element, 'alt') ?? name ?? '';
    if (text) yield `${tagName === 'canvas' ? words.chart : words.picture}: ${text}`;
    return;
  }
  if (tagName === 'pre') {
    yield* writtenText(element)
      .split('\n')
      .filter((line) => line.trim() !== '');
    return;
  }
  if (isChartView(element)) {
    yield* chartLines(element, words);
    return;
  }
  if (tagName === 'figure' && name) yield `${isTimeline(element) ? words.timeline : words.figure}: ${name}`;
  const lines = isUnderEvent(element)
    ? [element.childNodes.filter(isElementNode).map(textOf).filter(Boolean).join(', ')]
    : [...blockLines(element.childNodes, words)];
  if (tagName === 'li')
    yield* lines.map((line, index) => (index === 0 ? `${markOf(element)} ${line}` : `  ${line}`));
  else if (tagName === 'blockquote') yield* lines.map((line) => `> ${line}`);
  else yield* lines;
}

function isTimeline(element: Element): boolean {
  return hasClass(element, 'timeline');
}

function isChartView(element: Element): boolean {
  return hasClass(element, 'chart-view');
}

/**
 * A chart's finding, and its table. The words that stand in its drawing are said as such, for alone each would be a
 * sentence that breaks off; those that finding and table say are not said again.
 */
function* chartLines(view: Element, words: Words): Generator<string> {
  const said = [...elements(view)].filter(({ tagName }) => /^(th|caption)$/.test(tagName)).map(textOf);
  let isNamed = false;
  for (const part of view.childNodes.filter(isElementNode)) {
    if (!hasClass(part, 'chart-text')) {
      const lines = [...blockLines([part], words)];
      if (attribute(part, 'role') === 'img') said.push(...lines);
      yield* lines;
      continue;
    }
    const label = textOf(part);
    if (said.some((one) => one === label || one.includes(`${label}:`) || one.startsWith(`${label} /`)))
      continue;
    if (!isNamed) yield `${words.labels}:`;
    isNamed = true;
    yield `- ${label}`;
  }
}

/** Lane, other name and sources of an event in a list stand in one line, apart by room alone. */
function isUnderEvent({ tagName, parentNode }: Element): boolean {
  const entry = parentNode && isElementNode(parentNode) ? parentNode.parentNode : null;
  return tagName === 'p' && !!entry && isElementNode(entry) && attribute(entry, 'data-listed') !== undefined;
}

function hasClass(element: Element, name: string): boolean {
  return (attribute(element, 'class') ?? '').split(/\s+/).includes(name);
}

/** `-`, or the number of an entry whose list counts, as it is heard. */
function markOf(entry: Element): string {
  const written = attribute(entry, 'value');
  if (written !== undefined) return `${written}.`;
  const list = entry.parentNode;
  // Events of a figure are in order by time: they are not counted aloud.
  if (!list || !isElementNode(list) || list.tagName !== 'ol' || isInFigure(list)) return '-';
  const entries = list.childNodes.filter(isElementNode).filter(({ tagName }) => tagName === 'li');
  return `${Number(attribute(list, 'start') ?? 1) + entries.indexOf(entry)}.`;
}

function isInFigure(element: Element): boolean {
  const { parentNode } = element;
  return (
    element.tagName === 'figure' ||
    (parentNode !== null && isElementNode(parentNode) && isInFigure(parentNode))
  );
}

function isSilent(element: Element): boolean {
  const classes = attribute(element, 'class') ?? '';
  return (
    (SILENT.has(element.tagName) && attribute(element, 'role') !== 'img') ||
    attribute(element, 'aria-hidden') === 'true' ||
    attribute(element, 'hidden') !== undefined ||
    /(^|\s)(notes|chart-tools)(\s|$)/.test(classes)
  );
}

function isBlock(element: Element): boolean {
  if (element.tagName === 'img' || element.tagName === 'table' || LINES.has(element.tagName)) return true;
  if (attribute(element, 'role') === 'img') return true;
  return (
    element.childNodes.some((child) => isElementNode(child) && isBlock(child)) ||
    /^(ul|ol|section|figure|dl|aside)$/.test(element.tagName)
  );
}

function inlineText(element: Element): string {
  if (element.tagName === 'br') return ' ';
  if (element.tagName === 'math') return attribute(element, 'alttext') ?? textOf(element);
  return ` ${textOf(element)} `
    .replace(/^ (?=\S)/, /^\s/.test(writtenText(element)) ? ' ' : '')
    .replace(/ $/, /\s$/.test(writtenText(element)) ? ' ' : '');
}

function* said(text: string): Generator<string> {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line !== '') yield line;
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '') || text;
}
