import { fillLater } from './figures/later.ts';
import { prepareFigures } from './figures/on-slides.ts';
import type { RevealApi } from './reveal.ts';
import { shrinkOnPaper } from './shrink.ts';

/** Waits for all that pages are to show: steps, faces, parts that lie in files of their own, pictures, figures. */
export async function preparePages(): Promise<void> {
  showSteps();
  unfold();
  await Promise.all([document.fonts.ready, fillLater(), ...pictures()]);
  await prepareFigures();
  shrinkOnPaper();
}

/** An export with a page for each step holds each slide as often as it has states: each copy is brought to its own. */
function showSteps(): void {
  const copies = [...document.querySelectorAll<HTMLElement>('section[data-steps-done]')];
  for (const copy of copies) {
    const done = Number(copy.dataset['stepsDone']);
    // What a step brings is placed by what stands there: the copy must have its layout.
    copy.style.display = 'block';
    for (const fragment of copy.querySelectorAll<HTMLElement>('.fragment')) {
      const index = Number(fragment.dataset['fragmentIndex']);
      fragment.classList.toggle('visible', index < done);
      fragment.classList.toggle('current-fragment', index === done - 1);
    }
  }
}

/** On paper nothing can be opened that is folded away. */
function unfold(): void {
  for (const folded of document.querySelectorAll<HTMLDetailsElement>('.slides details:not(.chart-save)'))
    folded.open = true;
}

/** Fetches and decodes every picture, also those of far slides, which are left until their slide is near. */
function pictures(): readonly Promise<void>[] {
  const images = [...document.images].map((image) => {
    const later = image.dataset['src'];
    if (later) image.src = later;
    delete image.dataset['src'];
    image.loading = 'eager';
    return image;
  });
  grounds = groundsOf(
    document.querySelectorAll<HTMLElement>('section:is([data-background-image], [data-background])'),
  );
  return [...images, ...grounds].map((image) => image.decode().catch(() => undefined));
}

/** Held as long as the page is there, so that they are still decoded when it is printed. */
let grounds: readonly HTMLImageElement[] = [];

/** Pictures behind slides: styles fetch them only once the slide is laid out, which for paper is too late. */
function groundsOf(slides: Iterable<HTMLElement>): readonly HTMLImageElement[] {
  return [...slides].flatMap((slide) => {
    const { backgroundImage } = getComputedStyle(slide, '::before');
    return [...backgroundImage.matchAll(/url\("([^"]*)"\)/g)].map(([, address = '']) =>
      Object.assign(new Image(), { src: address }),
    );
  });
}

/** Shows the pages on the screen, for tools that open `?print-pdf` and print what they see. */
export async function showPages(deck: RevealApi): Promise<void> {
  const sheet = document.querySelector<HTMLLinkElement | HTMLStyleElement>('#print-sheet');
  if (sheet) sheet.media = 'all';
  delete document.documentElement.dataset['theme'];
  await window.deckReady();
  deck.dispatchEvent({ type: 'pdf-ready', data: {} });
}
