import { wordsOf } from '../../../../base/words/choose-words.ts';
import { fill } from '../../../../base/words/fill.ts';
import type { PartialDate } from '../../model/date.ts';
import type { Group, SecondName, TimelineEvent } from '../../model/model.ts';
import { spokenEvents } from '../../words.ts';
import { isPoint, type LaneMarks, type LaneSpan, type Mark } from '../marks.ts';
import type { Strip, WordRole } from '../placed.ts';
import type { View } from '../view.ts';
import type { Wish } from './choose.ts';
import { formatShort, formatShortPeriod } from './when.ts';

/** A label to be placed: its words, and the marks it names. */
export interface Label {
  readonly text: string;
  readonly second: { readonly text: string; readonly lang: string } | undefined;
  readonly role: Extract<WordRole, 'must' | 'minor' | 'quiet'>;
  /** What it names: it stands in the first one's entry of the list. Empty for a remark. */
  readonly events: readonly TimelineEvent[];
  /** Of what tells its date: a point, or the beginning of a span; and where the span ends. */
  readonly from: number;
  readonly to: number;
  readonly end: number;
  /** Whether that is no end of its own: it goes on. */
  readonly goesOn: boolean;
  /** Where a flag's stem would stand; undefined for what is no flag. */
  readonly stem: number | undefined;
  /** Whether the mark is a tint, on which the label may stand itself. */
  readonly tint: boolean;
  readonly prefers: Wish['prefers'];
  readonly otherSide: number;
  readonly passing: number;
  readonly leaf: 'left' | 'right';
  readonly cost: Wish['cost'];
}

/** A second title this short serves as a label too. */
const SHORT = 10;
/** What leaving out a second name costs: on the overview as little as standing right-aligned. */
const SECOND = { overview: 1.5, era: 4 } as const;
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
  const labels = new Map<string, Mark[]>();
  for (const [index, cluster] of marks.clusters.entries()) {
    const wanted = cluster.filter(({ event }) => isWanted(event, view) && !inside.has(event));
    const alone = wanted.filter(({ event }) => !groupOf(event, groups, view));
    for (const mark of wanted) {
      const group = groupOf(mark.event, groups, view);
      const key = `${mark.leaf} ${group ? `group ${groups.indexOf(group)}` : alone.length > 1 ? `cluster ${index}` : mark.event.id}`;
      labels.set(key, [...(labels.get(key) ?? []), mark]);
    }
  }
  const named = [...labels.values()].map((named) => labelOf(named, groups, marks, view));
  const remarks = view.kind === 'era' ? remarksOf(marks, view) : [];
  return [...named, ...remarks, ...marks.strips.map((strip) => countOf(strip, view.lang))].sort(
    (a, b) => a.from - b.from || Math.sign(b.events.length) - Math.sign(a.events.length),
  );
}

export function isWanted(event: TimelineEvent, view: View): boolean {
  return view.kind === 'era' || event.significance < 3;
}

function groupOf(event: TimelineEvent, groups: readonly Group[], view: View): Group | undefined {
  return view.kind === 'overview' ? groups.find(({ events }) => events.includes(event.id)) : undefined;
}

export function labelOf(
  named: readonly Mark[],
  groups: readonly Group[],
  marks: LaneMarks,
  view: View,
): Label {
  const [first, last] = [named[0], named.at(-1)];
  if (!first || !last) throw new RangeError('a label names at least one mark');
  const events = named.map(({ event }) => event);
  const group = groupOf(first.event, groups, view);
  const name = group?.label ?? (named.length > 1 ? spokenEvents(named.length, view.lang) : first.event.label);
  const years =
    group || named.length > 1
      ? formatShortPeriod(first.event.date, last.event.date, view)
      : yearsOf(first.event, periodOf(first, marks), view);
  const must = events.some(({ significance }) => significance === 1);
  const shared = named.length > 1 || group !== undefined;
  return {
    text: says(name, years) ? name : `${name} ${years}`,
    second: shared || (view.kind === 'overview' && !must) ? undefined : secondLabel(first.event.second),
    role: must ? 'must' : 'minor',
    events,
    ...reachOf(first, last, marks),
    tint: first.kind === 'band',
    prefers: 'above',
    otherSide: 4,
    passing: first.kind === 'stem' ? OVER_STEM : OVER_POINT,
    leaf: first.leaf,
    cost: {
      label: must ? 1e6 : events.some(({ significance }) => significance === 2) ? 2e4 : 1e4,
      second: SECOND[view.kind],
    },
  };
}

/** Whether a name says its years already, as words of their own: "Act of 1848". */
function says(name: string, years: string): boolean {
  const at = name.indexOf(years);
  return at >= 0 && !/\d/.test(name.charAt(at - 1) + name.charAt(at + years.length));
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

/** The years of a period that has an end, else the year of the event. */
export function yearsOf(
  { date, end, open }: TimelineEvent,
  period: ReturnType<typeof periodOf>,
  view: View,
): string {
  // Where its beginning is not known, the beginning of its bar is none.
  if (open === 'from') return fill(wordsOf(view.lang).until, { date: formatShort(end ?? date, view) });
  if (period?.to) return formatShortPeriod(period.from, period.to, view);
  if (end) return formatShortPeriod(date, end, view);
  const from = formatShort(date, view);
  return open === 'to' ? fill(wordsOf(view.lang).since, { date: from }) : from;
}

export function secondLabel(second: SecondName | undefined): Label['second'] {
  const text = second?.label ?? (second && second.title.length <= SHORT ? second.title : undefined);
  return second && text !== undefined ? { text, lang: second.lang } : undefined;
}

/** How many events a strip stands for: said more surely than any name. */
function countOf({ events, x0, x1, leaf }: Strip, lang: string): Label {
  return {
    text: spokenEvents(events.length, lang),
    second: undefined,
    role: 'quiet',
    events: [],
    from: x0,
    to: x1,
    end: x1,
    goesOn: false,
    stem: undefined,
    tint: false,
    prefers: 'below',
    otherSide: UNDER,
    passing: OVER_POINT,
    leaf,
    cost: { label: 1e7, second: 0 },
  };
}

/** Remarks of an era that are no event's label: names of spans, and what cuts or ends a bar. */
function remarksOf({ bars, spans, clusters }: LaneMarks, { foldX }: View): readonly Label[] {
  // A dotted line with events on it is left to the foot of the slide.
  const isBusy = ({ span, x0, x1 }: LaneSpan): boolean =>
    span.style === 'dotted' && clusters.flat().some(({ x }) => x > x0 && x < x1);
  const remark = (text: string, from: number, to: number): Label => ({
    text,
    second: undefined,
    role: 'quiet',
    events: [],
    from,
    to,
    end: to,
    goesOn: false,
    stem: undefined,
    tint: false,
    prefers: clusters.length > 0 ? 'below' : 'above',
    otherSide: UNDER,
    passing: OVER_POINT,
    leaf: foldX !== undefined && from > foldX ? 'right' : 'left',
    cost: { label: QUIET, second: 0 },
  });
  return [
    ...spans.filter((span) => !isBusy(span)).map(({ span, x0, x1 }) => remark(span.name, x0, x1)),
    ...bars.flatMap(({ turns }) => turns.map(({ x, text }) => remark(text, x - HALF_TURN, x + HALF_TURN))),
  ];
}
