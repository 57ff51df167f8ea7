/** Unfolds what an address names inside a slide, an event; with undefined nothing is unfolded. */
type Choose = (element: HTMLElement | undefined) => void;

/** Where a reader is: something to land on, and how far its top is from that of the window, px. */
interface Place {
  readonly mark: Element;
  readonly top: number;
}

export interface KeptPlace {
  /** Shows what the address names, and gives it the focus. */
  readonly land: () => void;
  /** The same once more, where nobody has scrolled since. */
  readonly landAgain: () => void;
}

const MARKS =
  '.slides :is(h1, h2, h3, p, tbody tr, canvas, summary), .slides .events > li, .slides li:not(.events *)';
const EVENT = '.events > [data-event]';
/** Px at the top that the bar may cover. */
const BAR = 56;
/** How soon after the last step of scrolling the address follows, ms: browsers limit how often it may. */
const SETTLED = 250;

/**
 * Keeps the reader's place: the address follows the scrolling slide by slide, opens on its heading or event, and a
 * phone that is turned shows the same line at the same height.
 * @param refit what has to be measured anew when the window's size changes.
 * @param choose unfolds the event the reader is at, and folds it once the address is another's.
 */
export function keepPlace(refit: () => void, choose: Choose): KeptPlace {
  let place: Place | undefined;
  /** Where this code scrolled to last, px: anywhere else is the reader's own choice, as all is where it is not known. */
  let settled: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const movedSince = () => settled === undefined || Math.abs(window.scrollY - settled) > 1;
  const land = () => {
    const target = targetOf(location.hash);
    choose(target?.matches(EVENT) ? target : undefined);
    if (target) {
      const opens = target.matches(EVENT) ? target.querySelector('button') : null;
      if (!opens) target.tabIndex = -1;
      (opens ?? target).focus({ preventScroll: true });
      target.scrollIntoView({ block: 'start', behavior: 'instant' });
    }
    settled = window.scrollY;
    place = target ? { mark: target, top: target.getBoundingClientRect().top } : placeNow();
  };
  window.addEventListener('hashchange', land);
  window.addEventListener('resize', () => {
    refit();
    if (!place) return;
    const moved = place.mark.getBoundingClientRect().top - place.top;
    window.scrollBy({ top: moved, behavior: 'instant' });
    settled = window.scrollY;
  });
  window.addEventListener(
    'scroll',
    () => {
      if (!movedSince()) return;
      settled = undefined;
      place = placeNow();
      clearTimeout(timer);
      timer = setTimeout(() => {
        const slide = slideElsewhere(place?.mark);
        if (!slide) return;
        history.replaceState(null, '', `#/${slide.id}`);
        foldAbove(place, choose);
        settled = window.scrollY;
      }, SETTLED);
    },
    { passive: true },
  );
  return {
    land,
    landAgain: () => {
      if (!movedSince()) land();
    },
  };
}

/** What stands first under the bar, to the line. */
function placeNow(): Place | undefined {
  for (const mark of document.querySelectorAll(MARKS)) {
    const { top, bottom, height } = mark.getBoundingClientRect();
    if (height > 0 && bottom > BAR) return { mark, top };
  }
  return undefined;
}

/** The slide being read, where the address names another; an event's stays as long as it or its slide is read. */
function slideElsewhere(mark: Element | undefined): Element | undefined {
  const slide = mark?.closest('section');
  const target = targetOf(location.hash);
  if (!slide?.id || target?.closest('section') === slide) return undefined;
  return target?.matches(EVENT) && isInView(target) ? undefined : slide;
}

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > BAR && top < window.innerHeight;
}

/** Folds the event that was left, and leaves the line being read where it is. */
function foldAbove(place: Place | undefined, choose: Choose): void {
  const before = place?.mark.getBoundingClientRect().top ?? 0;
  choose(undefined);
  const moved = (place?.mark.getBoundingClientRect().top ?? 0) - before;
  window.scrollBy({ top: moved, behavior: 'instant' });
}

/** What an address stands for: a slide's heading or the words it quotes, an event in the first list that has it, or a slide by number. */
function targetOf(hash: string): HTMLElement | undefined {
  const id = decodeURIComponent(hash.replace(/^#\/?/, '').replace(/\/-?\d+$/, ''));
  if (id === '') return undefined;
  const slides = [...document.querySelectorAll<HTMLElement>('.slides section[id]')];
  const slide = slides.find((section) => section.id === id) ?? slides[/^\d+$/.test(id) ? Number(id) : -1];
  // Whose words they are stands below them.
  if (slide) return slide.querySelector<HTMLElement>('h1, h2, h3, blockquote') ?? slide;
  const name = CSS.escape(id);
  return (
    document.querySelector<HTMLElement>(`.events > [data-event="${name}"]`) ??
    document.getElementById(id) ??
    undefined
  );
}
