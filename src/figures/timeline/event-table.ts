import type { FigureTable } from '../../deck/figure.ts';
import type { PlacedTimeline } from './layout/placed.ts';
import type { Timeline } from './model/model.ts';
import { formatWhen } from './model/when.ts';

/** The events a figure shows, in order of time. */
export function eventTable(
  name: string,
  timeline: Timeline,
  { events }: PlacedTimeline,
  lang: string,
): FigureTable {
  const shown = new Set(events.map(({ id }) => id));
  const lanes = new Map(timeline.lanes.map((lane) => [lane.id, lane.name]));
  return {
    ...{ name, title: timeline.title, head: ['Date', 'Event', 'Lane'] },
    rows: timeline.events
      .filter(({ id }) => shown.has(id))
      .map((event) => [formatWhen(event, lang), event.title, lanes.get(event.lane) ?? '']),
  };
}
