import type { Box, Group, Piece, TextPiece } from './piece.ts';

/** px by which the sides of a column may differ. */
const NEAR = 1;
/** How far below one text the next of its column stands at most, in lines of the next. */
const APART = 1.6;

/**
 * Paragraphs that stand one below another as one text: who writes into the first moves the others down, and where
 * another face makes them longer all are set smaller, not one of them.
 * @param groups all that stands on a sheet; of figures each word keeps its place
 */
export function joinTexts(groups: readonly Group[]): readonly Group[] {
  const around = groups.flatMap(({ pieces }) => pieces);
  return groups.map((group) =>
    group.name === '' ? { ...group, pieces: joined(group.pieces, around) } : group,
  );
}

function joined(pieces: readonly Piece[], around: readonly Piece[]): readonly Piece[] {
  const all: Piece[] = [];
  /** Pieces that are in the last one of all. */
  let parts: readonly Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    const others = around.filter((other) => other !== piece && !parts.includes(other));
    if (last?.kind === 'text' && piece.kind === 'text' && goesOn(last, piece, others)) {
      all[all.length - 1] = join(last, piece);
      parts = [...parts, piece];
    } else {
      all.push(piece);
      parts = [piece];
    }
  }
  return all;
}

function goesOn(one: TextPiece, other: TextPiece, around: readonly Piece[]): boolean {
  if (![one, other].every(isJoinable) || one.flow !== other.flow || one.isTold !== other.isTold) return false;
  const [first, second] = [one.box, other.box];
  const isColumn = Math.abs(first.x - second.x) <= NEAR && Math.abs(first.width - second.width) <= NEAR;
  const gap = gapBetween(first, second);
  const whole = { ...first, height: second.y + second.height - first.y };
  return (
    isColumn &&
    gap >= -NEAR &&
    gap <= (other.paragraphs[0]?.leading ?? 0) * APART &&
    !around.some(({ box }) => meet(box, whole) && !holds(box, whole))
  );
}

function isJoinable({ isTitle, isVertical, flow }: TextPiece): boolean {
  return !isTitle && !isVertical && flow !== undefined;
}

function join(one: TextPiece, other: TextPiece): TextPiece {
  const [next, ...rest] = other.paragraphs;
  if (!next) return one;
  const before = Math.max(0, gapBetween(one.box, other.box));
  return {
    ...one,
    box: around(one.box, other.box),
    letters: around(one.letters, other.letters),
    paragraphs: [...one.paragraphs, { ...next, before }, ...rest],
    isOneLine: false,
  };
}

function gapBetween(above: Box, below: Box): number {
  return below.y - above.y - above.height;
}

function around(one: Box, other: Box): Box {
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)];
  const right = Math.max(one.x + one.width, other.x + other.width);
  return { x, y, width: right - x, height: Math.max(one.y + one.height, other.y + other.height) - y };
}

function meet(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

/** Whether a box lies around another, as what is behind both of two texts does. */
function holds(outer: Box, inner: Box): boolean {
  return (
    outer.x <= inner.x + NEAR &&
    outer.y <= inner.y + NEAR &&
    outer.x + outer.width >= inner.x + inner.width - NEAR &&
    outer.y + outer.height >= inner.y + inner.height - NEAR
  );
}
