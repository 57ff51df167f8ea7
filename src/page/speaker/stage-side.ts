import { keep, readKept } from '../browser-storage.ts';
import { pressKey } from '../keyboard/dispatch.ts';
import { ownWords } from '../keyboard/help-words.ts';
import type { Key } from '../keyboard/key-table.ts';
import { goToSlide } from '../navigation/history.ts';
import type { RevealApi } from '../reveal.ts';
import {
  OWN_ORIGIN,
  readWord,
  SPEAKER_ADDRESS,
  SPEAKER_WINDOW,
  STAGE_WINDOW,
  STARTED,
  type Standing,
} from './messages.ts';

const MOVES = [
  'slidechanged',
  'fragmentshown',
  'fragmenthidden',
  'paused',
  'resumed',
  'overviewhidden',
] as const;
/** Keys that mean this very window and would be lost, or be seen by the hall, if the speaker's sent them. */
const OF_THIS_WINDOW = new Set(['s', 'g', 'f', 'f3', 'f5', '?', 'f1']);

let speaker: Window | null = null;

/** Where a stage keeps what its speaker's window is known by, through being loaded anew. */
const NONCE = `orihon-nonce:${location.pathname}`;
let nonce: string | undefined;

/** Also over plain HTTP, where browsers have no ready-made one. */
function randomName(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('');
}

/** Known to the two windows of a talk, said when one opens the other: by it they know each other. */
function ownNonce(): string {
  const given = window.name.startsWith(STAGE_WINDOW) ? window.name.slice(STAGE_WINDOW.length) : undefined;
  nonce ??= given || readKept('sessionStorage', NONCE) || randomName();
  keep('sessionStorage', NONCE, nonce);
  return nonce;
}

/** Opens the speaker's window. It must be called by a key or a click: browsers allow no other. */
export function openSpeakerWindow(): Window | null {
  if (speaker && !speaker.closed) {
    speaker.focus();
    return speaker;
  }
  speaker = window.open(SPEAKER_ADDRESS, `${SPEAKER_WINDOW}${ownNonce()}`, 'width=1200,height=760');
  return speaker;
}

/** Says that the browser opened no window, and offers it once more. */
export async function sayBlocked(): Promise<void> {
  const said = await ownWords();
  const dialog = document.createElement('dialog');
  dialog.className = 'keys';
  dialog.setAttribute('aria-label', said('Speaker view'));
  const words = document.createElement('p');
  words.setAttribute('role', 'status');
  words.textContent = said('The browser blocked the window of the speaker view.');
  const button = (text: string, act: () => void) => {
    const made = document.createElement('button');
    made.textContent = text;
    made.addEventListener('click', act);
    return made;
  };
  const open = button(said('Open it'), () => {
    if (openSpeakerWindow()) dialog.close();
    else words.textContent = said('It is blocked still. Allow pop-up windows for this page, then press S.');
  });
  dialog.append(
    words,
    open,
    button(said('Close'), () => dialog.close()),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** Answers the speaker's window from now on, whether this window opened it or came back after it. */
export function listenToSpeaker(deck: RevealApi, table: readonly Key[]): (event: MessageEvent) => void {
  const tell = () => speaker?.postMessage(standing(deck), OWN_ORIGIN);
  for (const type of MOVES) deck.on(type, tell);
  document.addEventListener('offlineready', tell);
  return (event) => {
    const word = readWord(event, ownNonce());
    if (!word || !isWindow(event.source)) return;
    speaker = event.source;
    if (word.orihon === 'key') {
      if (!OF_THIS_WINDOW.has(word.press.key.toLowerCase()))
        pressKey({ ...word.press, timeStamp: event.timeStamp }, table, deck);
      return;
    }
    if (word.orihon === 'go') {
      const slide = deck.getSlides().find(({ id }) => id === word.id);
      if (slide) goToSlide(deck, slide);
      return;
    }
    if (word.orihon === 'clock' || startedAt() === null) keepStart(word.startedAt);
    tell();
  };
}

function standing(deck: RevealApi): Standing {
  const { h, v, f } = deck.getIndices();
  const slides = deck.getSlides();
  const slide = deck.getCurrentSlide();
  const blank = document.documentElement.dataset['blank'] === 'white' ? 'white' : 'black';
  return {
    orihon: 'standing',
    nonce: ownNonce(),
    id: slide.id,
    state: { indexh: h, indexv: v, ...(f === undefined ? {} : { indexf: f }) },
    blank: deck.isPaused() ? blank : 'none',
    atEnd: slides.at(-1) === slide && !deck.availableFragments().next,
    offline: document.documentElement.dataset['offline'] === 'ready',
    startedAt: startedAt(),
  };
}

function startedAt(): number | null {
  const kept = readKept('sessionStorage', STARTED);
  return kept === null ? null : Number(kept);
}

function keepStart(start: number | null): void {
  keep('sessionStorage', STARTED, start === null ? null : String(start));
}

function isWindow(source: MessageEventSource | null): source is Window {
  return source !== null && 'closed' in source;
}
