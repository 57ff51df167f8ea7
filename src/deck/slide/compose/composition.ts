import type { Fit } from './fit.ts';
import type { Lazy } from './lazy.ts';
import type { Layout } from './rules.ts';
import type { TableGaps } from './table-gaps.ts';

/** Whether slides are composed; cautiously where a style sheet of the deck decides sizes that are not known here. */
export type Composing = 'fully' | 'cautiously' | 'not';

/** How a slide was composed. */
export interface Composition {
  readonly layout: Layout;
  readonly fit: Fit;
  /** Between the columns of its tables, where their lines break nowhere. */
  readonly gaps: TableGaps | undefined;
  /** Whether only a browser can measure something on it. */
  readonly unmeasured: boolean;
  /** The same slide set a size smaller, where it fits so and may be asked to look like its neighbour. */
  readonly smaller: Lazy<Fit | undefined>;
}
