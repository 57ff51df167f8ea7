import type { Box, Paragraph, Piece } from './piece.ts';
import { blockOf, rectsOf, withOthers } from './read-blocks.ts';
import { markOf, paragraphsOf } from './read-paragraphs.ts';
import type { Reading } from './reading.ts';

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
    const style = getComputedStyle(outer);
    const rects = (texts.get(outer) ?? []).flatMap(rectsOf);
    const letters = around(
      rects,
      members.flatMap((member) => markOf(member)?.at ?? []),
    );
    const room = roomOf(outer, letters);
    const paragraphs = members.flatMap((member, index) =>
      paragraphsOf(member, reading, { left: room.left, before: members[index - 1] }),
    );
    const isOneLine = members.length === 1 && linesOf(outer, rects) <= 1;
    const height = Math.max(...rects.map((rect) => rect.height)) * reading.scale;
    const [box, leaded] = isOneLine
      ? [reading.place(room), paragraphs.map((one) => ({ ...one, leading: height }))]
      : [raise(reading.place(room), height, paragraphs[0]), paragraphs];
    return {
      ...{ kind: 'text', box, letters: reading.place(letters), paragraphs: leaded },
      isTitle: reading.title !== undefined && (outer === reading.title || reading.title.contains(outer)),
      isTold: outer.closest('[aria-hidden="true"]') === null,
      isVertical: style.writingMode.startsWith('vertical'),
      isOneLine,
    };
  });
}

/** What letters take, and bullets or numbers at their left. */
function around(rects: readonly DOMRect[], marks: readonly number[]): DOMRect {
  const [left, top] = [
    Math.min(...marks, ...rects.map((rect) => rect.left)),
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

/** A box whose first line has all the room of its leading above its letters, where programs for slides put it. */
function raise(box: Box, height: number, paragraph: Paragraph | undefined): Box {
  const above = (paragraph?.leading ?? height) - height;
  return { ...box, y: box.y - above, height: box.height + above };
}

function linesOf(block: HTMLElement, rects: readonly DOMRect[]): number {
  const size = Number.parseFloat(getComputedStyle(block).fontSize) * block.currentCSSZoom;
  const tops: number[] = [];
  for (const { top } of rects) if (!tops.some((one) => Math.abs(one - top) < size * 0.6)) tops.push(top);
  return tops.length;
}
