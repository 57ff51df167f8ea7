import type { MakeOnSlides, Stage } from '../../../deck/live-figure.ts';
import { moveMarks } from './motion.ts';
import { type Live, mountTimeline } from './mount.ts';

const TIMELINE = 'figure[data-timeline]';

/** Timelines on slides: they can be walked, follow the steps, and move their marks from one view to the next. */
export const onSlides: MakeOnSlides = (stage) => ({
  show: (slide) => liveOn(stage, slide)?.follow(),
  leave: (slide) => liveOn(stage, slide)?.leave() ?? false,
  move: (from, to) => {
    // From where they were seen: in the closer look, where there is one.
    const old =
      from.querySelector<HTMLElement>(`.closer > ${TIMELINE}`) ?? from.querySelector<HTMLElement>(TIMELINE);
    const own = to.querySelector<HTMLElement>(TIMELINE);
    if (old && own && old.dataset['timeline'] !== own.dataset['timeline']) moveMarks(old, own);
  },
  prepare: (slides) =>
    Promise.all(
      slides
        .filter((slide) => slide.dataset['stepsDone'] !== undefined)
        .map((slide) => liveOn(stage, slide)?.follow()),
    ),
  remember: (slide) => {
    const figure = slide.querySelector(TIMELINE);
    const event = figure?.querySelector<HTMLElement>('.events > [tabindex="0"]')?.dataset['event'];
    if (!figure?.querySelector('.event-count')?.textContent || event === undefined) return undefined;
    const focus = figure.contains(document.activeElement);
    return { show: (anew) => void liveOn(stage, anew)?.choose(event, { focus }) };
  },
});

/** The timeline of a slide, as it lives on this stage. */
export function liveOn(stage: Stage, slide: HTMLElement): Live | undefined {
  return mountTimeline(slide, {
    openEra: (event) => {
      const there = stage.slideOf(event);
      if (there === undefined || there === stage.current().id) return false;
      void stage.open(event, { focus: true });
      return true;
    },
    openIndex: document.querySelector('[data-live="listing"]')
      ? (event) => void stage.open(event, { focus: true, from: 'row' })
      : undefined,
    hold: stage.holdAddress,
  });
}
