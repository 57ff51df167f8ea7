import { type GeoPermissibleObjects, type GeoProjection, geoDistance, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import {
  filter,
  filterWeight,
  presimplify,
  type Ring,
  simplify,
  sphericalRingArea,
  sphericalTriangleArea,
} from 'topojson-simplify';
import { loadedWorld } from './world.ts';

type Point = readonly [number, number];

/** Detail of the outline, in square px of the map: what is smaller makes the file heavier and no one sees it. */
const DETAIL = { ring: 1.1, ringNear: 0.4, small: 25, corner: 0.42, cornerSmall: 0.1 };
/** How near (in radians) an island must lie to a named place to be kept however small. */
const NEAR = 0.2;

/**
 * The world's land as one closed path in tenths of a px, cut at the projection's clip extent. Small islands go
 * first, but not those near the places named. `scale` is the projection's, in px a radian.
 */
export function landPath(projection: GeoProjection, places: readonly Point[]): string {
  const key = JSON.stringify([
    projection.rotate(),
    projection.center(),
    projection.translate(),
    projection.scale(),
    projection.clipExtent(),
    projection.clipAngle(),
    projection([10, 20]),
    places,
  ]);
  const path = drawn.get(key) ?? drawLand(projection, places);
  drawn.set(key, path);
  return path;
}

/** Coasts do not change while a deck is written, and take longer than all the rest of a map. */
const drawn = new Map<string, string>();

function drawLand(projection: GeoProjection, places: readonly Point[]): string {
  const scale = projection.scale();
  const isNear = (ring: Ring) =>
    ring.some((point) => places.some(([lon, lat]) => geoDistance([lon, lat], point) < NEAR));
  const detailed = presimplify(loadedWorld().land, sphericalTriangleArea);
  const outline = (corner: number, keep: (ring: Ring, area: number) => boolean) => {
    const weigh = (ring: Ring) => (keep(ring, sphericalRingArea(ring, false) * scale * scale) ? 1 : 0);
    const kept = filter(detailed, filterWeight(detailed, 1, weigh));
    const coarse = simplify(kept, corner / (scale * scale));
    return projectRings(projection, feature(coarse, coarse.objects.land));
  };
  // An island of a few corners would lose its shape to the same measure that leaves a continent's coast as it is.
  const mainland = outline(DETAIL.corner, (_, area) => area >= DETAIL.small);
  const islands = outline(
    DETAIL.cornerSmall,
    (ring, area) => area < DETAIL.small && (area >= DETAIL.ring || (area >= DETAIL.ringNear && isNear(ring))),
  );
  return writeRings([...mainland, ...islands]);
}

/** Steps instead of positions, whole tenths instead of decimals: half the length of an ordinary path. */
function writeRings(rings: readonly (readonly Point[])[]): string {
  let from: Point = [0, 0];
  const subpaths = rings.map((ring) => {
    const steps = ring.map(([x, y], index) => {
      const [x0, y0] = ring[index - 1] ?? from;
      return `${x - x0} ${y - y0}`;
    });
    from = ring[0] ?? from;
    return `m${steps[0]}l${steps.slice(1).join(' ')}z`;
  });
  return subpaths.join('').replaceAll(' -', '-');
}

/** The rings of a shape in tenths of a px, without those that shrank to a line. */
function projectRings(
  projection: GeoProjection,
  shape: GeoPermissibleObjects,
): readonly (readonly Point[])[] {
  const rings: Point[][] = [];
  const add = (x: number, y: number) => {
    const [at] = rings.at(-1)?.slice(-1) ?? [];
    const point: Point = [Math.round(x * 10), Math.round(y * 10)];
    if (at?.[0] !== point[0] || at[1] !== point[1]) rings.at(-1)?.push(point);
  };
  geoPath(projection, {
    beginPath() {},
    arc() {},
    closePath() {},
    moveTo(x, y) {
      rings.push([]);
      add(x, y);
    },
    lineTo: add,
  })(shape);
  return rings.filter((ring) => ring.length > 2);
}
