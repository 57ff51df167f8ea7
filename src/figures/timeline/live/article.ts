import type { InArticle } from '../../../deck/live-figure.ts';
import { pageWord } from './page-word.ts';
import { unfoldEvents } from './unfold-event.ts';

/** Timelines in the article: lists in order of time, whose events unfold. */
export function inArticle(): InArticle {
  setTimelines();
  return { unfold: unfoldEvents() };
}

/** Sets each event of a timeline's list as date, lane and title, which unfolds it: one under the other. */
function setTimelines(): void {
  for (const list of document.querySelectorAll<HTMLElement>('.slides .timeline .events')) {
    const events = [...list.querySelectorAll<HTMLElement>(':scope > [data-event]')];
    for (const event of events) setEvent(event);
    const timeline = list.closest('.timeline');
    if (timeline && events.every((event) => event.dataset['x'] !== undefined)) drawRibbons(timeline, events);
    list.before(
      paragraph(
        'reading-hint reading-only',
        pageWord('inOrder', 'In order of time; the spacing is not to scale. Each event unfolds.'),
      ),
    );
  }
}

/** The compiler writes an event as a sentence: date, lane: title. */
function setEvent(event: Element): void {
  const spoken = event.querySelector('.spoken');
  const words = [...(spoken?.childNodes ?? [])].find((node) => node.nodeType === Node.TEXT_NODE);
  const [, date = '', lane, title] = /^(.*?), ([^:]*): (.*?)\s*$/s.exec(words?.textContent ?? '') ?? [];
  if (!spoken || !words || lane === undefined || title === undefined) return;
  const when = paragraph('event-when', '');
  const time = spoken.querySelector('time');
  when.append(time ?? date, ' ', lane);
  const opens = document.createElement('button');
  opens.type = 'button';
  opens.className = 'event-title';
  opens.ariaExpanded = 'false';
  opens.textContent = title;
  words.replaceWith(when, opens);
}

function paragraph(name: string, text: string): HTMLElement {
  const made = document.createElement('span');
  made.className = name;
  made.textContent = text;
  return made;
}

/** A bar of the drawing, in px along its axis. */
interface Bar {
  readonly lane: string;
  readonly from: number;
  readonly to: number;
  readonly heavy: boolean;
  readonly late: boolean;
}

/** Thickness from which a bar of the drawing is one of full legal weight, px. */
const HEAVY = 20;

/**
 * Draws the lanes down the left side, as ribbons beside the rows of their years: thick where the drawing's bars are
 * thick. A row's height says nothing, so a ribbon begins and ends at the rows of the events nearest to it.
 */
function drawRibbons(timeline: Element, events: readonly HTMLElement[]): void {
  const lanes = [...new Set(events.map((event) => event.dataset['lane'] ?? ''))];
  const bars = [...timeline.querySelectorAll('svg .mark rect.bar')].flatMap((rect) => barOf(rect, events));
  timeline.classList.add('ribboned');
  if (timeline instanceof HTMLElement)
    timeline.style.setProperty('--lanes', String(Math.max(1, lanes.length - 1)));
  for (const [row, event] of events.entries()) {
    const before = xOf(events[row - 1]);
    const [x, after] = [xOf(event), xOf(events[row + 1])];
    for (const bar of bars) {
      if (bar.to < x - 0.5 || bar.from > x + 0.5) continue;
      const part = ribbon(lanes.indexOf(bar.lane), bar.heavy ? 'heavy' : 'light', bar.late);
      part.classList.toggle('begins', !(bar.from <= before + 0.5));
      part.classList.toggle('ends', bar.to < after - 0.5);
      event.prepend(part);
    }
    const name = CSS.escape(event.dataset['event'] ?? '');
    const marks = [...timeline.querySelectorAll(`svg .mark[data-event="${name}"] circle`)];
    const has = (role: string) => marks.some((mark) => mark.classList.contains(role));
    const column = lanes.indexOf(event.dataset['lane'] ?? '');
    event.prepend(ribbon(column, has('ring') ? 'ring' : 'dot', has('acc')));
  }
}

function barOf(rect: Element, events: readonly HTMLElement[]): readonly Bar[] {
  const id = rect.closest<SVGElement>('.mark')?.dataset['event'];
  const lane = events.find((event) => event.dataset['event'] === id)?.dataset['lane'];
  const size = (name: string) => Number(rect.getAttribute(name));
  if (lane === undefined) return [];
  const from = size('x');
  const [heavy, late] = [size('height') > HEAVY, rect.classList.contains('acc')];
  return [{ lane, from, to: from + size('width'), heavy, late }];
}

function xOf(event: HTMLElement | undefined): number {
  return event ? Number(event.dataset['x']) : Number.NaN;
}

function ribbon(column: number, kind: string, late: boolean): HTMLElement {
  const made = document.createElement('span');
  made.className = `ribbon ribbon-${kind}${late ? ' acc' : ''} reading-only`;
  made.ariaHidden = 'true';
  made.style.setProperty('--lane', String(column));
  return made;
}
