import { prepareFigures } from '../figures/on-slides.ts';
import { turned } from '../keyboard/dispatch.ts';
import { ownWords, type Said } from '../keyboard/help-words.ts';
import type { RevealApi } from '../reveal.ts';
import { rowsAndColumns, stepInGrid } from './grid-steps.ts';

const root = document.documentElement;

/** What was there before, put back when the grid closes. */
let restore: (() => void) | undefined;

/**
 * Lays all slides out as a grid, each as it stands on the sheet, while Reveal's overview is on: every length of a
 * slide hangs on the root's font size, so the slides shrink with it. The four arrows walk it.
 */
export async function showGrid(deck: RevealApi): Promise<void> {
  const said = await ownWords();
  if (restore || !deck.isOverview()) return;
  const slides = deck.getSlides();
  const list = deck.getSlidesElement();
  if (!list) return;
  const undo = [...slides.map(asEntry), asGroup(list, said)];
  const { length } = slides;
  let columns = 1;
  const resize = () => {
    columns = fitTo(length);
  };
  const keys = (event: KeyboardEvent) => {
    const at = slides.indexOf(deck.getCurrentSlide());
    const next =
      event.ctrlKey || event.metaKey || event.altKey
        ? undefined
        : stepInGrid(turned(event.key), at, columns, length);
    if (next === undefined) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const { h, v } = deck.getIndices(slides[next]);
    deck.slide(h, v);
  };
  const mark = () => markChosen(deck, slides);
  resize();
  window.addEventListener('resize', resize);
  window.addEventListener('keydown', keys, { capture: true });
  deck.on('slidechanged', mark);
  root.classList.add('overview-grid');
  mark();
  list.focus({ preventScroll: true });
  void prepareFigures();
  restore = () => {
    window.removeEventListener('resize', resize);
    window.removeEventListener('keydown', keys, { capture: true });
    deck.off('slidechanged', mark);
    root.classList.remove('overview-grid');
    for (const put of undo) put();
    list.scrollTop = 0;
    deck.sync();
  };
}

/** Puts everything back as it was. */
export function hideGrid(): void {
  restore?.();
  restore = undefined;
}

/** Chooses the columns for this window; all slides are seen at once up to sixty. */
function fitTo(count: number): number {
  const { columns, width } = rowsAndColumns(count, innerWidth, innerHeight);
  root.style.setProperty('--grid-columns', `${columns}`);
  root.style.setProperty('--grid-width', `${width}px`);
  return columns;
}

function markChosen(deck: RevealApi, slides: readonly HTMLElement[]): void {
  const current = deck.getCurrentSlide();
  for (const slide of slides) {
    // Reveal hides what is not in view from those who listen; here all is in view.
    slide.removeAttribute('aria-hidden');
    if (slide === current) slide.setAttribute('aria-current', 'true');
    else slide.removeAttribute('aria-current');
  }
  current.scrollIntoView({ block: 'nearest' });
}

/** A slide as one entry: nothing in it can be pressed, and its title stands below it. */
function asEntry(slide: HTMLElement): () => void {
  const children = [...slide.children].filter((child) => child instanceof HTMLElement && !child.inert);
  for (const child of children) child.toggleAttribute('inert', true);
  const title = document.createElement('span');
  title.className = 'grid-title';
  const part = slide.dataset['part'];
  if (part) title.append(Object.assign(document.createElement('b'), { textContent: part }), ' ');
  // Before the headline its label says "8 of 24", in the words of the deck's language.
  const label = slide.getAttribute('aria-label') ?? '';
  const number = slide.querySelector('.page-number')?.textContent;
  title.append(number ? `${number} ${label.replace(/^[^:]*: /, '')}` : label);
  slide.append(title);
  return () => {
    title.remove();
    slide.removeAttribute('aria-current');
    for (const child of children) child.toggleAttribute('inert', false);
  };
}

function asGroup(list: HTMLElement, said: Said): () => void {
  const undo = swap(list, { role: 'group', tabindex: '0', 'aria-label': said('All slides') });
  return () => {
    for (const put of undo) put();
  };
}

/** Sets attributes; each function puts one back. */
function swap(element: Element | null, wanted: Readonly<Record<string, string>>): readonly (() => void)[] {
  if (!element) return [];
  return Object.entries(wanted).map(([name, value]) => {
    const before = element.getAttribute(name);
    element.setAttribute(name, value);
    return () => {
      if (before === null) element.removeAttribute(name);
      else element.setAttribute(name, before);
    };
  });
}
