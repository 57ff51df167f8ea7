import { type GeoProjection, geoEqualEarth } from 'd3-geo';
import type { Report } from '../../base/problem.ts';
import { round, SHEET } from '../../base/sheet.ts';
import type { Located } from '../../base/yaml/read.ts';
import { countLines } from '../../fonts/count-lines.ts';
import type { Measure } from '../../fonts/faces.ts';
import { landPath } from './land.ts';
import type { LegendEntry, MapModel, MapPlace, SymbolName } from './parse.ts';

/** The map bleeds over the left leaf; its scale shows the whole height from pole to 46° south. Sheet px. */
const MAP = { top: 228, equator: 750, scale: 370, edge: 170, arrow: 44 };
const LABEL = { name: 30, text: 24, line: 1.22, gap: 15 };
const LEGEND = {
  top: 228,
  left: 1303,
  title: 30,
  line: 28,
  leading: 38,
  paragraph: 6,
  between: 54,
  bottom: 880,
};
const RADIUS: Readonly<Record<SymbolName, number>> = { square: 13.5, dot: 15, ring: 15, self: 17 };

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface PlacedPlace extends MapPlace {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly align: 'left' | 'right' | 'middle';
  readonly box: Box;
}

export interface PlacedMap {
  readonly land: string;
  readonly equator: number;
  readonly places: readonly PlacedPlace[];
  readonly seas: readonly { readonly name: string; readonly x: number; readonly y: number }[];
  readonly legend: readonly LegendEntry[];
}

/**
 * Puts the model on the sheet. Labels that leave the leaf or meet another label or symbol, places outside the
 * map, and a legend too long for its leaf are errors.
 */
export function placeMap({ value, placeOf }: Located<MapModel>, measure: Measure, report: Report): PlacedMap {
  const projection = geoEqualEarth()
    .rotate([-value.centre, 0])
    .scale(MAP.scale)
    .translate([SHEET.foldA / 2, MAP.equator]);
  const places = value.places.map((place) => placePlace(place, projection, measure));
  for (const [index, place] of places.entries()) {
    const wrong = findFault(place, index, places);
    if (wrong) report({ severity: 'error', place: placeOf(['places', index]), ...wrong });
  }
  if (legendBottom(value.legend, measure) > LEGEND.bottom)
    report({
      severity: 'error',
      place: placeOf(['legend']),
      what: 'the legend is longer than its leaf',
      fix: 'Shorten its lines, or take some away.',
    });
  const seas = value.seas.map(({ name, at }) => {
    const [x, y] = project(projection, at);
    return { name, x, y };
  });
  projection.clipExtent([
    [0, MAP.top],
    [SHEET.foldA, SHEET.height],
  ]);
  const land = landPath(
    projection,
    value.places.filter(({ off }) => !off).map(({ at }) => at),
  );
  return { land, equator: MAP.equator, places, seas, legend: value.legend };
}

function placePlace(place: MapPlace, projection: GeoProjection, measure: Measure): PlacedPlace {
  const [mapX, y] = project(projection, place.at);
  const x =
    place.off === 'west'
      ? MAP.edge
      : place.off === 'east'
        ? SHEET.left.from + SHEET.left.to - MAP.edge
        : mapX;
  const radius = RADIUS[place.symbol];
  const side = place.label ?? (place.off === 'east' ? 'left' : 'right');
  const width = Math.max(
    measure(place.name, 'strong', LABEL.name),
    place.text ? measure(place.text, 'text', LABEL.text) : 0,
  );
  const height = LABEL.line * (LABEL.name + (place.text ? LABEL.text : 0));
  const left =
    side === 'right'
      ? x + radius + LABEL.gap
      : side === 'left'
        ? x - radius - LABEL.gap - width
        : x - width / 2;
  const top =
    side === 'above'
      ? y - radius - LABEL.gap / 2 - height
      : side === 'below'
        ? y + radius + LABEL.gap / 2
        : y - (LABEL.line * LABEL.name) / 2;
  const align = side === 'right' ? 'left' : side === 'left' ? 'right' : 'middle';
  return { ...place, x, y, radius, align, box: { left, top, right: left + width, bottom: top + height } };
}

function findFault(
  place: PlacedPlace,
  index: number,
  places: readonly PlacedPlace[],
): { what: string; fix: string } | undefined {
  const { name, x, y, box } = place;
  if (x < 0 || x > SHEET.left.to || y < MAP.top || y > SHEET.height)
    return { what: `"${name}" lies outside the map`, fix: 'Say "off: west" or "off: east" for an arrow.' };
  if (
    box.left < SHEET.margin - 60 ||
    box.right > SHEET.left.to ||
    box.bottom > SHEET.height - SHEET.margin / 2
  )
    return {
      what: `the label of "${name}" leaves the map`,
      fix: 'Put it on the other side ("label: left").',
    };
  const other = places.find(
    (there, at) => at !== index && (meets(box, symbolBox(there)) || (at < index && meets(box, there.box))),
  );
  return (
    other && {
      what: `the label of "${name}" meets "${other.name}"`,
      fix: 'Move one with "label: left", "right", "above" or "below", or shift its point.',
    }
  );
}

function legendBottom(legend: readonly LegendEntry[], measure: Measure): number {
  const width = SHEET.right.to - LEGEND.left;
  const heights = legend.map(({ title, lines }) => {
    const count = (text: string, face: 'strong' | 'text', size: number) =>
      countLines([{ text, face, size }], width, measure);
    const below = lines.reduce((sum, line) => sum + count(line, 'text', LEGEND.line), 0);
    return (
      LEGEND.leading * (count(title, 'strong', LEGEND.title) + below) +
      LEGEND.paragraph * lines.length +
      LEGEND.between
    );
  });
  return LEGEND.top + heights.reduce((sum, height) => sum + height, 0) - LEGEND.between;
}

function symbolBox({ x, y, radius }: PlacedPlace): Box {
  return { left: x - radius - 4, top: y - radius - 4, right: x + radius + 4, bottom: y + radius + 4 };
}

function meets(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function project(
  projection: GeoProjection,
  [longitude, latitude]: readonly [number, number],
): [number, number] {
  const [x, y] = projection([longitude, latitude]) ?? [Number.NaN, Number.NaN];
  return [round(x), round(y)];
}
