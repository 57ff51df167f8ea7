import type { GeoProjection } from 'd3-geo';
import { mesh } from 'topojson-client';
import { pathOf } from './projection.ts';
import { loadedWorld } from './world.ts';

/** The borders between states, each once, as an SVG path in px of the sheet; coasts are not among them. */
export function borderPath(projection: GeoProjection): string {
  const { countries } = loadedWorld();
  return pathOf(
    projection,
    mesh(countries, countries.objects.countries, (a, b) => a !== b),
  );
}
