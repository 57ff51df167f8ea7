import { zoneOf } from '../model/date-words.ts';
import type { Band, Timeline } from '../model/model.ts';
import type { PlacedLane } from './lanes.ts';
import { shownIn } from './legend.ts';
import { extentOf } from './marks.ts';
import { signsOf } from './signs.ts';
import { tellSigns } from './tell-signs.ts';
import type { View } from './view.ts';

/** What the foot of a slide says about a drawing: to all, and to those who see it. */
interface Notes {
  readonly note?: string;
  readonly key?: string;
}

/** The periods that a drawing shows beside its events: bands through all lanes, and spans in one. */
export function periodsIn({ bands }: Pick<Timeline, 'bands'>, view: View, lanes: readonly PlacedLane[]) {
  return {
    bands: bands.filter((band): band is Band => extentOf(view, band) !== undefined),
    spans: lanes.flatMap((lane) => lane.marks.spans.map(({ span }) => span)),
  };
}

/**
 * What the foot of the slide says about the drawing: to all the calendar of its dates and the zone of its hours; to those who see it bands and
 * spans by name and years where no label names them, and in an era, which has no key, what dots and rings mean:
 * listeners hear these with each event, and the periods among them.
 */
export function noteOf(timeline: Timeline, view: View, lanes: readonly PlacedLane[]): Notes {
  const legend = shownIn(timeline.legend, lanes);
  const { bands, spans } = periodsIn(timeline, view, lanes);
  const named = new Set(
    lanes.flatMap((lane) =>
      lane.labels
        .filter(({ spot, label }) => spot && label.events.length === 0)
        .map(({ label }) => label.text),
    ),
  );
  const note = [legend.note, zoneIn(lanes)].flatMap((told) => (told ? `${told}.` : [])).join(' ');
  const signs = signsOf(
    {
      legend: view.kind === 'era' ? legend : { marks: [], bars: [] },
      bands,
      spans: spans.filter(({ name }) => !named.has(name)),
      notched: lanes.some(({ marks }) => marks.bars.some(({ notches }) => notches.length > 0)),
    },
    view.lang,
  );
  const key = tellSigns(signs);
  return { ...(note && { note }), ...(key && { key }) };
}

/** The zone of all hours that are drawn, for the axis says none: nothing where there are no hours, or several zones. */
function zoneIn(lanes: readonly PlacedLane[]): string | undefined {
  const dates = lanes.flatMap(({ marks }) => marks.clusters.flat().map(({ event }) => event.date));
  const zones = new Set(dates.flatMap(({ time }) => (time ? zoneOf(time).trim() : [])));
  const [zone] = zones;
  return zones.size === 1 ? zone : undefined;
}
