import { wordsOf } from '../../../base/words/choose-words.ts';
import { formatYears } from '../model/date.ts';
import type { Band, Period, Span, Timeline } from '../model/model.ts';
import { explain } from '../words.ts';
import type { PlacedLane } from './lanes.ts';
import { shownIn } from './legend.ts';
import { extentOf } from './marks.ts';
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
 * What the foot of the slide says about the drawing: to all the calendar of its dates; to those who see it bands and
 * spans by name and years where no label names them, and in an era, which has no key, what dots and rings mean:
 * listeners hear these with each event, and the periods among them.
 */
export function noteOf(timeline: Timeline, view: View, lanes: readonly PlacedLane[]): Notes {
  const { lang } = view;
  const legend = shownIn(timeline.legend, lanes);
  const shown = periodsIn(timeline, view, lanes);
  const years = ({ from, to }: Period): string => formatYears(from.year, to.year, lang);
  const named = new Set(
    lanes.flatMap((lane) =>
      lane.labels
        .filter(({ spot, label }) => spot && label.events.length === 0)
        .map(({ label }) => label.text),
    ),
  );
  const spans = (style: Span['style']): readonly Span[] =>
    shown.spans.filter((span) => span.style === style && !named.has(span.name));
  const era = view.kind === 'era';
  const notched = lanes.some(({ marks }) => marks.bars.some(({ notches }) => notches.length > 0));
  // What is drawn alike is explained once.
  const explainAll = (how: 'shaded' | 'hatched' | 'dotted', all: readonly (Span | Band)[]) => {
    const told = all.map((one) => `${one.name}, ${years(one)}`);
    return told.length === 0 ? [] : [explain(how, told.join('; '), lang)];
  };
  const note = legend.note === undefined ? '' : `${legend.note}.`;
  const key = [
    ...legend.marks.flatMap(({ shape, words }) => (era ? [explain(shape, lower(words), lang)] : [])),
    ...legend.bars.flatMap(({ shape, words }) =>
      era && shape !== 'heavy' && shape !== 'light' ? [explain(shape, lower(words), lang)] : [],
    ),
    ...(notched ? [explain('notch', wordsOf(lang).furtherDate, lang)] : []),
    ...explainAll('shaded', shown.bands),
    ...explainAll('hatched', spans('hatch')),
    ...explainAll('dotted', spans('dotted')),
  ].join(' ');
  return { ...(note && { note }), ...(key && { key }) };
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
