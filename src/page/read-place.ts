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
  '.slides :is(h1, h2, h3, p, tr, canvas, summary), .slides .events > li, .slides li:not(.events *)';
/** Px at the top that the bar may cover. */
const BAR = 56;
/** How soon after the last step of scrolling the address follows, ms: browsers limit how often it may. */
const SETTLED = 250;

/**
 * Keeps the reader's place: the address follows the scrolling slide by slide, opens on its heading or event, and a
 * phone that is turned shows the same line at the same height.
 * @param refit what has to be measured anew when the window's size changes.
 */
export function keepPlace(refit: () => void): KeptPlace {
  let place: Place | undefined;
  /** Where this code scrolled to last, px: anywhere else is the reader's own choice. */
  let settled = Number.NaN;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const movedSince = () => Math.abs(window.scrollY - settled) > 1;
  const land = () => {
    const target = targetOf(location.hash);
    if (target) {
      target.tabIndex = -1;
      target.focus({ preventScroll: true });
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
      settled = Number.NaN;
      place = placeNow();
      clearTimeout(timer);
      timer = setTimeout(() => followScroll(place?.mark), SETTLED);
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

/** The address names the slide being read; one of an event stays while its slide is in view. */
function followScroll(mark: Element | undefined): void {
  const slide = mark?.closest('section');
  if (!slide?.id || targetOf(location.hash)?.closest('section') === slide) return;
  history.replaceState(null, '', `#/${slide.id}`);
}

/** What an address stands for: a slide's heading, an event in the first list that has it, or a slide by number. */
function targetOf(hash: string): HTMLElement | undefined {
  const id = decodeURIComponent(hash.replace(/^#\/?/, '').replace(/\/-?\d+$/, ''));
  if (id === '') return undefined;
  const slides = [...document.querySelectorAll<HTMLElement>('.slides section[id]')];
  const slide = slides.find((section) => section.id === id) ?? slides[/^\d+$/.test(id) ? Number(id) : -1];
  if (slide) return slide.querySelector<HTMLElement>('h1, h2, h3') ?? slide;
  const name = CSS.escape(id);
  return (
    document.querySelector<HTMLElement>(`.events > [data-event="${name}"]`) ??
    document.getElementById(id) ??
    undefined
  );
}
