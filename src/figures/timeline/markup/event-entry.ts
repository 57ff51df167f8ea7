import { attributes, escapeHtml } from '../../../base/markup.ts';
import { round } from '../../../base/sheet.ts';
import { formatYear, positionOf } from '../model/date.ts';
import type { Timeline, TimelineEvent } from '../model/model.ts';
import { tellIn } from '../model/when.ts';
import type { EntryOf, TimelineKind } from './html.ts';

/** When an event was, in words, and as a machine reads it where it can. */
export interface Told {
  readonly words: string;
  readonly iso: string | undefined;
}

/** How events are told in a list: in which figure, of what slide, in what language. */
interface Telling {
  readonly slide: string;
  /** Tells apart what several timelines of a slide have in common. */
  readonly nth?: string;
  readonly kind: TimelineKind;
  readonly lang: string;
}

/** The entries of a timeline's events in a figure's list: each with its date, its full title and its lane. */
export function entriesOf(timeline: Timeline, { slide, nth = '', kind, lang }: Telling): EntryOf {
  const tell = tellIn(lang);
  const lanes = new Map(timeline.lanes.map(({ id, name }) => [id, name]));
  return (event, { x }, label) => {
    const told = tell(event);
    const { id, lane, date } = event;
    const at = positionOf(date);
    const head = attributes({
      id: `${slide}-${nth}${id}`,
      'data-event': id,
      'data-lane': lane,
      'data-said': saidOf(event, told),
      ...(kind === 'overview' && {
        'data-era': timeline.eras.find(({ start, end }) => at >= start && at < end)?.id,
        'data-x': round(x),
        'data-year': formatYear(date.year, lang),
      }),
    });
    return `<li${head}>${label}${tellTitle(event, told, lanes.get(lane) ?? '')}</li>`;
  };
}

/** What is said of an event as it is chosen. */
export function saidOf({ title }: TimelineEvent, { words }: Told): string {
  return `${words}, ${title}`;
}

/** What is heard of an event in the list. */
export function tellTitle({ title, second }: TimelineEvent, told: Told, lane: string): string {
  const words = escapeHtml(told.words);
  // Before the year 1 a <time> can say nothing a machine reads.
  const date = told.iso === undefined ? words : `<time${attributes({ datetime: told.iso })}>${words}</time>`;
  const other = second ? ` <span${attributes({ lang: second.lang })}>${escapeHtml(second.title)}</span>` : '';
  return `<span class="spoken">${date}, ${escapeHtml(lane)}: ${escapeHtml(title)}${other}</span>`;
}
