import { z } from 'zod';
import type { Located } from '../../base/yaml/read.ts';
import { readYaml } from '../../base/yaml/read.ts';
import type { Fence, FigureContext } from '../../deck/figure.ts';

const Coordinates = z.tuple([
  z.number().min(-180, 'Longitude lies between -180 and 180').max(180, 'Longitude lies between -180 and 180'),
  z.number().min(-85, 'Latitude lies between -85 and 85').max(85, 'Latitude lies between -85 and 85'),
]);

const SymbolName = z.enum(['square', 'dot', 'ring', 'self']);

const PlaceSchema = z.strictObject({
  name: z.string().min(1),
  /** Longitude and latitude in degrees, east and north positive. */
  at: Coordinates,
  symbol: SymbolName,
  text: z.string().optional(),
  /** The side of the symbol on which the label stands. */
  label: z.enum(['left', 'right', 'above', 'below']).optional(),
  /** Beyond the map's edge: the symbol stands at that edge, beside an arrow. */
  off: z.enum(['west', 'east']).optional(),
});

const MapSchema = z.strictObject({
  /** Longitude of the map's middle. */
  centre: z.number().min(-180).max(180),
  /** What the map shows, for those who cannot see it. */
  alt: z.string().min(1),
  note: z.string().optional(),
  places: z.array(PlaceSchema).min(1, 'Name at least one place'),
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
