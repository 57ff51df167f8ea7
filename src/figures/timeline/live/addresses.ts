import { readLater } from '../../../base/fetch-json.ts';
import type { MakeAddresses, Stage } from '../../../deck/live-figure.ts';
import { liveOn } from './slides.ts';
import { readRange } from './zoom.ts';

const EVENTS = '.slides .timeline .events > [data-event]';

/** Names of events: each is chosen in its era, or by the strip it stands in. */
export const addresses: MakeAddresses = (stage) => ({
  open: async (name, rank, how) => {
    if (rank === 'itself') return openRange(stage, name) || openEvent(stage, name, how);
    return rank === 'part' && openStrip(stage, name);
  },
  names: async () =>
    [...document.querySelectorAll<HTMLElement>(EVENTS)].map(({ dataset }) => dataset['event'] ?? ''),
});

/** Shows the years that a name says on their slide. */
function openRange(stage: Stage, name: string): boolean {
  const read = readRange(name);
  const slide = read && document.getElementById(read.slide);
  if (!read || !slide?.querySelector('figure[data-whole]')) return false;
  stage.goTo(slide);
  if (stage.current() === slide) void liveOn(stage, slide)?.closer(read.range);
  return true;
}

function openEvent(stage: Stage, name: string, how: { readonly focus: boolean }): boolean {
  const slide = document.getElementById(stage.slideOf(name) ?? '');
  if (!slide) return false;
  stage.goTo(slide);
  return stage.current() === slide && (liveOn(stage, slide)?.choose(name, how) ?? false);
}

/** Chooses the strip that an event stands in, in its era before the overview. */
async function openStrip(stage: Stage, name: string): Promise<boolean> {
  const figures = [...document.querySelectorAll<HTMLElement>('figure[data-timeline][data-strips]')];
  const isEra = ({ dataset }: HTMLElement) => Number(dataset['timeline'] === 'era');
  for (const figure of figures.sort((a, b) => isEra(b) - isEra(a))) {
    const slide = figure.closest('section');
    const file = figure.dataset['strips'] ?? '';
    const all = await readLater<Readonly<Record<string, readonly string[]>>>(file, document);
    const strip = Object.entries(all ?? {}).find(([, events]) => events.includes(name));
    if (!slide || !strip) continue;
    stage.goTo(slide);
    return liveOn(stage, slide)?.choose(strip[0]) ?? false;
  }
  return false;
}
