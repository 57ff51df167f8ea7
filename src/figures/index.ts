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
  ['book', orCode(bookFigure)],
  ['chart', chartFigure],
  ['claims', orCode(claimsFigure)],
  ['events', orCode(eventsFigure)],
  ['map', orCode(mapFigure)],
  ['sources', orCode(sourcesFigure)],
  ['timeline', timelineFigure],
]);

/** The same kind under a word that others' decks may give to code. */
function orCode(make: MakeFigure): MakeFigure {
  const { prepare } = make;
  return Object.assign((...given: Parameters<MakeFigure>) => make(...given), {
    ...(prepare && { prepare }),
    orCode: true as const,
  });
}
