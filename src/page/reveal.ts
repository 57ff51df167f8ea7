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
  history: false,
  disableLayout: true,
  center: false,
  navigationMode: 'linear',
  // Reveal's scroll view opens another slide than the address names; narrow screens get the same slides, smaller.
  scrollActivationWidth: 0,
  help: false,
  pdfSeparateFragments: false,
} as const satisfies RevealConfig;

const CALM = {
  transition: 'none',
  backgroundTransition: 'none',
  autoAnimate: false,
} as const satisfies RevealConfig;

/** Makes the deck: Reveal's options as the author wrote them, and over them what the page is built on. */
export function makeReveal(
  own: RevealConfig,
  keyboardCondition: (event: KeyboardEvent) => boolean,
): RevealApi {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const options: RevealConfig = {
    controls: false,
    progress: true,
    transition: 'fade',
    transitionSpeed: 'fast',
    ...own,
    ...(calm ? CALM : {}),
    ...FIXED,
    keyboardCondition,
  };
  const deck = new Reveal(options);
  if (!isWhole(deck)) throw new Error('This version of Reveal lacks a function the page needs.');
  return deck;
}

function isWhole(deck: TypedApi): deck is RevealApi {
  return 'toggleJumpToSlide' in deck;
}
