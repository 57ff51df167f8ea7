import { fillListings } from '../figures/fetch-listings.ts';
import { readSheets } from '../view.ts';
import { showFigures } from './figures.ts';
import { keepPlace } from './scroll-position.ts';
import { showTimelines } from './timeline.ts';
import { unfoldEvents } from './unfold-event.ts';

/** Turns the page's slides into an article: the same sections, with nothing of the stage left on them. */
export async function startReading(): Promise<void> {
  await sheetsArrived();
  await fillListings();
  for (const section of document.querySelectorAll('.slides section')) {
    // Headings lead through an article; thirty named regions would only be in the way.
    for (const name of ['role', 'aria-roledescription', 'aria-label']) section.removeAttribute(name);
  }
  document.querySelector('main')?.removeAttribute('aria-roledescription');
  showTimelines();
  const figures = showFigures();
  const place = keepPlace(figures.fit, unfoldEvents());
  place.land();
  await Promise.all([document.fonts.ready, figures.drawn]);
  // Faces and charts have moved what stands above: the address is found anew, unless the reader went elsewhere.
  place.landAgain();
  document.documentElement.dataset['read'] = 'ready';
}

/** The sheets are of low priority while their media do not match, so they may come after the script. */
async function sheetsArrived(): Promise<void> {
  const late = readSheets().filter(({ sheet }) => !sheet);
  await Promise.all(
    late.map(
      (link) =>
        new Promise<void>((resolve) => {
          for (const end of ['load', 'error']) link.addEventListener(end, () => resolve(), { once: true });
        }),
    ),
  );
}
