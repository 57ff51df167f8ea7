import { holdAddress, type Named, slideOfEvent } from './address.ts';
import { goToSlide } from './jumps.ts';
import { fillListings } from './listings.ts';
import type { RevealApi } from './reveal.ts';

type TimelineModule = typeof import('../timeline/mount.ts');

const TIMELINES = 'figure[data-timeline]';
/** How many slides away a timeline is when its code is fetched. */
const NEAR = 1;

let loaded: TimelineModule | undefined;
let motion: typeof import('../timeline/motion.ts') | undefined;

/** Makes the timeline of the slide in view live, and fetches the code for it when one is near, never before. */
export async function timelinesNear(deck: RevealApi): Promise<void> {
  const slides = deck.getSlides();
  const current = deck.getCurrentSlide();
  const at = slides.indexOf(current);
  const near = slides.slice(Math.max(0, at - NEAR), at + NEAR + 1);
  for (const slide of near) fillListings(slide);
  if (!near.some((slide) => slide.querySelector(TIMELINES))) return;
  const module = await load(deck);
  if (deck.getCurrentSlide() === current) void live(module, deck)?.follow();
}

/** Shows on each of these slides what its timeline's steps have come to. Resolves once the cards stand, too. */
export async function followSteps(deck: RevealApi, slides: readonly HTMLElement[]): Promise<void> {
  const stepped = slides.filter((slide) => slide.querySelector('.timeline-steps'));
  if (stepped.length === 0) return;
  fillListings();
  const module = await load(deck);
  await Promise.all(stepped.map((slide) => live(module, deck, slide)?.follow()));
}

/** Gives up the choice and the keys of the timeline in view, and says whether it had any. */
export function leaveTimeline(deck: RevealApi): boolean {
  return loaded ? (live(loaded, deck)?.leave() ?? false) : false;
}

/** How to choose again what is chosen on a slide by hand, once the slide was written anew; undefined where nothing is. */
export function choiceOn(slide: HTMLElement): ((deck: RevealApi) => void) | undefined {
  const figure = slide.querySelector(TIMELINES);
  const chosen = figure?.querySelector<HTMLElement>('.events > [tabindex="0"]');
  const event = chosen?.dataset['event'];
  if (!figure?.querySelector('.event-count')?.textContent || event === undefined) return undefined;
  const focus = figure.contains(document.activeElement);
  return (deck) => {
    if (loaded) live(loaded, deck)?.choose(event, { focus });
  };
}

/** Shows what an address names that is no slide: the event in its era, or words about what there is not. */
export async function meetAddress(deck: RevealApi, named: Named): Promise<void> {
  if (named.kind === 'event') await openEvent(deck, named.event, { focus: false });
  else (await import('./unknown.ts')).sayUnknown(deck, named.name);
}

async function openEvent(deck: RevealApi, event: string, how: { readonly focus: boolean }): Promise<void> {
  const id = slideOfEvent(event);
  const slide = deck.getSlides().find((one) => one.id === id);
  if (!slide) return;
  if (deck.getCurrentSlide() !== slide) goToSlide(deck, slide);
  const module = await load(deck);
  if (deck.getCurrentSlide() === slide) live(module, deck)?.choose(event, how);
}

function live(module: TimelineModule, deck: RevealApi, slide = deck.getCurrentSlide()) {
  return module.mountTimeline(slide, {
    openEra: (event) => {
      const there = slideOfEvent(event);
      if (there === undefined || there === deck.getCurrentSlide().id) return false;
      void openEvent(deck, event, { focus: true });
      return true;
    },
    hold: (event) => holdAddress(deck, event),
  });
}

async function load(deck: RevealApi): Promise<TimelineModule> {
  if (loaded) return loaded;
  const module = await import('../timeline/mount.ts');
  if (loaded) return loaded;
  loaded = module;
  // For the next change of slides: none waits for it.
  void import('../timeline/motion.ts').then((code) => {
    motion = code;
  });
  const follow = () => void live(module, deck)?.follow();
  deck.on('fragmentshown', follow);
  deck.on('fragmenthidden', follow);
  deck.on('slidechanged', () => {
    const left = deck.getPreviousSlide();
    if (!left) return;
    const [from, to] = [left, deck.getCurrentSlide()].map((slide) =>
      slide.querySelector<HTMLElement>(TIMELINES),
    );
    if (from && to && from.dataset['timeline'] !== to.dataset['timeline']) motion?.moveMarks(from, to);
    live(module, deck, left)?.leave();
  });
  return module;
}
