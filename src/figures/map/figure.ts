import { fingerprint } from '../../base/fingerprint.ts';
import type { MakeFigure } from '../../deck/figure.ts';
import { parseMap } from './parse.ts';
import { placeMap } from './place.ts';
import { mapCss, renderLand, renderMap } from './render.ts';

/**
 * The fence ` ```map `: a map of the world's land in Equal Earth projection, with symbols for countries and a
 * legend on the leaf. The land is a file of its own.
 */
export const mapFigure: MakeFigure = (fence, context) => {
  const parsed = parseMap(fence, context);
  if (!parsed) return undefined;
  const { value, placeOf } = parsed;
  const placed = placeMap(parsed, context.measure, context.report);
  const land = renderLand(placed);
  const path = `map-${fingerprint(land)}.svg`;
  const html = renderMap(placed, value, path, context.lang);
  return {
    cites: value.sources.map((id, index) => ({ id, place: placeOf(['sources', index]) })),
    pages: () => [html],
    css: mapCss(placed, fence.slide),
    files: [{ path, text: land }],
    ...(value.note && { note: value.note }),
    fold: 'a',
  };
};
