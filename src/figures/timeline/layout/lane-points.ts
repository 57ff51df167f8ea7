import type { Measure } from '../../../fonts/faces.ts';
import { isSoft } from '../model/date.ts';
import type { TimelineEvent } from '../model/model.ts';
import { LABEL } from './density.ts';
import { drawMark } from './glyphs.ts';
import { isAbove } from './label-words.ts';
import { tieOf } from './labels/honest.ts';
import { labelY, type PlacedLane } from './lanes.ts';
import { DOT, isPoint, type Mark, RIM, radiusOf, showsCount } from './marks.ts';
import { type Shape, setWord, type Word } from './placed.ts';
import { toneAt, type View } from './view.ts';

/** From a tie's end to the letters. */
const TIE_GAP = 1;

/** The points of a track, later ones on top, and how many events each stands for. */
export function drawPoints(
  lane: PlacedLane,
  view: View,
  measure: Measure,
): { shapes: readonly Shape[]; counts: readonly Word[] } {
  const shapes: Shape[] = [];
  const counts: Word[] = [];
  let before: Mark | undefined;
  for (const cluster of lane.marks.clusters) {
    const first = cluster[0];
    if (!first || !isPoint(first)) continue;
    for (const mark of cluster) {
      const onStrip = lane.marks.strips.some(({ x0, x1 }) => mark.x > x0 - RIM && mark.x < x1 + RIM);
      const overlapping = before !== undefined && mark.x - before.x < RIM;
      const near = (overlapping || onStrip) && mark.kind !== 'stem';
      shapes.push({ kind: 'mark', event: mark.event.id, shapes: drawPoint(mark, lane, near, view, measure) });
      before = mark;
    }
    if (!showsCount(cluster, lane.marks.clusters, lane.measures.dot)) continue;
    const x = cluster.reduce((sum, mark) => sum + mark.x, 0) / cluster.length;
    const tone = toneAt(view, x);
    const r = radiusOf(cluster, lane.marks.clusters, lane.measures.dot);
    shapes.push(
      { kind: 'circle', role: 'rim', tone, cx: x, cy: lane.y, r: r + 2 },
      { kind: 'circle', role: 'dot', tone, cx: x, cy: lane.y, r },
    );
    counts.push(
      setWord({ role: 'count', text: String(cluster.length), x, y: lane.y, anchor: 'middle', tone }, measure),
    );
  }
  return { shapes, counts };
}

function drawPoint(
  { kind, x, event, range }: Mark,
  lane: PlacedLane,
  near: boolean,
  view: View,
  measure: Measure,
): readonly Shape[] {
  const tone = toneAt(view, x);
  const { y, measures } = lane;
  if (kind === 'stem') return [drawStem(x, event.id, lane, view, measure)];
  const r = DOT * measures.dot;
  const soft = isSoft(event.date);
  const mark = drawMark(event.mark, x, y, measures.dot, tone, soft);
  return [
    ...(range ? [drawRange(range, lane, view)] : []),
    ...(near ? [{ kind: 'circle', role: 'rim', tone, cx: x, cy: y, r: r + 2.5 } as const] : []),
    ...mark,
  ];
}

/** All the time a point may be of: a thin line. */
function drawRange({ x0, x1 }: NonNullable<Mark['range']>, { y }: PlacedLane, view: View): Shape {
  return { kind: 'line', role: 'range', tone: toneAt(view, x0), x1: x0, y1: y, x2: x1, y2: y };
}

/** Outside the bar, on the side of its label; without a label on the side where none stands over it. */
export function drawStem(x: number, event: string, lane: PlacedLane, view: View, measure: Measure): Shape {
  const { y, measures } = lane;
  const side = isAbove(x, event, lane, view, measure) ? -1 : 1;
  const edge = y + (side * measures.bar) / 2;
  return {
    kind: 'line',
    role: 'stem',
    tone: toneAt(view, x),
    x1: x,
    y1: edge,
    x2: x,
    y2: edge + side * measures.stem,
  };
}

/** From the line to the edge of what a tie holds: a bar's, for a point covers the tie's foot. */
function edgeOf(events: readonly TimelineEvent[], { marks, measures }: PlacedLane): number {
  const isOwn = (event: TimelineEvent): boolean => events.includes(event);
  if (marks.clusters.flat().some((mark) => isOwn(mark.event) && isPoint(mark))) return 0;
  const bar = marks.bars.find(({ event }) => isOwn(event));
  return bar === undefined ? 0 : (bar.weight === 'heavy' ? measures.bar : measures.light) / 2;
}

/** The stems of labels that stand in an outer row, and the ties of those that stand over other marks too. */
export function drawFlags(lane: PlacedLane, view: View): readonly Shape[] {
  return lane.labels.flatMap(({ label, spot, tied }): readonly Shape[] => {
    if (!spot || (spot.row === 0 && !tied)) return [];
    const x = tied ? tieOf(label) : label.stem;
    if (x === undefined) return [];
    const away = spot.side === 'above' ? -1 : 1;
    return [
      {
        kind: 'line',
        role: tied ? 'tie' : 'flag',
        tone: toneAt(view, x),
        x1: x,
        y1: lane.y + (tied ? away * edgeOf(label.events, lane) : 0),
        x2: x,
        y2: labelY(lane, spot) + away * (tied ? -LABEL / 2 + TIE_GAP : LABEL / 2),
      },
    ];
  });
}
