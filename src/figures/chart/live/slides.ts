import type { MakeOnSlides } from '../../../deck/live-figure.ts';
import { drawChartsForPrint, handsOn, isDrawn, mountCharts } from './mount.ts';

/** For whoever tests what a canvas shows. */
export { chartOn } from './mount.ts';

/** Charts on slides: drawn when they are seen, as far as the steps have come. */
export const onSlides: MakeOnSlides = () => ({
  show: (slide) => mountCharts(slide, { animate: true }),
  leave: (slide) => handsOn(slide)?.leave() ?? false,
  press: (slide, key) => {
    const hands = handsOn(slide);
    if (key === 't') hands?.toggleTable();
    else hands?.switchDefinition();
  },
  prepare: (slides) => {
    for (const slide of slides) mountCharts(slide, { animate: false });
  },
  // Chromium takes what is drawn just now into the PDF as vectors.
  print: drawChartsForPrint,
  remember: (slide) => {
    const wasDrawn = isDrawn(slide);
    const shown = handsOn(slide)?.shown();
    return {
      // What has grown once does not grow again.
      place: (anew) => {
        if (wasDrawn) mountCharts(anew, { animate: true, still: true });
      },
      show: (anew) => {
        if (shown && anew !== slide) handsOn(anew)?.show(shown);
      },
    };
  },
});
