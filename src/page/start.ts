import { restoreTheme } from './theme.ts';
import { settleView, viewOf } from './view.ts';

// Only what the chosen view needs is fetched: a phone that reads never loads Reveal.
const view = viewOf(location.search);
// Before anything else is fetched: a deck that was dark must not flash white.
restoreTheme();
settleView(view);
if (view === 'read') void import('./read.ts').then(({ startReading }) => startReading());
else void import('./main.ts');

/** The copy of the site is made when nobody waits for anything else, ms after loading. */
const LATER = 1500;
const built = document.querySelector('link[rel="manifest"]') !== null;
if (built && 'serviceWorker' in navigator)
  window.addEventListener('load', () =>
    setTimeout(() => void import('./offline.ts').then(({ keepOffline }) => keepOffline()), LATER),
  );
