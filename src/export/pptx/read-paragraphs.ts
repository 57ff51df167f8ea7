import type { Paragraph, Run } from './piece.ts';
import { blockOf, rectsOf } from './read-blocks.ts';
import { isInLine, isWritten, LOWERED, RAISED, roomFor, runsOfMath } from './read-math.ts';
import { highlightOf, isSeen, paintOf } from './read-paint.ts';
import type { Reading } from './reading.ts';

/**
 * The paragraphs of a block, with the room before the first where another block is above it.
 * @param sides of the box that they are written into
 */
export function paragraphsOf(
  block: HTMLElement,
  { scale }: Pick<Reading, 'scale'>,
  { left, right, before }: Sides & { readonly before?: HTMLElement | undefined },
): Paragraph[] {
  const paragraphs: Lines[] = [{ block, runs: numberBefore(block, scale) }];
  collect(block, block, paragraphs, scale);
  const style = getComputedStyle(block);
  const align = alignOf(style);
  const leading = leadingOf(block) * scale;
  const mark = markOf(block);
  const from =
    mark?.words ??
    block.getBoundingClientRect().left + Number.parseFloat(style.paddingLeft) * block.currentCSSZoom;
  const isRtl = style.direction === 'rtl';
  const to =
    block.getBoundingClientRect().right - Number.parseFloat(style.paddingRight) * block.currentCSSZoom;
  const room = isRtl ? right - to : from - left;
  const margin = align === (isRtl ? 'right' : 'left') ? Math.max(0, room) * scale : 0;
  return paragraphs
    .filter(({ runs }, index) => runs.length > 0 || index > 0)
    .map(({ runs, block: own }, index) => ({
      // Code stands as far in as it was written.
      ...{
        runs: style.whiteSpace.startsWith('pre') ? runs : trim(runs),
        align,
        leading: own === block ? leading : leadingOf(own) * scale,
        rtl: isRtl,
      },
      ...{
        margin,
        bullet: index === 0 ? mark?.bullet : undefined,
        hang: mark ? (from - mark.at) * scale : 0,
      },
      level: Math.max(0, depthOf(block) - 1),
      before: index === 0 && before ? roomBetween(before, block, leading / scale) * scale : 0,
    }));
}

/** Where a box begins and ends, px of the screen. */
interface Sides {
  readonly left: number;
  readonly right: number;
}

/** Words that stand in one block, up to a line break. */
interface Lines {
  readonly block: HTMLElement;
  readonly runs: Run[];
}

/** Letters that the number of a line of code and the space behind it take. */
const NUMBER = { digits: 4, space: 2 };

/** The number that a style sheet writes before a line of code. */
function numberBefore(block: HTMLElement, scale: number): Run[] {
  if (!block.matches('pre *')) return [];
  const { content, color } = getComputedStyle(block, '::before');
  const [, number] = /^"(\d+)"$/.exec(content) ?? [];
  if (!number) return [];
  const text = number.padStart(NUMBER.digits) + ' '.repeat(NUMBER.space);
  return [{ ...runLike(block, scale), colour: paintOf(color)?.colour ?? '000000', text }];
}

/** Distance of the lines of a block, px of the screen. */
function leadingOf(block: HTMLElement): number {
  const { lineHeight, fontSize } = getComputedStyle(block);
  return (Number.parseFloat(lineHeight) || Number.parseFloat(fontSize) * 1.3) * block.currentCSSZoom;
}

/** On which side the words of a block stand, where `start` is the right one in text read from the right. */
function alignOf({ textAlign, direction }: CSSStyleDeclaration): Paragraph['align'] {
  if (textAlign === 'center') return 'center';
  const atRight = direction === 'rtl' ? !/^(left|end)$/.test(textAlign) : /^(right|end)$/.test(textAlign);
  return atRight ? 'right' : 'left';
}

/** What more than its leading a block's first line keeps from the last line of the block before, px of the screen. */
function roomBetween(before: HTMLElement, block: HTMLElement, leading: number): number {
  const [last, first] = [linesOf(before).at(-1), linesOf(block)[0]];
  if (!last || !first) return 0;
  // A quarter of the letters' height lies below the line they stand on, whatever the face.
  const distance = first.top + first.height * 0.75 - (last.top + last.height * 0.75);
  return Math.max(0, distance - leading);
}

/** Where the letters of a block lie that are its own, not those of blocks within. */
function linesOf(block: HTMLElement): readonly DOMRect[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const lines: DOMRect[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node.parentElement && node.textContent?.trim() && blockOf(node.parentElement, block) === block)
      lines.push(...rectsOf(node));
  return lines;
}

function depthOf(block: HTMLElement): number {
  let depth = 0;
  for (let list = block.closest('ul, ol'); list; list = list.parentElement?.closest('ul, ol') ?? null)
    depth++;
  return depth;
}

/** The bullet or number of an entry, beside its first words. */
export interface Mark {
  readonly bullet: string;
  /** Where on the screen it stands. */
  readonly at: number;
  /** Where the words begin, if not where those of their block do. */
  readonly words?: number | undefined;
}

export function markOf(block: HTMLElement): Mark | undefined {
  const entry = block.closest<HTMLLIElement>('li');
  if (!entry || isFurther(block, entry)) return undefined;
  const { left } = entry.getBoundingClientRect();
  const { listStylePosition, paddingLeft } = getComputedStyle(entry);
  // A list may set its numbers itself, as that of the sources does.
  const own = entry.getAttribute('value');
  if (own && getComputedStyle(entry, '::before').content !== 'none') return { bullet: own, at: left };
  if (!isMarked(entry)) return undefined;
  const bullet = own ? `${own}.` : bulletOf(entry);
  if (listStylePosition === 'inside') {
    const at = left + Number.parseFloat(paddingLeft) * entry.currentCSSZoom;
    return { bullet, at, words: linesOf(block)[0]?.left };
  }
  const size = Number.parseFloat(getComputedStyle(entry).fontSize) * entry.currentCSSZoom;
  return { bullet, at: left - size * Math.max(0.9, bullet.length * 0.6) };
}

function bulletOf(entry: HTMLLIElement): string {
  if (entry.parentElement?.tagName !== 'OL') return '•';
  const first = Number(entry.parentElement.getAttribute('start') ?? 1);
  return `${entry.value || first + [...entry.parentElement.children].indexOf(entry)}.`;
}

function isMarked(entry: HTMLElement): boolean {
  const { display, listStyleType } = getComputedStyle(entry);
  return display === 'list-item' && listStyleType !== 'none';
}

/** Whether a block in an entry of a list comes after the words that its mark stands beside. */
function isFurther(block: HTMLElement, entry: HTMLElement): boolean {
  const walker = document.createTreeWalker(entry, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node.textContent?.trim() !== '') return !block.contains(node);
  return false;
}

/** Runs of a block's own text; line breaks, and blocks within, begin another paragraph. */
function collect(node: Node, block: HTMLElement, paragraphs: Lines[], scale: number): void {
  for (const child of node.childNodes) {
    if (child instanceof Text) {
      const parent = child.parentElement ?? block;
      if (child.data !== '' && (isSeen(parent) || (parent.closest('td, th') && !parent.closest('.spoken'))))
        addText(child, parent, paragraphs, scale);
    } else if (child instanceof MathMLElement) {
      const parent = child.parentElement ?? block;
      if (!isSeen(parent) || !isInLine(child)) continue;
      const like = runLike(parent, scale);
      paragraphs
        .at(-1)
        ?.runs.push(...(isWritten(child) ? runsOfMath(child, like) : [roomFor(child, like, scale)]));
    } else if (child instanceof HTMLElement) {
      if (child.tagName === 'BR') paragraphs.push({ block, runs: [] });
      else if (/^(MATH|SVG|UL|OL|TABLE|FIGURE)$/i.test(child.tagName) || child.matches('.spoken')) continue;
      else {
        const isInline = /^(inline|contents|ruby)/.test(getComputedStyle(child).display);
        if (!isInline && !block.closest('td, th')) continue;
        if (!isInline && (paragraphs.at(-1)?.runs.length ?? 0) > 0)
          paragraphs.push({ block: child, runs: [] });
        collect(child, block, paragraphs, scale);
      }
    }
  }
}

function addText(node: Text, parent: HTMLElement, paragraphs: Lines[], scale: number): void {
  const style = getComputedStyle(parent);
  const isKept = style.whiteSpace.startsWith('pre');
  const lines = isKept ? node.data.replace(/\n$/, '').split('\n') : [node.data.replace(/\s+/g, ' ')];
  for (const [index, text] of lines.entries()) {
    if (index > 0) paragraphs.push({ block: paragraphs.at(-1)?.block ?? parent, runs: [] });
    if (text === '') continue;
    paragraphs.at(-1)?.runs.push({ ...runLike(parent, scale), text });
  }
}

/** How the letters of an element look. */
function runLike(parent: HTMLElement, scale: number): Run {
  const style = getComputedStyle(parent);
  const beside = parent.closest<HTMLElement>('sup, sub');
  // A program makes what is raised smaller itself.
  const measured = beside?.parentElement ?? parent;
  const size = Number.parseFloat(getComputedStyle(measured).fontSize) * timesOf(measured) * scale;
  return {
    ...{ text: '', size, lang: parent.closest('[lang]')?.getAttribute('lang') ?? '' },
    colour: paintOf(isDrawn(parent) ? style.fill : style.color)?.colour ?? '000000',
    bold: Number(style.fontWeight) >= 600,
    italic: style.fontStyle === 'italic',
    struck: isStruck(parent) || undefined,
    face: (style.fontFamily.split(',')[0] ?? '').replace(/["']/g, '').trim(),
    href: parent.closest('a')?.href || undefined,
    baseline: beside ? (beside.tagName === 'SUP' ? RAISED : LOWERED) : undefined,
    highlight: highlightOf(parent),
  };
}

/** A line through words is not handed down: it belongs to what is around them, up to their block. */
function isStruck(element: HTMLElement): boolean {
  const { textDecorationLine, display } = getComputedStyle(element);
  if (textDecorationLine.includes('line-through')) return true;
  return (
    /^(inline|contents)/.test(display) && element.parentElement !== null && isStruck(element.parentElement)
  );
}

/** Whether a text stands in a drawing, where it is filled as shapes are. */
function isDrawn(element: Element): element is SVGGraphicsElement {
  return element instanceof SVGGraphicsElement;
}

/** px of the screen for each that a style says. */
function timesOf(element: Element): number {
  const matrix = isDrawn(element) ? element.getScreenCTM() : null;
  return matrix ? Math.hypot(matrix.a, matrix.b) : element.currentCSSZoom;
}

function trim(runs: readonly Run[]): readonly Run[] {
  const last = runs.length - 1;
  return runs
    .map((run, index) => ({
      ...run,
      text: (index === 0 ? (s: string) => s.trimStart() : (s: string) => s)(
        index === last ? run.text.trimEnd() : run.text,
      ),
    }))
    .filter(({ text }) => text !== '');
}
