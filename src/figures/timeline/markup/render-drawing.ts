import { attributes, escapeHtml } from '../../../base/markup.ts';
import { rem, round, SHEET } from '../../../base/sheet.ts';
import {
  type PlacedEvent,
  type PlacedTimeline,
  type Shape,
  type Strip,
  sizeOf,
  type Word,
} from '../layout/placed.ts';
import { compareDates } from '../model/date.ts';
import type { Timeline, TimelineEvent } from '../model/model.ts';
import { tellStrip } from '../words.ts';

/** An event's entry in the list, with the label that is seen. */
export type EntryOf = (event: TimelineEvent, own: PlacedEvent, label: string) => string;

/** An entry of the list: an event and a strip under its first, which are walked, or a period. */
export interface Entry {
  readonly date: TimelineEvent['date'];
  readonly html: string;
}

/** What the markup of a drawing needs beside what was placed. */
export interface Drawing {
  /** Id of what it stands in, and the selector of that. */
  readonly slide: string;
  readonly within: string;
  readonly entry: EntryOf;
  /** What its list says beside its events. */
  readonly periods?: readonly Entry[];
  readonly lang: string;
  readonly sheet?: { readonly width: number; readonly height: number };
  /** Tells apart what several timelines of a slide have in common: the line of its fence. */
  readonly nth?: string;
}

/**
 * Lines as one SVG that is not read aloud; beside it real text. The list of events is what a listener hears: each
 * with its date, its full title and its lane. The labels seen repeat it, so they are not heard.
 */
export function renderDrawing(
  placed: PlacedTimeline,
  { lanes }: Timeline,
  { slide, within, entry, periods = [], lang, sheet = SHEET, nth = '' }: Drawing,
): { readonly html: string; readonly css: string } {
  const spots: string[] = [];
  const spot = ({ role, tone, text, x, y, lang }: Word): string => {
    const at = `at${nth}${spots.length}`;
    spots.push(`${within} .${at}{left:${rem(x)};top:${rem(y - sizeOf(role) / 2)}}`);
    return `<span${attributes({ class: `${classOf(role, tone)} ${at}`, lang })}>${escapeHtml(text)}</span>`;
  };
  const singles = placed.events.map((own): Entry => {
    const seen = own.label.map(spot).join(' ');
    const label = seen && `<span class="label" aria-hidden="true">${seen}</span>`;
    return { date: own.event.date, html: entry(own.event, own, label) };
  });
  const strips = placed.strips.map((strip): Entry => {
    const lane = lanes.find(({ id }) => id === strip.lane)?.name ?? '';
    return { date: strip.events[0].date, html: renderStrip(strip, slide, lane, lang) };
  });
  const list = [...singles, ...strips, ...periods].sort((a, b) => compareDates(a.date, b.date));
  const html = `<svg aria-hidden="true" viewBox="0 0 ${sheet.width} ${sheet.height}">
${placed.shapes.map(renderShape).join('\n')}
</svg>
<div class="drawn" aria-hidden="true">
${placed.words.map(spot).join('\n')}
</div>
<ol class="events">
${list.map((one) => one.html).join('\n')}
</ol>`;
  return { html, css: spots.join('\n') };
}

function renderStrip({ events }: Strip, slide: string, lane: string, lang: string): string {
  const [first] = events;
  const { count, said, heard } = tellStrip(events, lane, lang);
  const head = attributes({
    id: `${slide}-strip-${first.id}`,
    'data-strip': first.id,
    'data-lane': first.lane,
    'data-said': said,
    'data-count': count,
  });
  return `<li${head}><span class="spoken">${escapeHtml(heard)}</span></li>`;
}

function classOf(role: string, tone: string | undefined): string {
  return tone ? `${role} ${tone}` : role;
}

function renderShape(shape: Shape): string {
  if ('shapes' in shape) {
    const { kind, shapes } = shape;
    const event = kind === 'mark' ? shape.event : undefined;
    return `<g${attributes({ class: kind, 'data-event': event })}>${shapes.map(renderShape).join('')}</g>`;
  }
  const { kind, role, tone, ...geometry } = shape;
  let drawn = '';
  for (const [name, value] of Object.entries(geometry))
    drawn += ` ${name}="${typeof value === 'number' ? round(value) : value}"`;
  return `<${kind} class="${classOf(role, tone)}"${drawn}/>`;
}
