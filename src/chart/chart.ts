import type { Place } from '../deck/problem.ts';

/** Whole years from left to right, one slot each. */
export interface YearAxis {
  readonly kind: 'years';
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly { readonly at: number; readonly place: Place }[];
  /** Said before the first tick and in the table: `FY`. */
  readonly prefix: string;
}

/** Named rows from top to bottom. */
export interface RowAxis {
  readonly kind: 'rows';
  readonly names: readonly string[];
  readonly accent: number | undefined;
  readonly estimates: ReadonlySet<number>;
}

export type Emphasis = 'plain' | 'strong' | 'accent';
export type Side = 'above' | 'below' | 'left' | 'right';

export interface Series {
  readonly as: 'columns' | 'bars' | 'line' | 'dots';
  /** One for each year or row of the axis, divided as the author asked; undefined is a gap. */
  readonly values: readonly (number | undefined)[];
  /** A series to compare with: thin and light. */
  readonly pale: boolean;
  readonly name: SeriesName | undefined;
}

/** A series' name written at its line. */
export interface SeriesName {
  readonly text: string;
  readonly at: number;
  readonly side: Side | undefined;
  readonly place: Place;
}

/** A value written at its mark. The text is computed from the file. */
export interface ValueLabel {
  readonly series: number;
  readonly at: number;
  readonly text: string;
  readonly emphasis: Emphasis;
  readonly side: Side | undefined;
  readonly place: Place;
}

/** A span of years with what changed in it. */
export interface Bracket {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly place: Place;
}

/** A level that held for some time, drawn for that time only. Ends may lie between two years. */
export interface Reference {
  readonly value: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly place: Place;
}

/** A value somebody wants to reach: an open ring, with a dotted approach from the last value. */
export interface Aim {
  readonly at: number;
  readonly value: number;
  readonly text: string;
  readonly place: Place;
}

export interface Panel {
  readonly title: string;
  /** Share of the height (of the width, beside each other). */
  readonly weight: number;
  /** Value at the top edge; the bottom is 0. Undefined where labels decide. */
  readonly max: number | undefined;
  readonly grid: readonly { readonly value: number; readonly text: string }[];
  readonly series: readonly Series[];
  readonly labels: readonly ValueLabel[];
  readonly brackets: readonly Bracket[];
  readonly references: readonly Reference[];
  readonly aims: readonly Aim[];
}

/** The numbers behind a chart, letter for letter as the files have them. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[];
}

/** A chart checked and computed, without any position. */
export interface Chart {
  readonly title: string;
  /** What the chart shows, in one sentence, for those who cannot see it. */
  readonly finding: string;
  readonly axis: YearAxis | RowAxis;
  readonly panels: readonly Panel[];
  readonly table: Table;
}
