import { type GeoProjection, geoInterpolate } from 'd3-geo';
import { round, SHEET } from '../../base/sheet.ts';
import type { Measure } from '../../fonts/faces.ts';
import type { PlacedSymbol } from './label-spots.ts';
import { DENSITIES, type Density, DOTS, placeLabels } from './labels.ts';
import type { MapModel, MapPlace, SymbolName } from './parse.ts';

/** How far from the leaf's edge a place beyond it stands, px. */
const EDGE = 170;
const RADIUS: Readonly<Record<SymbolName, number>> = { square: 13.5, dot: 15, ring: 15, self: 17 };

/** How far right names may reach on a map of a width, px. */
export function lastX(width: number): number {
  return width === SHEET.foldA ? SHEET.left.to : width - SHEET.margin;
}

/** The largest circle of an amount, px. */
const LARGEST = 64;

/** Symbols and names as large as lets every name find room; else as lets the most. */
export function placeNames(
  { places }: MapModel,
  on: {
    readonly projection: GeoProjection;
    readonly ways: readonly (readonly [number, number][])[];
    readonly width: number;
    readonly measure: Measure;
    readonly lang: string;
  },
) {
  const tracks = on.ways.flatMap((way) => trackOf(way, on.projection));
  const largest = Math.max(...places.map((place) => place.value ?? 0));
  const place = (said: readonly MapPlace[], density: Density) => {
    const symbols = said.map((one) => placeSymbol(one, largest, density, on));
    const labels = placeLabels(symbols, tracks, lastX(on.width), on.measure, density);
    return { symbols, labels, density, lost: labels.filter((label) => !label).length };
  };
  const amounts = sayAmounts(places, on.lang);
  // A name matters more than the amount below it.
  const areDots = places.every(({ symbol, value }) => symbol === 'dot' && value === undefined);
  const densities = areDots ? [...DENSITIES, DOTS] : DENSITIES;
  let best: ReturnType<typeof place> | undefined;
  for (const said of amounts === places ? [places] : [amounts, places])
    for (const density of densities) {
      const tried = place(said, density);
      if (!best || tried.lost < best.lost) best = tried;
      if (best.lost === 0) return best;
    }
  if (!best) throw new Error('no density to try');
  return best;
}

/** A circle that says nothing else says its amount below its name. */
function sayAmounts(places: readonly MapPlace[], lang: string): readonly MapPlace[] {
  const isMute = ({ value, text }: MapPlace) => value !== undefined && text === undefined;
  if (!places.some(isMute)) return places;
  return places.map((place) =>
    place.value !== undefined && isMute(place) ? { ...place, text: amountOf(place.value, lang) } : place,
  );
}

/** An amount as it is written in a language. */
export function amountOf(value: number, lang: string): string {
  return new Intl.NumberFormat(lang).format(value);
}

function placeSymbol(
  place: MapPlace,
  largest: number,
  { symbol }: Density,
  { projection, width }: { readonly projection: GeoProjection; readonly width: number },
): PlacedSymbol {
  const [mapX, y] = project(projection, place.at);
  const x = place.off === 'west' ? EDGE : place.off === 'east' ? lastX(width) + SHEET.left.from - EDGE : mapX;
  const radius =
    place.value === undefined || largest === 0
      ? round(RADIUS[place.symbol] * symbol)
      : round(Math.max(6, LARGEST * symbol * Math.sqrt(place.value / largest)));
  return { ...place, x, y, radius };
}

/** Points along a way, near enough for a name to be seen in it. */
function trackOf(way: readonly [number, number][], projection: GeoProjection): readonly [number, number][] {
  return way.slice(1).flatMap((to, index) => {
    const along = geoInterpolate(way[index] ?? to, to);
    return Array.from({ length: 60 }, (_, step) => project(projection, along((step + 0.5) / 60)));
  });
}

/** A position on the sheet, px. */
export function project(
  projection: GeoProjection,
  [longitude, latitude]: readonly [number, number],
): [number, number] {
  const [x, y] = projection([longitude, latitude]) ?? [Number.NaN, Number.NaN];
  return [round(x), round(y)];
}
