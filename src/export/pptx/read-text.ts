import type { Piece, TablePiece } from './piece.ts';
import { paragraphsOf } from './read-paragraphs.ts';
import type { Reading } from './reading.ts';

/** A table with the widths its columns have on the screen. */
export function readTable(table: HTMLTableElement, { place, scale }: Reading): TablePiece {
  const rows = [...table.rows].map((row) => ({
    height: row.getBoundingClientRect().height * scale,
    cells: [...row.cells].map((cell) => ({
      paragraphs: paragraphsOf(cell, scale),
      isHead: cell.tagName === 'TH' && cell.closest('thead') !== null,
      span: cell.colSpan,
    })),
  }));
  const widest = [...table.rows].reduce<HTMLTableRowElement | undefined>(
    (best, row) => (!best || row.cells.length > best.cells.length ? row : best),
    undefined,
  );
  const columns = [...(widest?.cells ?? [])].map((cell) => cell.getBoundingClientRect().width * scale);
  const caption = table.caption?.textContent?.trim() ?? '';
  return { kind: 'table', box: place(table.getBoundingClientRect()), caption, columns, rows };
}

/** Text by the blocks it stands in; the entries of a list together. */
export function readTexts(
  root: HTMLElement,
  reading: Reading,
  isOurs: (element: Element) => boolean,
): Piece[] {
  const blocks = new Map<HTMLElement, HTMLElement[]>();
  const texts = new Map<HTMLElement, Node[]>();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (
      !parent ||
      node.textContent?.trim() === '' ||
      parent.closest('table, math, svg title, svg desc, script, style, button')
    )
      continue;
    if (!isOurs(parent)) continue;
    const block = blockOf(parent, root);
    const outer = withOthers(block, root);
    const members = blocks.get(outer) ?? [];
    if (!members.includes(block)) members.push(block);
    blocks.set(outer, members);
    texts.set(outer, [...(texts.get(outer) ?? []), node]);
  }
  return [...blocks].map(([outer, members]): Piece => {
    const paragraphs = members.flatMap((member, index) =>
      paragraphsOf(member, reading.scale, members[index - 1]),
    );
    const style = getComputedStyle(outer);
    const rects = (texts.get(outer) ?? []).flatMap(rectsOf);
    const letters = around(rects);
    const box = reading.place(roomOf(outer, letters));
    return {
      ...{ kind: 'text', box, letters: reading.place(letters), paragraphs },
      isTitle: reading.title !== undefined && (outer === reading.title || reading.title.contains(outer)),
      isTold: outer.closest('[aria-hidden="true"]') === null,
      isVertical: style.writingMode.startsWith('vertical'),
      isOneLine: members.length === 1 && linesOf(outer, rects) <= 1,
    };
  });
}

/** What a block's text stands together with: its list, or the entries of its list in the same column. */
function withOthers(block: HTMLElement, root: HTMLElement): HTMLElement {
  const entry = entryOf(block);
  const list = entry?.parentElement;
  if (!entry || !list || !root.contains(list)) return block;
  if (isPlainList(list)) return outermost(list, root);
  const left = entry.getBoundingClientRect().left;
  if (!isLine(entry)) return block;
  let first = entry;
  for (
    let before = block.previousElementSibling;
    before instanceof HTMLElement && isLine(before) && before.getBoundingClientRect().left === left;
    before = before.previousElementSibling
  )
    first = before;
  return first;
}

/** The entry of a list that a block is one of the lines of: itself, or what it stands in. */
function entryOf(block: HTMLElement): HTMLElement | undefined {
  let one: HTMLElement | null = block;
  while (one && one.tagName !== 'LI' && isLine(one)) one = one.parentElement;
  return one?.tagName === 'LI' ? one : undefined;
}

function isLine(entry: Element): boolean {
  const { position, display } = getComputedStyle(entry);
  // Relative ones stand where they would, and hold what is set beside them.
  return /^(static|relative)$/.test(position) && (display === 'list-item' || display === 'block');
}

/** Lists whose entries are lines of text one below another. */
function isPlainList(list: HTMLElement): boolean {
  const [first] = list.children;
  const left = first?.getBoundingClientRect().left;
  return (
    [...list.children].every((entry) => entry.getBoundingClientRect().left === left && isLine(entry)) &&
    getComputedStyle(list).display === 'block'
  );
}

function outermost(list: HTMLElement, root: HTMLElement): HTMLElement {
  const above = list.parentElement?.closest<HTMLElement>('ul, ol');
  return above && root.contains(above) && isPlainList(above) ? outermost(above, root) : list;
}

function blockOf(element: HTMLElement, root: HTMLElement): HTMLElement {
  let block = element;
  while (
    block !== root &&
    block.parentElement &&
    /^(inline|contents|ruby)/.test(getComputedStyle(block).display)
  )
    block = block.parentElement;
  return block;
}

function rectsOf(text: Node): readonly DOMRect[] {
  const range = document.createRange();
  range.selectNodeContents(text);
  return [...range.getClientRects()];
}

function around(rects: readonly DOMRect[]): DOMRect {
  const [left, top] = [
    Math.min(...rects.map((rect) => rect.left)),
    Math.min(...rects.map((rect) => rect.top)),
  ];
  const right = Math.max(...rects.map((rect) => rect.right));
  return new DOMRect(left, top, right - left, Math.max(...rects.map((rect) => rect.bottom)) - top);
}

/** The room its text has: as wide as the block, as high as its own letters. */
function roomOf(outer: HTMLElement, letters: DOMRect): DOMRect {
  const whole = outer.getBoundingClientRect();
  const left = Math.min(whole.left, letters.left);
  return new DOMRect(left, letters.top, Math.max(whole.right, letters.right) - left, letters.height);
}

function linesOf(block: HTMLElement, rects: readonly DOMRect[]): number {
  const size = Number.parseFloat(getComputedStyle(block).fontSize);
  const tops: number[] = [];
  for (const { top } of rects) if (!tops.some((one) => Math.abs(one - top) < size * 0.6)) tops.push(top);
  return tops.length;
}
