import { suggest } from '../../base/nearest.ts';
import type { Place, Report } from '../../base/problem.ts';
import { eraOf } from './layout/range.ts';
import { endOf, parseWhen, startOf } from './model/date.ts';
import type { Era, Timeline } from './model/model.ts';

type PlaceOf = (path: readonly (string | number)[]) => Place;

/** A timeline of some of its events: those named, or those of a kind; undefined, and said, where there are none such. */
export function chooseEvents(
  timeline: Timeline,
  { only, kind }: { readonly only: readonly string[] | undefined; readonly kind: string | undefined },
  placeOf: PlaceOf,
  report: Report,
): Timeline | undefined {
  if (only === undefined && kind === undefined) return timeline;
  const ids = timeline.events.map(({ id }) => id);
  const unknown = only?.find((id) => !ids.includes(id));
  if (unknown !== undefined) {
    const what = `unknown event "${unknown}"`;
    report({ severity: 'error', place: placeOf(['only']), what, fix: suggest(unknown, ids) });
    return undefined;
  }
  const kindsOf = (event: Timeline['events'][number]) => [event.kind, event.markKind, event.bar?.kind];
  const kinds = [...new Set(timeline.events.flatMap(kindsOf))].filter((one) => one !== undefined);
  if (kind !== undefined && !kinds.includes(kind)) {
    const what = `there is no event of kind "${kind}"`;
    report({ severity: 'error', place: placeOf(['kind']), what, fix: suggest(kind, kinds) });
    return undefined;
  }
  const events = timeline.events.filter(
    (event) =>
      (only === undefined || only.includes(event.id)) &&
      (kind === undefined || kindsOf(event).includes(kind)),
  );
  return without(timeline, events);
}

/** A timeline with only these events, and no more lanes than they and its spans stand in. */
function without(timeline: Timeline, events: Timeline['events']): Timeline {
  const left = new Set(events.map(({ id }) => id));
  const used = new Set([...events, ...timeline.spans].map(({ lane }) => lane));
  return {
    ...timeline,
    events,
    lanes: timeline.lanes.filter(({ id }) => used.has(id)),
    bands: timeline.bands.map((band) =>
      band.event === undefined || left.has(band.event) ? band : { ...band, event: undefined },
    ),
    groups: timeline.groups
      .map((group) => ({ ...group, events: group.events.filter((id) => left.has(id)) }))
      .filter((group) => group.events.length > 1),
  };
}

/** A timeline with the events that some years have a part of; the same where none are named. */
export function inYears(timeline: Timeline, years: Era | undefined): Timeline {
  if (!years) return timeline;
  return without(
    timeline,
    timeline.events.filter((event) => isPartlyIn(event, years)),
  );
}

/** Whether any of an event's time, or of its bar's, is of some years. */
function isPartlyIn({ date, bar }: Timeline['events'][number], { start, end }: Era): boolean {
  if (startOf(date) < end && endOf(date) > start) return true;
  return bar !== undefined && startOf(bar.from) < end && (bar.to === undefined || endOf(bar.to) > start);
}

/** The years of a `range: 1939/1945`, as an era without a name; undefined, and said, where they are none of its own. */
export function readYears(
  text: string,
  { start, end }: Timeline,
  placeOf: PlaceOf,
  { report, lang }: { readonly report: Report; readonly lang: string },
): Era | undefined {
  const place = placeOf(['range']);
  const when = parseWhen(text);
  if (!when || (!when.end && !when.open)) {
    const what = `"${text}" is no range of dates`;
    report({ severity: 'error', place, what, fix: 'Write two dates with a stroke between them: 1939/1945.' });
    return undefined;
  }
  const from = when.open === 'from' ? start : startOf(when.date);
  // As an era's: the last day, month or year is in it to its end.
  const to = when.end ? endOf(when.end) : end;
  const era = eraOf({ start: Math.max(start, from), end: Math.min(end, to) }, lang, place);
  if (era.end > era.start) return era;
  const what = `the range ${text} holds nothing of the timeline`;
  report({ severity: 'error', place, what, fix: 'Write two dates of it, the earlier one first.' });
  return undefined;
}
