import Reveal, { type RevealConfig, type RevealApi as TypedApi } from 'reveal.js';

/** Reveal's API with what its own types leave out. */
export interface RevealApi extends TypedApi {
  toggleJumpToSlide(override?: boolean): void;
}

declare global {
  interface Window {
    /** The running deck, where Reveal's plugins and tools look for it. */
    Reveal: RevealApi;
    /** Everything is loaded, drawn and laid out for paper. The export waits for it, and for nothing else. */
    deckReady: () => Promise<void>;
  }
}

/** Options a deck may not change: the page is built on them. */
const FIXED = {
  hash: true,
  // A crash leaves nothing but the address: it names the step too.
  fragmentInURL: true,
  history: false,
  disableLayout: true,
  center: false,
  navigationMode: 'linear',
  // Reveal's scroll view opens another slide than the address names; narrow screens get the same slides, smaller.
  scrollActivationWidth: 0,
  help: false,
  // Whoever shows or opened this page could read the notes and lead the talk by it.
  postMessage: false,
  postMessageEvents: false,
  // Files that run: the page has all it needs.
  dependencies: [],
  plugins: [],
  pdfSeparateFragments: false,
} as const satisfies RevealConfig;

const CALM = {
  transition: 'none',
  backgroundTransition: 'none',
  autoAnimate: false,
} as const satisfies RevealConfig;

/** A small slide in the speaker's window: it does what that window tells it, at once, and nothing else. */
const PREVIEW = {
  ...CALM,
  hash: false,
  progress: false,
  keyboard: false,
  touch: false,
  autoSlide: 0,
} as const satisfies RevealConfig;

/** Makes the deck: Reveal's options as the author wrote them, and over them what the page is built on. */
export function makeReveal(
  own: RevealConfig,
  keyboardCondition: (event: KeyboardEvent) => boolean,
  preview: boolean,
): RevealApi {
  const motion = matchMedia('(prefers-reduced-motion: reduce)');
  const options: RevealConfig = {
    controls: false,
    rtl: document.dir === 'rtl',
    // Where the deck has years, a strip of them stands there.
    progress: document.querySelector('.strip') === null,
    transition: 'fade',
    transitionSpeed: 'fast',
    // Slides further away are laid out once nobody waits for them.
    viewDistance: 2,
    ...own,
    ...(motion.matches ? CALM : {}),
    ...FIXED,
    ...(preview ? PREVIEW : {}),
    keyboardCondition,
  };
  const deck = new Reveal(options);
  if (!isWhole(deck)) throw new Error('This version of Reveal lacks a function the page needs.');
  motion.addEventListener('change', ({ matches }) => {
    if (matches) deck.configure(CALM);
  });
  return deck;
}

function isWhole(deck: TypedApi): deck is RevealApi {
  return 'toggleJumpToSlide' in deck;
}
