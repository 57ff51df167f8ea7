import { distanceTo, markOf, outlineOf } from './mark-outline.ts';
import { scaleOf, toSheet } from './page-scale.ts';

/** How near a press must be to a mark: px of the sheet, and of the screen where the sheet is small. */
const REACH = 18;
const REACH_ON_SCREEN = 12;

/** A press on a mark or its label chooses it; one beside all of them gives the choice up. */
export function bindPointer(
  figure: HTMLElement,
  slide: HTMLElement,
  entries: readonly HTMLElement[],
  choose: (entry: HTMLElement | undefined) => void,
): void {
  const entryAt = ({ clientX, clientY, target }: MouseEvent): HTMLElement | undefined => {
    const label = target instanceof Element ? target.closest<HTMLElement>('.events > [data-event]') : null;
    if (label) return label;
    const { x, y } = toSheet(figure, clientX, clientY);
    const reach = Math.max(REACH, REACH_ON_SCREEN / scaleOf(figure));
    const near = entries.flatMap((entry) => {
      const found = outlineOf(figure, markOf(entry));
      const away = found ? distanceTo(found.outline, x, y) : reach + 1;
      // A band goes through all lanes: whatever else is near is meant.
      const band = found?.mark.querySelector('.band') ? reach : 0;
      return away <= reach ? [{ entry, away: away + band }] : [];
    });
    return near.sort((a, b) => a.away - b.away)[0]?.entry;
  };
  slide.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('a, button, .card-place')) return;
    if (getSelection()?.isCollapsed === false) return;
    if (figure.isConnected && !figure.hidden) choose(entryAt(event));
  });
  slide.addEventListener('pointermove', (event) => {
    if (figure.isConnected && !figure.hidden)
      slide.classList.toggle('on-mark', event.pointerType === 'mouse' && entryAt(event) !== undefined);
  });
  // A press leaves the focus, and with it the keys, to the deck.
  figure.addEventListener('mousedown', (event) => {
    const { target } = event;
    if (target instanceof Element && target.closest('.card-steps, .closer-steps, .events'))
      event.preventDefault();
  });
}
