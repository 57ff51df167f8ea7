import type { FrontMatter } from './front-matter.ts';
import type { Slide } from './slide/slide.ts';

/** What of a deck is to be seen, and the ids of the slides that its author keeps back. */
export interface Shown {
  readonly slides: readonly Slide[];
  readonly hidden: ReadonlySet<string>;
}

/**
 * Leaves out the slides with `data-visibility="hidden"`, as Reveal takes them out of its page; all of them stay where
 * `revealOptions` say `showHiddenSlides`. Where the first of a stack goes, the next begins it.
 */
export function leaveOutHidden(slides: readonly Slide[], { revealOptions }: FrontMatter): Shown {
  if (revealOptions?.['showHiddenSlides'] === true) return { slides, hidden: new Set() };
  const hidden = new Set(slides.filter(isHidden).map(({ id }) => id));
  let isOpen = false;
  const shown = slides.flatMap((slide) => {
    if (!slide.below) isOpen = false;
    if (isHidden(slide)) return [];
    const kept = slide.below && !isOpen ? { ...slide, below: false } : slide;
    isOpen = true;
    return [kept];
  });
  return { slides: shown, hidden };
}

export function isHidden({ attributes }: Slide): boolean {
  return attributes.get('data-visibility') === 'hidden';
}

/** Whether a slide has a number: an appendix may go without. */
export function isCounted({ attributes }: Slide): boolean {
  return attributes.get('data-visibility') !== 'uncounted';
}
