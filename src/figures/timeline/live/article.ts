import type { InArticle } from '../../../deck/live-figure.ts';
import { pageWord } from './page-word.ts';
import { type Bar, piecesOf, toldApart } from './ribbons.ts';
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
    const timeline = list.closest<HTMLElement>('.timeline');
    // A compact one has no cards.
    const unfolds = timeline?.dataset['cards'] !== undefined;
    for (const event of events) setEvent(event, unfolds);
    if (timeline && events.every((event) => event.dataset['x'] !== undefined)) drawRibbons(timeline, events);
    if (!unfolds) continue;
    list.before(
      paragraph(
        'reading-hint reading-only',
        pageWord('inOrder', 'In order of time; the spacing is not to scale. Each event unfolds.'),
      ),
    );
  }
}

/** The compiler writes an event as a sentence: date, lane: title. */
function setEvent(event: HTMLElement, unfolds: boolean): void {
  const spoken = event.querySelector('.spoken');
  const words = [...(spoken?.childNodes ?? [])].find((node) => node.nodeType === Node.TEXT_NODE);
  const time = spoken?.querySelector('time')?.textContent ?? '';
  const told = toldApart(event.dataset['said'] ?? '', `${time}${words?.textContent ?? ''}`.trimEnd());
  if (!spoken || !words || !told) return;
  const when = paragraph('event-when', '');
  when.append(spoken.querySelector('time') ?? paragraph('', told.when), ' ', told.lane);
  const title = document.createElement(unfolds ? 'button' : 'span');
  title.className = 'event-title';
  title.textContent = told.title;
  if (title instanceof HTMLButtonElement) {
    title.type = 'button';
    title.ariaExpanded = 'false';
  }
  words.replaceWith(when, title);
}

function paragraph(name: string, text: string): HTMLElement {
  const made = document.createElement('span');
  made.className = name;
  made.textContent = text;
  return made;
}

/** A bar as it is drawn, and where its later part begins. */
interface DrawnBar extends Bar {
  readonly look: string;
  readonly lateFrom: number;
}

/** Thickness from which a bar of the drawing is a heavy one, px. */
const HEAVY = 20;
/** More columns than this have no room beside the rows. */
const COLUMNS = 10;

/** Draws the lanes down the left side, as ribbons beside the rows of their years, in the looks of the drawing's bars. */
function drawRibbons(timeline: HTMLElement, events: readonly HTMLElement[]): void {
  const { columnOf, count } = columnsOf(events);
  timeline.classList.add('ribboned');
  timeline.style.setProperty('--lanes', String(Math.max(1, count - 1)));
  const rows = events.map(({ dataset }) => ({ event: dataset['event'] ?? '', x: Number(dataset['x']) }));
  for (const owner of events) {
    const column = columnOf(owner);
    const bar = barOf(timeline, owner);
    for (const [index, piece] of bar ? piecesOf(rows, bar).entries() : []) {
      const row = rows[index];
      if (!bar || !piece || !row) continue;
      const part = ribbon(column, bar.look, row.x >= bar.lateFrom);
      part.classList.add(`from-${piece.from}`, `to-${piece.to}`);
      events[index]?.prepend(part);
    }
  }
  for (const event of events) {
    const marks = drawnOf(timeline, event.dataset['event'] ?? '', 'circle');
    const has = (role: string) => marks.some((mark) => mark.classList.contains(role));
    event.prepend(ribbon(columnOf(event), has('ring') ? 'ring' : 'dot', has('acc')));
  }
}

/** A column for each lane, and for each of its rows in the drawing where there is room for so many. */
function columnsOf(events: readonly HTMLElement[]): {
  count: number;
  columnOf: (event: HTMLElement) => number;
} {
  const laneOf = ({ dataset }: HTMLElement) => dataset['lane'] ?? '';
  const rowOf = ({ dataset }: HTMLElement) => Number(dataset['row'] ?? 0);
  const lanes = [...new Set(events.map(laneOf))];
  const rows = lanes.map((lane) =>
    Math.max(...events.map((event) => (laneOf(event) === lane ? 1 + rowOf(event) : 1))),
  );
  const all = rows.reduce((sum, count) => sum + count, 0);
  const apart = all <= COLUMNS;
  const starts = lanes.map((_, at) =>
    apart ? rows.slice(0, at).reduce((sum, count) => sum + count, 0) : at,
  );
  return {
    count: apart ? all : lanes.length,
    columnOf: (event) => (starts[lanes.indexOf(laneOf(event))] ?? 0) + (apart ? rowOf(event) : 0),
  };
}

function drawnOf(timeline: Element, event: string, what: string): readonly Element[] {
  return [...timeline.querySelectorAll(`svg .mark[data-event="${CSS.escape(event)}"] ${what}`)];
}

/** The bar of an event, with what fades of it. Its mark stands in the middle of a day or a year, where the bar begins. */
function barOf(timeline: Element, { dataset }: HTMLElement): DrawnBar | undefined {
  const event = dataset['event'] ?? '';
  const parts = drawnOf(timeline, event, 'rect:not(.slot, .notch, .band)');
  const [first] = parts;
  if (!first) return undefined;
  const ends = (all: readonly Element[]) => ({
    from: Math.min(...all.map((part) => sizeOf(part, 'x'))),
    to: Math.max(...all.map((part) => sizeOf(part, 'x') + sizeOf(part, 'width'))),
  });
  const late = parts.filter((part) => part.classList.contains('acc'));
  const { from, to } = ends(parts);
  const begins = dataset['before'] === undefined ? Math.max(from, Number(dataset['x'])) : from;
  return { event, from: begins, to, lateFrom: ends(late).from, look: lookOf(first, parts) };
}

function lookOf(first: Element, parts: readonly Element[]): string {
  if (first.classList.contains('outline')) return 'outline';
  if (first.classList.contains('hatch-edge')) return 'hatched';
  const gap = parts.some((part, at) => {
    const next = parts[at + 1];
    return (
      next &&
      sizeOf(next, 'x') > sizeOf(part, 'x') + sizeOf(part, 'width') + 1 &&
      /bar/.test(next.classList.value)
    );
  });
  return gap ? 'dashed' : sizeOf(first, 'height') > HEAVY ? 'heavy' : 'light';
}

function sizeOf(part: Element, name: string): number {
  return Number(part.getAttribute(name));
}

function ribbon(column: number, kind: string, late: boolean): HTMLElement {
  const made = document.createElement('span');
  made.className = `ribbon ribbon-${kind}${late ? ' acc' : ''} reading-only`;
  made.ariaHidden = 'true';
  made.style.setProperty('--lane', String(column));
  return made;
}
