import { endOf, positionOf, startOf } from '../model/date.ts';
import type { Timeline, TimelineEvent } from '../model/model.ts';
import type { Strip } from './placed.ts';
import { xOf } from './scale.ts';
import { leafOf, momentIn, overlaps, type View } from './view.ts';

/** A timeline of what is drawn one by one, and strips for all else. */
export interface Drawable {
  readonly single: Timeline;
  readonly strips: readonly Strip[];
}

/** A view of more events than this draws strips. */
const MANY = 400;
/** So many events of such a view have marks of their own, and so many strips stand in it at most. */
const OWN = 72;
const STRIPS = 40;
/** Marks nearer than this, px, are in one strip; where that makes too many strips, twice as far, and so on. */
const NEAR = 2;
export const CELL = 4;

/**
 * What of a timeline a view draws one by one, and what as strips: in a view of many events only the most
 * significant have marks of their own, then what is heaviest in law, then what stands alone.
 */
export function stripsOf(timeline: Timeline, view: View): Drawable {
  const inView = timeline.events.filter((event) => isInView(event, view));
  if (inView.length <= MANY) {
    // A tint's name is its event's, whenever that was.
    const tints = timeline.bands.map(({ event }) => event);
    const shown = new Set(inView);
    const events = timeline.events.filter((event) => shown.has(event) || tints.includes(event.id));
    return { single: { ...timeline, events }, strips: [] };
  }
  // Those of least rank, which are by far the most, need no order.
  const ranked = inView.filter((event) => rankOf(event) < LEAST).sort((a, b) => rankOf(a) - rankOf(b));
  const own = new Set(ranked.slice(0, OWN));
  const crowd = inView
    .filter((event) => !own.has(event))
    .map((event) => ({ event, x: xOfEvent(event, view) }));
  const lanes = timeline.lanes.map(({ id }) => crowd.filter(({ event }) => event.lane === id));
  for (let near = NEAR; ; near *= 2) {
    const runs = lanes.flatMap((places) => runsOf(places, near, view));
    const alone = runs.filter(({ length }) => length === 1).flat();
    const fits = own.size + alone.length <= OWN;
    const strips = fits ? runs.filter(({ length }) => length > 1) : runs;
    if (strips.length > STRIPS && near < view.bottom * 2) continue;
    if (fits) for (const { event } of alone) own.add(event);
    return {
      single: { ...timeline, events: timeline.events.filter((event) => own.has(event)) },
      strips: strips.map(stripOf),
    };
  }
}

const LEAST = 2;

function rankOf({ significance, bar }: TimelineEvent): number {
  return significance === 1 ? 0 : bar?.weight === 'heavy' ? 1 : LEAST;
}

function isInView({ date, bar }: TimelineEvent, view: View): boolean {
  if (momentIn(view, date) !== undefined) return true;
  return bar !== undefined && overlaps(view, startOf(bar.from), bar.to ? endOf(bar.to) : view.end);
}

/** Where an event is drawn: one that began before the view at its beginning. */
function xOfEvent({ date }: TimelineEvent, view: View): number {
  return xOf(view.scale, momentIn(view, date) ?? Math.max(view.start, positionOf(date)));
}

/** An event, and where it is drawn. */
interface Place {
  readonly event: TimelineEvent;
  readonly x: number;
}

type Run = readonly [Place, ...Place[]];

/** Neighbours nearer than `near`, in order of time; those of two leaves are never one run. */
function runsOf(places: readonly Place[], near: number, view: View): readonly Run[] {
  const runs: [Place, ...Place[]][] = [];
  for (const place of places) {
    const run = runs.at(-1);
    const before = run?.at(-1)?.x ?? 0;
    if (run && place.x - before < near && leafOf(view, place.x) === leafOf(view, before)) run.push(place);
    else runs.push([place]);
  }
  return runs;
}

function stripOf(run: Run): Strip {
  const [{ event, x: x0 }, ...others] = run;
  const counts: number[] = [];
  for (const { x } of run) {
    const cell = Math.floor((x - x0) / CELL);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  const filled = Array.from(counts, (count = 0) => count);
  return {
    lane: event.lane,
    events: [event, ...others.map((other) => other.event)],
    x0,
    x1: x0 + filled.length * CELL,
    counts: filled,
  };
}
