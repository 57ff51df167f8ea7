import { suggest } from '../../../../base/nearest.ts';
import type { FigureContext } from '../../../../deck/figure.ts';
import { formatDate, positionOf, startOf } from '../../../timeline/model/date.ts';
import { readTimeline, type Timeline, timelineFile } from '../../../timeline/model/parse.ts';
import type { PlotAxis } from '../chart.ts';
import { type Along, error, type ShortReading } from './roles.ts';

type Happenings = Pick<PlotAxis, 'events' | 'eras'>;

/** Events that the author names and the eras, of the deck's own timeline, on the chart's axis. Undefined if any is wrong: it is reported. */
export function readHappenings(
  along: Along,
  at: readonly number[],
  reading: ShortReading,
  context: FigureContext,
): Happenings | undefined {
  const { spec, placeOf } = reading;
  if (spec.events.length === 0 && !spec.eras) return {};
  const key = spec.events.length > 0 ? 'events' : 'eras';
  if (along.kind !== 'time')
    return error(
      reading,
      placeOf([key]),
      `"${key}" stands in a chart that does not run along time`,
      'Leave it out, or name a column of dates with "x".',
    );
  const file = timelineFile(context.paths);
  // What is wrong in the timeline itself is told where it is shown.
  const timeline = readTimeline({ ...context, report: () => undefined }, file, placeOf([key]));
  if (!timeline)
    return error(
      reading,
      placeOf([key]),
      `the deck has no timeline "${file}" that can be read`,
      'Write one, with an id for each event.',
    );
  const [first = 0, last = 0] = [at[0], at.at(-1)];
  const events = eventsOf(timeline, along, [first, last], reading);
  const eras = spec.eras
    ? timeline.eras.flatMap(({ start, end, name }) => {
        const [from, to] = [Math.max(momentOf(start), first), Math.min(momentOf(end), last)];
        return from < to ? [{ from, to, text: name }] : [];
      })
    : [];
  return events && { events, eras };
}

function eventsOf(
  { events }: Timeline,
  along: Along,
  [first, last]: readonly [number, number],
  reading: ShortReading,
): PlotAxis['events'] {
  const { spec, placeOf, report, lang } = reading;
  let whole = true;
  const found = spec.events.flatMap((id, nth) => {
    const place = placeOf(['events', nth]);
    const event = events.find((one) => one.id === id);
    if (!event) {
      whole = false;
      const known = events.map((one) => one.id);
      error(reading, place, `the timeline has no event "${id}"`, suggest(id, known));
      return [];
    }
    // Values of a year stand where it begins.
    const year = along.dates?.unit === 'year' ? startOf(event.date) : positionOf(event.date);
    const at = momentOf(year);
    if (at < first || at > last) {
      report({
        severity: 'notice',
        place,
        what: `"${event.label}" (${formatDate(event.date)}) lies outside the chart, and is not drawn`,
        fix: 'Leave it out, or draw more of the file.',
      });
      return [];
    }
    return [{ at, text: `${event.label}, ${formatDate(event.date, lang, 'short')}`, place }];
  });
  return whole ? found : undefined;
}

/** Milliseconds from 1970 of a moment in years. */
function momentOf(years: number): number {
  const year = Math.floor(years);
  const begin = new Date(0).setUTCFullYear(year);
  const end = new Date(0).setUTCFullYear(year + 1);
  return Math.round(begin + (years - year) * (end - begin));
}
