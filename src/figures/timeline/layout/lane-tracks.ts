import { positionOf } from '../model/date.ts';
import type { Timeline, TimelineEvent } from '../model/model.ts';
import { barOf, DOT, extentOf, type LaneBar, type LaneMarks, type LaneSpan, markOf, merge } from './marks.ts';
import type { Strip } from './placed.ts';
import { xOf } from './scale.ts';
import { dealPoints, dealSpans, type Extent } from './tracks.ts';
import { momentIn, type View } from './view.ts';

/** The tracks of a lane with what stands on each, at most `most`: one where no two spans overlap. */
export function tracksOf(
  lane: Timeline['lanes'][number],
  timeline: Timeline,
  strips: readonly Strip[],
  view: View,
  most = Number.POSITIVE_INFINITY,
): readonly LaneMarks[] {
  const events = timeline.events.filter((event) => event.lane === lane.id);
  const bars = events.flatMap((event) => barOf(event, view));
  const spans = timeline.spans
    .filter((span) => span.lane === lane.id)
    .flatMap((span) => {
      const extent = extentOf(view, span);
      return extent ? [{ span, ...extent }] : [];
    });
  // A dotted line is ground: what stands on it hides nothing.
  const solid = spans.filter(isHatched);
  const dealt = dealSpans([...bars.map((bar) => roomOf(bar, view)), ...solid.map(asRoom)], most);
  const trackOf = new Map<LaneBar | LaneSpan, number>(
    [...bars, ...solid].map((one, index) => [one, dealt[index] ?? 0]),
  );
  const on = <T extends LaneBar | LaneSpan>(all: readonly T[], track: number): readonly T[] =>
    all.filter((one) => (trackOf.get(one) ?? 0) === track);
  const count = Math.max(1, ...dealt.map((track) => track + 1));
  const grounds = Array.from({ length: count }, (_, track) => ({
    bars: on(bars, track),
    spans: on(spans, track),
  }));
  const homes = homesOf(events, grounds, timeline, view, most);
  const tracks = Math.max(count, ...[...homes.values()].map((track) => track + 1));
  return Array.from({ length: tracks }, (_, track): LaneMarks => {
    const ground = grounds[track] ?? { bars: [], spans: [] };
    const marks = events
      .filter((event) => homes.get(event) === track)
      .flatMap((event) => markOf(event, { ...ground, bands: timeline.bands }, view));
    return {
      lane,
      track,
      crowded: isCrowded(ground.bars),
      ...ground,
      clusters: view.kind === 'overview' ? merge(marks) : marks.map((mark) => [mark]),
      strips: track === 0 ? strips.filter((strip) => strip.lane === lane.id) : [],
    };
  });
}

function asRoom({ x0, x1 }: Extent): Parameters<typeof dealSpans>[0][number] {
  return { x0, x1, from: x0, to: x1 };
}

/** A bar with the dot it begins with, and the signature before it. */
function roomOf(bar: LaneBar, view: View): Parameters<typeof dealSpans>[0][number] {
  const { event, x0, x1, weight, signed } = bar;
  const moment = weight === 'light' ? momentIn(view, event.date) : undefined;
  const dotted = moment !== undefined;
  const dot = dotted ? xOf(view.scale, moment) : x0 + DOT;
  return { x0, x1, from: Math.min(x0, dot - DOT, signed ?? x0), to: Math.max(x1, dotted ? dot + DOT : x1) };
}

function isCrowded(bars: readonly LaneBar[]): boolean {
  return bars.some((bar) =>
    bars.some((other) => other !== bar && other.x0 < bar.x1 - 1 && other.x1 > bar.x0 + 1),
  );
}

type Track = Pick<LaneMarks, 'bars' | 'spans'>;

/** The track of each event: its bar's; of others the only one, or one whose line is free. */
function homesOf(
  events: readonly TimelineEvent[],
  tracks: readonly Track[],
  { bands }: Timeline,
  view: View,
  most: number,
): ReadonlyMap<TimelineEvent, number> {
  const own = (event: TimelineEvent): number =>
    tracks.findIndex(({ bars }) => bars.some((bar) => bar.event === event));
  const homes = new Map(events.map((event) => [event, Math.max(0, own(event))]));
  const points = events.filter((event) => own(event) < 0 && !bands.some((band) => band.event === event.id));
  const xs = points.map(({ date }) => xOf(view.scale, momentIn(view, date) ?? positionOf(date)));
  const [only] = tracks;
  if (most === 1 || (tracks.length === 1 && only && !xs.some((x) => hidesEnd(x, only)))) return homes;
  const dealt = dealPoints(
    xs,
    tracks.map(({ bars, spans }) => [...bars.map((bar) => roomOf(bar, view)), ...spans.filter(isHatched)]),
  );
  for (const [index, event] of points.entries()) homes.set(event, Math.min(dealt[index] ?? 0, most - 1));
  return homes;
}

function isHatched({ span }: LaneSpan): boolean {
  return span.style === 'hatch';
}

/** Whether a dot would lie on the end of a thin bar; one that goes on has none. */
function hidesEnd(x: number, { bars }: Track): boolean {
  return bars.some(
    ({ event, weight, x1 }) =>
      weight === 'light' && event.bar?.to !== undefined && Math.abs(x - x1) < DOT + 1,
  );
}
