import { fillLater, fillLaterHere, isLaterMissing } from './figures/later.ts';
import { areFiguresMissing, prepareFigures, printFigures } from './figures/on-slides.ts';
import { decode, slideOfEvent } from './navigation/address.ts';
import type { RevealApi } from './reveal.ts';

// Reveal's own names for "show me the pages"; its own print view is not used, since it hides all slides but one
// from the tags of the PDF and clones canvases empty.
const ASKS_FOR_PAGES = /(?:^|[?&])(?:print-pdf|view=print)(?:&|=|$)/;

/** Whether the address asks for pages; takes the word out of it, so that Reveal does not see it. */
export function takePaperRequest(): boolean {
  const { search, pathname, hash } = location;
  if (!ASKS_FOR_PAGES.test(search)) return false;
  const rest = search.replace(ASKS_FOR_PAGES, '').replace(/^&/, '?');
  history.replaceState(null, '', pathname + rest + hash);
  return true;
}

/** Makes the browser's own print dialogue, the print menu and the export give the same pages. */
export function bindPaper(deck: RevealApi): void {
  window.deckReady = async () => {
    const { preparePages } = await import('./prepare-pages.ts');
    await preparePages();
    layOutOnPaper(deck);
    await document.fonts.ready;
  };
  let onScreen: () => void = () => undefined;
  window.addEventListener('beforeprint', () => {
    layOutOnPaper(deck);
    onScreen = leadToPages();
  });
  window.addEventListener('afterprint', () => {
    onScreen();
    deck.sync();
  });
  document.addEventListener('keydown', (event) => {
    // What is not here yet, code of figures or a long list, cannot be had inside beforeprint, which waits for nothing.
    const isMissing = areFiguresMissing(deck) || isLaterMissing();
    if (event.key !== 'p' || !(event.ctrlKey || event.metaKey) || !isMissing) return;
    event.preventDefault();
    void Promise.all([prepareFigures(), fillLater()]).then(() => window.print());
  });
}

/** Every slide into the tree of tags, every figure drawn: all in one synchronous step, as printing needs it. */
function layOutOnPaper(deck: RevealApi): void {
  fillLaterHere();
  for (const slide of deck.getSlidesElement()?.querySelectorAll('section') ?? []) {
    slide.removeAttribute('hidden');
    slide.removeAttribute('aria-hidden');
    slide.removeAttribute('inert');
  }
  printFigures();
}

/**
 * A browser keeps a link inside a printed file where it names an element, which `#/slide` does not.
 * @returns what gives the links their addresses back.
 */
function leadToPages(): () => void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.slides a[href^="#/"]')].map((link) => {
    const written = link.getAttribute('href') ?? '';
    const [name = ''] = decode(written.slice(2)).split('/');
    const slide = document.getElementById(name)?.matches('section') ? name : slideOfEvent(name);
    if (slide) link.setAttribute('href', `#${encodeURIComponent(slide)}`);
    return { link, written };
  });
  return () => {
    for (const { link, written } of links) link.setAttribute('href', written);
  };
}
