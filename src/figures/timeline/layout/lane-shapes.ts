import type { PartialDate } from '../model/date.ts';
import { halfOf } from './density.ts';
import { type BarBox, cutEnd, type drawBlock, drawHatch, drawSoftEnd } from './glyphs.ts';
import { drawFlags, drawPoints, drawStem } from './lane-points.ts';
import type { PlacedLane } from './lanes.ts';
import { isOnOther } from './mark-boxes.ts';
import { isHeavy, type LaneBar, type LaneSpan } from './marks.ts';
import { line, markOf, rect, type Shape } from './placed.ts';
import { drawStrip } from './strip-shapes.ts';

/** Clear of a dotted line's ends. */
const DOTTED_GAP = 12;
/** How far a pointed end is cut, and one on a slant. */
const [ARROW, SLANT] = [14, 12];

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

/**
 * What shows that an end is not sure; that it is not known or has not come, by a point; or that there is none in the
 * years shown, by a slant, as an axis has it that goes on.
 * @param side -1 for the left end, 1 for the right one
 */
function drawEnd(
  side: -1 | 1,
  x: number,
  sure: number,
  box: BarBox,
  date?: PartialDate,
  open?: boolean,
): readonly Shape[] {
  const beyond = (sure - x) * side;
  const cut = (end: number, deep: number, ...how: Parameters<typeof cutEnd>[2]): Shape =>
    cutEnd(end, -side * deep, how, box);
  return [
    ...(beyond < 0 ? drawSoftEnd(sure, x, box, date?.about === true) : []),
    ...(open ? [cut(x, Math.min(ARROW, (box.x1 - box.x0) / 2), [-1, 0], [1, 0])] : []),
    ...(beyond > 0 ? [cut(sure + side, Math.min(SLANT, box.height / 2), [side, -side])] : []),
  ];
}

function drawBar(
  bar: LaneBar,
  bars: readonly LaneBar[],
  lane: PlacedLane,
  block: typeof drawBlock,
): readonly Shape[] {
  const { y: middle, measures } = lane;
  const { event, weight, signed } = bar;
  const height = 2 * halfOf(bar, measures);
  const y = middle - height / 2;
  const box = { x0: bar.sureFrom, x1: bar.sureTo, y, height };
  const slot = (x: number): Shape => drawSlot(x, y, y + height);
  const abuts = bars.some(
    (other) => other !== bar && other.weight === bar.weight && Math.abs(other.x1 - bar.x0) < 3,
  );
  return [
    ...(bar.sureTo > bar.sureFrom ? block(event.bar?.shape ?? weight, box) : []),
    ...drawEnd(-1, bar.x0, bar.sureFrom, box, event.bar?.from, bar.openFrom),
    ...drawEnd(1, bar.x1, bar.sureTo, box, event.bar?.to, bar.openTo),
    ...(abuts ? [slot(bar.x0)] : []),
    ...bar.slots.map(slot),
    ...bar.notches.map((x) => drawSlot(x, y + height * 0.7, y + height, 'notch')),
    ...(signed === undefined ? [] : drawSigned(signed, bar, bars, lane)),
  ];
}

/** A cut through a bar, or into it. */
function drawSlot(x: number, from: number, to: number, role: 'slot' | 'notch' = 'slot'): Shape {
  return rect(role, x - 1.25, from - 0.5, 2.5, to - from + 1);
}

/** Where bars lie on each other, cuts show where each begins and ends. */
function drawEnds(bar: LaneBar, { y, measures }: PlacedLane): Shape {
  const half = halfOf(bar, measures);
  const shapes = [Math.min(bar.x0, bar.sureFrom), Math.max(bar.x1, bar.sureTo)].map((x) =>
    drawSlot(x, y - half, y + half),
  );
  return markOf(bar.event.id, shapes);
}

/** A signature before its bar: a line that leads to it, or a stem on the bar it is followed by. */
function drawSigned(x: number, bar: LaneBar, bars: readonly LaneBar[], lane: PlacedLane): readonly Shape[] {
  if (isOnOther(bar, x, bars)) return [drawStem(x, bar.event.id, lane)];
  const { y, measures } = lane;
  const half = measures.bar / 4;
  return [line('stem', x, y - half, x, y + half), line('stem', x, y, bar.x0, y)];
}

function drawSpan(
  { span, x0, x1, sureFrom, sureTo }: LaneSpan,
  { y, measures: { bar } }: PlacedLane,
): readonly Shape[] {
  if (span.style !== 'dotted') {
    const box = { x0: sureFrom, x1: sureTo, y: y - bar / 2, height: bar };
    return [...drawHatch(box), ...drawEnd(-1, x0, sureFrom, box), ...drawEnd(1, x1, sureTo, box)];
  }
  const from = sureFrom < x0 ? sureFrom : x0 + DOTTED_GAP;
  const to = sureTo > x1 ? sureTo : x1 - DOTTED_GAP;
  return to > from ? [line('dotted', from, y, to, y)] : [];
}
