import type { Measure } from '../../../fonts/faces.ts';
import type { BarShape } from '../model/model.ts';
import { type BarBox, drawArrow, drawBlock, drawSoftEnd, hatch } from './glyphs.ts';
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
/** How far a pointed end is cut. */
const ARROW = 14;

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

/** A bar, in two where it crosses the fold: what is right of it is the accent's. */
function acrossFold(view: View, shape: BarShape, box: BarBox): readonly Shape[] {
  const { x0, x1 } = box;
  const cut =
    view.foldX !== undefined && x0 < view.foldX && x1 > view.foldX ? [x0, view.foldX, x1] : [x0, x1];
  return cut.slice(1).flatMap((to, index) => {
    const from = cut[index] ?? x0;
    return drawBlock(shape, { ...box, x0: from, x1: to }, toneAt(view, (from + to) / 2));
  });
}

/** What shows that an end is not sure, is not known or has not come. */
function drawOpenEnds(bar: LaneBar, box: BarBox, view: View): readonly Shape[] {
  const { x0, x1, sureFrom, sureTo, openFrom, openTo, event } = bar;
  const [left, right] = [toneAt(view, x0), toneAt(view, x1)];
  const arrow = Math.min(ARROW, (x1 - x0) / 2);
  return [
    ...(sureFrom > x0 ? drawSoftEnd(sureFrom, x0, box, event.bar?.from.about === true, left) : []),
    ...(sureTo < x1 ? drawSoftEnd(sureTo, x1, box, event.bar?.to?.about === true, right) : []),
    ...(openFrom ? [drawArrow(x0, arrow, box, left)] : []),
    ...(openTo ? [drawArrow(x1, -arrow, box, right)] : []),
  ];
}

function drawBar(
  bar: LaneBar,
  bars: readonly LaneBar[],
  lane: PlacedLane,
  view: View,
  measure: Measure,
): readonly Shape[] {
  const { y: middle, measures } = lane;
  const { event, weight } = bar;
  const height = weight === 'heavy' ? measures.bar : measures.light;
  const y = middle - height / 2;
  const box = { x0: bar.sureFrom, x1: bar.sureTo, y, height };
  const slot = (x: number, from = y): Shape => drawSlot(x, from, y + height, view);
  const signed = bar.signed;
  const abuts = bars.some(
    (other) => other !== bar && other.weight === bar.weight && Math.abs(other.x1 - bar.x0) < 3,
  );
  return [
    ...(bar.sureTo > bar.sureFrom ? acrossFold(view, event.bar?.shape ?? weight, box) : []),
    ...drawOpenEnds(bar, box, view),
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
