import './view.css';
import { keep, readKept } from '../browser-storage.ts';
import { ownWords, type Said } from '../keyboard/help-words.ts';
import { openSearch } from '../navigation/search-dialog.ts';
import {
  OWN_ORIGIN,
  readStanding,
  type Saying,
  SPEAKER_WINDOW,
  STAGE_WINDOW,
  STARTED,
  type Standing,
} from './messages.ts';
import { clockTime, countWords, paceOf, planTalk } from './pace.ts';
import { makePreviews } from './previews.ts';

const SIZE = 'orihon-notes-size';
const SIZES = [16, 18, 20, 24, 28, 32, 40, 48];
const FIRST_SIZE = 20;
/** Milliseconds without an answer after which the stage counts as gone; it answers each second. */
const GONE_AFTER = 3000;

/** Makes this window the speaker's: this slide, the next, notes, clock, timer and pace. */
export async function showSpeakerView(): Promise<void> {
  const said = await ownWords();
  const { slides, ids, notes, labels, plan } = readSlides();
  document.title = `${said('Speaker view')} – ${document.title}`;
  // A window gets a copy of what its opener keeps, and would hand on an old beginning to a stage it opens.
  keep('sessionStorage', STARTED, null);
  const parts = layOut(said);
  let stage: Window | null = window.opener;
  let heard = 0;
  let startedAt: number | null = null;
  let shown: Standing | undefined;
  const nonce = window.name.startsWith(SPEAKER_WINDOW) ? window.name.slice(SPEAKER_WINDOW.length) : '';
  const say = (word: Saying) => stage?.postMessage({ ...word, nonce }, OWN_ORIGIN);

  const show = (standing: Standing) => {
    heard = Date.now();
    const moved = shown !== undefined && shown.id !== standing.id;
    startedAt = standing.startedAt;
    if (moved && startedAt === null) start();
    if (shown?.id !== standing.id) {
      parts.notes.innerHTML = notes.get(standing.id) || `<p class="none">${said('No notes.')}</p>`;
      parts.notes.scrollTop = 0;
      parts.place.textContent = labels.get(standing.id) ?? '';
    }
    parts.blank.textContent = blankWords(standing.blank, said);
    parts.offline.textContent = standing.offline ? said('Ready offline') : '';
    parts.next.classList.toggle('over', standing.atEnd);
    previews.show(standing.state);
    shown = standing;
    tick();
  };
  const previews = makePreviews(parts.current, parts.next);
  const start = () => {
    startedAt = Date.now();
    say({ orihon: 'clock', startedAt });
    tick();
  };
  const tick = () => {
    const now = Date.now();
    parts.clock.textContent = new Date(now).toLocaleTimeString([], { hour: 'numeric', minute: '2-digit' });
    const elapsed = startedAt === null ? 0 : (now - startedAt) / 1000;
    parts.timer.textContent = clockTime(elapsed);
    const total = plan?.at(-1);
    parts.planned.textContent =
      total === undefined ? '' : said('of {time}').replace('{time}', clockTime(total));
    if (plan && shown)
      showPace(
        parts.pace,
        startedAt === null ? undefined : paceOf(plan, ids.indexOf(shown.id), elapsed),
        said,
      );
    parts.gone.hidden = heard !== 0 && now - heard < GONE_AFTER;
  };

  const search = () => void openSearch({ slides, notes: true, go: ({ id }) => say({ orihon: 'go', id }) });
  window.addEventListener('message', (event) => {
    const standing = event.source === stage ? readStanding(event, nonce) : undefined;
    if (standing) show(standing);
  });
  document.addEventListener('keydown', (event) => {
    const { key, altKey, shiftKey, repeat, ctrlKey, metaKey } = event;
    if (ctrlKey || metaKey || key === 'F5' || key === 'Tab' || isOwnKey(event)) return;
    event.preventDefault();
    if (key === 'F3') search();
    else say({ orihon: 'key', press: { key, altKey, shiftKey, repeat } });
  });
  parts.restart.addEventListener('click', start);
  parts.search.addEventListener('click', search);
  parts.reopen.addEventListener('click', () => {
    const { pathname } = location;
    stage = window.open(
      shown ? `${pathname}#/${shown.id}/${shown.state.indexf ?? -1}` : pathname,
      `${STAGE_WINDOW}${nonce}`,
    );
  });
  bindSize(parts);
  setInterval(() => {
    say({ orihon: 'hello', startedAt });
    tick();
  }, 1000);
  say({ orihon: 'hello', startedAt });
  tick();
}

/** What the page holds of its slides: the markup of their notes, their labels, and the plan that follows from both. */
function readSlides() {
  const slides = [...document.querySelectorAll<HTMLElement>('.slides section:not(.stack)')];
  const notesOf = (slide: HTMLElement) => slide.querySelector('aside.notes');
  return {
    slides,
    ids: slides.map(({ id }) => id),
    notes: new Map(slides.map((slide) => [slide.id, notesOf(slide)?.innerHTML ?? ''])),
    labels: new Map(slides.map((slide) => [slide.id, slide.getAttribute('aria-label') ?? ''])),
    plan: planTalk(
      slides.map((slide) => countWords(notesOf(slide)?.textContent ?? '')),
      plannedMinutes(),
    ),
  };
}

/** Buttons keep Space and Enter, the notes the keys that scroll them; all else is for the stage. */
function isOwnKey({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('button')) return key === ' ' || key === 'Enter';
  return target.closest('.notes') !== null && (key === 'ArrowUp' || key === 'ArrowDown');
}

function plannedMinutes(): number | undefined {
  const minutes = Number(document.querySelector<HTMLMetaElement>('meta[name="talk-minutes"]')?.content);
  return minutes > 0 ? minutes : undefined;
}

function blankWords(blank: Standing['blank'], said: Said): string {
  if (blank === 'none') return '';
  return blank === 'white' ? said('The screen is white.') : said('The screen is black.');
}

function showPace(pace: HTMLElement, behind: number | undefined, said: Said): void {
  const words =
    behind === undefined
      ? ''
      : behind === 0
        ? said('On time')
        : behind > 0
          ? said('Behind by {time}')
          : said('Ahead by {time}');
  pace.textContent = words.replace('{time}', clockTime(behind ?? 0));
  pace.classList.toggle('behind', behind !== undefined && behind > 0);
}

function bindSize({ smaller, larger, notes }: Parts): void {
  let size = Number(readKept('localStorage', SIZE)) || FIRST_SIZE;
  const set = (step: number) => {
    const at = SIZES.findIndex((one) => one >= size);
    size = SIZES[Math.min(SIZES.length - 1, Math.max(0, at + step))] ?? size;
    notes.style.fontSize = `${size}px`;
    keep('localStorage', SIZE, String(size));
  };
  smaller.addEventListener('click', () => set(-1));
  larger.addEventListener('click', () => set(1));
  set(0);
}

type Parts = ReturnType<typeof layOut>;

/** Replaces the slides by the speaker's desk. */
function layOut(said: Said) {
  const make = (name: string, className: string, ...children: (string | HTMLElement)[]) => {
    const made = document.createElement(name);
    made.className = className;
    made.append(...children);
    return made;
  };
  const parts = {
    place: make('h1', 'place', said('Waiting for the slides …')),
    clock: make('span', 'clock'),
    timer: make('span', 'timer'),
    planned: make('span', 'planned'),
    pace: make('span', 'pace'),
    offline: make('span', 'offline'),
    blank: make('p', 'blank'),
    restart: make('button', '', said('Start again')),
    search: make('button', '', said('Search (F3)')),
    smaller: make('button', 'size', 'A−'),
    larger: make('button', 'size', 'A+'),
    current: make('div', 'slide'),
    next: make('div', 'slide'),
    notes: make('section', 'notes'),
    reopen: make('button', '', said('Open the slides')),
    gone: make('p', 'gone'),
  };
  parts.blank.setAttribute('role', 'status');
  parts.gone.setAttribute('role', 'status');
  parts.offline.setAttribute('role', 'status');
  parts.smaller.setAttribute('aria-label', said('Smaller notes'));
  parts.larger.setAttribute('aria-label', said('Larger notes'));
  parts.notes.setAttribute('aria-label', said('Notes'));
  parts.notes.tabIndex = 0;
  parts.gone.append(said('The window with the slides does not answer.'), ' ', parts.reopen);
  parts.gone.hidden = true;
  const { place, clock, timer, planned, pace, offline, restart, search, smaller, larger, current, next } =
    parts;
  const desk = make('main', 'desk');
  desk.append(
    make('header', '', place, make('p', 'time', timer, planned, pace, restart, offline, clock)),
    make(
      'div',
      'sheets',
      make('h2', '', said('Now')),
      current,
      parts.blank,
      make('h2', '', said('Next')),
      next,
    ),
    make('div', 'said', make('p', 'sizes', search, smaller, larger), parts.notes),
    parts.gone,
  );
  document.documentElement.dataset['theme'] = 'dark';
  document.querySelector('.views')?.remove();
  document.querySelector('main.reveal')?.replaceWith(desk);
  return parts;
}
