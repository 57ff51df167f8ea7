import { readLater } from '../../base/fetch-json.ts';
import { holdAddress, type Named, slideOfEvent } from '../navigation/address.ts';
import { goToSlide } from '../navigation/history.ts';
import type { RevealApi } from '../reveal.ts';
import { fillListings } from './fetch-listings.ts';

type TimelineModule = typeof import('../../figures/timeline/live/mount.ts');

const TIMELINES = 'figure[data-timeline]';
/** How many slides away a timeline is when its code is fetched. */
const NEAR = 1;

let listed: typeof import('./index-row.ts') | undefined;
let loaded: TimelineModule | undefined;
let motion: typeof import('../../figures/timeline/live/motion.ts') | undefined;

/** Makes the timeline of the slide in view live, and fetches the code for it when one is near, never before. */
export async function timelinesNear(deck: RevealApi): Promise<void> {
  const slides = deck.getSlides();
  const current = deck.getCurrentSlide();
  const at = slides.indexOf(current);
  const near = slides.slice(Math.max(0, at - NEAR), at + NEAR + 1);
  for (const slide of near) void fillListings(slide);
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
  return listed?.leaveRow(deck) || (loaded ? (live(loaded, deck)?.leave() ?? false) : false);
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

/**
 * Shows what an address names that is no slide: the event in its era or in the index, the strip it stands in, or
 * words about what there is not.
 */
export async function meetAddress(deck: RevealApi, named: Named): Promise<void> {
  if (named.kind === 'event') return openEvent(deck, named.event, { focus: false });
  if ((await openListed(deck, named.name)) || (await openStrip(deck, named.name))) return;
  await (await import('../navigation/unknown-address.ts')).sayUnknown(deck, named.name);
}

async function openEvent(deck: RevealApi, event: string, how: { readonly focus: boolean }): Promise<void> {
  const id = slideOfEvent(event);
  const slide = deck.getSlides().find((one) => one.id === id);
  if (!slide) return;
  if (deck.getCurrentSlide() !== slide) goToSlide(deck, slide);
  const module = await load(deck);
  if (deck.getCurrentSlide() === slide && !live(module, deck)?.choose(event, how))
    await openListed(deck, event);
}

async function openListed(deck: RevealApi, event: string): Promise<boolean> {
  listed = await import('./index-row.ts');
  return listed.openListed(deck, event);
}

/** Chooses the strip that an event stands in, in its era before the overview; whether there is one. */
async function openStrip(deck: RevealApi, event: string): Promise<boolean> {
  const figures = [...document.querySelectorAll<HTMLElement>(`${TIMELINES}[data-strips]`)];
  const isEra = ({ dataset }: HTMLElement) => Number(dataset['timeline'] === 'era');
  for (const figure of figures.sort((a, b) => isEra(b) - isEra(a))) {
    const slide = figure.closest('section');
    const strips = await readLater<Readonly<Record<string, readonly string[]>>>(
      figure.dataset['strips'] ?? '',
      document,
    );
    const strip = Object.entries(strips ?? {}).find(([, events]) => events.includes(event));
    if (!slide || !strip) continue;
    goToSlide(deck, slide);
    return live(await load(deck), deck, slide)?.choose(strip[0]) ?? false;
  }
  return false;
}

function live(module: TimelineModule, deck: RevealApi, slide = deck.getCurrentSlide()) {
  return module.mountTimeline(slide, {
    openEra: (event) => {
      const there = slideOfEvent(event);
      if (there === undefined || there === deck.getCurrentSlide().id) return false;
      void openEvent(deck, event, { focus: true });
      return true;
    },
    openIndex: document.querySelector('.listing-events, .listing-held')
      ? (event) => void openListed(deck, event)
      : undefined,
    hold: (event) => holdAddress(deck, event),
  });
}

async function load(deck: RevealApi): Promise<TimelineModule> {
  if (loaded) return loaded;
  const module = await import('../../figures/timeline/live/mount.ts');
  if (loaded) return loaded;
  loaded = module;
  // For the next change of slides: none waits for it.
  void import('../../figures/timeline/live/motion.ts').then((code) => {
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
