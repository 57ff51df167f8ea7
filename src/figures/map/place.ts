import { suggest } from '../../base/nearest.ts';
import type { Problem, Report } from '../../base/problem.ts';
import { SHEET } from '../../base/sheet.ts';
import type { Located } from '../../base/yaml/read.ts';
import type { FigureContext } from '../../deck/figure.ts';
import { countLines } from '../../fonts/count-lines.ts';
import type { Measure } from '../../fonts/faces.ts';
import { borderPath } from './borders.ts';
import type { PlacedLabel, PlacedSymbol } from './label-spots.ts';
import { landPath } from './land.ts';
import type { LegendEntry, MapModel } from './parse.ts';
import { lastX, placeNames, project } from './place-names.ts';
import { MAP, pathOf, projectionOf } from './projection.ts';

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
export interface PlacedPlace extends PlacedSymbol {
  /** Undefined where its name found no room. */
  readonly standing: PlacedLabel | undefined;
}

/** From the head of a line to the symbol it leads to, px. */
const HEAD_OFF = 5;

/** A line from place to place, as an SVG path. */
export interface PlacedRoute {
  readonly path: string;
  readonly line: 'solid' | 'dashed';
  /** How far from its last stop the head of the line ends, px; undefined without one. */
  readonly headOff: number | undefined;
}

export interface PlacedMap {
  /** Of what it is drawn on: the left leaf, or the whole sheet. */
  readonly width: number;
  /** Whether names are as small as they may be. */
  readonly dense: boolean;
  readonly land: string;
  readonly borders: string;
  readonly equator: number | undefined;
  readonly routes: readonly PlacedRoute[];
  readonly places: readonly PlacedPlace[];
  readonly seas: readonly { readonly name: string; readonly x: number; readonly y: number }[];
  readonly legend: readonly LegendEntry[];
}

/**
 * Puts the model on the sheet. Places outside the map and a legend too long for its leaf are errors; a name that
 * finds no room is a notice.
 */
export function placeMap(
  { value, placeOf }: Located<MapModel>,
  width: number,
  { measure, report, lang }: Pick<FigureContext, 'measure' | 'report' | 'lang'>,
): PlacedMap {
  const { projection, equator } = projectionOf(value, width);
  const ways = waysOf(value, placeOf, report);
  const { symbols, labels, density } = placeNames(value, { projection, ways, width, measure, lang });
  const places = symbols.map((symbol, index): PlacedPlace => ({ ...symbol, standing: labels[index] }));
  for (const { index, ...wrong } of findFaults(places, width))
    report({ ...wrong, place: placeOf(index === undefined ? ['places'] : ['places', index]) });
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
  // Land runs on behind the headline to the sheet's edge: cut under it, a coast would look like a frame.
  projection.clipExtent([
    [0, 0],
    [width, SHEET.height],
  ]);
  const land = landPath(
    projection,
    value.places.filter(({ off }) => !off).map(({ at }) => at),
  );
  const routes = ways.map((way, index): PlacedRoute => {
    const { line = 'solid', arrow = false, through = [] } = value.routes[index] ?? {};
    const last = symbols.find(({ name }) => name === through.at(-1));
    const headOff = arrow ? (last ? last.radius + HEAD_OFF : 0) : undefined;
    return { path: pathOf(projection, { type: 'LineString', coordinates: way }), line, headOff };
  });
  const borders = value.borders ? borderPath(projection) : '';
  return {
    width,
    dense: density.name < 30,
    land,
    borders,
    equator,
    routes,
    places,
    seas,
    legend: value.legend,
  };
}

/** The stops of each route as positions; a stop at a place the map does not have is an error. */
function waysOf(
  { routes, places }: MapModel,
  placeOf: Located<MapModel>['placeOf'],
  report: Report,
): readonly [number, number][][] {
  return routes.map(({ through }, index) =>
    through.flatMap((stop, at): [number, number][] => {
      if (typeof stop !== 'string') return [stop];
      const found = places.find(({ name }) => name === stop);
      if (found) return [found.at];
      report({
        severity: 'error',
        place: placeOf(['routes', index, 'through', at]),
        what: `the map has no place "${stop}"`,
        fix: suggest(
          stop,
          places.map(({ name }) => name),
        ),
      });
      return [];
    }),
  );
}

/** As many names without room are told one by one; more of them have one cause. */
const FEW = 5;

interface Fault extends Pick<Problem, 'severity' | 'what' | 'fix'> {
  /** Of the place; undefined where it is one of many. */
  readonly index?: number;
}

function findFaults(places: readonly PlacedPlace[], width: number): readonly Fault[] {
  const isOn = ({ x, y }: PlacedPlace) => x >= 0 && x <= lastX(width) && y >= MAP.top && y <= SHEET.height;
  const outside = [...places.entries()].filter(([, place]) => !isOn(place));
  const nameless = [...places.entries()].filter(([, place]) => isOn(place) && !place.standing);
  const faults = outside.map(
    ([index, { name }]): Fault => ({
      index,
      severity: 'error',
      what: `"${name}" lies outside the map`,
      fix: 'Say "off: west" or "off: east" for an arrow, or leave out "centre" and "region".',
    }),
  );
  const severity = 'notice';
  if (nameless.length > FEW) {
    const first = nameless.slice(0, FEW).map(([, { name }]) => `"${name}"`);
    const what = `${nameless.length} of ${places.length} names find no room on the map: ${first.join(', ')}, …`;
    return [...faults, { severity, what, fix: 'Name fewer places, or show a smaller region.' }];
  }
  const fix = 'Shorten it or what stands around it, or show a smaller region.';
  return [
    ...faults,
    ...nameless.map(([index, { name }]): Fault => {
      return { index, severity, what: `the name of "${name}" finds no room on the map`, fix };
    }),
  ];
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
