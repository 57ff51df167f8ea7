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

/** The names of its lanes by their ids, for the ear: one lane alone needs none. */
export function lanesToTell({ lanes }: Timeline): ReadonlyMap<string, string> {
  return new Map(lanes.length > 1 ? lanes.map(({ id, name }) => [id, name]) : []);
}

/** The entries of a timeline's events in a figure's list: each with its date, its full title and its lane. */
export function entriesOf(timeline: Timeline, { slide, nth = '', kind, lang }: Telling): EntryOf {
  const tell = tellIn(lang);
  const lanes = lanesToTell(timeline);
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

/**
 * What is heard of an event in the list, with what the shape of its bar or its mark means; a dot is the plain one.
 * @param lane empty where there is only one
 */
export function tellTitle(event: TimelineEvent, told: Told, lane: string): string {
  const { title, second, bar, mark, markKind } = event;
  const words = escapeHtml(told.words);
  // Before the year 1 a <time> can say nothing a machine reads.
  const date = told.iso === undefined ? words : `<time${attributes({ datetime: told.iso })}>${words}</time>`;
  const other = second ? ` <span${attributes({ lang: second.lang })}>${escapeHtml(second.title)}</span>` : '';
  const kind = bar ? bar.kind : mark === 'dot' ? undefined : markKind;
  const where = lane === '' ? '' : `, ${escapeHtml(lane)}`;
  // What the title says needs no saying again.
  const isSaid = title.toLowerCase().includes(kind?.toLowerCase() ?? '');
  const means = kind === undefined || isSaid ? '' : ` (${escapeHtml(kind)})`;
  return `<span class="spoken">${date}${where}: ${escapeHtml(title)}${other}${means}</span>`;
}
