import type { Measure } from '../../../fonts/faces.ts';
import { LABEL } from './density.ts';
import type { Spot } from './labels/choose.ts';
import type { Label } from './labels/wanted.ts';
import { SECOND_GAP } from './lane-rows.ts';
import { labelY, type PlacedLane } from './lanes.ts';
import { DOT, isPoint, type LaneBar, type LaneSpan, type Mark, RIM, radiusOf, showsCount } from './marks.ts';
import { type Shape, setWord, type Tone, type Word } from './placed.ts';
import { drawStrip } from './strip-shapes.ts';
import { toneAt, type View } from './view.ts';

/** The drawing of one lane, and the words beside it that are no event's label. */
export interface DrawnLane {
  readonly shapes: readonly Shape[];
  readonly counts: readonly Word[];
}

/** Stroke of a ring; its radius is to the middle of the stroke. */
const RING = 4;
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
  return {
    shapes: [
      ...marks.spans.flatMap((span) => drawSpan(span, lane, view)),
      ...bars.map(
        (bar): Shape => ({ kind: 'mark', event: bar.event.id, shapes: drawBar(bar, bars, lane, view) }),
      ),
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

function drawBar(bar: LaneBar, bars: readonly LaneBar[], lane: PlacedLane, view: View): readonly Shape[] {
  const { y: middle, measures } = lane;
  const height = bar.weight === 'heavy' ? measures.bar : measures.light;
  const y = middle - height / 2;
  const stripes: Shape[] = [];
  for (let x = bar.sureTo; x + STRIPE < bar.x1 - 0.5; x += 2 * STRIPE)
    stripes.push(...acrossFold(view, { x0: x + STRIPE, x1: Math.min(x + 2 * STRIPE, bar.x1), y, height }));
  const slot = (x: number, from = y - 0.5): Shape => ({
    kind: 'rect',
    role: 'slot',
    tone: toneAt(view, x),
    x: x - 1.25,
    y: from,
    width: 2.5,
    height: y + height - from + 0.5,
  });
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
    ...(signed === undefined ? [] : [drawStem(signed, bar.event.id, lane, view)]),
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

function drawPoints(
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
      shapes.push({ kind: 'mark', event: mark.event.id, shapes: drawPoint(mark, lane, near, view) });
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

function drawPoint({ kind, x, event }: Mark, lane: PlacedLane, near: boolean, view: View): readonly Shape[] {
  const tone = toneAt(view, x);
  const { y, measures } = lane;
  if (kind === 'stem') return [drawStem(x, event.id, lane, view)];
  const r = DOT * measures.dot;
  const disc = (role: 'rim' | 'dot', radius: number): Shape => ({
    kind: 'circle',
    role,
    tone,
    cx: x,
    cy: y,
    r: radius,
  });
  const mark: Shape =
    kind === 'dot'
      ? disc('dot', r)
      : { kind: 'circle', role: 'ring', tone, cx: x, cy: y, r: r - RING / 2 + 0.5 };
  return near ? [disc('rim', r + 2.5), mark] : [mark];
}

/** Outside the bar, on the side of its label; without a label on the side where none stands over it. */
function drawStem(x: number, event: string, { y, measures, labels, rows }: PlacedLane, view: View): Shape {
  const own = labels.find(
    ({ label, spot }) =>
      spot &&
      (label.events.length > 0
        ? label.events.some(({ id }) => id === event)
        : Math.abs((label.from + label.to) / 2 - x) < 1),
  );
  const covered = labels.some(
    ({ spot, label }) => spot?.side === 'above' && spot.x < x && x < spot.x + label.text.length * 12,
  );
  const side = (own?.spot ? own.spot.side === 'below' : covered && rows.below > 0) ? 1 : -1;
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

/** The stems of labels that stand in an outer row. */
function drawFlags(lane: PlacedLane, view: View): readonly Shape[] {
  return lane.labels.flatMap(({ label, spot }): readonly Shape[] => {
    const x = label.stem;
    if (!spot || spot.row === 0 || x === undefined) return [];
    const away = spot.side === 'above' ? -1 : 1;
    return [
      {
        kind: 'line',
        role: 'flag',
        tone: toneAt(view, x),
        x1: x,
        y1: lane.y,
        x2: x,
        y2: labelY(lane, spot) + away * (LABEL / 2),
      },
    ];
  });
}

/** A label as it is set: its name and, where there was room, its second name. */
export function wordsOf(
  { label, spot }: { readonly label: Label; readonly spot: Spot | undefined },
  lane: PlacedLane,
  view: View,
  measure: Measure,
): readonly Word[] {
  if (!spot) return [];
  const tone: Tone = toneAt(view, label.from);
  const y = labelY(lane, spot);
  const name = setWord({ role: label.role, text: label.text, x: spot.x, y, tone }, measure);
  if (!label.second || !spot.full) return [name];
  const x = name.x + name.width + SECOND_GAP;
  return [
    name,
    setWord({ role: 'second', text: label.second.text, lang: label.second.lang, x, y, tone }, measure),
  ];
}
