import { halfOf } from './density.ts';
import { type BarBox, drawArrow, type drawBlock, drawHatch, drawSoftEnd } from './glyphs.ts';
import { drawFlags, drawPoints, drawStem } from './lane-points.ts';
import type { PlacedLane } from './lanes.ts';
import { isOnOther } from './mark-boxes.ts';
import { isHeavy, type LaneBar, type LaneSpan } from './marks.ts';
import { line, markOf, rect, type Shape } from './placed.ts';
import { drawStrip } from './strip-shapes.ts';

/** Clear of a dotted line's ends. */
const DOTTED_GAP = 12;
/** How far a pointed end is cut. */
const ARROW = 14;

/** Spans, bars (light ones first), then the points on them, later ones on top. */
export function drawLane(lane: PlacedLane, block: typeof drawBlock): readonly Shape[] {
  const { marks } = lane;
  const bars = [...marks.bars.filter((bar) => !isHeavy(bar)), ...marks.bars.filter(isHeavy)];
  const draw = (bar: LaneBar): Shape => markOf(bar.event.id, drawBar(bar, bars, lane, block));
  return [
    ...marks.spans.flatMap((span) => drawSpan(span, lane)),
    ...bars.map(draw),
    ...(marks.crowded ? bars.map((bar) => drawEnds(bar, lane)) : []),
    ...marks.strips.map((strip) => drawStrip(strip, lane.y)),
    ...drawFlags(lane),
    ...drawPoints(lane),
  ];
}

/** What shows that an end is not sure, is not known or has not come. */
function drawOpenEnds(bar: LaneBar, box: BarBox): readonly Shape[] {
  const { x0, x1, sureFrom, sureTo, openFrom, openTo, event } = bar;
  const arrow = Math.min(ARROW, (x1 - x0) / 2);
  return [
    ...(sureFrom > x0 ? drawSoftEnd(sureFrom, x0, box, event.bar?.from.about === true) : []),
    ...(sureTo < x1 ? drawSoftEnd(sureTo, x1, box, event.bar?.to?.about === true) : []),
    ...(openFrom ? [drawArrow(x0, arrow, box)] : []),
    ...(openTo ? [drawArrow(x1, -arrow, box)] : []),
  ];
}

function drawBar(
  bar: LaneBar,
  bars: readonly LaneBar[],
  lane: PlacedLane,
  block: typeof drawBlock,
): readonly Shape[] {
  const { y: middle, measures } = lane;
  const { event, weight } = bar;
  const height = 2 * halfOf(bar, measures);
  const y = middle - height / 2;
  const box = { x0: bar.sureFrom, x1: bar.sureTo, y, height };
  const slot = (x: number, from = y): Shape => drawSlot(x, from, y + height);
  const signed = bar.signed;
  const abuts = bars.some(
    (other) => other !== bar && other.weight === bar.weight && Math.abs(other.x1 - bar.x0) < 3,
  );
  return [
    ...(bar.sureTo > bar.sureFrom ? block(event.bar?.shape ?? weight, box) : []),
    ...drawOpenEnds(bar, box),
    ...(abuts ? [slot(bar.x0)] : []),
    ...bar.slots.map((x) => slot(x)),
    ...bar.notches.map((x) => slot(x, y + height * 0.7)),
    ...(signed === undefined ? [] : drawSigned(signed, bar, bars, lane)),
  ];
}

/** A cut through a bar. */
function drawSlot(x: number, from: number, to: number): Shape {
  return rect('slot', x - 1.25, from - 0.5, 2.5, to - from + 1);
}

/** Where bars lie on each other, cuts show where each begins and ends. */
function drawEnds(bar: LaneBar, { y, measures }: PlacedLane): Shape {
  const half = halfOf(bar, measures);
  const shapes = [bar.x0, bar.x1].map((x) => drawSlot(x, y - half, y + half));
  return markOf(bar.event.id, shapes);
}

/** A signature before its bar: a line that leads to it, or a stem on the bar it is followed by. */
function drawSigned(x: number, bar: LaneBar, bars: readonly LaneBar[], lane: PlacedLane): readonly Shape[] {
  if (isOnOther(bar, x, bars)) return [drawStem(x, bar.event.id, lane)];
  const { y, measures } = lane;
  const half = measures.bar / 4;
  return [line('stem', x, y - half, x, y + half), line('stem', x, y, bar.x0, y)];
}

function drawSpan({ span, x0, x1 }: LaneSpan, { y, measures: { bar } }: PlacedLane): readonly Shape[] {
  if (span.style !== 'dotted') return drawHatch(x0, y - bar / 2, x1 - x0, bar);
  const [from, to] = [x0 + DOTTED_GAP, x1 - DOTTED_GAP];
  return to > from ? [line('dotted', from, y, to, y)] : [];
}
