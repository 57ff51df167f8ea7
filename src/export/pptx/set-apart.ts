import { SHEET } from '../../base/sheet.ts';
import type { Box, Group, Piece, SlideSheet, TextPiece } from './piece.ts';
import { WIDER } from './share-room.ts';

/**
 * Boxes of text as wide and as high as they may be without reaching over each other: on the page the box of a title runs on
 * over what stands at its right, and nobody sees it; who moves a box there would take hold of the wrong one.
 */
export function setApart(read: SlideSheet): SlideSheet {
  const sheet = { ...read, groups: read.groups.map(anchor) };
  const texts = sheet.groups.flatMap(({ pieces }) => pieces.filter(isText));
  const boxes = new Map<Piece, Box>(texts.map((text) => [text, onSheet(text)]));
  for (const [at, one] of texts.entries())
    for (const other of texts.slice(at + 1)) {
      const [left, right] = one.letters.x <= other.letters.x ? [one, other] : [other, one];
      const [leftBox, rightBox] = [boxes.get(left) ?? left.box, boxes.get(right) ?? right.box];
      if (!meet(leftBox, rightBox) || endOf(left.letters) > right.letters.x) continue;
      const border = Math.min(Math.max(rightBox.x, endOf(left.letters)), right.letters.x);
      boxes.set(left, cut(leftBox, left, { right: endOf(leftBox) - border }));
      boxes.set(right, cut(rightBox, right, { left: border - rightBox.x }));
    }
  // What flows on the slide itself breaks in a face in which it would run over its block, and over the slide's edge.
  const flowing = sheet.groups.flatMap(({ name, pieces }) => (name === '' ? pieces.filter(isText) : []));
  const breaking = new Set(flowing.filter((text) => mayBreak(text, boxes.get(text) ?? text.box)));
  for (const text of texts) boxes.set(text, grown(text, boxes, sheet, breaking.has(text)));
  const place = (piece: Piece): Piece =>
    isText(piece)
      ? {
          ...placed(piece, boxes.get(piece) ?? piece.box),
          isOneLine: piece.isOneLine && !breaking.has(piece),
        }
      : piece;
  return { ...sheet, groups: sheet.groups.map((group) => ({ ...group, pieces: group.pieces.map(place) })) };
}

/** Labels that end at a mark, or at the edge of their figure, end there in a wider face too. */
function anchor(group: Group): Group {
  const { box: whole, name, colours, pieces } = group;
  // A chart's own marks are no shapes: what its words stand beside is not known.
  if (name === '' || !whole || colours) return group;
  const around = pieces.filter(({ kind }) => kind === 'shape').map(({ box }) => box);
  // Names at the left of a figure begin there.
  const letters = pieces.flatMap((piece) => (isText(piece) ? [piece.letters] : []));
  const first = Math.min(...letters.map(({ x }) => x));
  // It ends where its longest lines and its last words do: it may reach over the fold.
  const lines = around.filter(({ width, height }) => width > SHEET.width / 3 && height < THIN);
  const edges = [endOf(whole), Math.max(...letters.map(endOf)), ...lines.map(endOf)];
  const isNear = (one: number, other: number) => Math.abs(one - other) <= NEAR;
  const anchored = (piece: Piece): Piece => {
    const [paragraph, ...more] = isText(piece) ? piece.paragraphs : [];
    if (!isText(piece) || !piece.isOneLine || piece.isVertical || !paragraph || more.length > 0) return piece;
    if (paragraph.align !== 'left' || paragraph.rtl) return piece;
    const { letters } = piece;
    const middle = letters.y + letters.height / 2;
    const beside = around.filter(({ y, height }) => y <= middle && middle <= y + height);
    const isAtEdge = edges.some((edge) => isNear(endOf(letters), edge));
    const isAtEnd = beside.some(({ x }) => x > middleOf(letters) && isNear(endOf(letters), x));
    const isAtStart = beside.some((box) => isNear(endOf(box), letters.x));
    if (isNear(letters.x, first) || isAtStart || !(isAtEdge || isAtEnd)) return piece;
    return { ...piece, box: letters, paragraphs: [{ ...paragraph, align: 'right', margin: 0 }] };
  };
  return { ...group, pieces: pieces.map(anchored) };
}

/** px between a label and its mark. */
const NEAR = 24;
/** px that no line of a drawing is thick. */
const THIN = 4;

function middleOf({ x, width }: Box): number {
  return x + width / 2;
}

function isText(piece: Piece): piece is TextPiece {
  return piece.kind === 'text';
}

/**
 * A box with the room that is free below it, so much that another face, whose lines break elsewhere, has a line or
 * half as many more.
 */
function grown(
  text: TextPiece,
  boxes: ReadonlyMap<Piece, Box>,
  { groups }: SlideSheet,
  breaks: boolean,
): Box {
  const box = boxes.get(text) ?? text.box;
  const bottom = box.y + box.height;
  if ((text.isOneLine && !breaks) || text.isVertical) return box;
  const most = bottom + Math.max(box.height / 2, text.paragraphs[0]?.leading ?? 0);
  const below = groups
    .flatMap(({ pieces }) => pieces)
    .filter((piece) => piece !== text && piece.kind !== 'shape')
    .map((piece) => boxes.get(piece) ?? piece.box)
    .filter(
      // What begins above its middle lies behind it.
      ({ x, y, width, height }) =>
        x < endOf(box) && box.x < x + width && y > box.y + box.height / 2 && y + height > bottom,
    )
    .map(({ y }) => y - GAP);
  return { ...box, height: Math.max(bottom, Math.min(most, SHEET.height - GAP, ...below)) - box.y };
}

/** What a box has more than its letters take, so that the deck's own face never breaks in it. */
const SPARE = 1.02;

function mayBreak({ isOneLine, isTitle, isVertical, flow, letters }: TextPiece, { width }: Box): boolean {
  if (!isOneLine || isTitle || isVertical || flow === undefined) return false;
  return width > letters.width * SPARE && width < letters.width * WIDER;
}

/** px that stay free between a box and what is below it. */
const GAP = 8;

/** A text in another box, its words where they were. */
function placed(text: TextPiece, box: Box): TextPiece {
  const less = box.x - text.box.x;
  const paragraphs = text.paragraphs.map((one) => ({ ...one, margin: Math.max(0, one.margin - less) }));
  return { ...text, box, paragraphs };
}

/** A box that begins and ends with the sheet, where its letters do. */
function onSheet({ box, letters }: TextPiece): Box {
  const x = Math.max(box.x, Math.min(0, letters.x));
  return { ...box, x, width: Math.min(endOf(box), Math.max(SHEET.width, endOf(letters))) - x };
}

function endOf({ x, width }: Box): number {
  return x + width;
}

function meet(one: Box, other: Box): boolean {
  const isBeside = endOf(one) <= other.x || endOf(other) <= one.x;
  return !isBeside && one.y < other.y + other.height && other.y < one.y + one.height;
}

/** A box with so many px less at a side; centred text loses them at both, so that it stays where it is. */
function cut(
  box: Box,
  { paragraphs }: TextPiece,
  less: { readonly left?: number; readonly right?: number },
): Box {
  const [left, right] = [Math.max(0, less.left ?? 0), Math.max(0, less.right ?? 0)];
  const most = Math.max(left, right);
  const [before, after] = paragraphs[0]?.align === 'center' ? [most, most] : [left, right];
  return { ...box, x: box.x + before, width: box.width - before - after };
}
