import type { RevealApi } from '../reveal.ts';

type ChartModule = typeof import('../../figures/chart/live/mount.ts');

const CHARTS = '[data-chart]';
/** How many slides away a chart slide is when its code is fetched. */
const NEAR = 2;

let loaded: ChartModule | undefined;

/** Mounts the charts of the slide in view, and fetches their code when a chart slide is near, never before. */
export async function chartsNear(deck: RevealApi): Promise<void> {
  const slides = deck.getSlides();
  const current = deck.getCurrentSlide();
  const at = slides.indexOf(current);
  const near = slides.slice(Math.max(0, at - NEAR), at + NEAR + 1).filter(hasChart);
  if (near.length === 0) return;
  const module = await load(deck);
  if (near.includes(current) && deck.getCurrentSlide() === current)
    module.mountCharts(current, { animate: true });
}

/** Ids of the slides whose charts stand as they were last seen. */
export function chartsDrawn(deck: RevealApi): ReadonlySet<string> {
  const drawn = deck.getSlides().filter((slide) => loaded?.isDrawn(slide));
  return new Set(drawn.map(({ id }) => id));
}

/** Draws the charts of slides that were written anew as they stood: what has grown once does not grow again. */
export function keepChartsStill(slides: readonly HTMLElement[]): void {
  for (const slide of slides) loaded?.mountCharts(slide, { animate: true, still: true });
}

/**
 * Notes what hands made of the charts: the definition, the open table.
 * @returns shows it again on slides that were written anew
 */
export function chartsAsShown(deck: RevealApi): (slides: readonly HTMLElement[]) => void {
  const shown = new Map(
    deck
      .getSlides()
      .filter(hasChart)
      .map((slide) => [slide.id, loaded?.handsOn(slide)?.shown()]),
  );
  return (slides) => {
    for (const slide of slides) {
      const before = shown.get(slide.id);
      if (before) loaded?.handsOn(slide)?.show(before);
    }
  };
}

/** Mounts every chart, wherever it stands, in its last state. */
export async function mountAllCharts(deck: RevealApi): Promise<void> {
  const slides = deck.getSlides().filter(hasChart);
  if (slides.length === 0) return;
  const module = await load(deck);
  for (const slide of slides) module.mountCharts(slide, { animate: false });
}

/** Draws every mounted chart anew, at once: Chromium then takes it into the PDF as vectors. */
export function drawChartsForPaper(): void {
  loaded?.drawChartsForPrint();
}

/** Whether a chart would print blank, because its code was never asked for. */
export function chartsAreMissing(deck: RevealApi): boolean {
  return !loaded && deck.getSlides().some(hasChart);
}

/** Shows the numbers of the chart in view, and hides them again. */
export async function toggleTable(deck: RevealApi): Promise<void> {
  (await handsOn(deck))?.toggleTable();
}

/** Counts the chart in view the other way, and everything on its slide with it. */
export async function switchDefinition(deck: RevealApi): Promise<void> {
  (await handsOn(deck))?.switchDefinition();
}

/** Closes what is open of the chart in view, and says whether anything was. */
export function leaveChart(deck: RevealApi): boolean {
  return loaded?.handsOn(deck.getCurrentSlide())?.leave() ?? false;
}

async function handsOn(deck: RevealApi) {
  const slide = deck.getCurrentSlide();
  return hasChart(slide) ? (await load(deck)).handsOn(slide) : undefined;
}

async function load(deck: RevealApi): Promise<ChartModule> {
  if (loaded) return loaded;
  const module = await import('../../figures/chart/live/mount.ts');
  if (loaded) return loaded;
  loaded = module;
  const redraw = () => module.mountCharts(deck.getCurrentSlide(), { animate: true });
  deck.on('fragmentshown', redraw);
  deck.on('fragmenthidden', redraw);
  deck.on('slidechanged', () => {
    const left = deck.getPreviousSlide();
    if (left) module.handsOn(left)?.leave();
  });
  return module;
}

function hasChart(slide: HTMLElement): boolean {
  return slide.querySelector(CHARTS) !== null;
}
