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
  /** Parts of the sentence made where an author writes no finding, and of notes on scales. */
  highest: z.string().default('highest'),
  lowest: z.string().default('lowest'),
  first: z.string().default('first'),
  points: z.string().default('{count} points'),
  log: z.string().default('logarithmic scale'),
  scaleFrom: z.string().default('scale from {min}'),
  shares: z.string().default('shares of the sum, %'),
  /** A difference of shares. */
  percentagePoints: z.string().default('{value} points'),
  average: z.string().default('average {value}'),
  target: z.string().default('target {value}'),
  shownOf: z.string().default('{shown} of {count}, the largest; all in the table'),
  /** Under the first rows of a table that is too long for the page. */
  allRows: z.string().default('All {count} rows'),
  table: z.string().default('Table'),
  save: z.string().default('Save'),
  cite: z.string().default('Copy citation'),
  cited: z.string().default('Citation copied'),
  notCited: z.string().default('The browser does not let this page copy'),
});

export type Words = z.infer<typeof Words>;
