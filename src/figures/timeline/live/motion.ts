import { outlineOf } from './mark-outline.ts';

const TIME = { duration: 480, easing: 'cubic-bezier(.2,.7,.2,1)' } as const;
/** A label stands at its place from the start and comes after its mark. */
const FADE = { duration: 200, delay: 240, fill: 'backwards' } as const;

/**
 * Moves each mark of a timeline from where another one had the same event. Only the picture moves: the marks are at
 * their places all the while, so that keys and presses work. At once where less motion is wanted, and on paper.
 */
export function moveMarks(from: HTMLElement, to: HTMLElement): void {
  if (matchMedia('print, (prefers-reduced-motion: reduce)').matches) return;
  // All are asked where they are before the first is moved: the page is laid out once.
  const ways = [...to.querySelectorAll<HTMLElement>('.events > [data-event]')].map((entry) => {
    const event = entry.dataset['event'] ?? '';
    return { entry, old: outlineOf(from, event), own: outlineOf(to, event) };
  });
  const moved = ways.flatMap(({ entry, old, own }): readonly Animation[] => {
    if (!old || !own) return [];
    const x = old.outline.x - own.outline.x;
    const y = old.outline.y - own.outline.y;
    const label = entry.querySelector('.label');
    return [
      own.mark.animate({ transform: [`translate(${x}px, ${y}px)`, 'none'] }, TIME),
      ...(label ? [label.animate({ opacity: [0, 1] }, FADE)] : []),
    ];
  });
  const end = () => {
    for (const animation of moved) animation.finish();
  };
  window.addEventListener('beforeprint', end, { once: true });
}
