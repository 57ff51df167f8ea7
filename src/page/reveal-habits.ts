import type { RevealApi } from './reveal.ts';

/** What only some decks need, most of them written for Reveal: fetched where a slide asks for it. */
export function keepHabits(deck: RevealApi): void {
  if (document.querySelector('[data-unsure]'))
    void import('./shrink.ts').then(({ keepWithin }) => keepWithin(deck));
  if (document.querySelector('[data-auto-animate]'))
    void import('./auto-animate.ts').then(({ animateBySheet }) => animateBySheet(deck));
}
