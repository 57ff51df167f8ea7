import type { Measure } from '../../../fonts/faces.ts';
import { isSoft } from '../model/date.ts';
import type { TimelineEvent } from '../model/model.ts';
import { CLOSER_ONLY } from './closer-only.ts';
import { halfOf, LABEL } from './density.ts';
import { drawMark } from './glyphs.ts';
import { stemOf, wordsOf } from './label-words.ts';
import { tieOf } from './labels/honest.ts';
import { labelY, type PlacedLabel, type PlacedLane } from './lanes.ts';
import { type Cluster, DOT, isHatched, isPoint, type Mark, RIM, radiusOf, showsCount } from './marks.ts';
import { circle, line, markOf, type Shape, setWord, type Word } from './placed.ts';

/** How far letters such as g reach below their line's box, and how far plain ones keep within it: a tie ends there. */
const TAIL = 3;
const WITHIN = 2.5;
const PLAIN = /^[\dA-PR-Za-fhik-or-xz .:–-]*$/;
/** How far a tie along the line leads from its mark to the label. */
const BESIDE = 7;
/** How far below the middle of its point it sets out, at the foot of figures: level it would be a dash of theirs. */
const LOW = 9;
/** Least length of a tie that is seen. */
const SEEN = 5;
/** So many letters on either side of a place may stand there. */
const LETTERS = 3;

/** The points of a track, later ones on top. */
export function drawPoints(lane: PlacedLane): readonly Shape[] {
  const grounds = [...lane.marks.strips, ...lane.marks.spans.filter(isHatched)];
  let before = Number.NEGATIVE_INFINITY;
  const draw = (mark: Mark): Shape => {
    const { x, kind, event } = mark;
    const onGround = grounds.some(({ x0, x1 }) => x > x0 - RIM && x < x1 + RIM);
    const near = kind !== 'stem' && (x - before < RIM || onGround);
    before = x;
    return markOf(event.id, drawPoint(mark, lane, near));
  };
  return lane.marks.clusters
    .filter(([first]) => isPoint(first))
    .flatMap((cluster) => [...cluster.map(draw), ...(CLOSER_ONLY ? [] : drawCount(cluster, lane))]);
}

/** The larger dot of a cluster that says how many it stands for. */
function drawCount(cluster: Cluster, { marks, measures, y }: PlacedLane): readonly Shape[] {
  if (!showsCount(cluster, marks.clusters, measures.dot)) return [];
  const r = radiusOf(cluster, marks.clusters, measures.dot);
  const x = middleOf(cluster);
  return [circle('rim', x, y, r + 2), circle('dot', x, y, r)];
}

/** How many events each point of a track stands for. */
export function countsOf(
  { marks: { clusters }, measures, y }: PlacedLane,
  measure: Measure,
): readonly Word[] {
  return clusters
    .filter((cluster) => showsCount(cluster, clusters, measures.dot))
    .map((cluster) => {
      const [x, text] = [middleOf(cluster), String(cluster.length)];
      return setWord({ role: 'count', text, x, y, anchor: 'middle' }, measure);
    });
}

function middleOf(cluster: Cluster): number {
  return cluster.reduce((sum, { x }) => sum + x, 0) / cluster.length;
}

function drawPoint({ kind, x, event, range }: Mark, lane: PlacedLane, near: boolean): readonly Shape[] {
  const { y, measures } = lane;
  if (kind === 'stem') return [drawStem(x, event.id, lane)];
  const r = DOT * measures.dot;
  const soft = isSoft(event.date);
  const mark = drawMark(event.mark, x, y, measures.dot, soft);
  return [
    // All the time it may be of.
    ...(range ? [line('range', range.x0, y, range.x1, y)] : []),
    ...(near ? [circle('rim', x, y, r + 2.5)] : []),
    ...mark,
  ];
}

export function drawStem(x: number, event: string, lane: PlacedLane): Shape {
  const [edge, tip] = stemOf(x, event, lane);
  return line('stem', x, edge, x, tip);
}

/** From the line to the edge of what a tie holds: a bar's, for a point covers the tie's foot. */
function edgeOf(events: readonly TimelineEvent[], { marks, measures }: PlacedLane): number {
  if (marks.clusters.flat().some((mark) => events.includes(mark.event) && isPoint(mark))) return 0;
  const bar = marks.bars.find(({ event }) => events.includes(event));
  return bar ? halfOf(bar, measures) : 0;
}

/**
 * How far a tie reaches into the box of plain letters: into one below it, to whose upper edge capitals are nearer, only
 * as far as it would not be seen else.
 */
function withinOf({ label, spot }: PlacedLabel, lane: PlacedLane, y: number): number {
  if (spot?.side === 'above') return WITHIN;
  const edge = edgeOf(label.events, lane) || DOT * lane.measures.dot;
  return Math.max(0, Math.min(WITHIN, SEEN - (y - lane.y - LABEL / 2 - edge)));
}

/** Whether no letter over or under a place reaches to the edge of its line's box, as far as their mean width tells. */
function isPlainAt(x: number, words: readonly Word[]): boolean {
  const word = words.find(({ x: from, width }) => x < from + width) ?? words.at(-1);
  if (!word) return true;
  const at = Math.floor(((x - word.x) / word.width) * word.text.length);
  return PLAIN.test(word.text.slice(Math.max(0, at - LETTERS), Math.max(0, at) + LETTERS));
}

/** The stems of labels that stand in an outer row, and the ties of those that stand over other marks too. */
export function drawFlags(lane: PlacedLane): readonly Shape[] {
  return lane.labels.flatMap((placed): readonly Shape[] => {
    const { label, spot, tied } = placed;
    if (!spot || (spot.row === 0 && !tied)) return [];
    const x = tied ? tieOf(placed, lane) : label.stem;
    if (x === undefined) return [];
    const y = labelY(lane, spot);
    if (spot.side === 'level') {
      const [edge, way] = spot.x < label.from ? [label.from, -BESIDE] : [label.end, BESIDE];
      // From the middle of a point, which covers it; from the end of a bar.
      const isBar = label.lasts || edge > label.to;
      const low = isBar ? y + edgeOf(label.events, lane) - 1 : y;
      return [line('tie', isBar ? edge : x, low, edge + way, isBar ? low : y + LOW)];
    }
    const away = spot.side === 'above' ? -1 : 1;
    const into =
      !CLOSER_ONLY && isPlainAt(x, wordsOf(placed, lane))
        ? withinOf(placed, lane, y)
        : spot.side === 'above'
          ? -TAIL
          : 0;
    return [
      tied
        ? line('tie', x, lane.y + away * edgeOf(label.events, lane), x, y - away * (LABEL / 2 - into))
        : line('flag', x, lane.y, x, y + (away * LABEL) / 2),
    ];
  });
}
