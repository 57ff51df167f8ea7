import {
  type GeoPermissibleObjects,
  type GeoProjection,
  geoAzimuthalEqualArea,
  geoEqualEarth,
  geoPath,
} from 'd3-geo';
import { SHEET } from '../../base/sheet.ts';
import type { MapModel } from './parse.ts';
import { type Bounds, REGIONS } from './regions.ts';

/** The map bleeds over the left leaf, below the headline; sheet px. */
export const MAP = { top: 228, bottom: SHEET.height, equator: 750, scale: 370 };
/** Room for names around the outermost symbols of a map zoomed to them. */
const AROUND = { side: 165, above: 80, below: 90 };
/** Zoomed this much the land fills the leaf, and a map of one part of the world is drawn. */
const ZOOMED = 1.5;
/** The same where the author names the middle of a map of the world. */
const ZOOMED_FROM_CENTRE = 2.5;
/** No place is shown nearer than this, px a radian: a coast at 1:50 million is a few angles from here on. */
const NEAREST = 14_000;

export interface Projected {
  readonly projection: GeoProjection;
  /** y of the equator, where the map is one of the world. */
  readonly equator: number | undefined;
}

type Point = readonly [number, number];

/** The projection that shows the region asked for, else all places, else the world around a longitude. */
export function projectionOf({ centre, region, places, routes }: MapModel, width: number): Projected {
  const bounds = typeof region === 'string' ? REGIONS[region] : region;
  const points = places.filter(({ off }) => !off).map(({ at }): Point => at);
  // Who draws an arrow to what lies beyond the edge has decided where the edge is.
  const isWorld = region === 'world' || (!bounds && places.some(({ off }) => off));
  const passed = routes.flatMap(({ through }) => through.filter((stop) => typeof stop !== 'string'));
  const shown = bounds && !isWorld ? outlineOf(bounds) : [...points, ...passed];
  const zoomed = isWorld ? undefined : zoomTo(shown, bounds !== undefined, width);
  const least = centre === undefined || bounds ? ZOOMED : ZOOMED_FROM_CENTRE;
  if (zoomed && zoomed.scale() > MAP.scale * least) return { projection: zoomed, equator: undefined };
  const middle = centre ?? middleOf(points.map(([longitude]) => longitude));
  const projection = geoEqualEarth()
    .rotate([-middle, 0])
    .scale(MAP.scale)
    .translate([width / 2, MAP.equator]);
  return { projection, equator: MAP.equator };
}

/** Equal areas around the middle of the points, as large as they let it. */
function zoomTo(points: readonly Point[], isRegion: boolean, sheet: number): GeoProjection | undefined {
  const longitudes = points.map(([longitude]) => longitude);
  const latitudes = points.map(([, latitude]) => latitude);
  const longitude = middleOf(longitudes);
  const latitude = (Math.min(...latitudes) + Math.max(...latitudes)) / 2;
  const projection = geoAzimuthalEqualArea()
    .rotate([-longitude, -latitude])
    .clipAngle(100)
    .scale(1000)
    .translate([0, 0]);
  const all = { left: 0, right: sheet, top: MAP.top, bottom: MAP.bottom };
  const inner = {
    left: AROUND.side,
    right: sheet - AROUND.side,
    top: MAP.top + AROUND.above,
    bottom: MAP.bottom - AROUND.below,
  };
  const box = isRegion ? all : inner;
  const placed = points.map(([x, y]) => projection([x, y])).filter((at) => at !== null);
  if (placed.length < points.length) return undefined;
  const [xs, ys] = [placed.map(([x]) => x), placed.map(([, y]) => y)];
  const [width, height] = [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)];
  const room = Math.min(
    (box.right - box.left) / Math.max(width, 1),
    (box.bottom - box.top) / Math.max(height, 1),
  );
  const factor = Math.min(room, NEAREST / 1000);
  const middle = (all: readonly number[]) => (Math.min(...all) + Math.max(...all)) / 2;
  return projection
    .scale(1000 * factor)
    .translate([
      (box.left + box.right) / 2 - middle(xs) * factor,
      (box.top + box.bottom) / 2 - middle(ys) * factor,
    ]);
}

/** The middle of longitudes on the side where they stand together: islands across the date line are neighbours. */
export function middleOf(longitudes: readonly number[]): number {
  const sorted = [...longitudes].sort((a, b) => a - b);
  const gaps = sorted.map((longitude, index) => {
    const next = sorted[index + 1] ?? (sorted[0] ?? 0) + 360;
    return { from: longitude, to: next, width: next - longitude };
  });
  const widest = gaps.reduce((a, b) => (b.width > a.width ? b : a), { from: 0, to: 0, width: -1 });
  const opposite = (widest.from + widest.to) / 2 + 180;
  return ((((opposite + 180) % 360) + 360) % 360) - 180;
}

/** The edge of a part of the world, as points. */
function outlineOf([west, south, east, north]: Bounds): readonly Point[] {
  const span = east > west ? east - west : east - west + 360;
  const steps = Array.from({ length: 9 }, (_, step) => step / 8);
  const wrap = (longitude: number) => (longitude > 180 ? longitude - 360 : longitude);
  return steps.flatMap((step): Point[] => [
    [wrap(west + span * step), south],
    [wrap(west + span * step), north],
    [west, south + (north - south) * step],
    [wrap(west + span), south + (north - south) * step],
  ]);
}

/** A shape as an SVG path in px of the sheet. */
export function pathOf(projection: GeoProjection, shape: GeoPermissibleObjects): string {
  return geoPath(projection).digits(1)(shape) ?? '';
}
