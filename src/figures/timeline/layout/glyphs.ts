import { round } from '../../../base/sheet.ts';
import type { BarShape, MarkShape } from '../model/model.ts';
import { CLOSER_ONLY } from './closer-only.ts';
import { DOT } from './marks.ts';
import { circle, line, path, rect, type Shape } from './placed.ts';

/** Stroke of a ring; its radius is to the middle of the stroke. */
const RING = 4;
/** Half a square's side, half a diamond's height and half a tick's width, as shares of a dot's radius. */
const SQUARE = 0.86;
const DIAMOND = 1.22;
const TICK = 0.27;
/** Of a dashed bar: a dash and the gap behind it. Between the lines of a hatch. */
const DASH = { length: 16, gap: 6 };
const HATCH = 9;

/** A point in the shape its author gave its kind. A soft one, whose date is not sure, is dotted around. */
export function drawMark(
  shape: MarkShape,
  x: number,
  y: number,
  size: number,
  soft = false,
): readonly Shape[] {
  const r = DOT * size;
  if (!soft) return [solid(shape, x, y, r)];
  return [circle('soft', x, y, r - 1), solid(shape, x, y, r * 0.6, RING / 2)];
}

function solid(shape: MarkShape, x: number, y: number, r: number, stroke = RING): Shape {
  if (shape === 'dot') return circle('dot', x, y, r);
  if (shape === 'ring') return circle('ring', x, y, r - stroke / 2 + 0.5);
  return path('point', outline(shape, x, y, r));
}

function outline(shape: 'square' | 'diamond' | 'tick', x: number, y: number, r: number): string {
  const n = round;
  if (shape === 'diamond') {
    const d = r * DIAMOND;
    return `M${n(x - d)} ${n(y)}L${n(x)} ${n(y - d)}L${n(x + d)} ${n(y)}L${n(x)} ${n(y + d)}z`;
  }
  const [half, high] = shape === 'square' ? [r * SQUARE, r * SQUARE] : [r * TICK, r * DIAMOND];
  return `M${n(x - half)} ${n(y - high)}h${n(2 * half)}v${n(2 * high)}h${n(-2 * half)}z`;
}

export interface BarBox {
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly height: number;
}

/** A bar, or a piece of one, in the shape its author gave its kind. */
export function drawBlock(shape: BarShape, box: BarBox): readonly Shape[] {
  const { x0, x1, y, height } = box;
  const width = x1 - x0;
  if (shape === 'heavy' || shape === 'light') return [rect('bar', x0, y, width, height)];
  if (shape === 'hatched') return drawHatch(box);
  if (shape === 'outline')
    return [rect('outline', x0 + 1.5, y + 1.5, Math.max(0, width - 3), Math.max(0, height - 3))];
  const step = DASH.length + DASH.gap;
  return Array.from({ length: Math.ceil(width / step) }, (_, index): Shape => {
    const x = x0 + index * step;
    return rect('bar', x, y, Math.min(DASH.length, x1 - x), height);
  });
}

/** Lines at 45° cut to a box: a pattern would become a bitmap in a PDF. */
export function drawHatch({ x0: x, x1, y, height }: BarBox): readonly Shape[] {
  const width = x1 - x;
  const lines: string[] = [];
  for (let at = HATCH; at < width + height; at += HATCH) {
    const [right, down] = [Math.min(at, width), Math.max(0, at - width)];
    const long = round(Math.min(at, height) - down);
    lines.push(`M${round(x + right)} ${round(y + down)}l${-long} ${long}`);
  }
  return [path('hatch', lines.join('')), rect('hatch-edge', x, y, width, height)];
}

/** How many steps an end fades in. */
const STEPS = [1, 2, 3, 4, 5] as const;

/** An end that is not sure, from its last sure px to where it ends: it fades on a screen; on paper a bracket holds it. */
export function drawSoftEnd(
  sure: number,
  end: number,
  { y, height }: BarBox,
  dotted: boolean,
): readonly Shape[] {
  const step = (end - sure) / STEPS.length;
  const fades = STEPS.map((nth): Shape => {
    const from = sure + (nth - 1) * step;
    return rect(`fade-${nth}`, Math.min(from, from + step), y, Math.abs(step), height);
  });
  return [
    ...fades,
    // A closer look is never on paper.
    ...(CLOSER_ONLY ? [] : [drawBracket(sure, end, y + 1.5, y + height - 1.5)]),
    ...(dotted ? [line('about', end, y, end, y + height)] : []),
  ];
}

function drawBracket(sure: number, end: number, top: number, bottom: number): Shape {
  return path('bracket', `M${round(sure)} ${round(top)}H${round(end)}V${round(bottom)}H${round(sure)}`);
}

/** A way to cut an end: from one edge of the bar, -1 above or 1 below, to another; 0 is its middle. */
type Cut = readonly [from: number, to: number];

/** Cuts a bar's end, `inwards` px deep. */
export function cutEnd(end: number, inwards: number, cuts: readonly Cut[], { y, height }: BarBox): Shape {
  const half = height / 2 + 0.5;
  const corners = cuts.map(([from, to]) => {
    const down = round((to - from) * half);
    return `M${round(end + inwards)} ${round(y + height / 2 + from * half)}l${round(-inwards)} ${down}v${-down}z`;
  });
  return path('slot', corners.join(''));
}
