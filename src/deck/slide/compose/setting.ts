import type { Measure } from '../../../fonts/faces.ts';

/** What blocks are set in, px at 1920. */
export interface Setting {
  readonly size: number;
  /** Largest size of code. */
  readonly code: number;
  readonly width: number;
  /** Space between entries of a list, rows of a table, in em. */
  readonly gap: number;
  readonly measure: Measure;
}
