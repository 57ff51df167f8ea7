import { endOf, isSoft, type PartialDate, positionOf, startOf, untilOf } from '../model/date.ts';
import type { Band, Period, Span, Timeline, TimelineEvent } from '../model/model.ts';
import { CLOSER_ONLY } from './closer-only.ts';
import { renewedTurn, signedTurn } from './labels/label-names.ts';
import type { Strip } from './placed.ts';
import { xOf, xOfEnd } from './scale.ts';
import { momentIn, overlaps, type View } from './view.ts';

/** Radius of a dot, with all of its edge, and of one that shows how many events it stands for. */
export const DOT = 11;
const COUNT_DOT = 17;
/** Marks nearer than this are drawn as one; nearer than `RIM` they overlap with a rim between them. */
const MERGE = 6;
export const RIM = 22;
/** A signature nearer than this to its bar is not drawn apart. */
const APART = 8;
/** Least px over which an end that is not sure fades. */
const FADE = 24;
/** How far beyond the years shown what goes on is drawn: as far as a dot at their end reaches. */
const BEYOND = DOT;

/** What an event is drawn as. A stem stands on a heavy bar, or on the line from its signature; a band goes through all lanes. */
export interface Mark {
  readonly kind: 'dot' | 'stem' | 'bar' | 'band';
  readonly event: TimelineEvent;
  readonly x: number;
  readonly from: number;
  readonly to: number;
  /** The tint it is. */
  readonly band?: Band;
  /** All the time a point may be of, where that is much wider than the point. Px. */
  readonly range?: { readonly x0: number; readonly x1: number };
}

/** Marks drawn as one: on an overview, where they lie too near each other. */
export type Cluster = readonly [Mark, ...Mark[]];

/** A line in force. */
export interface LaneBar {
  readonly event: TimelineEvent;
  readonly weight: 'heavy' | 'light';
  readonly x0: number;
  readonly x1: number;
  /** Between these it is sure: within an end that is not, at one that is, beyond one where it goes on. */
  readonly sureFrom: number;
  readonly sureTo: number;
  /** Ends that are not known, or have not come. */
  readonly openFrom: boolean;
  readonly openTo: boolean;
  /** Where a renewal cuts it. */
  readonly slots: readonly number[];
  /** Where it is notched; an overview has no room for that. */
  readonly notches: readonly number[];
  /** Where a signature came before it, so far that the two are seen apart. */
  readonly signed: number | undefined;
  /** What an era says of these. */
  readonly turns: readonly { readonly x: number; readonly text: string }[];
}

export interface LaneSpan extends Pick<LaneBar, 'x0' | 'x1' | 'sureFrom' | 'sureTo'> {
  readonly span: Span;
}

/** Everything in view of one lane, or of one of its tracks where spans overlap in it, along its line. */
export interface LaneMarks {
  readonly lane: Timeline['lanes'][number];
  /** Of the tracks of its lane, from 0. */
  readonly track: number;
  /** Whether spans of one time lie on each other here, for there were too many: cuts show their ends. */
  readonly crowded: boolean;
  readonly bars: readonly LaneBar[];
  readonly spans: readonly LaneSpan[];
  /** In order of time; those drawn as one stand in one list. */
  readonly clusters: readonly Cluster[];
  /** Events too many to be drawn one by one. */
  readonly strips: readonly Strip[];
}

export function isHeavy({ weight }: Pick<LaneBar, 'weight'>): boolean {
  return weight === 'heavy';
}

export function isHatched({ span }: LaneSpan): boolean {
  return span.style === 'hatch';
}

/**
 * Px of a period's two ends, cut to the view, and between which it is drawn: beyond the view where it goes on;
 * undefined where none of it is in view.
 */
export function extentOf(view: View, { from, to }: Pick<Period, 'from'> & { to: Period['to'] | undefined }) {
  const start = startOf(from);
  const end = to ? untilOf(to) : Number.POSITIVE_INFINITY;
  if (!overlaps(view, start, Math.max(end, start + 1e-6))) return undefined;
  const [x0, x1] = [xOf(view.scale, start), xOfEnd(view.scale, end)];
  return {
    ...{ x0, x1 },
    sureFrom: start < view.start ? x0 - BEYOND : x0,
    sureTo: end > view.end ? x1 + BEYOND : x1,
  };
}

export function barOf(event: TimelineEvent, view: View): readonly LaneBar[] {
  const extent = event.bar && extentOf(view, event.bar);
  if (!event.bar || !extent) return [];
  const { from, to, weight } = event.bar;
  const { x0, x1, sureFrom, sureTo } = extent;
  const x = (date: PartialDate): number => xOf(view.scale, positionOf(date));
  // One out of view is taken to be at its edge.
  const ticks = (kind: 'renewal' | 'tick') =>
    event.milestones.filter(({ tick, date }) => tick === kind && x(date) > x0 + 3 && x(date) < x1 - 3);
  const renewals = ticks('renewal');
  // What is not sure fades, as far as it may reach, at most the half of it.
  const fade = (extent: number): number => Math.min((x1 - x0) / 2, Math.max(FADE, extent));
  const [begins, ends] = [sureFrom === x0, sureTo === x1];
  const at = weight === 'heavy' && positionOf(event.date) >= view.start ? x(event.date) : x0;
  const signed = x0 - at >= APART ? at : undefined;
  const turn = signedTurn(event, view.lang);
  return [
    {
      event,
      weight,
      x0,
      x1,
      sureFrom: begins && isSoft(from) ? x0 + fade(xOf(view.scale, endOf(from)) - x0) : sureFrom,
      sureTo:
        ends && to && isSoft(to)
          ? x1 - fade(x1 - xOfEnd(view.scale, startOf(to)))
          : event.open === 'to'
            ? x1
            : sureTo,
      openFrom: event.bar.fromUnknown && begins,
      openTo: event.open === 'to',
      slots: renewals.map(({ date }) => x(date)),
      notches: CLOSER_ONLY || view.kind === 'era' ? ticks('tick').map(({ date }) => x(date)) : [],
      signed,
      turns: [
        ...(signed === undefined || turn === undefined ? [] : [{ x: signed, text: turn }]),
        ...renewals.map((one) => ({ x: x(one.date), text: renewedTurn(one, view.lang) })),
      ],
    },
  ];
}

type Ground = Pick<LaneMarks, 'bars'> & Pick<Timeline, 'bands'>;

/** The marks of a track's events. */
export function marksOf(events: readonly TimelineEvent[], ground: Ground, view: View): readonly Mark[] {
  const { bars, bands } = ground;
  const own = new Map(bars.map((bar) => [bar.event, bar]));
  const tints = new Map(bands.map((band) => [band.event, band]));
  const blocks = bars.filter(isHeavy).map(({ x0, x1, signed = x0 }) => ({ x0: signed, x1 }));
  return events.flatMap((event) => markOf(event, own.get(event), tints.get(event.id), blocks, view));
}

function markOf(
  event: TimelineEvent,
  own: LaneBar | undefined,
  band: Band | undefined,
  blocks: readonly { readonly x0: number; readonly x1: number }[],
  view: View,
): readonly Mark[] {
  const moment = momentIn(view, event.date);
  const tint = band && extentOf(view, band);
  if (band && tint) return [{ kind: 'band', event, band, x: tint.x0, from: tint.x0, to: tint.x1 }];
  if (own && (own.weight === 'heavy' || moment === undefined)) {
    const { x0, x1 } = own;
    return [{ kind: 'bar', event, x: x0, from: x0, to: CLOSER_ONLY ? x1 : endOnLeaf(own, view) }];
  }
  if (moment === undefined) return [];
  const x = xOf(view.scale, moment);
  const onBlock = blocks.some(({ x0, x1 }) => x >= x0 - 0.5 && x <= x1 + 0.5);
  const kind = onBlock ? 'stem' : 'dot';
  const range = onBlock || event.bar ? undefined : rangeOf(event.date, view);
  return [{ kind, event, x, from: x - DOT, to: x + DOT, ...(range && { range }) }];
}

/** Least px of a date that is drawn as wide as it is: of one that is not sure, of one that is not more exact. */
const [WIDE, COARSE] = [3 * DOT, 240];

function rangeOf(date: PartialDate, view: View): Mark['range'] {
  const x0 = xOf(view.scale, Math.max(view.start, startOf(date)));
  const x1 = xOfEnd(view.scale, Math.min(view.end, endOf(date)));
  return x1 - x0 >= (isSoft(date) ? WIDE : COARSE) ? { x0, x1 } : undefined;
}

/** Where a bar ends on the leaf where it begins: labels do not cross the fold. */
function endOnLeaf({ x0, x1 }: LaneBar, { foldX, leaves }: View): number {
  return foldX !== undefined && x0 < foldX ? Math.min(x1, leaves.left.to) : x1;
}

/** Marks next to each other that lie nearer than `MERGE` to the first of them are one. */
export function merge(marks: readonly Mark[]): readonly Cluster[] {
  const clusters: [Mark, ...Mark[]][] = [];
  for (const mark of marks) {
    const last = clusters.findLast(([first]) => isPoint(first));
    const first = last?.[0];
    if (
      last &&
      first &&
      isPoint(mark) &&
      mark.x - first.x < MERGE &&
      (first.kind === 'stem') === (mark.kind === 'stem')
    )
      last.push(mark);
    else clusters.push([mark]);
  }
  return clusters;
}

/** Whether a dot has room to say how many events it stands for: drawn at its usual size, with no other dot near. */
export function showsCount(cluster: Cluster, clusters: LaneMarks['clusters'], size: number): boolean {
  const [first] = cluster;
  if (cluster.length < 2 || first.kind !== 'dot' || size < 1) return false;
  return clusters.every(
    (other) =>
      other === cluster ||
      other.every((mark) => !isPoint(mark) || Math.abs(mark.x - first.x) > COUNT_DOT + DOT),
  );
}

/** Half the height of a cluster's dot or ring, px; 0 for what is none. */
export function radiusOf(cluster: Cluster, clusters: LaneMarks['clusters'], size: number): number {
  const [first] = cluster;
  if (first.kind !== 'dot') return 0;
  return !CLOSER_ONLY && showsCount(cluster, clusters, size) ? COUNT_DOT : DOT * size;
}

export function isPoint({ kind }: Mark): boolean {
  return kind === 'dot' || kind === 'stem';
}
