import { attributes, escapeHtml } from '../markup.ts';
import { rem, round, SHEET } from '../sheet.ts';
import { formatDate, isoDate } from './date.ts';
import type { Timeline, TimelineEvent } from './model.ts';
import { type PlacedTimeline, SETTING, type Shape, type Word } from './placed.ts';

/** A figure as markup, and the rules that say where its texts stand. */
export interface Rendered {
  readonly html: string;
  readonly css: string;
}

/**
 * Lines as one SVG that is not read aloud; beside it real text. The list of events is what a listener hears: each
 * with its date, its full title and its lane. The labels seen repeat it, so they are not heard.
 */
export function renderTimeline(
  placed: PlacedTimeline,
  timeline: Timeline,
  { slide, name }: { readonly slide: string; readonly name: string },
): Rendered {
  const spots: string[] = [];
  const spot = (word: Word): string => {
    spots.push(
      `#${slide} .at${spots.length}{left:${rem(word.x)};top:${rem(word.y - SETTING[word.role].size / 2)}}`,
    );
    return renderWord(word, `at${spots.length - 1}`);
  };
  const events = new Map(timeline.events.map((event) => [event.id, event]));
  const lanes = new Map(timeline.lanes.map((lane) => [lane.id, lane.name]));
  const list = placed.events.map(({ id, label }) => {
    const event = events.get(id);
    const seen = label.map(spot).join(' ');
    return event ? renderEvent(event, `${slide}-${id}`, seen, lanes.get(event.lane) ?? '') : '';
  });
  const drawn = placed.words.map(spot).join('\n');
  const svg = `<svg aria-hidden="true" viewBox="0 0 ${SHEET.width} ${SHEET.height}">\n${placed.shapes.map(renderShape).join('\n')}\n</svg>`;
  return {
    html: `<figure class="timeline"${attributes({ 'aria-label': name })}>\n${svg}\n<div class="drawn" aria-hidden="true">\n${drawn}\n</div>\n<ol class="events">\n${list.join('\n')}\n</ol>\n</figure>`,
    css: `${spots.join('\n')}\n`,
  };
}

function renderWord({ role, tone, text, lang }: Word, at: string): string {
  return `<span${attributes({ class: `${role}${tone === 'acc' ? ' acc' : ''} ${at}`, lang })}>${escapeHtml(text)}</span>`;
}

function renderEvent(event: TimelineEvent, id: string, seen: string, lane: string): string {
  const { date, title, second } = event;
  const when = `<time${attributes({ datetime: isoDate(date) })}>${escapeHtml(formatDate(date))}</time>`;
  // Before the year 1 a <time> can say nothing a machine reads.
  const spokenDate = isoDate(date) === undefined ? escapeHtml(formatDate(date)) : when;
  const other = second ? ` <span${attributes({ lang: second.lang })}>${escapeHtml(second.title)}</span>` : '';
  const spoken = `<span class="spoken">${spokenDate}, ${escapeHtml(lane)}: ${escapeHtml(title)}${other}</span>`;
  const label = seen === '' ? '' : `<span class="label" aria-hidden="true">${seen}</span>`;
  return `<li${attributes({ id, 'data-event': event.id })}>${label}${spoken}</li>`;
}

function renderShape(shape: Shape): string {
  if (shape.kind === 'mark')
    return `<g${attributes({ class: 'mark', 'data-event': shape.event })}>${shape.shapes.map(renderShape).join('')}</g>`;
  const { kind, role, tone, ...geometry } = shape;
  const numbers = Object.entries(geometry).map(([name, value]) => [
    name,
    typeof value === 'number' ? round(value) : value,
  ]);
  return `<${kind}${attributes({ class: tone === 'acc' ? `${role} acc` : role, ...Object.fromEntries(numbers) })}/>`;
}
