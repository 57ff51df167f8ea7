export type Point = [number, number];

/** The corners of each line of a path's `d`; undefined where it has a curve, or is not whole. */
export function readCorners(d: string): Point[][] | undefined {
  if (!/^\s*[Mm]/.test(d) || /[^MmLlHhVvZz\d\s.,eE+-]/.test(d)) return undefined;
  const lines: Point[][] = [];
  let at: Point = [0, 0];
  for (const [, letter = '', rest = ''] of d.matchAll(/([MmLlHhVvZz])([^MmLlHhVvZz]*)/g)) {
    const kind = letter.toUpperCase();
    const isRelative = kind !== letter;
    const numbers = (rest.match(NUMBER) ?? []).map(Number);
    const size = kind === 'M' || kind === 'L' ? 2 : 1;
    if (numbers.length % size !== 0) return undefined;
    if (kind === 'Z') {
      const line = lines.at(-1);
      const [start] = line ?? [];
      if (line && start) line.push(start);
      at = start ?? at;
    }
    for (let index = 0; index < numbers.length; index += size) {
      const [one = 0, other = 0] = numbers.slice(index);
      const [x, y] = isRelative ? at : [0, 0];
      const to: Point =
        kind === 'H' ? [x + one, at[1]] : kind === 'V' ? [at[0], y + one] : [x + one, y + other];
      if (kind === 'M' && index === 0) lines.push([to]);
      else lines.at(-1)?.push(to);
      at = to;
    }
  }
  return lines.filter((line) => line.length > 1);
}

const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/g;
