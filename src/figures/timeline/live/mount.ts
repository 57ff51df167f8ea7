import type { Range } from '../layout/range.ts';
import { walk } from './arrow-keys.ts';
import { drawChoice, drawEra, eraseChoice } from './draw-choice.ts';
import { explainCloser } from './explain-closer.ts';
import { markOf } from './mark-outline.ts';
import { pageWord } from './page-word.ts';
import { bindPointer } from './pointer.ts';
import { cardsOf, makeCardPlace, showCard } from './show-card.ts';
import { makeZoom, nameOfRange, type Zoom } from './zoom.ts';
import { addZoomButtons, ZOOM_KEYS } from './zoom-buttons.ts';

/** What a timeline asks of the page it stands on. */
export interface Deeds {
  /** Opens the slide of the era of an event; whether there is one. */
  readonly openEra: (event: string) => boolean;
  /** Opens the index at an event; undefined where the deck has none. */
  readonly openIndex: ((event: string) => void) | undefined;
  /** Keeps the address of the chosen event, or with undefined gives the slide its own again. */
  readonly hold: (event: string | undefined) => void;
}

/** A timeline that can be walked. */
export interface Live {
  /** Chooses an event, or a strip by its first, with `focus` as the keyboard does; whether it is in this view. */
  readonly choose: (event: string, how?: { readonly focus: boolean }) => boolean;
  /** Chooses what the steps of the slide have come to. Resolves once its card stands, too. */
  readonly follow: () => Promise<void>;
  /** Gives up the choice and the keys, and says whether there was any. */
  readonly leave: () => boolean;
  /** Shows some years of it more closely; whether that could be done. */
  readonly closer: (range: Range) => Promise<boolean>;
}

/** One drawing of it: the figure itself, or a closer look. */
type Drawing = Omit<Live, 'closer'>;

const known = new WeakMap<HTMLElement, Live>();

/** Makes the timeline of a slide live, once. Undefined where it has none. */
export function mountTimeline(slide: HTMLElement, deeds: Deeds): Live | undefined {
  const figure = slide.querySelector<HTMLElement>('figure[data-timeline]');
  if (!figure) return undefined;
  const live = known.get(figure) ?? withCloser(figure, slide, deeds);
  known.set(figure, live);
  return live;
}

/** A figure with its closer looks: only one of them is live. */
function withCloser(figure: HTMLElement, slide: HTMLElement, deeds: Deeds): Live {
  let closer: Drawing | undefined;
  const zoom = makeZoom({
    figure,
    show: (drawing, event, range, focus) => {
      const name = nameOfRange(slide.id, range);
      const hold = (held: string | undefined) => deeds.hold(held === undefined ? undefined : name);
      drawing.dataset['held'] = 'range';
      closer = bind(drawing, slide, { ...deeds, hold }, zoom);
      if (event !== undefined) closer.choose(event, { focus });
      void explainCloser(figure, drawing, range);
    },
    // What has no mark of its own among all years gives the keys back where they were.
    back: (event, first) =>
      void (whole.choose(event, { focus: true }) || whole.choose(first, { focus: true })),
  });
  const whole = bind(figure, slide, deeds, zoom);
  const close = (): boolean => {
    closer?.leave();
    closer = undefined;
    return zoom.close();
  };
  return {
    choose: (event, how) => {
      close();
      zoom.settle();
      return whole.choose(event, how);
    },
    follow: () => {
      // Only steps lead away from a closer look: the slide is shown again and again.
      if (figure.querySelector('.timeline-steps')) close();
      zoom.settle();
      return whole.follow();
    },
    leave: () => {
      const closed = close();
      return whole.leave() || closed;
    },
    closer: (range) => zoom.to(range),
  };
}

/** Which of the events is chosen: `Event 3 of 24`. */
function placeIn(events: readonly HTMLElement[], entry: HTMLElement): string {
  return pageWord('eventOf', 'Event {at} of {count}')
    .replace('{at}', String(events.indexOf(entry) + 1))
    .replace('{count}', String(events.length));
}

function bind(figure: HTMLElement, slide: HTMLElement, deeds: Deeds, zoom: Zoom): Drawing {
  const entries = [...figure.querySelectorAll<HTMLElement>('.events > [data-said]')];
  const events = entries.filter(({ dataset }) => dataset['event'] !== undefined);
  const stops = entries.map(({ dataset }) => ({ lane: dataset['lane'] ?? '' }));
  const isEra = figure.dataset['timeline'] === 'era';
  const status = document.createElement('p');
  status.className = 'spoken';
  status.setAttribute('role', 'status');
  const count = document.createElement('p');
  count.className = 'event-count';
  figure.append(status, count);
  const place = makeCardPlace(figure, (by) => {
    const next = chosen && entries[entries.indexOf(chosen) + by];
    if (next) show(next);
  });
  let chosen: HTMLElement | undefined;
  let held = false;

  const erase = () => {
    eraseChoice(figure);
    place.replaceChildren();
    count.textContent = '';
    chosen = undefined;
  };
  const draw = async (entry: HTMLElement): Promise<void> => {
    if (chosen === entry) return;
    erase();
    chosen = entry;
    setStop(entries, entry);
    status.textContent = entry.dataset['said'] ?? '';
    count.textContent = entry.dataset['count'] ?? placeIn(events, entry);
    drawChoice(figure, entry);
    const cards = await cardsOf(figure);
    if (chosen !== entry) return;
    showCard(place, cards, entry, entries);
    if (!deeds.openIndex) place.querySelector('.card-index')?.remove();
  };
  /** Chosen by hand: an era keeps the event's address for as long; a strip has none, but in a closer look that of its years. */
  const show = (entry: HTMLElement) => {
    void draw(entry);
    const isCloser = figure.dataset['held'] !== undefined;
    if (!isEra && !isCloser) return;
    held = true;
    deeds.hold(isCloser ? markOf(entry) : entry.dataset['event']);
  };
  const leave = () => {
    const focused = document.activeElement;
    const inside = focused instanceof HTMLElement && figure.contains(focused);
    if (inside) focused.blur();
    const was = inside || chosen !== undefined;
    erase();
    status.textContent = '';
    if (held) deeds.hold(undefined);
    held = false;
    return was;
  };
  /** What Enter does: a strip leads to the index, an event of the overview to its era. */
  const open = (entry: HTMLElement | undefined) => {
    const { event, strip } = entry?.dataset ?? {};
    if (strip !== undefined) deeds.openIndex?.(strip);
    else if (event !== undefined && !isEra) deeds.openEra(event);
  };
  const follow = async (): Promise<void> => {
    if (!figure.querySelector('.timeline-steps')) return;
    const steps = [...figure.querySelectorAll<HTMLElement>('.timeline-steps > .fragment.visible')];
    const { event, from, to, said } = steps.at(-1)?.dataset ?? {};
    leave();
    const entry = entries.find(({ dataset }) => dataset['event'] === event);
    if (entry) await draw(entry);
    else if (from !== undefined && to !== undefined) {
      drawEra(figure, Number(from), Number(to));
      status.textContent = said ?? '';
    }
  };

  setStop(entries, entries[0]);
  void cardsOf(figure);
  figure.addEventListener('focusin', ({ target }) => {
    const entry = entries.find((one) => one === target);
    if (entry) show(entry);
  });
  figure.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !figure.contains(relatedTarget)) leave();
  });
  figure.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') {
      const closed = zoom.close(chosen && markOf(chosen));
      if (closed || leave()) event.preventDefault();
      return;
    }
    const at = entries.findIndex((entry) => entry.contains(document.activeElement));
    const entry = entries[at];
    if (!entry) return;
    if (event.key === 'Enter') open(entry);
    const step = ZOOM_KEYS.get(event.key);
    if (step !== undefined) {
      event.preventDefault();
      void zoom.by(step, markOf(entry));
      return;
    }
    const next = walk(stops, at, event);
    if (next !== undefined) entries[next]?.focus({ preventScroll: true });
    if (next !== undefined || event.key === 'Enter') event.preventDefault();
  });
  addZoomButtons(figure, (step) => {
    if (chosen) void zoom.by(step, markOf(chosen));
  });
  bindPointer(figure, slide, entries, (entry) => {
    if (entry) show(entry);
    else leave();
  });

  return {
    choose: (event, how) => {
      const entry = entries.find((one) => markOf(one) === event);
      if (!entry) return false;
      // What a focus has the page measure is drawn by then, and measured once.
      show(entry);
      if (how?.focus) entry.focus({ preventScroll: true });
      return true;
    },
    follow,
    leave,
  };
}

/** One Tab stop: the chosen event, or the first. */
function setStop(entries: readonly HTMLElement[], stop: HTMLElement | undefined): void {
  for (const entry of entries) entry.tabIndex = entry === stop ? 0 : -1;
}
