import { positionOf } from '../model/date.ts';
import type { Timeline, TimelineEvent } from '../model/model.ts';
import { CLOSER_ONLY } from './closer-only.ts';
import {
  barOf,
  DOT,
  extentOf,
  isHatched,
  type LaneBar,
  type LaneMarks,
  type LaneSpan,
  marksOf,
  merge,
} from './marks.ts';
import type { Strip } from './placed.ts';
import { xOf } from './scale.ts';
import { dealPoints, dealSpans, type Extent, type Room } from './tracks.ts';
import { momentIn, type View } from './view.ts';

/** What a lane holds, before it is dealt to tracks. */
export interface LaneGround {
  readonly lane: Timeline['lanes'][number];
  readonly events: readonly TimelineEvent[];
  readonly bars: readonly LaneBar[];
  readonly spans: readonly LaneSpan[];
  readonly strips: readonly Strip[];
  readonly bands: Timeline['bands'];
}

export function groundOf(
  lane: Timeline['lanes'][number],
  timeline: Timeline,
  strips: readonly Strip[],
  view: View,
): LaneGround {
  const events = timeline.events.filter((event) => event.lane === lane.id);
  return {
    lane,
    events,
    bars: events.flatMap((event) => barOf(event, view)),
    spans: timeline.spans
      .filter((span) => span.lane === lane.id)
      .flatMap((span) => {
        const extent = extentOf(view, span);
        return extent ? [{ span, ...extent }] : [];
      }),
    strips: strips.filter((strip) => strip.lane === lane.id),
    bands: timeline.bands,
  };
}

/**
 * The tracks of a lane with what stands on each, at most `most`: one where no two spans overlap.
 * @param apart whether no point stands on the line of another event, as if it were a turn in its life
 */
export function tracksOf(
  { lane, events, bars, spans, strips, bands }: LaneGround,
  view: View,
  apart: boolean,
  most = Number.POSITIVE_INFINITY,
): readonly LaneMarks[] {
  // A dotted line is ground: what stands on it hides nothing.
  const solid = spans.filter(isHatched);
  const trackOf = dealSpans<LaneBar | LaneSpan>(
    [...bars.map((bar) => roomOf(bar, view)), ...solid.map(asRoom)],
    most,
  );
  const count = Math.max(0, ...trackOf.values()) + 1;
  const grounds = Array.from({ length: count }, (_, track) => ({
    bars: bars.filter((one) => trackOf.get(one) === track),
    spans: spans.filter((one) => (trackOf.get(one) ?? 0) === track),
  }));
  const homes = homesOf(events, grounds, bands, view, { apart, most });
  const tracks = Math.max(count, ...[...homes.values()].map((track) => track + 1));
  const dwellers: TimelineEvent[][] = Array.from({ length: tracks }, () => []);
  for (const event of events) dwellers[homes.get(event) ?? 0]?.push(event);
  return dwellers.map((own, track): LaneMarks => {
    const ground = grounds[track] ?? { bars: [], spans: [] };
    const marks = marksOf(own, { ...ground, bands }, view);
    return {
      lane,
      track,
      crowded: isCrowded(ground.bars),
      ...ground,
      clusters: CLOSER_ONLY || view.kind === 'era' ? marks.map((mark) => [mark]) : merge(marks),
      strips: track === 0 ? strips : [],
    };
  });
}

function asRoom(of: LaneSpan): Room<LaneSpan> {
  const { x0, x1 } = of;
  return { of, x0, x1, from: x0, to: x1 };
}

/** A bar with the dot it begins with, and the signature before it. */
function roomOf(bar: LaneBar, view: View): Room<LaneBar> {
  const { x0, x1, signed = x0 } = bar;
  const ends = [bar, ...dotOf(bar, view)];
  return {
    ...{ of: bar, x0, x1 },
    from: Math.min(signed, ...ends.map((one) => one.x0)),
    to: Math.max(...ends.map((one) => one.x1)),
  };
}

/** The dot that a thin bar begins with, if it is in view. */
function dotOf({ event, weight }: LaneBar, view: View): readonly Extent[] {
  const moment = weight === 'light' ? momentIn(view, event.date) : undefined;
  if (moment === undefined) return [];
  const x = xOf(view.scale, moment);
  return [{ x0: x - DOT, x1: x + DOT }];
}

function isCrowded(bars: readonly LaneBar[]): boolean {
  const inOrder = [...bars].sort((a, b) => a.x0 - b.x0);
  let end = Number.NEGATIVE_INFINITY;
  return inOrder.some(({ x0, x1 }) => {
    const overlaps = x0 < end - 1 && x1 > x0 + 1;
    end = Math.max(end, x1);
    return overlaps;
  });
}

type Track = Pick<LaneMarks, 'bars' | 'spans'>;

/** The track of each event: its bar's; of others the only one, or one whose line is free. */
function homesOf(
  events: readonly TimelineEvent[],
  tracks: readonly Track[],
  bands: Timeline['bands'],
  view: View,
  { apart, most }: { readonly apart: boolean; readonly most: number },
): ReadonlyMap<TimelineEvent, number> {
  const own = new Map(tracks.flatMap(({ bars }, track) => bars.map(({ event }) => [event, track] as const)));
  const homes = new Map(events.map((event) => [event, own.get(event) ?? 0]));
  const tints = new Set(bands.map(({ event }) => event));
  const points = events.filter((event) => !own.has(event) && !tints.has(event.id));
  const xs = points.map(({ date }) => xOf(view.scale, momentIn(view, date) ?? positionOf(date)));
  const [only] = tracks;
  const disturbs = CLOSER_ONLY || apart ? liesOn : hidesEnd;
  if (most === 1 || (tracks.length === 1 && only && !xs.some((x) => disturbs(x, only)))) return homes;
  // Where every event is named, none stands on the dot that another's bar begins with, either.
  const taken = tracks.map(({ bars, spans }) => [
    ...[...bars, ...spans.filter(isHatched)],
    ...(CLOSER_ONLY || view.kind === 'era' ? bars.flatMap((bar) => dotOf(bar, view)) : []),
  ]);
  const dealt = dealPoints(xs, taken);
  for (const [index, event] of points.entries()) homes.set(event, Math.min(dealt[index] ?? 0, most - 1));
  return homes;
}

/** Whether a dot would lie on a thin bar or on an end of it. */
function liesOn(x: number, { bars }: Track): boolean {
  return bars.some(({ weight, x0, x1 }) => weight === 'light' && x > x0 - DOT - 1 && x < x1 + DOT + 1);
}

/** Whether a dot would lie on the end of a thin bar; one that goes on has none. */
function hidesEnd(x: number, { bars }: Track): boolean {
  return bars.some(
    ({ event, weight, x1 }) =>
      weight === 'light' && event.bar?.to !== undefined && Math.abs(x - x1) < DOT + 1,
  );
}
