import type { TimelineEvent } from '../model/model.ts';
import { CLOSER_ONLY } from './closer-only.ts';
import { halfOf, STRIP } from './density.ts';
import { stemOf } from './label-words.ts';
import type { PlacedLane } from './lanes.ts';
import { isHatched, isPoint, type LaneBar, radiusOf } from './marks.ts';

/** Px of the sheet. */
export interface Box {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

/** The room a mark takes, and whose it is. */
export interface MarkBox extends Box {
  /** A hatched period is ground: points may stand on it, labels may not. */
  readonly kind: 'point' | 'stem' | 'span' | 'ground';
  readonly events: readonly TimelineEvent[];
}

/** All marks of a track where they are drawn; a dotted line is ground, no mark. */
export function boxesOf(track: PlacedLane): readonly MarkBox[] {
  const { marks, measures, y } = track;
  const about = (half: number) => ({ y0: y - half, y1: y + half });
  const stem = (x: number, events: readonly TimelineEvent[], id: string): MarkBox => {
    const ends = stemOf(x, id, track);
    return { kind: 'stem', events, x0: x - 1.25, x1: x + 1.25, y0: Math.min(...ends), y1: Math.max(...ends) };
  };
  const span = (events: MarkBox['events'], { x0, x1 }: Pick<Box, 'x0' | 'x1'>, half: number): MarkBox => ({
    kind: 'span',
    events,
    x0,
    x1,
    ...about(half),
  });
  const bars = marks.bars.map((bar): MarkBox => span([bar.event], bar, halfOf(bar, measures)));
  const signatures = marks.bars.flatMap((bar): readonly MarkBox[] => {
    const { event, signed, x0 } = bar;
    if (signed === undefined) return [];
    if (isOnOther(bar, signed, marks.bars)) return [stem(signed, [event], event.id)];
    return [span([event], { x0: signed, x1: x0 }, measures.bar / 4)];
  });
  const grounds = marks.spans
    .filter(isHatched)
    .map((one): MarkBox => ({ ...span([], one, measures.bar / 2), kind: 'ground' }));
  const strips = marks.strips.map((strip) => span(strip.events, strip, STRIP / 2));
  const points = marks.clusters
    .filter(([first]) => isPoint(first))
    .flatMap((cluster): readonly MarkBox[] => {
      const events = cluster.map(({ event }) => event);
      const [first] = cluster;
      const last = CLOSER_ONLY ? first : (cluster.at(-1) ?? first);
      const r = radiusOf(cluster, marks.clusters, measures.dot);
      if (first.kind !== 'stem')
        return [{ kind: 'point', events, x0: first.x - r, x1: last.x + r, ...about(r) }];
      return cluster.map(({ x, event }) => stem(x, events, event.id));
    });
  return [...bars, ...signatures, ...grounds, ...strips, ...points];
}

/** The events of a track whose end in view lies under the points of others. */
export function hiddenEnds({ marks, measures }: PlacedLane): readonly TimelineEvent[] {
  const points = marks.clusters.flatMap((cluster) => {
    const r = radiusOf(cluster, marks.clusters, measures.dot);
    return r <= measures.light / 2 ? [] : cluster.map(({ event, x }) => ({ event, x, r }));
  });
  // What begins where this one ends tells its end.
  const goesOn = (other: TimelineEvent, x: number): boolean =>
    marks.bars.some(({ event, x0 }) => event === other && Math.abs(x0 - x) < 1);
  const isHidden = ({ event, x0, x1 }: LaneBar): boolean => {
    const begins = points.some((point) => point.event === event && Math.abs(point.x - x0) < point.r);
    const ends = [...(begins ? [] : [x0]), ...(event.bar?.to === undefined ? [] : [x1])];
    return ends.some((x) =>
      points.some(
        (point) =>
          point.event !== event &&
          Math.abs(point.x - x) < point.r - 1 &&
          !(x === x1 && goesOn(point.event, x)),
      ),
    );
  };
  return marks.bars.filter((bar) => bar.weight === 'light' && isHidden(bar)).map(({ event }) => event);
}

/** Whether the signature of a bar stands on another bar, which it is followed by. */
export function isOnOther(bar: LaneBar, signed: number, bars: readonly LaneBar[]): boolean {
  return bars.some((other) => other !== bar && other.x0 < signed && other.x1 > signed);
}

/** Px between two boxes; 0 where they touch. */
export function distance(a: Box, b: Box): number {
  const dx = Math.max(b.x0 - a.x1, a.x0 - b.x1, 0);
  const dy = Math.max(b.y0 - a.y1, a.y0 - b.y1, 0);
  return Math.hypot(dx, dy);
}
