import { fingerprint } from '../../../base/fingerprint.ts';
import { escapeHtml } from '../../../base/markup.ts';
import { formatDate } from '../model/date.ts';
import type { Timeline, TimelineEvent } from '../model/model.ts';
import { formatWhen } from '../model/when.ts';
import type { CardFile } from './card.ts';

const NOWHERE = { file: '', line: 0, column: 0 };
const files = new WeakMap<Timeline, CardFile>();

/** All that a closer look is drawn of, in a file that is fetched when one is first asked for. */
export function writeWhole(timeline: Timeline, lang: string): CardFile {
  const known = files.get(timeline) ?? write(timeline, lang);
  files.set(timeline, known);
  return known;
}

function write(timeline: Timeline, lang: string): CardFile {
  const bare = (event: TimelineEvent): TimelineEvent => ({
    ...event,
    // In words: the page need not know how dates are told.
    when: formatWhen(event, lang),
    ...{ facts: [], image: undefined, links: [], parties: [], sources: [], summary: '', written: NOWHERE },
  });
  const text = JSON.stringify({
    ...timeline,
    ...{ undated: [], eras: timeline.eras.map((era) => ({ ...era, written: NOWHERE })) },
    events: timeline.events.map(bare),
  } satisfies Timeline);
  // Closer, an event may be named whose name is in no picture yet: in both faces of labels.
  const html = timeline.events.map(({ label, title, second, date }) => {
    const words = escapeHtml(`${label} ${title} ${second?.label ?? ''} ${formatDate(date, lang, 'short')}`);
    return `<p>${words} <b>${words}</b></p>`;
  });
  return { path: `timeline-${fingerprint(text)}.json`, text, html: html.join('\n') };
}
