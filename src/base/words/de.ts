import type { Words } from './words.ts';

/** Deutsch */
export const DE: Partial<Words> = {
  source: 'Quelle',
  sources: 'Quellen',
  slide: 'Folie',
  unnumbered: 'Folie ohne Nummer',
  of: '{at} von {count}',
  views: 'Ansichten',
  reading: 'Leseansicht',
  slides: 'Folien',
  deck: 'Foliensatz',
};
