import type { RevealConfig } from 'reveal.js';

/**
 * Reveal's options, and whether a deck's own value has an effect here. Where it has none the page is built on one
 * value of it: it lays slides out itself, has its own keys and addresses, and needs no plugin.
 */
const OPTIONS: Readonly<Record<keyof RevealConfig, boolean>> = {
  ...{ controls: true, controlsTutorial: true, controlsLayout: true, controlsBackArrows: true },
  ...{ progress: true, slideNumber: true, showSlideNumber: true, hashOneBasedIndex: true },
  ...{ touch: true, loop: true, rtl: true, shuffle: true, fragments: true, overview: true, pause: true },
  ...{ jumpToSlide: true, showHiddenSlides: true, mouseWheel: true, viewDistance: true },
  ...{ autoPlayMedia: true, preloadIframes: true, preventIframeAutoFocus: true },
  ...{ autoAnimate: true, autoAnimateMatcher: true, autoAnimateEasing: true, autoAnimateDuration: true },
  ...{ autoAnimateUnmatched: true, autoAnimateStyles: true },
  ...{ autoSlide: true, autoSlideStoppable: true, autoSlideMethod: true, defaultTiming: true },
  ...{ transition: true, transitionSpeed: true, backgroundTransition: true },
  ...{ hideInactiveCursor: true, hideCursorTime: true, focusBodyOnPageVisibilityChange: true },
  ...{ width: false, height: false, margin: false, minScale: false, maxScale: false, center: false },
  ...{ disableLayout: false, display: false, embedded: false, navigationMode: false, view: false },
  ...{ scrollLayout: false, scrollSnap: false, scrollProgress: false, scrollActivationWidth: false },
  ...{ hash: false, respondToHashChanges: false, history: false, fragmentInURL: false },
  ...{ keyboard: false, keyboardCondition: false, help: false, previewLinks: false, showNotes: false },
  ...{ postMessage: false, postMessageEvents: false, mobileViewDistance: false, sortFragmentsOnSync: false },
  ...{ parallaxBackgroundImage: false, parallaxBackgroundSize: false, parallaxBackgroundRepeat: false },
  ...{ parallaxBackgroundPosition: false, parallaxBackgroundHorizontal: false },
  ...{ parallaxBackgroundVertical: false },
  ...{ pdfMaxPagesPerSlide: false, pdfSeparateFragments: false, pdfPageHeightOffset: false },
  ...{
    highlight: false,
    markdown: false,
    katex: false,
    mathjax2: false,
    mathjax3: false,
    mathjax4: false,
    dependencies: false,
    plugins: false,
  },
};

const EFFECTS: ReadonlyMap<string, boolean> = new Map(Object.entries(OPTIONS));

/** What the page is built on: a deck that asks for the same asks for nothing. */
const AS_HERE: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['hash', true],
  ['history', false],
  ['center', false],
  ['help', false],
  ['embedded', false],
  ['keyboard', true],
  ['previewLinks', false],
  ['showNotes', false],
  ['pdfSeparateFragments', false],
]);

/** Names of Reveal's options, for suggestions. */
export const OPTION_NAMES: readonly string[] = [...EFFECTS.keys()];

export function isRevealOption(name: string): boolean {
  return EFFECTS.has(name);
}

/** Whether a deck that sets an option to a value gets what it asks for. */
export function hasEffect(name: string, value: unknown): boolean {
  return EFFECTS.get(name) === true || (AS_HERE.has(name) && AS_HERE.get(name) === value);
}
