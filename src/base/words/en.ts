/** The words the program itself shows on a page. `{at}` and `{count}` stand for numbers. */
export const EN = {
  source: 'Source',
  sources: 'Sources',
  slide: 'Slide',
  unnumbered: 'Slide without a number',
  of: '{at} of {count}',
  views: 'Views',
  reading: 'Reading view',
  slides: 'Slides',
  deck: 'slide deck',
} as const;
