import type { PartialDate } from '../../model/date.ts';
import type { Group, TimelineEvent } from '../../model/model.ts';
import { spokenEvents } from '../../words.ts';
import { CLOSER_ONLY } from '../closer-only.ts';
import { type Cluster, DOT, isPoint, type LaneMarks, type LaneSpan, type Mark, radiusOf } from '../marks.ts';
import type { Strip, WordRole } from '../placed.ts';
import { leafOf, type View } from '../view.ts';
import type { Wish } from './choose.ts';
import { nameOf, type Second, secondOf } from './label-names.ts';
import { nameOfAll } from './short-date.ts';

/** A label to be placed: its words, and the marks it names. */
export interface Label {
  readonly text: string;
  readonly second?: Second | undefined;
  readonly role: Extract<WordRole, 'must' | 'minor' | 'quiet'>;
  /** What it names: it stands in the first one's entry of the list. Empty for a remark. */
  readonly events: readonly TimelineEvent[];
  /** Of what tells its date: a point, or the beginning of a span; and where the span ends. */
  readonly from: number;
  readonly to: number;
  readonly end: number;
  /** Whether that is no end of its own: it goes on. */
  readonly goesOn?: boolean;
  /** Where a flag's stem would stand; undefined for what is no flag. */
  readonly stem?: number;
  /** Whether it is a bar or a tint, whose beginning tells its date. */
  readonly lasts?: boolean;
  /** Whether the mark is a tint, on which the label may stand itself. */
  readonly tint?: boolean;
  readonly prefers: Wish['prefers'];
  readonly otherSide: number;
  readonly passing: number;
  readonly cost: Wish['cost'];
}

/** What leaving out a label costs, by its significance. */
const COST = [0, 1e6, 2e4, 1e4];
/** What leaving out a second name costs: on the overview as little as standing right-aligned. */
const SECOND = 1.5;
const ERA_SECOND = 3;
/** What leaving out a remark costs: less than any event's label, more than any place. */
const QUIET = 2000;
/** What a remark among the names above costs, which it should leave that place to: a row of its own is worth it. */
const UNDER = 1200;
/** Half the width a cut in a bar is taken to have. */
const HALF_TURN = 10;
/** What it costs to stand over another's point, for then a tie has to say which is its own; no tie tells two stems. */
const OVER_POINT = 3;
const OVER_STEM = 60;
/** So much of a bar tells when it began. */
const BEGINNING = 20;

/**
 * The labels of a lane, in order of their marks: on the overview of what is significant, with one for each group
 * and for each mark that stands for several events; in an era of everything. `inside` are named in their bars.
 */
export function labelsOf(
  marks: LaneMarks,
  groups: readonly Group[],
  inside: ReadonlySet<TimelineEvent>,
  view: View,
): readonly Label[] {
  const dealt = CLOSER_ONLY
    ? marks.clusters.filter(([mark]) => !inside.has(mark.event))
    : dealMarks(marks, groups, inside, view);
  const named = dealt.map((named) => labelOf(named, groups, marks, view));
  const remarks = CLOSER_ONLY || view.kind === 'era' ? remarksOf(marks) : [];
  return [...named, ...remarks, ...marks.strips.map((strip) => countOf(strip, view.lang))].sort(
    (a, b) => a.from - b.from || Math.sign(b.events.length) - Math.sign(a.events.length),
  );
}

/** The marks that have labels of their own, and those that share one: of a group, or drawn as one. */
function dealMarks(
  { clusters }: LaneMarks,
  groups: readonly Group[],
  inside: ReadonlySet<TimelineEvent>,
  view: View,
): readonly Cluster[] {
  const labels = new Map<string, [Mark, ...Mark[]]>();
  for (const [index, cluster] of clusters.entries()) {
    const wanted = cluster.filter(({ event }) => isWanted(event, view) && !inside.has(event));
    const alone = wanted.filter(({ event }) => !groupOf(event, groups, view));
    for (const mark of wanted) {
      const group = groupOf(mark.event, groups, view);
      const key = `${leafOf(view, mark.x)} ${group ? `group ${groups.indexOf(group)}` : alone.length > 1 ? `cluster ${index}` : mark.event.id}`;
      const known = labels.get(key);
      if (known) known.push(mark);
      else labels.set(key, [mark]);
    }
  }
  return [...labels.values()];
}

export function isWanted(event: TimelineEvent, view: View): boolean {
  return CLOSER_ONLY || view.kind === 'era' || event.significance < 3;
}

function groupOf(event: TimelineEvent, groups: readonly Group[], view: View): Group | undefined {
  return view.kind === 'overview' ? groups.find(({ events }) => events.includes(event.id)) : undefined;
}

export function labelOf(named: Cluster, groups: readonly Group[], marks: LaneMarks, view: View): Label {
  const [first] = named;
  // An era draws no marks as one.
  const last = CLOSER_ONLY ? first : (named.at(-1) ?? first);
  const group = CLOSER_ONLY ? undefined : groupOf(first.event, groups, view);
  const all = group ? membersOf(group, first, marks, view) : named;
  const events = CLOSER_ONLY ? [first.event] : [...new Set([...named, ...all].map(({ event }) => event))];
  const shared = !CLOSER_ONLY && (named.length > 1 || group !== undefined);
  const ranks = events.map(({ significance }) => significance);
  const rank = CLOSER_ONLY ? first.event.significance : Math.min(...ranks);
  const must = rank === 1;
  const plain = shared || (!CLOSER_ONLY && view.kind === 'overview' && !must);
  const reach = reachOf(first, last, marks);
  return {
    text: shared
      ? nameOfAll(
          group?.label ?? spokenEvents(named.length, view.lang),
          (all[0] ?? first).event.date,
          (all.at(-1) ?? last).event.date,
          view,
        )
      : nameOf(first.event, periodOf(first, marks), view),
    second: plain ? undefined : secondOf(first.event),
    role: must ? 'must' : 'minor',
    events,
    ...(CLOSER_ONLY ? reach : widened(reach, first, marks)),
    lasts: !isPoint(first),
    tint: first.kind === 'band',
    prefers: 'above',
    otherSide: 4,
    passing: first.kind === 'stem' ? OVER_STEM : OVER_POINT,
    cost: { label: COST[rank] ?? 0, second: CLOSER_ONLY || view.kind === 'era' ? ERA_SECOND : SECOND },
  };
}

/** All of a group in order of time, also what is too minor to be named by itself: its label tells their years. */
function membersOf(group: Group, { x }: Mark, { clusters }: LaneMarks, view: View): readonly Mark[] {
  const isMember = (mark: Mark): boolean =>
    leafOf(view, mark.x) === leafOf(view, x) && group.events.includes(mark.event.id);
  return clusters.flat().filter(isMember);
}

/** A dot that says how many it stands for is larger than its mark. */
function widened<Reach extends Pick<Label, 'from' | 'to' | 'end'>>(
  reach: Reach,
  first: Mark,
  { clusters }: LaneMarks,
): Reach {
  const cluster = clusters.find((one) => one.includes(first));
  const more = cluster ? radiusOf(cluster, clusters, 1) - DOT : 0;
  return more > 0 ? { ...reach, from: reach.from - more, to: reach.to + more, end: reach.end + more } : reach;
}

/** What of its marks tells the date: the points, or the beginning of a bar. A label stands there or at the end. */
function reachOf(
  first: Mark,
  last: Mark,
  { bars }: LaneMarks,
): Pick<Label, 'from' | 'to' | 'end' | 'goesOn' | 'stem'> {
  const bar = bars.find(({ event, x0 }) => event === last.event && x0 <= last.to);
  const to = last.kind === 'bar' ? Math.min(last.to, last.from + BEGINNING) : last.to;
  return {
    from: first.from,
    to,
    end: Math.max(to, last.to, bar && isPoint(last) ? bar.x1 : 0),
    goesOn: bar !== undefined && bar.event.bar?.to === undefined,
    stem: isPoint(first) ? first.x : first.from + 1.25,
  };
}

/** What is drawn of an event that lasts: its band or its bar, if that is in view. */
function periodOf(
  { event, band }: Mark,
  { bars }: LaneMarks,
): { readonly from: PartialDate; readonly to: PartialDate | undefined } | undefined {
  return band ?? (bars.some((bar) => bar.event === event) ? event.bar : undefined);
}

/** What is no event's label: it names what lies between two places. */
function remark(text: string, from: number, to: number, prefers: Label['prefers'], cost = QUIET): Label {
  return {
    ...{ role: 'quiet', events: [], otherSide: UNDER, passing: OVER_POINT },
    ...{ text, from, to, end: to, prefers, cost: { label: cost, second: 0 } },
  };
}

/** How many events a strip stands for: said more surely than any name. */
function countOf({ events, x0, x1 }: Strip, lang: string): Label {
  return remark(spokenEvents(events.length, lang), x0, x1, 'below', 1e7);
}

/** Remarks of an era that are no event's label: names of spans, and what cuts or ends a bar. */
function remarksOf({ bars, spans, clusters }: LaneMarks): readonly Label[] {
  // A dotted line with events on it is left to the foot of the slide.
  const isBusy = ({ span, x0, x1 }: LaneSpan): boolean =>
    span.style === 'dotted' && clusters.flat().some(({ x }) => x > x0 && x < x1);
  const names = new Set(clusters.flat().map(({ event }) => event.label));
  const side = clusters.length > 0 ? 'below' : 'above';
  return [
    ...spans
      .filter((one) => !isBusy(one) && !names.has(one.span.name))
      .map(({ span, x0, x1 }) => remark(span.name, x0, x1, side)),
    ...bars.flatMap(({ turns }) =>
      turns.map(({ x, text }) => remark(text, x - HALF_TURN, x + HALF_TURN, side)),
    ),
  ];
}
