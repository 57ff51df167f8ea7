import type { RevealApi } from './reveal.ts';

/** What a key does, in the words of the list that `?` shows. Returning false leaves the key to Reveal. */
export interface Key {
  /** `KeyboardEvent.key`, letters in lower case; with `Shift+` or `Alt+` before it where that matters. */
  readonly keys: readonly string[];
  /** How the list names them; undefined for second names that would only lengthen it. */
  readonly shown?: string;
  readonly says?: string;
  readonly act: (deck: RevealApi) => void;
}

/** What keys reach besides Reveal itself: each is loaded or built when first asked for. */
export interface Actions {
  readonly toggleDark: () => void;
  readonly openSpeakerView: () => void;
  readonly toggleHelp: () => void;
  readonly closeHelp: () => boolean;
  readonly leaveFigure: () => boolean;
}

/** The one table of keys: it binds them, and `?` lists it. */
export function keyTable(actions: Actions): readonly Key[] {
  return [
    {
      keys: ['ArrowRight', 'ArrowDown', ' ', 'PageDown', 'n', 'l', 'j'],
      shown: 'Right, Down, Space, N, Page Down',
      says: 'Next',
      act: (deck) => deck.next(),
    },
    {
      keys: ['ArrowLeft', 'ArrowUp', 'Shift+ ', 'PageUp', 'p', 'h', 'k'],
      shown: 'Left, Up, Shift + Space, P, Page Up',
      says: 'Back',
      act: (deck) => deck.prev(),
    },
    {
      keys: ['Alt+ArrowRight', 'Alt+ArrowDown', 'Alt+n', 'Alt+PageDown'],
      shown: 'Alt + Right, Down',
      says: 'Next slide, without its steps',
      act: (deck) => deck.next({ skipFragments: true }),
    },
    {
      keys: ['Alt+ArrowLeft', 'Alt+ArrowUp', 'Alt+p', 'Alt+PageUp'],
      shown: 'Alt + Left, Up',
      says: 'Slide before, without its steps',
      act: (deck) => deck.prev({ skipFragments: true }),
    },
    { keys: ['Home', 'Shift+ArrowLeft', 'Shift+ArrowUp'], shown: 'Home', says: 'First slide', act: toFirst },
    { keys: ['End', 'Shift+ArrowRight', 'Shift+ArrowDown'], shown: 'End', says: 'Last slide', act: toLast },
    {
      keys: ['g'],
      shown: 'G',
      says: 'Go to a slide by number or name',
      act: (deck) => deck.toggleJumpToSlide(),
    },
    { keys: ['o'], shown: 'O', says: 'Overview of all slides', act: (deck) => deck.toggleOverview() },
    {
      keys: ['b', '.', 'v', '/', ';', ':'],
      shown: 'B or .',
      says: 'Black screen, and back',
      act: (deck) => deck.togglePause(),
    },
    { keys: ['d'], shown: 'D', says: 'Dark hall, and back', act: actions.toggleDark },
    { keys: ['f'], shown: 'F', says: 'Full screen', act: toFullScreen },
    { keys: ['s'], shown: 'S', says: 'Speaker view: notes, next slide, clock', act: actions.openSpeakerView },
    { keys: ['?', 'F1'], shown: '?', says: 'This list', act: actions.toggleHelp },
    {
      keys: ['Escape'],
      shown: 'Esc',
      says: 'Leave: this list, black, overview, a figure',
      act: (deck) => leave(deck, actions),
    },
  ];
}

/** Esc only ever leaves: a clicker's start button sends it, and must never open anything. */
function leave(deck: RevealApi, actions: Actions): void {
  if (actions.closeHelp() || actions.leaveFigure()) return;
  if (deck.isPaused()) deck.togglePause(false);
  else if (deck.isOverview()) deck.toggleOverview(false);
  else deck.hidePreview();
}

function toFirst(deck: RevealApi): void {
  deck.slide(0, 0);
}

function toLast(deck: RevealApi): void {
  const { length } = deck.getHorizontalSlides();
  deck.slide(length - 1, Number.MAX_SAFE_INTEGER);
}

function toFullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void document.documentElement.requestFullscreen?.();
}

const KEPT_BY_CONTROLS = new Set([
  'Enter',
  ' ',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
]);
const WHILE_BLACK = new Set(['b', '.', 'v', '/', ';', ':', 'Escape']);

/**
 * Carries out what the table says of a key.
 * @returns whether the key is done with, so that Reveal must not act on it too.
 */
export function dispatchKey(event: KeyboardEvent, table: readonly Key[], deck: RevealApi): boolean {
  // A figure that has the focus acts first, and says so by preventing the default.
  if (event.defaultPrevented) return true;
  if (event.ctrlKey || event.metaKey) return false;
  const focused = event.target instanceof Element ? event.target : undefined;
  if (focused?.closest('input, textarea, [contenteditable=""], [contenteditable="true"]')) return false;
  if (
    focused?.closest('a[href], button, summary, select, [role="button"]') &&
    KEPT_BY_CONTROLS.has(event.key)
  )
    return true;
  const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const held = `${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}${name}`;
  const found =
    table.find(({ keys }) => keys.includes(held)) ??
    table.find(({ keys }) => keys.includes(name) && !event.altKey);
  if (!found) return false;
  event.preventDefault();
  if (!deck.isPaused() || WHILE_BLACK.has(name)) found.act(deck);
  return true;
}
