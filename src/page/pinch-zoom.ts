import type { RevealApi } from './reveal.ts';

/** Above this the page counts as zoomed by the fingers. */
const ZOOMED = 1.03;

/** While the page is zoomed by the fingers, one finger looks around in it and does not change the slide. */
export function letFingersLookAround(deck: RevealApi): void {
  const viewport = window.visualViewport;
  viewport?.addEventListener('resize', () => {
    deck.getRevealElement()?.toggleAttribute('data-prevent-swipe', viewport.scale > ZOOMED);
  });
}
