import type { RevealApi } from './reveal.ts';

type ChartModule = typeof import('../chart/mount.ts');

const CHARTS = '[data-chart]';
/** How many slides away a chart slide is when its code is fetched. */
const NEAR = 2;

let loaded: ChartModule | undefined;
const shown = new WeakSet<HTMLElement>();

/** Mounts the charts of the slide in view, and fetches their code when a chart slide is near, never before. */
export async function chartsNear(deck: RevealApi): Promise<void> {
  const slides = deck.getSlides();
  const current = deck.getCurrentSlide();
  const at = slides.indexOf(current);
  const near = slides.slice(Math.max(0, at - NEAR), at + NEAR + 1).filter(hasChart);
  if (near.length === 0) return;
  const module = await load();
  for (const slide of near) {
    if (slide !== current) continue;
    module.mountCharts(slide, { animate: !shown.has(slide) });
    shown.add(slide);
  }
}

/** Mounts every chart, wherever it stands, in its last state. */
export async function mountAllCharts(deck: RevealApi): Promise<void> {
  const slides = deck.getSlides().filter(hasChart);
  if (slides.length === 0) return;
  const module = await load();
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

async function load(): Promise<ChartModule> {
  loaded ??= await import('../chart/mount.ts');
  return loaded;
}

function hasChart(slide: HTMLElement): boolean {
  return slide.querySelector(CHARTS) !== null;
}
