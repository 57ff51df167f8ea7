import { escapeHtml } from '../../../base/markup.ts';
import type { PlacedLane } from '../layout/lanes.ts';
import { periodsIn } from '../layout/note.ts';
import type { View } from '../layout/view.ts';
import { formatPeriod } from '../model/date.ts';
import type { Period, Timeline } from '../model/model.ts';
import { spokenRange } from '../words.ts';
import { lanesToTell } from './event-entry.ts';
import type { Entry } from './render-drawing.ts';

/** Longer periods are told by their years, as the drawing is read: an end is often no more than the drawing's own. */
const FEW_YEARS = 3;

/** The periods a drawing shows, for the ear: tints and hatches are not heard, and nor are the names drawn on them. */
export function periodEntries(
  timeline: Timeline,
  view: View,
  drawn: readonly PlacedLane[],
): readonly Entry[] {
  const { bands, spans } = periodsIn(timeline, view, drawn);
  const lanes = lanesToTell(timeline);
  const tell = (period: Period & { readonly name: string }, lane = ''): Entry => {
    const { from, to, name } = period;
    const isShort = to.year - from.year < FEW_YEARS;
    const when = isShort ? formatPeriod(from, to, view.lang) : spokenRange(from.year, to.year, view.lang);
    const words = `${[when, lane].filter(Boolean).join(', ')}: ${name}`;
    return { date: from, html: `<li><span class="spoken">${escapeHtml(words)}</span></li>` };
  };
  return [...bands.map((band) => tell(band)), ...spans.map((span) => tell(span, lanes.get(span.lane)))];
}
