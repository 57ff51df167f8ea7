import type { MakeFigure } from '../deck/figure.ts';
import { bookFigure } from './book/figure.ts';
import { chartFigure } from './chart/figure.ts';
import { claimsFigure } from './claims/figure.ts';
import { eventsFigure } from './listing/events.ts';
import { sourcesFigure } from './listing/sources.ts';
import { mapFigure } from './map/figure.ts';
import { timelineFigure } from './timeline/figure.ts';

/** Every kind of figure, by the word its fence begins with. A new kind is a folder and a line here. */
export const FIGURES: ReadonlyMap<string, MakeFigure> = new Map([
  ['book', bookFigure],
  ['chart', chartFigure],
  ['claims', claimsFigure],
  ['events', eventsFigure],
  ['map', mapFigure],
  ['sources', sourcesFigure],
  ['timeline', timelineFigure],
]);
