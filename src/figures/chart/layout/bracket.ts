import type { Measure } from '../../../fonts/faces.ts';
import type { Stroke } from '../live/drawing.ts';
import type { Bracket } from '../model/chart.ts';
import { type Box, meet, within } from './box.ts';
import { inkOf, type Obstacle, type PlacedText, sizeOf } from './label.ts';
import type { PlacedMark } from './placed.ts';
import { SETTINGS } from './plot-frame.ts';

/** A value label that has its place, with its year. */
export interface Located {
  readonly at: number;
  readonly text: PlacedText;
}

interface Surroundings {
  readonly values: readonly Located[];
  readonly marks: readonly PlacedMark[];
  /** First year of the axis. */
  readonly from: number;
  readonly bounds: Box;
  readonly obstacles: readonly Obstacle[];
  readonly measure: Measure;
}

/** Room between the highest thing below a bracket and its line; length of its ends; how far it may rise. */
const RISE = 16;
const END = 8;
const REACH = 90;

/** Spans two years above everything that stands between them, its text in the middle of the line. */
export function placeBracket(
  { from, to, text, step }: Bracket,
  { values, marks, from: first, bounds, obstacles, measure }: Surroundings,
): { stroke: Stroke; text: PlacedText } | undefined {
  const spanned = marks.filter(({ at }) => at >= from - first && at <= to - first);
  const left = Math.min(...spanned.map(({ x, box }) => box?.x ?? x));
  const right = Math.max(...spanned.map(({ x, box }) => (box ? box.x + box.width : x)));
  const labels = values.filter(({ at }) => at >= from && at <= to);
  const highest = Math.min(...spanned.map(({ y }) => y), ...labels.map(({ text: label }) => inkOf(label).y));
  const setting = SETTINGS.bracket;
  const size = sizeOf(text, setting, measure);
  for (let lift = 0; lift <= REACH; lift += 2) {
    const y = highest - RISE - lift;
    const line = { x: left, y, width: right - left, height: END };
    const x = (left + right - size.width) / 2;
    const place = { x, y: y - 2 - size.height, ...size };
    // What follows a span stands higher, as a rule: its text grows to the left.
    const label: PlacedText = { text, setting, told: true, grows: 'end up', step, ...place };
    const free = [line, inkOf(label)].every(
      (box) =>
        within(box, bounds) && !obstacles.some((other) => meet(box, other, Math.min(other.clearance, 4))),
    );
    if (free) {
      const points = [left, y + END, left, y, right, y, right, y + END];
      return { stroke: { points, tone: 'line2', width: 2, step }, text: label };
    }
  }
  return undefined;
}
