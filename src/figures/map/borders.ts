import type { GeoProjection } from 'd3-geo';
import { mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import world from 'world-atlas/countries-50m.json' with { type: 'json' };
import { pathOf } from './projection.ts';

/** The borders between states, each once, as an SVG path in px of the sheet; coasts are not among them. */
export function borderPath(projection: GeoProjection): string {
  const topology = countries();
  return pathOf(
    projection,
    mesh(topology, topology.objects.countries, (a, b) => a !== b),
  );
}

/** The borders as the library's type wants them: a JSON import knows no literal types. */
function countries(): Topology<{ countries: GeometryCollection }> {
  const [scaleX = 1, scaleY = 1] = world.transform.scale;
  const [offsetX = 0, offsetY = 0] = world.transform.translate;
  const geometries = world.objects.countries.geometries.map(({ arcs }) => ({
    type: 'MultiPolygon' as const,
    arcs: arcs.map((part) => part.map((ring) => (typeof ring === 'number' ? [ring] : ring))),
  }));
  return {
    type: 'Topology',
    arcs: world.arcs.map((arc) => arc.map(([x = 0, y = 0]) => [x, y])),
    transform: { scale: [scaleX, scaleY], translate: [offsetX, offsetY] },
    objects: { countries: { type: 'GeometryCollection', geometries } },
  };
}
