import type { Measure } from '../../../fonts/faces.ts';

/** What blocks are set in, px at 1920. */
export interface Setting {
  readonly size: number;
  /** Largest size of code. */
  readonly code: number;
  readonly width: number;
  readonly measure: Measure;
}
