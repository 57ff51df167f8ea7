import { round } from '../../../base/sheet.ts';
import type { BarShape, MarkShape } from '../model/model.ts';
import { DOT } from './marks.ts';
import type { Shape, Tone } from './placed.ts';

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
  tone: Tone,
  soft = false,
): readonly Shape[] {
  const r = DOT * size;
  if (!soft) return [solid(shape, x, y, r, tone)];
  return [
    { kind: 'circle', role: 'soft', tone, cx: x, cy: y, r: r - 1 },
    solid(shape, x, y, r * 0.6, tone, RING / 2),
  ];
}

function solid(shape: MarkShape, x: number, y: number, r: number, tone: Tone, stroke = RING): Shape {
  if (shape === 'dot') return { kind: 'circle', role: 'dot', tone, cx: x, cy: y, r };
  if (shape === 'ring') return { kind: 'circle', role: 'ring', tone, cx: x, cy: y, r: r - stroke / 2 + 0.5 };
  return { kind: 'path', role: 'point', tone, d: outline(shape, x, y, r) };
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
export function drawBlock(shape: BarShape, { x0, x1, y, height }: BarBox, tone: Tone): readonly Shape[] {
  const box = { x: x0, y, width: x1 - x0, height };
  if (shape === 'heavy' || shape === 'light') return [{ kind: 'rect', role: 'bar', tone, ...box }];
  if (shape === 'hatched')
    return [
      { kind: 'path', role: 'hatch', tone, d: hatch(box) },
      { kind: 'rect', role: 'hatch-edge', tone, ...box },
    ];
  if (shape === 'outline') {
    const inner = {
      x: x0 + 1.5,
      y: y + 1.5,
      width: Math.max(0, x1 - x0 - 3),
      height: Math.max(0, height - 3),
    };
    return [{ kind: 'rect', role: 'outline', tone, ...inner }];
  }
  const step = DASH.length + DASH.gap;
  return Array.from({ length: Math.ceil((x1 - x0) / step) }, (_, index): Shape => {
    const x = x0 + index * step;
    return { kind: 'rect', role: 'bar', tone, x, y, width: Math.min(DASH.length, x1 - x), height };
  });
}

/** Lines at 45° cut to a box: a pattern would become a bitmap in a PDF. */
export function hatch({
  x,
  y,
  width,
  height,
}: {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}): string {
  const lines: string[] = [];
  for (let at = HATCH; at < width + height; at += HATCH) {
    const [fromX, fromY] = at <= width ? [x + at, y] : [x + width, y + at - width];
    const [toX, toY] = at <= height ? [x, y + at] : [x + at - height, y + height];
    lines.push(`M${round(fromX)} ${round(fromY)}L${round(toX)} ${round(toY)}`);
  }
  return lines.join('');
}

/** How many steps an end fades in. */
const STEPS = [1, 2, 3, 4, 5] as const;

/** An end that is not sure, from its last sure px to where it ends: it fades on a screen; on paper a bracket is open to it. */
export function drawSoftEnd(
  sure: number,
  end: number,
  { y, height }: BarBox,
  dotted: boolean,
  tone: Tone,
): readonly Shape[] {
  const step = (end - sure) / STEPS.length;
  const fades = STEPS.map((nth): Shape => {
    const from = sure + (nth - 1) * step;
    return {
      kind: 'rect',
      role: `fade-${nth}`,
      tone,
      x: Math.min(from, from + step),
      y,
      width: Math.abs(step),
      height,
    };
  });
  const back = Math.sign(end - sure) * 7;
  const n = round;
  const bracket = `M${n(end - back)} ${n(y)}H${n(end)}V${n(y + height)}H${n(end - back)}`;
  const edge: Shape = { kind: 'line', role: 'about', tone, x1: end, y1: y, x2: end, y2: y + height };
  return [...fades, { kind: 'path', role: 'bracket', tone, d: bracket }, ...(dotted ? [edge] : [])];
}

/** An end that is not known or has not come: the bar is pointed there. */
export function drawArrow(end: number, inwards: number, { y, height }: BarBox, tone: Tone): Shape {
  const [n, from, middle] = [round, end + inwards, y + height / 2];
  const cut = (edge: number): string => `M${n(from)} ${n(edge)}L${n(end)} ${n(middle)}V${n(edge)}z`;
  return { kind: 'path', role: 'slot', tone, d: `${cut(y - 0.5)}${cut(y + height + 0.5)}` };
}
