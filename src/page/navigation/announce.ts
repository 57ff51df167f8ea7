import type { RevealApi } from '../reveal.ts';

let silent = false;

/** Whether moves are said: those that a save makes, and no hand, are not. */
export function announcing(on: boolean): void {
  silent = !on;
}

/**
 * Says each new slide's number and headline to a screen reader, and of a step what it adds. Reveal would say the
 * whole text of the slide at every move, steps not yet shown included.
 */
export function announceMoves(deck: RevealApi): void {
  document.querySelector('.aria-status')?.remove();
  const status = document.createElement('p');
  status.className = 'spoken';
  status.setAttribute('role', 'status');
  deck.getRevealElement()?.append(status);
  deck.on('slidechanged', () => {
    if (silent) return;
    status.textContent = deck.getCurrentSlide().getAttribute('aria-label');
  });
  deck.on('fragmentshown', (event) => {
    if (!('fragments' in event) || !Array.isArray(event.fragments)) return;
    const added: readonly unknown[] = event.fragments;
    status.textContent = added
      .map((step) => (step instanceof Element ? step.textContent : ''))
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
  });
}
