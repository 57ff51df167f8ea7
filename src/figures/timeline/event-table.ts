import { wordsOf } from '../../base/words/choose-words.ts';
import type { Figure, FigureEvent, FigureTable } from '../../deck/figure.ts';
import type { PlacedTimeline } from './layout/placed.ts';
import { isoDate } from './model/date.ts';
import type { Timeline, TimelineEvent } from './model/model.ts';
import { formatWhen } from './model/when.ts';

/** What a figure shows, for whoever takes its events elsewhere: as a table, and one by one. */
export function eventsShown(
  name: string,
  timeline: Timeline,
  placed: PlacedTimeline,
  lang: string,
): Required<Pick<Figure, 'tables' | 'events'>> {
  const shown = new Set(placed.events.map(({ id }) => id));
  return {
    tables: () => [eventTable(name, timeline, placed, lang)],
    events: () => timeline.events.filter(({ id }) => shown.has(id)).flatMap(eventOf),
  };
}

/** Empty where no calendar has its first date, or its author says when in other words. */
export function eventOf({
  title,
  date,
  end,
  open,
  when,
  place,
  summary,
}: TimelineEvent): readonly FigureEvent[] {
  const start = open === 'from' || when !== undefined ? undefined : isoDate(date);
  return start
    ? [{ name: title, start, end: end && isoDate(end), place, description: summary || undefined }]
    : [];
}

/** The events a figure shows, in order of time. */
function eventTable(name: string, timeline: Timeline, { events }: PlacedTimeline, lang: string): FigureTable {
  const { date, event, lane } = wordsOf(lang);
  const shown = new Set(events.map(({ id }) => id));
  const lanes = new Map(timeline.lanes.map((lane) => [lane.id, lane.name]));
  return {
    ...{ name, title: timeline.title, head: [date, event, lane] },
    rows: timeline.events
      .filter(({ id }) => shown.has(id))
      .map((one) => [formatWhen(one, lang), one.title, lanes.get(one.lane) ?? '']),
  };
}
