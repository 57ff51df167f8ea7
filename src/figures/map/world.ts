import type { GeometryCollection, Topology } from 'topojson-specification';

export type Land = Topology<{ land: GeometryCollection }>;
export type Countries = Topology<{ countries: GeometryCollection }>;

/** An outline as its file has it. */
interface Outline {
  readonly arcs: readonly (readonly (readonly number[])[])[];
  readonly transform: { readonly scale: readonly number[]; readonly translate: readonly number[] };
}

let world: { readonly land: Land; readonly countries: Countries } | undefined;

/** Loads the world's coasts and borders: they weigh more than the rest of the program, and few decks show a map. */
export async function loadWorld(): Promise<void> {
  if (world) return;
  const [{ default: land }, { default: countries }] = await Promise.all([
    import('world-atlas/land-50m.json', { with: { type: 'json' } }),
    import('world-atlas/countries-50m.json', { with: { type: 'json' } }),
  ]);
  const coasts = land.objects.land.geometries.map(({ arcs }) => ({ type: 'MultiPolygon' as const, arcs }));
  const states = countries.objects.countries.geometries.map(({ arcs }) => ({
    type: 'MultiPolygon' as const,
    arcs: arcs.map((part) => part.map((ring) => (typeof ring === 'number' ? [ring] : ring))),
  }));
  world = {
    land: {
      ...topologyOf(land),
      objects: { land: { type: 'GeometryCollection', geometries: coasts } },
    },
    countries: {
      ...topologyOf(countries),
      objects: { countries: { type: 'GeometryCollection', geometries: states } },
    },
  };
}

/** @throws Error where nothing was loaded before. */
export function loadedWorld(): { readonly land: Land; readonly countries: Countries } {
  if (!world) throw new Error('a map is drawn before the world was loaded');
  return world;
}

/** Lines as the library's types want them: a JSON import knows no literal types. */
function topologyOf({ arcs, transform }: Outline): Omit<Topology, 'objects'> {
  const [scaleX = 1, scaleY = 1] = transform.scale;
  const [offsetX = 0, offsetY = 0] = transform.translate;
  return {
    type: 'Topology',
    arcs: arcs.map((arc) => arc.map(([x = 0, y = 0]) => [x, y])),
    transform: { scale: [scaleX, scaleY], translate: [offsetX, offsetY] },
  };
}
