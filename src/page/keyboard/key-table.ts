import type { FigureKey } from '../../deck/live-figure.ts';
import { goToNumber, type Jumps } from '../navigation/history.ts';
import type { RevealApi } from '../reveal.ts';
import { toggleBlank } from './blank-screen.ts';
import { type Press, takeNumber, typeDigit } from './number-entry.ts';

/** What a key does, in the words of the list that `?` shows. */
export interface Key {
  /** `KeyboardEvent.key`, letters in lower case; with `Shift+` or `Alt+` before it where that matters. */
  readonly keys: readonly string[];
  /** How the list names them; undefined for second names that would only lengthen it. */
  readonly shown?: string;
  readonly says?: string;
  readonly act: (deck: RevealApi, press: Press) => void;
  /** Where it acts; elsewhere the browser has it. */
  readonly when?: () => boolean;
  /** Whether it acts again while it is held. */
  readonly repeats?: boolean;
  /** Whether it acts while the screen is black or white. */
  readonly onBlank?: boolean;
}

/** What keys reach besides Reveal itself: each is loaded or built when first asked for. */
export interface Actions {
  readonly jumps: () => Jumps;
  readonly toggleDark: () => void;
  readonly pressOnFigure: (kind: string, key: string) => void;
  readonly openSpeakerView: () => void;
  readonly openGoTo: () => void;
  readonly openSearch: () => void;
  readonly citeSlide: () => void;
  readonly listReceipts: () => void;
  readonly toggleHelp: () => void;
  readonly closeHelp: () => boolean;
  readonly leaveFigure: () => boolean;
  /** Letters that kinds of figures have, on slides that show one. */
  readonly figureKeys: readonly (FigureKey & { readonly kind: string })[];
}

/** The one table of keys: it binds them, `?` lists it, and the tests press it. */
export function keyTable(actions: Actions): readonly Key[] {
  return [
    {
      keys: ['ArrowRight', 'ArrowDown', ' ', 'PageDown', 'n', 'l', 'j'],
      shown: 'Right, Down, Space, N, Page Down',
      says: 'Next',
      repeats: true,
      act: (deck) => deck.next(),
    },
    {
      keys: ['ArrowLeft', 'ArrowUp', 'Shift+ ', 'PageUp', 'p', 'h', 'k'],
      shown: 'Left, Up, Shift + Space, P, Page Up',
      says: 'Back',
      repeats: true,
      act: () => actions.jumps().stepBack(),
    },
    {
      keys: ['Backspace'],
      shown: 'Backspace',
      says: 'Back, also from a jump',
      act: () => actions.jumps().undo(),
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
      keys: [...'0123456789'],
      shown: 'A number, then Enter',
      says: 'The slide of that number',
      act: (_, press) => typeDigit(press),
    },
    {
      keys: ['Enter'],
      shown: 'Enter',
      says: 'Next, where nothing has the focus',
      act: (deck, press) => enter(deck, takeNumber(press)),
    },
    { keys: ['g'], shown: 'G', says: 'Go to a slide by number or name', act: actions.openGoTo },
    { keys: ['F3'], shown: 'F3', says: 'Search the slides', act: actions.openSearch },
    { keys: ['o'], shown: 'O', says: 'Overview of all slides', act: (deck) => deck.toggleOverview() },
    {
      keys: ['b', '.', 'v', '/', ';', ':'],
      shown: 'B or .',
      says: 'Black screen, and back',
      onBlank: true,
      act: (deck) => toggleBlank(deck, 'black'),
    },
    {
      keys: ['w', ','],
      shown: 'W or ,',
      says: 'White screen, and back',
      onBlank: true,
      act: (deck) => toggleBlank(deck, 'white'),
    },
    { keys: ['c'], shown: 'C', says: 'Copy a citation', act: actions.citeSlide },
    { keys: ['i'], shown: 'I', says: 'Where the numbers come from', act: actions.listReceipts },
    { keys: ['d'], shown: 'D', says: 'Dark hall, and back', act: actions.toggleDark },
    ...actions.figureKeys.map(
      ({ kind, key, says }): Key => ({
        keys: [key],
        shown: key.toUpperCase(),
        says,
        act: () => actions.pressOnFigure(kind, key),
      }),
    ),
    { keys: ['f'], shown: 'F', says: 'Full screen', onBlank: true, act: toFullScreen },
    {
      keys: ['F5', 'Shift+F5'],
      shown: 'F5',
      says: 'Nothing in full screen',
      when: isFullScreen,
      onBlank: true,
      act: () => undefined,
    },
    { keys: ['s'], shown: 'S', says: 'Speaker view: notes, next slide, clock', act: actions.openSpeakerView },
    { keys: ['?', 'F1'], shown: '? or F1', says: 'This list', act: actions.toggleHelp },
    {
      keys: ['Escape'],
      shown: 'Esc',
      says: 'Leave what is open',
      onBlank: true,
      act: (deck) => leave(deck, actions),
    },
  ];
}

function enter(deck: RevealApi, number: number | undefined): void {
  if (number !== undefined) goToNumber(deck, number);
  else if (deck.isOverview()) deck.toggleOverview(false);
  else deck.next();
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

/** By the key here, or by the browser's own. */
function isFullScreen(): boolean {
  return document.fullscreenElement !== null || matchMedia('(display-mode: fullscreen)').matches;
}

function toFullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  // Refused where no key was pressed in this very window: there is nothing to say about it.
  else void document.documentElement.requestFullscreen?.().catch(() => undefined);
}
