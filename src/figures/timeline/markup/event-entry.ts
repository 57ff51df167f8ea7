import { attributes, escapeHtml } from '../../../base/markup.ts';
import { round } from '../../../base/sheet.ts';
import { wordsOf } from '../../../base/words/choose-words.ts';
import { compareDates, formatYear, positionOf, startOf } from '../model/date.ts';
import type { Bar, Timeline, TimelineEvent } from '../model/model.ts';
import { formatWhen, tellIn } from '../model/when.ts';
import type { EntryOf } from './render-drawing.ts';

/** When an event was, in words, and as a machine reads it where it can. */
export interface Told {
  readonly words: string;
  readonly iso: string | undefined;
}

/** How events are told in a list: of what slide, in what language. */
interface Telling {
  readonly slide: string;
  /** Tells apart what several timelines of a slide have in common. */
  readonly nth?: string;
  readonly lang: string;
}

/** The names of its lanes by their ids, for the ear: one lane alone needs none. */
export function lanesToTell({ lanes }: Timeline): ReadonlyMap<string, string> {
  return new Map(lanes.length > 1 ? lanes.map(({ id, name }) => [id, name]) : []);
}

/** The entries of a timeline's events in a figure's list: each with its date, its full title and its lane. */
export function entriesOf(timeline: Timeline, { slide, nth = '', lang }: Telling): EntryOf {
  const tell = tellIn(lang);
  const lanes = lanesToTell(timeline);
  return (event, { at: place }, label) => {
    const told = tell(event);
    const { id, lane, date, bar } = event;
    const at = positionOf(date);
    const head = attributes({
      id: `${slide}-${nth}${id}`,
      'data-event': id,
      'data-lane': lane,
      'data-said': saidOf(event, told),
      ...(place && {
        'data-era': timeline.eras.find(({ start, end }) => at >= start && at < end)?.id,
        'data-x': round(place.x),
        'data-row': place.track > 0 ? place.track : undefined,
        'data-before': bar && startOf(bar.from) < startOf(date) ? '' : undefined,
        'data-year': formatYear(date.year, lang),
      }),
    });
    return `<li${head}>${label}${tellTitle(event, told, { lane: lanes.get(lane), lang })}</li>`;
  };
}

/** What is said of an event as it is chosen. */
export function saidOf({ title }: TimelineEvent, { words }: Told): string {
  return `${words}, ${title}`;
}

/**
 * What is heard of an event in the list, with what the shape of its bar or its mark means, a dot being the plain one,
 * and how long the bar runs.
 * @param lane left out where there is only one
 */
export function tellTitle(
  event: TimelineEvent,
  told: Told,
  { lane = '', lang }: { readonly lane?: string | undefined; readonly lang: string },
): string {
  const { title, second, bar, mark, markKind } = event;
  const words = escapeHtml(told.words);
  // Before the year 1 a <time> can say nothing a machine reads.
  const date = told.iso === undefined ? words : `<time${attributes({ datetime: told.iso })}>${words}</time>`;
  const other = second ? ` <span${attributes({ lang: second.lang })}>${escapeHtml(second.title)}</span>` : '';
  const where = lane === '' ? '' : `, ${escapeHtml(lane)}`;
  const kind = bar ? bar.kind : mark === 'dot' ? undefined : markKind;
  const lasted = bar ? tellBar(bar, event, lang) : '';
  const how = lasted === told.words ? '' : lasted;
  const named = kind ?? (how !== '' && bar?.to ? wordsOf(lang).lasted : undefined);
  const isSaid = kind !== undefined && how === '' && isSaidBy(title, kind);
  const what = isSaid ? '' : [named, how].filter(Boolean).join(': ');
  const means = what === '' ? '' : ` (${escapeHtml(what)})`;
  return `<span class="spoken">${date}${where}: ${escapeHtml(title)}${other}${means}</span>`;
}

/** How long a bar runs, in words; empty where it says no more than its event's date. */
function tellBar({ from, to, fromUnknown }: Bar, { date }: TimelineEvent, lang: string): string {
  if (!to && (fromUnknown || compareDates(from, date) === 0)) return '';
  const open = fromUnknown ? 'from' : to ? undefined : 'to';
  return formatWhen({ date: from, end: to, open, when: undefined }, lang);
}

/** Whether every word of a kind is in a title already: it needs no saying again. */
function isSaidBy(title: string, kind: string): boolean {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const said = new Set(words(title));
  return words(kind).every((word) => said.has(word));
}
