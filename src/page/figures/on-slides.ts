import type { MakeOnSlides, Memory, OnSlides, Stage } from '../../deck/live-figure.ts';
import type { RevealApi } from '../reveal.ts';
import { fillLater } from './later.ts';

/** Code of every kind that has any for slides, by its folder: fetched when a slide with such a figure is near. */
const KINDS = byFolder(import.meta.glob<{ onSlides: MakeOnSlides }>('../../figures/*/live/slides.ts'));
/** How many slides away a slide is near: none, while the deck opens and its first slide is all that anyone waits for. */
let near = 0;

const loaded = new Map<string, OnSlides>();
let stage: Stage | undefined;
/** What is shown by other ways than on slides, and is left with them. */
const leavers: (() => boolean)[] = [];

/** Modules of `figures/<kind>/live/`, by kind. */
export function byFolder<Module>(
  modules: Readonly<Record<string, () => Promise<Module>>>,
): ReadonlyMap<string, () => Promise<Module>> {
  return new Map(Object.entries(modules).map(([path, load]) => [path.split('/')[3] ?? '', load]));
}

/** Lets the figures follow the deck: from step to step and from slide to slide. */
export function bindFigures(deck: RevealApi, offered: Stage): void {
  stage = offered;
  const follow = () => {
    for (const [kind, figure] of loaded)
      if (has(deck.getCurrentSlide(), kind)) figure.show(deck.getCurrentSlide());
  };
  deck.on('fragmentshown', follow);
  deck.on('fragmenthidden', follow);
  deck.on('slidechanged', () => {
    const [from, to] = [deck.getPreviousSlide(), deck.getCurrentSlide()];
    for (const leave of leavers) leave();
    if (!from) return;
    for (const [kind, figure] of loaded) {
      if (!has(from, kind)) continue;
      if (has(to, kind)) figure.move?.(from, to);
      figure.leave?.(from);
    }
  });
}

/** The slide in view and those a step or two before and after it. */
export function slidesNear(deck: RevealApi): readonly HTMLElement[] {
  const slides = deck.getSlides();
  const at = slides.indexOf(deck.getCurrentSlide());
  return slides.slice(Math.max(0, at - near), at + near + 1);
}

/** When a change of slides has been seen to its end, ms after it began. */
const CHANGED = 500;

/**
 * From here on what the next slides need is fetched before they are there. A little later, when nobody waits for
 * anything, they are laid out: a change has no more to do than to show one.
 */
export function lookAhead(deck: RevealApi): void {
  near = 2;
  for (const kind of kindsOn(slidesNear(deck))) void load(kind);
  setTimeout(() => {
    for (const slide of slidesNear(deck))
      for (const one of [slide.closest<HTMLElement>('.stack') ?? slide, slide]) deck.loadSlide(one);
  }, CHANGED);
}

/** Brings the figures of the slide in view to life, and fetches the code of those that are near, never before. */
export async function figuresNear(deck: RevealApi): Promise<void> {
  const current = deck.getCurrentSlide();
  const slides = slidesNear(deck);
  for (const slide of slides) void fillLater(slide);
  await Promise.all(
    kindsOn(slides).map(async (kind) => {
      const figure = await load(kind);
      if (deck.getCurrentSlide() === current && has(current, kind)) await figure?.show(current);
    }),
  );
}

/** Closes what is open and gives up what is chosen on the slide in view; whether there was any. */
export function leaveFigures(deck: RevealApi): boolean {
  const slide = deck.getCurrentSlide();
  return (
    leavers.some((leave) => leave()) ||
    [...loaded].some(([kind, figure]) => has(slide, kind) && figure.leave?.(slide))
  );
}

/** What is shown by other ways is left with the slide, and by Esc. */
export function leaveWithSlide(leave: () => boolean): void {
  leavers.push(leave);
}

/** Hands a letter to the kind it belongs to, where the slide in view has it. */
export async function pressOnFigure(deck: RevealApi, kind: string, key: string): Promise<void> {
  const slide = deck.getCurrentSlide();
  if (has(slide, kind)) (await load(kind))?.press?.(slide, key);
}

/** Makes every figure ready for paper, wherever it stands. */
export async function prepareFigures(): Promise<void> {
  const slides = [...document.querySelectorAll<HTMLElement>('.slides section:not(.stack)')];
  await Promise.all(
    kindsOn(slides).map(async (kind) =>
      (await load(kind))?.prepare?.(slides.filter((slide) => has(slide, kind))),
    ),
  );
}

/** Draws every figure for paper at once, and marks those whose code was never asked for. */
export function printFigures(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-live]'))
    element.classList.toggle('not-loaded', isMissing(element.dataset['live'] ?? ''));
  for (const figure of loaded.values()) figure.print?.();
}

/** Whether a figure would print as it is without its code. */
export function areFiguresMissing(deck: RevealApi): boolean {
  return kindsOn(deck.getSlides()).some(isMissing);
}

/**
 * Notes what hands made of the figures.
 * @returns puts it back on slides that were written anew, before they are seen and once they are.
 */
export function rememberFigures(deck: RevealApi): Record<keyof Memory, (slide: HTMLElement) => void> {
  const known = new Map<string, readonly Memory[]>();
  for (const slide of deck.getSlides()) {
    const all = [...loaded].map(([kind, figure]) =>
      has(slide, kind) ? figure.remember?.(slide) : undefined,
    );
    known.set(
      slide.id,
      all.filter((memory) => memory !== undefined),
    );
  }
  return {
    place: (slide) => {
      for (const memory of known.get(slide.id) ?? []) memory.place?.(slide);
    },
    show: (slide) => {
      for (const memory of known.get(slide.id) ?? []) memory.show?.(slide);
    },
  };
}

async function load(kind: string): Promise<OnSlides | undefined> {
  const module = await KINDS.get(kind)?.();
  const figure = loaded.get(kind) ?? (stage && module?.onSlides(stage));
  if (figure) loaded.set(kind, figure);
  return figure;
}

function kindsOn(slides: readonly HTMLElement[]): readonly string[] {
  return [...KINDS.keys()].filter((kind) => slides.some((slide) => has(slide, kind)));
}

function isMissing(kind: string): boolean {
  return KINDS.has(kind) && !loaded.has(kind);
}

function has(slide: HTMLElement, kind: string): boolean {
  return slide.querySelector(`[data-live="${kind}"]`) !== null;
}
