import type { RevealApi } from './reveal.ts';

/** Slides whose words nobody could measure when the deck was built. */
const UNSURE = 'section[data-unsure]';
/** What content of a slide that is too full is set at, until all of it is to be seen. */
const STEPS = [0.92, 0.84, 0.76, 0.68, 0.6, 0.52, 0.45, 0.38, 0.32, 0.26, 0.2];
/** From here on, code that is still too wide breaks its lines instead. */
const BREAKS_AT = 0.6;
/** A px of a box is let pass. */
const SLACK = 1;

/** Keeps every slide that is shown within its sheet, from now on and whenever the window changes. */
export function keepWithin(deck: RevealApi): void {
  const here = () => {
    const slide = deck.getCurrentSlide();
    if (slide.matches(UNSURE)) shrinkFull([slide]);
  };
  deck.on('slidechanged', here);
  deck.on('resize', here);
  addEventListener('resize', here);
  // Faces and pictures that come later change what a slide needs.
  void document.fonts.ready.then(here);
  document.addEventListener('load', ({ target }) => target instanceof HTMLImageElement && here(), true);
  addEventListener('beforeprint', shrinkOnPaper);
  addEventListener('afterprint', here);
}

/** The same for all slides at once, as they stand on paper. */
export function shrinkOnPaper(): void {
  const slides = [...document.querySelectorAll<HTMLElement>(UNSURE)];
  const sheet = document.querySelector<HTMLLinkElement | HTMLStyleElement>('#print-sheet');
  if (slides.length === 0 || !sheet) return;
  const { media } = sheet;
  // Far slides have no layout on the screen, and none of them has that of paper.
  sheet.media = 'all';
  shrinkFull(slides);
  sheet.media = media;
}

/**
 * Makes what stands on too full slides smaller, until nothing leaves its sheet: decks of Reveal are written for slides
 * that leave the window without a word. Every slide is measured at one size before any is set to the next, so that
 * a whole deck takes as many layouts as there are sizes.
 */
function shrinkFull(slides: readonly HTMLElement[]): void {
  for (const slide of slides) {
    slide.style.removeProperty('--shrink');
    slide.classList.remove('shrunk', 'broken-lines');
  }
  let full = slides.filter(isFull);
  for (const slide of full) slide.classList.add('shrunk');
  for (const step of STEPS) {
    for (const slide of full) {
      slide.style.setProperty('--shrink', `${step}`);
      if (step < BREAKS_AT) slide.classList.add('broken-lines');
    }
    full = full.filter(isFull);
  }
}

/** Whether something of a slide lies outside of its sheet, or in its foot, or is cut. */
function isFull(slide: HTMLElement): boolean {
  return (
    exceeds(slide) ||
    [...slide.querySelectorAll('pre')].some((code) => code.scrollWidth > code.clientWidth + SLACK)
  );
}

function exceeds(box: HTMLElement): boolean {
  return box.scrollHeight > box.clientHeight + SLACK || box.scrollWidth > box.clientWidth + SLACK;
}
