import type { Measure } from '../../../fonts/faces.ts';
import { drawFlags, drawPoints, drawStem } from './lane-points.ts';
import type { PlacedLane } from './lanes.ts';
import { isOnOther } from './mark-boxes.ts';
import type { LaneBar, LaneSpan } from './marks.ts';
import type { Shape, Word } from './placed.ts';
import { drawStrip } from './strip-shapes.ts';
import { toneAt, type View } from './view.ts';

/** The drawing of one lane, and the words beside it that are no event's label. */
export interface DrawnLane {
  readonly shapes: readonly Shape[];
  readonly counts: readonly Word[];
}

/** Clear of a dotted line's ends. */
const DOTTED_GAP = 12;
/** Stripes of an end that is only about known, and of a hatch. */
const STRIPE = 3;
const HATCH = 9;

/** Spans, bars (light ones first), then the points on them, later ones on top. */
export function drawLane(lane: PlacedLane, view: View, measure: Measure): DrawnLane {
  const { marks } = lane;
  const bars = [
    ...marks.bars.filter(({ weight }) => weight === 'light'),
    ...marks.bars.filter(({ weight }) => weight === 'heavy'),
  ];
  const points = drawPoints(lane, view, measure);
  const draw = (bar: LaneBar): Shape => ({
    kind: 'mark',
    event: bar.event.id,
    shapes: drawBar(bar, bars, lane, view, measure),
  });
  return {
    shapes: [
      ...marks.spans.flatMap((span) => drawSpan(span, lane, view)),
      ...bars.map(draw),
      ...(marks.crowded ? bars.map((bar) => drawEnds(bar, lane, view)) : []),
      ...marks.strips.map((strip) => drawStrip(strip, lane.y, view)),
      ...drawFlags(lane, view),
      ...points.shapes,
    ],
    counts: points.counts,
  };
}

/** A rectangle, in two where it crosses the fold: what is right of it is the accent's. */
function acrossFold(
  view: View,
  rect: { readonly x0: number; readonly x1: number; readonly y: number; readonly height: number },
): readonly Shape[] {
  const { x0, x1, y, height } = rect;
  const cut =
    view.foldX !== undefined && x0 < view.foldX && x1 > view.foldX ? [x0, view.foldX, x1] : [x0, x1];
  return cut.slice(1).map((to, index) => {
    const x = cut[index] ?? x0;
    return { kind: 'rect', role: 'bar', tone: toneAt(view, (x + to) / 2), x, y, width: to - x, height };
  });
}

function drawBar(
  bar: LaneBar,
  bars: readonly LaneBar[],
  lane: PlacedLane,
  view: View,
  measure: Measure,
): readonly Shape[] {
  const { y: middle, measures } = lane;
  const height = bar.weight === 'heavy' ? measures.bar : measures.light;
  const y = middle - height / 2;
  const stripes: Shape[] = [];
  for (let x = bar.sureTo; x + STRIPE < bar.x1 - 0.5; x += 2 * STRIPE)
    stripes.push(...acrossFold(view, { x0: x + STRIPE, x1: Math.min(x + 2 * STRIPE, bar.x1), y, height }));
  const slot = (x: number, from = y): Shape => drawSlot(x, from, y + height, view);
  const signed = bar.signed;
  const abuts = bars.some(
    (other) => other !== bar && other.weight === bar.weight && Math.abs(other.x1 - bar.x0) < 3,
  );
  return [
    ...acrossFold(view, { x0: bar.x0, x1: bar.sureTo, y, height }),
    ...stripes,
    ...(abuts ? [slot(bar.x0)] : []),
    ...bar.slots.map((x) => slot(x)),
    ...bar.notches.map((x) => slot(x, y + height * 0.7)),
    ...(signed === undefined ? [] : drawSigned(signed, bar, bars, lane, view, measure)),
  ];
}

/** A cut through a bar. */
function drawSlot(x: number, from: number, to: number, view: View): Shape {
  const tone = toneAt(view, x);
  return { kind: 'rect', role: 'slot', tone, x: x - 1.25, y: from - 0.5, width: 2.5, height: to - from + 1 };
}

/** Where bars lie on each other, cuts show where each begins and ends. */
function drawEnds({ event, weight, x0, x1 }: LaneBar, { y, measures }: PlacedLane, view: View): Shape {
  const half = (weight === 'heavy' ? measures.bar : measures.light) / 2;
  const shapes = [x0, x1].map((x) => drawSlot(x, y - half, y + half, view));
  return { kind: 'mark', event: event.id, shapes };
}

/** A signature before its bar: a line that leads to it, or a stem on the bar it is followed by. */
function drawSigned(
  x: number,
  bar: LaneBar,
  bars: readonly LaneBar[],
  lane: PlacedLane,
  view: View,
  measure: Measure,
): readonly Shape[] {
  if (isOnOther(bar, x, bars)) return [drawStem(x, bar.event.id, lane, view, measure)];
  const { y, measures } = lane;
  const line = { kind: 'line', role: 'stem', tone: toneAt(view, x) } as const;
  const half = measures.bar / 4;
  return [
    { ...line, x1: x, y1: y - half, x2: x, y2: y + half },
    { ...line, x1: x, y1: y, x2: bar.x0, y2: y },
  ];
}

function drawSpan({ span, x0, x1 }: LaneSpan, { y, measures }: PlacedLane, view: View): readonly Shape[] {
  if (span.style === 'dotted') {
    const ends = { x1: x0 + DOTTED_GAP, x2: x1 - DOTTED_GAP };
    return ends.x2 > ends.x1 ? [{ kind: 'line', role: 'dotted', tone: 'past', ...ends, y1: y, y2: y }] : [];
  }
  const box = { x: x0, y: y - measures.bar / 2, width: x1 - x0, height: measures.bar };
  return [
    { kind: 'path', role: 'hatch', tone: toneAt(view, x0), d: hatch(box) },
    { kind: 'rect', role: 'hatch-edge', tone: toneAt(view, x0), ...box },
  ];
}

/** Lines at 45° cut to a box: a pattern would become a bitmap in a PDF. */
function hatch({
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
    lines.push(`M${round2(fromX)} ${round2(fromY)}L${round2(toX)} ${round2(toY)}`);
  }
  return lines.join('');
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}
