import type { Wide } from './gather.ts';
import type { Along, Measured } from './roles.ts';
import type { Kind } from './spec.ts';

/** What is drawn, once the file has been read. */
export interface Drawn {
  readonly kind: Kind;
  readonly along: Along;
  readonly measured: readonly Measured[];
  readonly wide: Wide;
}
