import { z } from 'zod';

const word = z.string().regex(/^[\w%.\s/-]{0,60}$/);
const plain = z.union([z.boolean(), z.number(), word, z.null()]);

/** Options of Reveal that change how a deck looks and moves, and that name no file and no frame. */
const NAMES = `
  controls controlsTutorial controlsLayout controlsBackArrows progress slideNumber showSlideNumber hash hashOneBasedIndex
  respondToHashChanges jumpToSlide history keyboard keyboardCondition disableLayout overview center touch loop rtl
  navigationMode shuffle fragments fragmentInURL embedded help pause showNotes showHiddenSlides autoPlayMedia
  preloadIframes autoAnimate autoAnimateEasing autoAnimateDuration autoAnimateUnmatched autoSlide autoSlideStoppable
  defaultTiming totalTime minimumTimePerSlide mouseWheel transition transitionSpeed backgroundTransition width height
  margin minScale maxScale viewDistance mobileViewDistance display hideInactiveCursor hideCursorTime sortFragmentsOnSync
  view scrollLayout scrollSnap scrollProgress scrollActivationWidth pdfMaxPagesPerSlide pdfSeparateFragments
  pdfPageHeightOffset focusBodyOnPageVisibilityChange parallaxBackgroundHorizontal parallaxBackgroundVertical`
  .trim()
  .split(/\s+/);
const KNOWN: ReadonlySet<string> = new Set(NAMES);
/** Reveal's own names of keys: by code, the name of a movement. */
const Keys = z.record(
  z.string().regex(/^\d{1,3}$/),
  z.union([
    z.enum(['next', 'prev', 'left', 'right', 'up', 'down', 'togglePause', 'toggleOverview']),
    z.null(),
  ]),
);

/** The options that may reach the page, and the names of those that may not. */
export function keepRevealOptions(written: Readonly<Record<string, unknown>>): {
  readonly kept: Readonly<Record<string, unknown>>;
  readonly lost: readonly string[];
} {
  const isKept = ([name, value]: readonly [string, unknown]) =>
    KNOWN.has(name) &&
    (plain.safeParse(value).success || (name === 'keyboard' && Keys.safeParse(value).success));
  const entries = Object.entries(written);
  return {
    kept: Object.fromEntries(entries.filter(isKept)),
    lost: entries.filter((entry) => !isKept(entry)).map(([name]) => name),
  };
}
