import type { Box, Paragraph, TextPiece } from './piece.ts';
import { blockOf, rectsOf, withOthers } from './read-blocks.ts';
import { markOf, paragraphsOf } from './read-paragraphs.ts';
import type { Reading } from './reading.ts';

/** Text by the blocks it stands in; the entries of a list together. */
export function readTexts(
  root: HTMLElement,
  reading: Reading,
  isOurs: (element: Element) => boolean,
): readonly TextPiece[] {
  const blocks = new Map<HTMLElement, HTMLElement[]>();
  const texts = new Map<HTMLElement, Node[]>();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (
      !parent ||
      node.textContent?.trim() === '' ||
      parent.closest('table, math, svg title, svg desc, script, style, figure button')
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
  const parents = [...new Set([...blocks.keys()].map(({ parentElement }) => parentElement))];
  const read = [...blocks].map(([outer, members]): Read => {
    const style = getComputedStyle(outer);
    const rects = (texts.get(outer) ?? []).flatMap(rectsOf);
    const letters = around(
      rects,
      members.flatMap((member) => markOf(member)?.at ?? []),
    );
    const isPlaced = style.position === 'absolute';
    const isVertical = style.writingMode.startsWith('vertical');
    // Words that run down begin at the right of their box: it is as narrow as they are.
    const room = isVertical ? letters : roomOf(outer, letters);
    const paragraphs = members.flatMap((member, index) =>
      paragraphsOf(member, reading, { left: room.left, right: room.right, before: members[index - 1] }),
    );
    const isOneLine = members.length === 1 && linesOf(outer, rects) <= 1;
    const height = Math.max(...rects.map((rect) => (isVertical ? rect.width : rect.height))) * reading.scale;
    const [box, leaded] = isOneLine
      ? [
          reading.place(room),
          paragraphs.map((one) => ({ ...one, leading: height, ...(isVertical && { margin: 0 }) })),
        ]
      : [raise(reading.place(room), height, paragraphs[0]), paragraphs];
    const piece: TextPiece = {
      ...{ kind: 'text', box, letters: reading.place(letters), paragraphs: leaded },
      isTitle: reading.title !== undefined && (outer === reading.title || reading.title.contains(outer)),
      isTold: outer.closest('[aria-hidden="true"]') === null,
      isVertical,
      isOneLine,
      ...(!isPlaced && { flow: parents.indexOf(outer.parentElement) }),
    };
    return { piece, parent: outer.parentElement, isPlaced };
  });
  return joined(read);
}

interface Read {
  readonly piece: TextPiece;
  readonly parent: Element | null;
  /** Whether it has a place of its own, and does not flow after what is before it. */
  readonly isPlaced: boolean;
}

/** Texts beside one another in one label as one: a wider face would write the first over the second. */
function joined(read: readonly Read[]): readonly TextPiece[] {
  const all: Read[] = [];
  for (const one of read) {
    const last = all.at(-1);
    if (
      last &&
      last.parent === one.parent &&
      (!one.isPlaced || isOtherTongue(last.piece, one.piece)) &&
      goOn(last.piece, one.piece)
    )
      all[all.length - 1] = { ...last, piece: join(last.piece, one.piece) };
    else all.push(one);
  }
  return all.map(({ piece }) => piece);
}

/** Of words that have places of their own only a name and what it is in another language are one label: years are not. */
function isOtherTongue(one: TextPiece, other: TextPiece): boolean {
  return one.paragraphs[0]?.runs[0]?.lang !== other.paragraphs[0]?.runs[0]?.lang;
}

/** Whether a text stands behind another on its line, no more than a blank's width or two away. */
function goOn(one: TextPiece, other: TextPiece): boolean {
  const [first, second] = [one.letters, other.letters];
  const gap = second.x - first.x - first.width;
  const apart = Math.abs(first.y + first.height / 2 - second.y - second.height / 2);
  const isLine = [one, other].every(
    ({ isOneLine, isVertical, paragraphs: [paragraph, ...more] }) =>
      isOneLine && !isVertical && more.length === 0 && paragraph?.align === 'left' && !paragraph.rtl,
  );
  return isLine && gap > 0 && gap < first.height && apart < first.height / 4;
}

function join(one: TextPiece, other: TextPiece): TextPiece {
  const [paragraph] = one.paragraphs;
  const [first] = other.paragraphs;
  if (!paragraph || !first) return one;
  const runs = first.runs.map((run, index) => (index === 0 ? { ...run, text: `\u2002${run.text}` } : run));
  return {
    ...one,
    ...{ box: reach(one.box, other.box), letters: reach(one.letters, other.letters) },
    paragraphs: [{ ...paragraph, runs: [...paragraph.runs, ...runs] }],
  };
}

function reach(one: Box, other: Box): Box {
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)];
  const right = Math.max(one.x + one.width, other.x + other.width);
  const bottom = Math.max(one.y + one.height, other.y + other.height);
  return { x, y, width: right - x, height: bottom - y };
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
