import { attributes, escapeHtml } from '../../../base/markup.ts';
import { rem, round, SHEET } from '../../../base/sheet.ts';
import {
  type PlacedEvent,
  type PlacedTimeline,
  SETTING,
  type Shape,
  type Strip,
  type Word,
} from '../layout/placed.ts';
import { compareDates } from '../model/date.ts';
import type { Timeline, TimelineEvent } from '../model/model.ts';
import { saidOfStrip, spokenEvents, spokenStrip } from '../words.ts';

/** A figure as markup, and the rules that say where its texts stand. */
export interface Rendered {
  /** With the paths of the files that hold the events' cards, and the ids of the events in strips. */
  readonly html: (cards: string, strips: string | undefined) => string;
  readonly css: string;
}

/** What a timeline's markup needs beside what was placed. */
interface Rendering {
  /** Id of what it stands in, and the selector of that. */
  readonly slide: string;
  readonly within: string;
  readonly entry: EntryOf;
  /** What its list says beside its events. */
  readonly periods?: readonly Entry[];
  readonly name: string;
  readonly kind: TimelineKind;
  /** Markup of the slide's steps. */
  readonly steps: string;
  readonly lang: string;
  readonly sheet?: { readonly width: number; readonly height: number };
  /** What a closer look needs: the years shown, the file of the whole, and where it is drawn. */
  readonly closer?: Closer;
  /** Tells apart what several timelines of a slide have in common: the line of its fence. */
  readonly nth?: string;
}

/**
 * Lines as one SVG that is not read aloud; beside it real text. The list of events is what a listener hears: each
 * with its date, its full title and its lane. The labels seen repeat it, so they are not heard.
 */
export function renderTimeline(
  placed: PlacedTimeline,
  timeline: Timeline,
  { slide, within, entry, periods = [], name, kind, steps, lang, sheet = SHEET, closer, nth = '' }: Rendering,
): Rendered {
  const spots: string[] = [];
  const spot = (word: Word): string => {
    spots.push(
      `${within} .at${nth}${spots.length}{left:${rem(word.x)};top:${rem(word.y - SETTING[word.role].size / 2)}}`,
    );
    return renderWord(word, `at${nth}${spots.length - 1}`);
  };
  const events = new Map(timeline.events.map((event) => [event.id, event]));
  const lanes = new Map(timeline.lanes.map(({ id, name }) => [id, name]));
  const singles = placed.events.flatMap((own): readonly Entry[] => {
    const event = events.get(own.id);
    const seen = own.label.map(spot).join(' ');
    if (!event) return [];
    const label = seen && `<span class="label" aria-hidden="true">${seen}</span>`;
    return [{ event, html: entry(event, own, label) }];
  });
  const strips = placed.strips.map(
    (strip): Entry => ({
      event: strip.events[0],
      html: renderStrip(strip, slide, lanes.get(strip.lane) ?? '', lang),
    }),
  );
  const list = [...singles, ...strips, ...periods].sort((a, b) => compareDates(a.event.date, b.event.date));
  const drawn = placed.words.map(spot).join('\n');
  const svg = `<svg aria-hidden="true" viewBox="0 0 ${sheet.width} ${sheet.height}">\n${placed.shapes.map(renderShape).join('\n')}\n</svg>`;
  return {
    html: (cards, holders) =>
      `<figure${attributes(kind === 'compact' ? { class: `timeline compact compact-${nth}`, 'aria-label': name } : { class: 'timeline', 'data-live': 'timeline', 'aria-label': name, 'data-timeline': kind, 'data-cards': cards, 'data-strips': holders, ...dataOfCloser(closer) })}>\n${svg}\n<div class="drawn" aria-hidden="true">\n${drawn}\n</div>\n<ol class="events">\n${list.map(({ html }) => html).join('\n')}\n</ol>${steps}\n</figure>`,
    css: `${sizeOf(kind, within, nth, sheet)}${spots.join('\n')}\n`,
  };
}

/** An event's entry in the list, with the label that is seen. */
export type EntryOf = (event: TimelineEvent, own: PlacedEvent, label: string) => string;

/** `compact` stands within a slide's text and is not walked: it is read as a list. */
export type TimelineKind = 'overview' | 'era' | 'compact';

function sizeOf(
  kind: TimelineKind,
  within: string,
  nth: string,
  { width, height }: { readonly width: number; readonly height: number },
): string {
  return kind === 'compact' ? `${within} .compact-${nth}{--wide:${rem(width)};--high:${rem(height)}}\n` : '';
}

/** For a closer look: the years a figure shows, the file of all events, and whether a leaf is beside it. */
export interface Closer {
  readonly start: number;
  readonly end: number;
  readonly whole: string;
  readonly beside: boolean;
}

function dataOfCloser(closer: Closer | undefined): Parameters<typeof attributes>[0] {
  if (!closer) return {};
  const { start, end, whole, beside } = closer;
  return {
    'data-start': String(round(start, 9)),
    'data-end': String(round(end, 9)),
    'data-whole': whole,
    'data-closer': beside ? 'beside' : 'sheet',
  };
}

/** An entry of the list: an event and a strip under its first, which are walked, or a period. */
export interface Entry {
  readonly event: Pick<TimelineEvent, 'date'>;
  readonly html: string;
}

function renderStrip({ events }: Strip, slide: string, lane: string, lang: string): string {
  const [first] = events;
  const from = first.date.year;
  const told = { from, to: events.at(-1)?.date.year ?? from, lane, count: events.length };
  const head = attributes({
    id: `${slide}-strip-${first.id}`,
    'data-strip': first.id,
    'data-lane': first.lane,
    'data-said': saidOfStrip(told, lang),
    'data-count': spokenEvents(events.length, lang),
  });
  return `<li${head}><span class="spoken">${escapeHtml(spokenStrip(told, lang))}</span></li>`;
}

function renderWord({ role, tone, text, lang }: Word, at: string): string {
  return `<span${attributes({ class: `${role}${tone === 'acc' ? ' acc' : ''} ${at}`, lang })}>${escapeHtml(text)}</span>`;
}

function renderShape(shape: Shape): string {
  if (shape.kind === 'mark')
    return `<g${attributes({ class: 'mark', 'data-event': shape.event })}>${shape.shapes.map(renderShape).join('')}</g>`;
  if (shape.kind === 'key') return `<g class="key">${shape.shapes.map(renderShape).join('')}</g>`;
  const { kind, role, tone, ...geometry } = shape;
  const numbers = Object.entries(geometry).map(([name, value]) => [
    name,
    typeof value === 'number' ? round(value) : value,
  ]);
  return `<${kind}${attributes({ class: tone === 'acc' ? `${role} acc` : role, ...Object.fromEntries(numbers) })}/>`;
}
