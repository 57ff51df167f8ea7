import type { Drawing, DrawnSeries, Tone } from './drawing.ts';
import { pointOn } from './drawing.ts';

/** What a picture is made of, in px of the sheet from its corner, in the order in which it is painted. */
export type Shape =
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly tone: Tone;
      readonly fill?: number | undefined;
    }
  | {
      readonly kind: 'line';
      readonly points: readonly number[];
      readonly tone: Tone;
      readonly width: number;
      readonly dash?: readonly [number, number] | undefined;
      /** Share of its colour that fills it, where it is no line. */
      readonly fill?: number | undefined;
    }
  | {
      readonly kind: 'dot';
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly tone: Tone;
      readonly hollow: boolean;
    }
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly x: number;
      /** Middle of its line. */
      readonly y: number;
      readonly size: number;
      readonly weight: number;
      readonly tone: Tone;
    };

/** A chart as it is taken away. */
export interface Picture {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly family: string;
  readonly shapes: readonly Shape[];
}

/** Thickness of a ring's line. */
export const RING = 4;

/** The shapes of one canvas that stands at `left`, `top`. */
export function shapesOf(drawing: Drawing, left: number, top: number): readonly Shape[] {
  const strokes = (all: Drawing['over']): readonly Shape[] =>
    all.map(({ points, tone, width, dash, fill }) => ({
      kind: 'line',
      points: points.map((value, index) => value + (index % 2 === 0 ? left : top)),
      tone,
      width,
      dash,
      fill,
    }));
  const series = drawing.series.flatMap((one, nth) => seriesShapes(drawing, one, nth, left, top));
  return [...strokes(drawing.under), ...series, ...strokes(drawing.over)];
}

function seriesShapes(
  drawing: Drawing,
  series: DrawnSeries,
  nth: number,
  left: number,
  top: number,
): readonly Shape[] {
  const points = series.values.flatMap((value, index) => {
    if (value === null) return [];
    const { x, y } = pointOn(drawing, nth, series.from + index);
    return [{ index, x: x + left, y: y + top, tone: series.tones[index] ?? series.tone }];
  });
  const hollow = (index: number) => series.hollow.includes(index);
  if (series.as === 'columns' || series.as === 'bars')
    return points.flatMap(({ index, x, y, tone }) => {
      if (hollow(index)) return [];
      const half = series.size / 2;
      const base = pointOn(drawing, nth, series.from + index, series.lows?.[index] ?? 0);
      return series.as === 'bars'
        ? [
            {
              kind: 'box',
              ...span(base.x + left, x, 'x'),
              y: y - half,
              height: series.size,
              tone,
              fill: series.shade,
            } as const,
          ]
        : [
            {
              kind: 'box',
              ...span(base.y + top, y, 'y'),
              x: x - half,
              width: series.size,
              tone,
              fill: series.shade,
            } as const,
          ];
    });
  const isLine = series.as === 'line';
  const dots = points.flatMap(({ index, x, y, tone }): readonly Shape[] => {
    const radius = isLine ? (series.radii[index] ?? 0) : series.size;
    return radius === 0 ? [] : [{ kind: 'dot', x, y, radius, tone, hollow: hollow(index) }];
  });
  return isLine ? [...runs(points, series), ...dots] : dots;
}

function span(from: number, to: number, along: 'x'): { x: number; width: number };
function span(from: number, to: number, along: 'y'): { y: number; height: number };
function span(from: number, to: number, along: 'x' | 'y') {
  const [start, length] = [Math.min(from, to), Math.abs(to - from)];
  return along === 'x' ? { x: start, width: length } : { y: start, height: length };
}

/** A line in as many pieces as its gaps leave. */
function runs(
  points: readonly { readonly index: number; readonly x: number; readonly y: number }[],
  { tone, size, dash, passed = [] }: DrawnSeries,
): readonly Shape[] {
  const pieces: number[][] = [];
  const without = new Set(passed);
  let last: number | undefined;
  for (const { index, x, y } of points) {
    while (last !== undefined && without.has(last + 1)) last++;
    if (last !== undefined && last + 1 === index) pieces.at(-1)?.push(x, y);
    else pieces.push([x, y]);
    last = index;
  }
  return pieces
    .filter((piece) => piece.length > 2)
    .map((piece) => ({ kind: 'line', points: piece, tone, width: size, dash }));
}
