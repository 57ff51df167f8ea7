import { escapeHtml } from '../../../base/markup.ts';
import type { PlacedLane } from '../layout/lanes.ts';
import { periodsIn } from '../layout/note.ts';
import type { View } from '../layout/view.ts';
import { formatPeriod } from '../model/date.ts';
import type { Band, Span, Timeline } from '../model/model.ts';
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
  const tell = tellPeriods(timeline, view.lang);
  return [...bands, ...spans].map((period) => ({ date: period.from, html: tell(period) }));
}

/** What is heard of each period of a timeline: when it was, in which lane, and its name. */
export function tellPeriods(timeline: Timeline, lang: string): (period: Band | Span) => string {
  const lanes = lanesToTell(timeline);
  return (period) => {
    const { from, to, name } = period;
    const isShort = to.year - from.year < FEW_YEARS;
    const when = isShort ? formatPeriod(from, to, lang) : spokenRange(from.year, to.year, lang);
    const lane = 'lane' in period ? lanes.get(period.lane) : undefined;
    const words = `${[when, lane].filter(Boolean).join(', ')}: ${name}`;
    return `<li><span class="spoken">${escapeHtml(words)}</span></li>`;
  };
}
