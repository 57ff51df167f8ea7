import { arriveAtAddress, parsed } from './navigation/first-slide.ts';
import { restoreTheme } from './theme.ts';
import { settleView, type View, viewOf } from './which-view.ts';

// A built site runs this before it has parsed the page and before it paints: a deck that was dark must not flash
// white.
restoreTheme();
void begin(viewOf(location.search));

async function begin(view: View): Promise<void> {
  await (view === 'slides' ? arriveAtAddress() : parsed());
  settleView(view);
  // Only what the chosen view needs is fetched: a phone that reads never loads Reveal.
  const read = () => import('./reading/start.ts').then(({ startReading }) => startReading());
  if (view === 'read') void read();
  // Where its program got lost on the way, the deck is read: the article needs no more than the page.
  else
    void import('./slides.ts').catch(() => {
      settleView('read');
      return read();
    });
  if (document.readyState === 'complete') keepCopy();
  else window.addEventListener('load', keepCopy, { once: true });
}

/** The copy of the site is made when nobody waits for anything else, ms after loading. */
function keepCopy(): void {
  const later = 1500;
  const built = document.querySelector('link[rel="manifest"]') !== null;
  if (built && 'serviceWorker' in navigator)
    setTimeout(() => void import('./offline.ts').then(({ keepOffline }) => keepOffline()), later);
}
