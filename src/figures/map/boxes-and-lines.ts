/** Px of the sheet. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export type Line = readonly [x1: number, y1: number, x2: number, y2: number];

interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export function clamp(value: number, from: number, to: number): number {
  return Math.min(to, Math.max(from, value));
}

export function meets(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** From the edge of a disc to a box, px; less than 0 where they meet. */
export function gapTo({ left, right, top, bottom }: Box, { x, y, radius }: Disc): number {
  return Math.hypot(x - clamp(x, left, right), y - clamp(y, top, bottom)) - radius;
}

/** From the edge of a disc to a line, px; less than 0 where they meet. */
export function gapToLine([x1, y1, x2, y2]: Line, { x, y, radius }: Disc): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const part = clamp(((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1), 0, 1);
  return Math.hypot(x - x1 - dx * part, y - y1 - dy * part) - radius;
}

/** Whether a line runs through a box, looked at in 16 points: names are higher than those lie apart. */
export function runsThrough([x1, y1, x2, y2]: Line, { left, right, top, bottom }: Box): boolean {
  for (let step = 0; step < 16; step++) {
    const x = x1 + ((x2 - x1) * step) / 15;
    const y = y1 + ((y2 - y1) * step) / 15;
    if (x > left && x < right && y > top && y < bottom) return true;
  }
  return false;
}

export function cross([ax, ay, bx, by]: Line, [cx, cy, dx, dy]: Line): boolean {
  const side = (x1: number, y1: number, x2: number, y2: number, x: number, y: number) =>
    (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1) > 0;
  return (
    side(ax, ay, bx, by, cx, cy) !== side(ax, ay, bx, by, dx, dy) &&
    side(cx, cy, dx, dy, ax, ay) !== side(cx, cy, dx, dy, bx, by)
  );
}
