import { SHEET } from '../../base/sheet.ts';
import type { Box, Piece, SlideSheet, TextPiece } from './piece.ts';

/**
 * Boxes of text as wide as they may be without reaching over each other: on the page the box of a title runs on
 * over what stands at its right, and nobody sees it; who moves a box there would take hold of the wrong one.
 */
export function setApart(sheet: SlideSheet): SlideSheet {
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
  const place = (piece: Piece): Piece =>
    isText(piece) ? { ...piece, box: boxes.get(piece) ?? piece.box } : piece;
  return { ...sheet, groups: sheet.groups.map((group) => ({ ...group, pieces: group.pieces.map(place) })) };
}

function isText(piece: Piece): piece is TextPiece {
  return piece.kind === 'text';
}

/** A box that ends with the sheet, where its letters do. */
function onSheet({ box, letters }: TextPiece): Box {
  return { ...box, width: Math.min(endOf(box), Math.max(SHEET.width, endOf(letters))) - box.x };
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
