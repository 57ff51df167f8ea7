import type { RevealApi } from '../reveal.ts';

/** What hides the slide: black, or white, which keeps a dim room lit. */
export type Blank = 'black' | 'white';

/** Hides the slide behind a colour; the same colour again shows it, the other one replaces it. */
export function toggleBlank(deck: RevealApi, blank: Blank): void {
  const { dataset } = document.documentElement;
  const shown = deck.isPaused() ? (dataset['blank'] ?? 'black') : undefined;
  dataset['blank'] = blank;
  deck.togglePause(shown !== blank);
}
