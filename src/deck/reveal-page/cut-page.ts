import { parse, parseFragment } from 'parse5';
import type { Report } from '../../base/problem.ts';
import type { DeckFiles } from '../files.ts';
import type { FrontMatter } from '../front-matter.ts';
import {
  attribute,
  type Element,
  elements,
  isElementNode,
  type Parent,
  setAttribute,
  textOf,
} from '../slide/html-tree.ts';
import type { RawSlide } from '../split.ts';
import { FILLING, innerOf, lineOf, slidesOfMarkdown, type WrittenSection } from './markdown-section.ts';

/** What is read of a deck besides the sections themselves. */
interface Reading {
  readonly files: DeckFiles;
  readonly meta: FrontMatter;
  readonly report: Report;
}

type Source = Omit<WrittenSection, 'element'>;

/** The slides of a page of Reveal's: each `<section>` in the element of class `slides`, those within one a stack. */
export function cutPage(file: string, text: string, reading: Reading): readonly RawSlide[] {
  const page = parse(text, { sourceCodeLocationInfo: true });
  const slides = [...elements(page)].find((element) =>
    /(^|\s)slides(\s|$)/.test(attribute(element, 'class') ?? ''),
  );
  if (!slides) return [];
  const source = { file, text, firstLine: 1 };
  tellOutside(page, slides, source, reading.report);
  return slidesIn(slides, source, reading);
}

/** A slide of Markdown that holds nothing but sections which other files fill: those slides. */
export function cutFilled(raw: RawSlide, reading: Reading): readonly RawSlide[] {
  if (!/^\s*<section[^>]*\sdata-markdown\s*=/.test(raw.content)) return [raw];
  const tree = parseFragment(raw.content, { sourceCodeLocationInfo: true });
  const isFilled = (element: Element) =>
    element.tagName === 'section' && attribute(element, 'data-markdown') !== undefined;
  if (tree.childNodes.some((node) => isElementNode(node) && !isFilled(node))) return [raw];
  const source = { file: raw.file, text: raw.content, firstLine: raw.line };
  const [first, ...more] = slidesIn(tree, source, reading);
  return first ? [{ ...first, below: raw.below }, ...more] : [raw];
}

function slidesIn(parent: Parent, source: Source, reading: Reading): readonly RawSlide[] {
  return sectionsOf(parent).flatMap((section) => {
    const inner = sectionsOf(section);
    if (inner.length === 0) return slidesOf({ ...source, element: section }, reading);
    inheritFrom(section, inner);
    return inner
      .flatMap((one) => slidesOf({ ...source, element: one }, reading))
      .map((slide, index) => ({ ...slide, below: index > 0 }));
  });
}

function sectionsOf(parent: Parent): readonly Element[] {
  return parent.childNodes.filter(isElementNode).filter(({ tagName }) => tagName === 'section');
}

/** A stack's ground shows through its slides; its id is the address of the first, its visibility that of all. */
function inheritFrom(stack: Element, slides: readonly Element[]): void {
  const grounds = stack.attrs.filter(({ name }) => name.startsWith('data-background'));
  const hidden = stack.attrs.filter(({ name }) => name === 'data-visibility' || name === 'hidden');
  const id = attribute(stack, 'id');
  const [first] = slides;
  if (first && id !== undefined && attribute(first, 'id') === undefined) setAttribute(first, 'id', id);
  for (const slide of slides) {
    const hasOwn = slide.attrs.some(({ name }) => name.startsWith('data-background'));
    for (const { name, value } of [...(hasOwn ? [] : grounds), ...hidden])
      if (attribute(slide, name) === undefined) setAttribute(slide, name, value);
  }
}

function slidesOf(section: WrittenSection, { files, meta, report }: Reading): readonly RawSlide[] {
  const { element, file } = section;
  const attributes = new Map(
    element.attrs.filter(({ name }) => !FILLING.test(name)).map(({ name, value }) => [name, value]),
  );
  if (attribute(element, 'data-markdown') !== undefined)
    return slidesOfMarkdown(section, files, meta, report).map((slide) => ({ ...slide, attributes }));
  const { text, line } = innerOf(section);
  const lead = /^\n*/.exec(text)?.[0].length ?? 0;
  const content = text.slice(lead).trimEnd();
  return [{ file, content, line: line + lead, below: false, isMarkup: true, attributes }];
}

/** Words and pictures of a page that stand in no slide, as a footer: they are not shown. */
function tellOutside(page: Parent, slides: Element, source: Source, report: Report): void {
  const inside = new Set<Element>([slides, ...elements(slides)]);
  const isSeen = (element: Element) =>
    !inside.has(element) &&
    (element.tagName === 'img' ||
      element.childNodes.some(
        (node) => node.nodeName === '#text' && 'value' in node && /\S/.test(node.value),
      ));
  const NONE = /^(head|title|style|script|noscript|template|html)$/;
  const found = [...elements(page)].find((element) => !NONE.test(element.tagName) && isSeen(element));
  if (!found) return;
  const words = textOf(found).slice(0, 40);
  report({
    severity: 'notice',
    place: { file: source.file, line: lineOf(found, source), column: 1 },
    what: `what stands outside of the slides is not shown${words === '' ? '' : `: "${words}"`}`,
    fix: 'Put it on a slide.',
  });
}
