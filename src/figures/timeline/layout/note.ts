import { formatYears } from '../model/date.ts';
import type { Period, Span, Timeline } from '../model/model.ts';
import { explain } from '../words.ts';
import type { PlacedLane } from './lanes.ts';
import { extentOf, isPoint } from './marks.ts';
import type { View } from './view.ts';

/** What the foot of a slide says about a drawing: to all, and to those who see it. */
interface Notes {
  readonly note?: string;
  readonly key?: string;
}

/**
 * What the foot of the slide says about the drawing: the calendar of its dates, bands and spans by name and years where no label names them,
 * and in an era, which has no key, what dots and rings mean: listeners hear it with each event.
 */
export function noteOf({ bands, legend }: Timeline, view: View, lanes: readonly PlacedLane[]): Notes {
  const { lang } = view;
  const years = ({ from, to }: Period): string => formatYears(from.year, to.year, { lang });
  const points = lanes.flatMap((lane) =>
    lane.marks.clusters.flat().filter((mark) => isPoint(mark) && mark.kind !== 'stem'),
  );
  const marks = new Set(points.map(({ event }) => event.mark));
  const bars = new Set(lanes.flatMap((lane) => lane.marks.bars.map(({ event }) => event.bar?.shape)));
  const named = new Set(
    lanes.flatMap((lane) =>
      lane.labels
        .filter(({ spot, label }) => spot && label.events.length === 0)
        .map(({ label }) => label.text),
    ),
  );
  const spans = (style: Span['style']): readonly Span[] =>
    lanes
      .flatMap((lane) => lane.marks.spans.map(({ span }) => span))
      .filter((span) => span.style === style && !named.has(span.name));
  const era = view.kind === 'era';
  const note = [
    ...(legend.note === undefined ? [] : [`${legend.note}.`]),
    ...bands
      .filter((band) => extentOf(view, band))
      .map((band) => explain('shaded', `${band.name}, ${years(band)}`, lang)),
    ...spans('hatch').map((span) => explain('hatched', `${span.name}, ${years(span)}`, lang)),
    ...spans('dotted').map((span) => explain('dotted', `${span.name}, ${years(span)}`, lang)),
  ].join(' ');
  const key = [
    ...legend.marks.flatMap(({ shape, words }) =>
      era && marks.has(shape) ? [explain(shape, lower(words), lang)] : [],
    ),
    ...legend.bars.flatMap(({ shape, words }) =>
      era && shape !== 'heavy' && shape !== 'light' && bars.has(shape)
        ? [explain(shape, lower(words), lang)]
        : [],
    ),
  ].join(' ');
  return { ...(note && { note }), ...(key && { key }) };
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
