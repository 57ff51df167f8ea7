import type { RevealApi } from '../reveal.ts';

let held: string | undefined;

/**
 * Looks at the address before Reveal does, which would show the first slide for anything it does not know. That of
 * an event is changed to its slide's.
 * @returns the name, where it is no slide's: an event's, or nobody's.
 */
export function takeAddress(): string | undefined {
  const [written = ''] = location.hash.replace(/^#\/?/, '').split('/');
  const name = decode(written);
  if (name === '' || /^\d+$/.test(name) || document.getElementById(name)?.closest('.slides section'))
    return undefined;
  const slide = slideOfEvent(name);
  if (!slide) return name;
  held = undefined;
  history.replaceState(null, '', addressOf(slide));
  return name;
}

/** The slide on which an event is shown largest: that of its era, or the overview, or else the index's. */
export function slideOfEvent(event: string): string | undefined {
  const entries = [...document.querySelectorAll<HTMLElement>('.slides .events > [data-event]')].filter(
    ({ dataset }) => dataset['event'] === event,
  );
  const slides = entries.flatMap((entry) => entry.closest('section')?.id ?? []);
  const era = entries.find(({ dataset }) => dataset['era'])?.dataset['era'];
  const row = document.querySelector(`[data-listed="${CSS.escape(event)}"]`);
  return slides.find((slide) => slide === era) ?? slides[0] ?? row?.closest('section')?.id;
}

/** From now on an address that names no slide is met here, and not by Reveal. */
export function watchAddress(meet: (name: string) => void): void {
  window.addEventListener('hashchange', (event) => {
    const name = takeAddress();
    if (name === undefined) return;
    event.stopImmediatePropagation();
    meet(name);
  });
}

/** Gives the address of an event to the page while it is chosen; with undefined the slide's own comes back. */
export function holdAddress(deck: RevealApi, event: string | undefined): void {
  if (held === event || !deck.getConfig().hash) return;
  held = event;
  // What Reveal writes of the slide, at once or up to a second late, becomes the address of the event.
  history.replaceState = (data, unused, url) =>
    History.prototype.replaceState.call(
      history,
      data,
      unused,
      held === undefined || !String(url).startsWith('#/') ? url : addressOf(held),
    );
  // A write takes as long as a frame's painting: of one that gives up an event and one of the next only this is made.
  queueMicrotask(() => held === event && history.replaceState(null, '', `#${deck.getSlidePath()}`));
}

function addressOf(event: string): string {
  return `#/${encodeURIComponent(event)}`;
}

/** An address in words; one that is no valid one as it is. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
