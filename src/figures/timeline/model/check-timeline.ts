import { suggest } from '../../../base/nearest.ts';
import type { Report } from '../../../base/problem.ts';
import type { Located } from '../../../base/yaml/read.ts';
import type { CompleteTimeline } from './complete.ts';
import { compareDates, endOf, formatDate, isoDate, type PartialDate, positionOf, startOf } from './date.ts';
import { readKinds, suggestKind } from './kinds.ts';

type Path = readonly PropertyKey[];
/** Reports an error at a path of the file. */
type Blame = (path: Path, what: string, fix: string) => void;

/**
 * Checks what a shape cannot say: names that must be known, ids used once, ends after starts, every event within
 * the timeline and one of its eras. Reports all of it; true if there was nothing to report.
 */
export function checkTimeline({ value, placeOf }: Located<CompleteTimeline>, report: Report): boolean {
  let sound = true;
  const blame: Blame = (path, what, fix) => {
    sound = false;
    report({ severity: 'error', place: placeOf(path), what, fix });
  };
  checkPeriod(value, [], 'the timeline', blame);
  const ordered = sound;
  checkNames(value, blame);
  // Nothing lies within a timeline that ends before it begins: that one mistake is told once.
  if (ordered) {
    checkEras(value, blame);
    checkFolds(value, blame);
  }
  for (const [index, band] of value.bands.entries())
    checkPeriod(band, ['bands', index], `the band "${band.id}"`, blame);
  for (const [index, span] of value.spans.entries())
    checkPeriod(span, ['spans', index], `the span "${span.id}"`, blame);
  if (ordered) checkEvents(value, blame);
  checkKinds(value, blame);
  checkGroups(value, blame);
  return sound;
}

/** A date as an author would write it. */
function written(date: PartialDate): string {
  return isoDate(date) ?? formatDate(date);
}

function checkPeriod(
  { from, to }: { readonly from: PartialDate; readonly to?: PartialDate | undefined },
  path: Path,
  name: string,
  blame: Blame,
): void {
  if (to && endOf(to) <= startOf(from))
    blame(
      [...path, 'to'],
      `${name} ends ${formatDate(to)}, before it begins (${formatDate(from)})`,
      `Write a date after ${written(from)}, or change "from".`,
    );
}

function checkNames(timeline: CompleteTimeline, blame: Blame): void {
  const lanes = timeline.lanes.map(({ id }) => id);
  const events = timeline.events.map(({ id }) => id);
  for (const kind of ['lanes', 'eras', 'bands', 'spans', 'events'] as const) {
    const seen = new Set<string>();
    for (const [index, { id }] of timeline[kind].entries()) {
      if (seen.has(id))
        blame(
          [kind, index, 'id'],
          `the id "${id}" is used twice`,
          `Give each of the ${kind} an id of its own.`,
        );
      seen.add(id);
    }
  }
  const known = (id: string, all: readonly string[], path: Path, kind: string): void => {
    if (!all.includes(id)) blame(path, `unknown ${kind} "${id}"`, suggest(id, all));
  };
  for (const [index, { lane }] of timeline.events.entries())
    known(lane, lanes, ['events', index, 'lane'], 'lane');
  for (const [index, { lane }] of timeline.spans.entries())
    known(lane, lanes, ['spans', index, 'lane'], 'lane');
  for (const [index, { event }] of timeline.bands.entries())
    if (event !== undefined) known(event, events, ['bands', index, 'event'], 'event');
  for (const [index, group] of timeline.groups.entries())
    for (const [at, event] of group.events.entries())
      known(event, events, ['groups', index, 'events', at], 'event');
}

function checkEras({ from, to, eras }: CompleteTimeline, blame: Blame): void {
  let before = from;
  for (const [index, era] of eras.entries()) {
    const path = ['eras', index, 'from'];
    const name = `the era "${era.id}" begins ${formatDate(era.from)}`;
    if (startOf(era.from) >= endOf(to))
      blame(path, `${name}, after the timeline ends`, `Write a date up to ${written(to)}.`);
    else if (index === 0 && startOf(era.from) < startOf(from))
      blame(path, `${name}, before the timeline does`, `Write ${written(from)} or later.`);
    else if (index > 0 && startOf(era.from) <= startOf(before))
      blame(
        path,
        `${name}, not after the one before it`,
        `Order the eras by date; this one comes after ${written(before)}.`,
      );
    before = era.from;
  }
}

function checkFolds({ from, to, folds }: CompleteTimeline, blame: Blame): void {
  let before = from;
  for (const [index, { at }] of folds.entries()) {
    const inside = startOf(at) > startOf(before) && startOf(at) < endOf(to);
    if (!inside)
      blame(
        ['folds', index, 'at'],
        `the fold at ${formatDate(at)} is not between ${formatDate(before)} and ${formatDate(to)}`,
        'Order the folds by date, within the timeline.',
      );
    before = at;
  }
}

function checkEvents({ from, to, eras, events }: CompleteTimeline, blame: Blame): void {
  const first = eras[0]?.from ?? from;
  for (const [index, event] of events.entries()) {
    const { date } = event.date;
    const at = positionOf(date);
    const span = `${written(first)} to ${written(to)}`;
    if (at < startOf(first) || at >= endOf(to))
      blame(
        ['events', index, 'date'],
        `"${event.id}" (${formatDate(date)}) is outside ${eras.length > 0 ? 'all eras' : 'the timeline'}`,
        `Write a date from ${span}, or widen ${eras.length > 0 ? 'the eras' : 'the timeline'}.`,
      );
    const { bar, end = event.date.end } = event;
    if (bar)
      checkPeriod(
        { from: bar.from ?? date, to: bar.to },
        ['events', index, 'bar'],
        `the bar of "${event.id}"`,
        blame,
      );
    if (end && event.date.open !== 'from')
      checkPeriod({ from: date, to: end }, ['events', index], `"${event.id}"`, (_, what, fix) =>
        blame(['events', index, event.end ? 'end' : 'date'], what, fix.replace('"from"', '"date"')),
      );
    const { in_force: inForce, ended } = event;
    if (inForce && ended && compareDates(inForce, ended) > 0)
      checkPeriod({ from: inForce, to: ended }, ['events', index], `"${event.id}"`, (_, what, fix) =>
        blame(['events', index, 'ended'], what, fix.replace('"from"', '"in_force"')),
      );
  }
}

function checkGroups({ groups, events }: CompleteTimeline, blame: Blame): void {
  for (const [index, group] of groups.entries()) {
    const lanes = new Set(events.filter(({ id }) => group.events.includes(id)).map(({ lane }) => lane));
    if (lanes.size > 1)
      blame(
        ['groups', index],
        `the events of the group "${group.label}" stand in ${lanes.size} lanes (${[...lanes].join(', ')})`,
        'Keep those of one lane: a label is shared within its lane.',
      );
  }
}

function checkKinds(timeline: CompleteTimeline, blame: Blame): void {
  const { marks, bars } = readKinds(timeline);
  for (const [index, { mark, bar }] of timeline.events.entries()) {
    if (mark !== undefined && !marks.of(mark))
      blame(['events', index, 'mark'], `"mark" is "${mark}"`, suggestKind(mark, marks));
    const weight = bar?.weight;
    if (weight !== undefined && !bars.of(weight))
      blame(['events', index, 'bar', 'weight'], `"weight" is "${weight}"`, suggestKind(weight, bars));
  }
}
