/** The two ways to see a deck: as slides, or as one article to read. */
export type View = 'slides' | 'read';

/** Below this width (CSS px, so also by zooming in) slides are too small to read. It is also in index.html. */
const NARROW = '(max-width: 599.98px)';
/** Words of an address that ask for slides: of Reveal's speaker window and print view, and of the deck's own. */
const SLIDES = ['receiver', 'print-pdf', 'speaker', 'preview'];
/** Zoomed to about this much, the other view is offered. */
const ZOOMED = 1.9;

/**
 * The view an address asks for with `?view=read` or `?view=slides`; where it asks for none, the width decides.
 */
export function viewOf(search: string, narrow = matchMedia(NARROW).matches): View {
  const query = new URLSearchParams(search);
  const asked = query.get('view');
  if (asked === 'read') return 'read';
  const slides = asked !== null || SLIDES.some((word) => query.has(word));
  return narrow && !slides ? 'read' : 'slides';
}

/**
 * Settles the view for as long as the page is open. Its style sheets already serve narrow windows without any
 * script; from here on neither turning a phone nor resizing a window changes the view under anyone's hands.
 */
export function settleView(view: View): void {
  const root = document.documentElement;
  for (const sheet of readSheets()) sheet.media = view === 'read' ? 'screen' : 'not all';
  root.classList.toggle('reading', view === 'read');
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.views a'))
    link.addEventListener('click', () => {
      link.hash = placeInDeck();
    });
  const first = window.devicePixelRatio;
  const offer = () => {
    const zoom = Math.max(window.outerWidth / window.innerWidth, window.devicePixelRatio / first);
    root.classList.toggle('zoomed-in', zoom >= ZOOMED);
  };
  window.addEventListener('resize', offer);
  // To ask for the window's width lays the page out: with the first frame, so that it is not done before the fonts
  // are here and then again.
  requestAnimationFrame(offer);
}

/** The style sheets of the article. */
export function readSheets(): readonly (HTMLLinkElement | HTMLStyleElement)[] {
  return [...document.querySelectorAll<HTMLLinkElement | HTMLStyleElement>('.read-sheet')];
}

/** Address of what is in view, for the other view to open. Reveal writes its own up to a second late. */
function placeInDeck(): string {
  const slide = document.querySelector('.slides section.present:not(.stack)');
  const reading = document.documentElement.classList.contains('reading');
  return slide && !reading ? `#/${slide.id}` : location.hash;
}
