import { z } from 'zod';

/** Words a chart says besides its author's own; a deck in another language writes them in its fence. */
export const Words = z.strictObject({
  /** Beside the value of a row that is one, and over the column that says so. */
  estimate: z.string().default('estimate'),
  yes: z.string().default('yes'),
  no: z.string().default('no'),
  /** For an empty cell. */
  none: z.string().default('no value'),
  /** What the chart is to those who walk it. */
  walk: z.string().default('Points of the chart: arrow keys walk them, Esc leaves'),
  roleDescription: z.string().default('chart'),
  table: z.string().default('Table'),
  save: z.string().default('Save'),
  cite: z.string().default('Copy citation'),
  cited: z.string().default('Citation copied'),
  notCited: z.string().default('The browser does not let this page copy'),
});

export type Words = z.infer<typeof Words>;
