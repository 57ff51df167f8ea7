import { z } from 'zod';
import type { Located } from '../../base/yaml/read.ts';
import { readYaml } from '../../base/yaml/read.ts';
import type { Fence, FigureContext } from '../../deck/figure.ts';
import { REGION_NAMES } from './regions.ts';

const Coordinates = z.tuple([
  z.number().min(-180, 'Longitude lies between -180 and 180').max(180, 'Longitude lies between -180 and 180'),
  z.number().min(-85, 'Latitude lies between -85 and 85').max(85, 'Latitude lies between -85 and 85'),
]);

const SymbolName = z.enum(['square', 'dot', 'ring', 'self']);

const PlaceSchema = z.strictObject({
  name: z.string().min(1),
  /** Longitude and latitude in degrees, east and north positive. */
  at: Coordinates,
  symbol: SymbolName.default('dot'),
  /** An amount: the symbol is a circle of that area. */
  value: z.number().nonnegative().optional(),
  text: z.string().optional(),
  /** The side of the symbol on which the label stands. */
  label: z.enum(['left', 'right', 'above', 'below']).optional(),
  /** Beyond the map's edge: the symbol stands at that edge, beside an arrow. */
  off: z.enum(['west', 'east']).optional(),
});

const Bounds = z.tuple([
  z.number().min(-180).max(180),
  z.number().min(-85).max(85),
  z.number().min(-180).max(180),
  z.number().min(-85).max(85),
]);

/** A name among the places, or a point the line passes without one. */
const Stop = z.union([z.string().min(1), Coordinates]);

const MapSchema = z.strictObject({
  /** Longitude of the map's middle. */
  centre: z.number().min(-180).max(180).optional(),
  /** What part of the world is shown: a name, or west, south, east, north. Else as much as the places need. */
  region: z.union([z.enum(REGION_NAMES), Bounds]).optional(),
  /** Shows borders between states, as Natural Earth has them; a text says what day they are of. */
  borders: z.union([z.boolean(), z.string().min(1)]).default(false),
  /** Lines from place to place, along the shortest way. */
  routes: z
    .array(
      z.strictObject({
        through: z.array(Stop).min(2, 'Name two places or more'),
        line: z.enum(['solid', 'dashed']).default('solid'),
        arrow: z.boolean().default(false),
      }),
    )
    .default([]),
  /** What the map shows, for those who cannot see it. */
  alt: z.string().min(1),
  note: z.string().optional(),
  places: z
    .array(PlaceSchema)
    .min(1, 'Name at least one place')
    .max(400, 'Show those that matter, 400 at most'),
  seas: z.array(z.strictObject({ name: z.string().min(1), at: Coordinates })).default([]),
  /** An entry without a symbol is set apart by a rule. */
  legend: z
    .array(
      z.strictObject({
        symbol: SymbolName.optional(),
        title: z.string().min(1),
        lines: z.array(z.string().min(1)).default([]),
      }),
    )
    .default([]),
  sources: z.array(z.string()).default([]),
});

export type SymbolName = z.infer<typeof SymbolName>;
export type MapModel = z.infer<typeof MapSchema>;
export type MapPlace = MapModel['places'][number];
export type LegendEntry = MapModel['legend'][number];

/** Reads the body of a map's fence; undefined if it holds an error (reported). */
export function parseMap(fence: Fence, context: FigureContext): Located<MapModel> | undefined {
  const { file, line, column } = fence.place;
  return readYaml({ file, text: fence.body, firstLine: line, indent: column - 1 }, MapSchema, context.report);
}
