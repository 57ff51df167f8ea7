import { fingerprint } from '../../base/fingerprint.ts';
import { SHEET } from '../../base/sheet.ts';
import type { Fence, Figure, FigureContext, MakeFigure } from '../../deck/figure.ts';
import { type MapModel, parseMap } from './parse.ts';
import { placeMap } from './place.ts';
import { mapCss, renderLand, renderMap } from './render.ts';
import { loadWorld } from './world.ts';

/**
 * The fence ` ```map `: a map of the world's land in Equal Earth projection, with symbols for countries and a
 * legend on the leaf. The land is a file of its own.
 */
export const mapFigure: MakeFigure = Object.assign(makeMap, { prepare: loadWorld });

function makeMap(fence: Fence, context: FigureContext): Figure | undefined {
  const parsed = parseMap(fence, context);
  if (!parsed) return undefined;
  const { value, placeOf } = parsed;
  // With nothing to say beside it, the map has the whole sheet.
  const isWide = value.legend.length === 0 && fence.leaf === false;
  const placed = placeMap(parsed, isWide ? SHEET.width : SHEET.foldA, context);
  const land = renderLand(placed);
  const path = `map-${fingerprint(land)}.svg`;
  const html = renderMap(placed, value, path, context.lang);
  return {
    cites: value.sources.map((id, index) => ({ id, place: placeOf(['sources', index]) })),
    pages: () => [html],
    css: mapCss(placed, fence.slide),
    files: [{ path, text: land }],
    stands: 'sheet',
    ...noteOf(value),
    fold: isWide ? 'none' : 'a',
  };
}

/** Whose borders they are, and of when, is said wherever borders are drawn. */
function noteOf({ note, borders }: MapModel): { readonly note?: string } {
  const day = typeof borders === 'string' ? ` of ${borders}` : '';
  const whose = `Borders${day} as Natural Earth 4.1.0 draws them: by who holds the land, not by who claims it.`;
  const words = [note, borders !== false && whose].filter(Boolean).join(' ');
  return words === '' ? {} : { note: words };
}
