import type { Box } from './piece.ts';

/** What the reading of a slide's parts shares. */
export interface Reading {
  readonly slide: HTMLElement;
  /** A box on the screen as one on the sheet. */
  readonly place: (rect: DOMRect) => Box;
  /** px of the sheet for each of the screen. */
  readonly scale: number;
  readonly title: HTMLElement | undefined;
}
