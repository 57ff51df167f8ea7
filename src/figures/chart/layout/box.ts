/** A rectangle in px of the sheet. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Whether two boxes come nearer to each other than `clearance` px. */
export function meet(a: Box, b: Box, clearance: number): boolean {
  return (
    a.x < b.x + b.width + clearance &&
    b.x < a.x + a.width + clearance &&
    a.y < b.y + b.height + clearance &&
    b.y < a.y + a.height + clearance
  );
}

/** Whether a box lies wholly inside another, to half a px: sums of fractions do not come out even. */
export function within(inner: Box, outer: Box): boolean {
  return (
    inner.x > outer.x - 0.5 &&
    inner.y > outer.y - 0.5 &&
    inner.x + inner.width < outer.x + outer.width + 0.5 &&
    inner.y + inner.height < outer.y + outer.height + 0.5
  );
}

/** Boxes along a straight line, short enough that a slanting one takes no room beside itself. */
export function alongLine(x1: number, y1: number, x2: number, y2: number, width: number): readonly Box[] {
  const steps = Math.max(1, Math.ceil(Math.min(Math.abs(x2 - x1), Math.abs(y2 - y1)) / 6));
  return Array.from({ length: steps }, (_, step) => {
    const [from, to] = [step / steps, (step + 1) / steps];
    const [xs, ys] = [
      [x1 + (x2 - x1) * from, x1 + (x2 - x1) * to],
      [y1 + (y2 - y1) * from, y1 + (y2 - y1) * to],
    ];
    return {
      x: Math.min(...xs) - width / 2,
      y: Math.min(...ys) - width / 2,
      width: Math.abs((x2 - x1) / steps) + width,
      height: Math.abs((y2 - y1) / steps) + width,
    };
  });
}
