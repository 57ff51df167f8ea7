/** Px kept free around a name. */
const GAP = 4;
/** Px to the symbol of another place in its row, and from above or below its own: nearer, it is taken for that one's. */
const APART = 9;

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A symbol as drawn, px. */
export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** A name as it stands, and the symbol it belongs to; a sea has none, and stays where it is. */
export interface Name {
  readonly box: Box;
  readonly mark: Mark | undefined;
}

/** How far a name is moved, px. */
export type Shift = readonly [dx: number, dy: number];

/**
 * Names keep a size that can be read while their map shrinks: each stays where it was set, or goes to another side of
 * its symbol, so that it meets no name before it, keeps off the symbols of others, and stands within the map.
 * @param names what matters most first
 * @returns for each how far it is moved; undefined where no side has room
 */
export function placeNames(
  names: readonly Name[],
  marks: readonly Mark[],
  frame: Box,
): readonly (Shift | undefined)[] {
  const kept: Box[] = [];
  return names.map((name) => {
    const shift = shiftsOf(name).find((by) => {
      const box = moved(name.box, by);
      return (
        isWithin(box, frame) &&
        !marks.some((mark) => gapTo(box, mark) < leastGap(box, mark, name.mark)) &&
        !kept.some((other) => meet(box, other))
      );
    });
    if (shift) kept.push(moved(name.box, shift));
    return shift;
  });
}

/** Where a name may stand: as it is; right, left, above, below; in the corners. */
function shiftsOf({ box, mark }: Name): readonly Shift[] {
  if (!mark) return [[0, 0]];
  const [wide, high] = [box.right - box.left, box.bottom - box.top];
  const off = mark.radius + GAP + 1;
  const across = { left: mark.x - off - wide, middle: mark.x - wide / 2, right: mark.x + off };
  const down = { above: mark.y - off - high, middle: mark.y - high / 2, below: mark.y + off };
  const corners: readonly Shift[] = [
    [across.right, down.middle],
    [across.left, down.middle],
    [across.middle, down.above],
    [across.middle, down.below],
    [mark.x, down.above],
    [mark.x, down.below],
    [mark.x - wide, down.above],
    [mark.x - wide, down.below],
  ];
  return [[0, 0], ...corners.map(([left, top]): Shift => [left - box.left, top - box.top])];
}

function moved({ left, top, right, bottom }: Box, [dx, dy]: Shift): Box {
  return { left: left + dx, top: top + dy, right: right + dx, bottom: bottom + dy };
}

function isWithin(box: Box, frame: Box): boolean {
  return (
    box.left >= frame.left - 1 &&
    box.right <= frame.right + 1 &&
    box.top >= frame.top - 1 &&
    box.bottom <= frame.bottom + 1
  );
}

function leastGap(box: Box, mark: Mark, own: Mark | undefined): number {
  const isInRow = ({ y }: Mark) => y > box.top && y < box.bottom;
  return mark === own || (own && isInRow(own) && !isInRow(mark)) ? GAP : APART;
}

function gapTo({ left, top, right, bottom }: Box, { x, y, radius }: Mark): number {
  const [dx, dy] = [Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom)];
  return Math.hypot(dx, dy) - radius;
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right + GAP && b.left < a.right + GAP && a.top < b.bottom && b.top < a.bottom;
}
