/** What a label asks for, and what it gets. */

/** A label that looks for a place. All lengths in px. */
export interface Wish {
  /**
   * Left and right end of what tells its date, a point or the beginning of a span, and the span's own end. A flag's
   * stem would stand at `stem`: undefined for what is no flag.
   */
  readonly from: number;
  readonly to: number;
  readonly end: number;
  /** Whether the span goes on there: then no label that tells its beginning stands over it. */
  readonly goesOn?: boolean;
  readonly stem?: number;
  /** Whether the mark is a tint through all lanes: the label stands on as much of it as can be. */
  readonly tint?: boolean;
  /** Free line on either side of the mark: the next mark's edge, or the end of the lane. */
  readonly free: { readonly from: number; readonly to: number };
  /** How far from its left end on nothing stands on the mark, so that the label may. */
  readonly over: number;
  /** The side it stands on if nothing else decides, and what the other side costs. */
  readonly prefers: 'above' | 'below';
  readonly otherSide: number;
  /** What it costs to stand over a mark that is not its own. */
  readonly passing: number;
  readonly width: number;
  /** With the second name behind it; undefined where it has none. */
  readonly fullWidth: number | undefined;
  /** What it costs to leave the label out, or only its second name. A place costs 0 to about 30. */
  readonly cost: { readonly label: number; readonly second: number };
}

/**
 * Where the name of a label with two names begins: behind the second one where its year, at its end, stands nearer to
 * its mark so.
 */
export function nameAt(
  { from, to, width, fullWidth = width }: Pick<Wish, 'from' | 'to' | 'width' | 'fullWidth'>,
  x: number,
): number {
  const mark = (from + to) / 2;
  const last = x + fullWidth;
  return Math.abs(last - mark) < Math.abs(x + width - mark) ? last - width : x;
}

/** The leaf of a lane that labels may use. */
export interface Room {
  readonly from: number;
  readonly to: number;
  /** Where marks stand on the line, from left to right. */
  readonly marks: readonly number[];
  /** Where spans begin and where they end, each from left to right. */
  readonly begins: readonly number[];
  readonly ends: readonly number[];
}

export interface Rows {
  readonly above: number;
  readonly below: number;
}

/** A place found. `row` counts outwards from the line. */
export interface Spot {
  readonly side: 'above' | 'below' | 'level';
  readonly row: number;
  readonly x: number;
  readonly full: boolean;
}

export interface Placement {
  /** One for each wish, in its order; undefined where there was no room. */
  readonly spots: readonly (Spot | undefined)[];
  readonly cost: number;
}
