import type { Paragraph, Run } from './piece.ts';
import { isSeen, paintOf } from './read-paint.ts';

/** The paragraphs of a block, with the room before the first where another block is above it. */
export function paragraphsOf(block: HTMLElement, scale: number, before?: HTMLElement): Paragraph[] {
  const paragraphs: Run[][] = [[]];
  collect(block, block, paragraphs, scale);
  const style = getComputedStyle(block);
  const align = /^(right|end)$/.test(style.textAlign)
    ? 'right'
    : style.textAlign === 'center'
      ? 'center'
      : 'left';
  const gap = before
    ? (block.getBoundingClientRect().top - before.getBoundingClientRect().bottom) * scale
    : 0;
  const leading =
    Number.parseFloat(style.lineHeight) * scale || Number.parseFloat(style.fontSize) * 1.3 * scale;
  return paragraphs
    .filter((runs, index) => runs.length > 0 || index > 0)
    .map((runs, index) => ({
      ...{ runs: trim(runs), align, leading, rtl: style.direction === 'rtl' },
      bullet: index === 0 ? bulletOf(block) : undefined,
      level: Math.max(0, depthOf(block) - 1),
      before: index === 0 ? Math.max(0, gap) : 0,
    }));
}

function depthOf(block: HTMLElement): number {
  let depth = 0;
  for (let list = block.closest('ul, ol'); list; list = list.parentElement?.closest('ul, ol') ?? null)
    depth++;
  return depth;
}

function bulletOf(block: HTMLElement): string | undefined {
  const entry = block.closest<HTMLLIElement>('li');
  if (entry && isFurther(block, entry)) return isMarked(entry) ? '' : undefined;
  // A list may set its numbers itself, as that of the sources does.
  const own = entry?.getAttribute('value');
  if (own) return `${own}.`;
  if (!entry || !isMarked(entry)) return undefined;
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
function collect(node: Node, block: HTMLElement, paragraphs: Run[][], scale: number): void {
  for (const child of node.childNodes) {
    if (child instanceof Text) {
      const parent = child.parentElement ?? block;
      if (child.data !== '' && (isSeen(parent) || (parent.closest('td, th') && !parent.closest('.spoken'))))
        addText(child, parent, paragraphs, scale);
    } else if (child instanceof HTMLElement) {
      if (child.tagName === 'BR') paragraphs.push([]);
      else if (/^(MATH|SVG|BUTTON|UL|OL|TABLE|FIGURE)$/i.test(child.tagName)) continue;
      else {
        const isInline = /^(inline|contents|ruby)/.test(getComputedStyle(child).display);
        if (!isInline && !block.closest('td, th')) continue;
        if (!isInline && (paragraphs.at(-1)?.length ?? 0) > 0) paragraphs.push([]);
        collect(child, block, paragraphs, scale);
      }
    }
  }
}

function addText(node: Text, parent: HTMLElement, paragraphs: Run[][], scale: number): void {
  const style = getComputedStyle(parent);
  const isKept = style.whiteSpace.startsWith('pre');
  const lines = isKept ? node.data.replace(/\n$/, '').split('\n') : [node.data.replace(/\s+/g, ' ')];
  for (const [index, text] of lines.entries()) {
    if (index > 0) paragraphs.push([]);
    if (text === '') continue;
    paragraphs.at(-1)?.push({
      ...{
        text,
        size: Number.parseFloat(style.fontSize) * scale,
        lang: parent.closest('[lang]')?.getAttribute('lang') ?? '',
      },
      colour: paintOf(style.color)?.colour ?? '000000',
      bold: Number(style.fontWeight) >= 600,
      italic: style.fontStyle === 'italic',
      face: (style.fontFamily.split(',')[0] ?? '').replace(/["']/g, '').trim(),
      href: parent.closest('a')?.href || undefined,
    });
  }
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
