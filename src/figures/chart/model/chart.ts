import type { Place } from '../../../base/problem.ts';
import type { DateUnit } from '../../../base/table/date.ts';
import type { Tone } from '../live/drawing.ts';
import type { Definition } from './definition.ts';

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

/** Times, numbers or names that a file gave, with the values of every panel over them. */
export interface PlotAxis {
  readonly kind: 'plot';
  readonly scale: 'time' | 'number' | 'names';
  /** What its values are, said once where they are numbers. */
  readonly title: string;
  /** Where each position stands: milliseconds from 1970, a number, or its rank. They rise but for scattered points. */
  readonly at: readonly number[];
  /** What each is called, as the file writes it. */
  readonly names: readonly string[];
  /** Coarsest part of a date that was written. */
  readonly unit?: DateUnit | undefined;
  /** Names down the side, values to the right. */
  readonly across: boolean;
  /** Scale of scattered points; times and names find their own ends. */
  readonly domain?: {
    readonly min: number;
    readonly max: number;
    readonly grid: readonly GridLine[];
    readonly log: boolean;
  };
  /** Names on it that are drawn in the accent. */
  readonly highlight?: readonly string[];
  /** Said where not all names have room: `{shown} of {count}`. */
  readonly shownOf?: string;
  /** Events and eras of the deck's timeline, in the measure of the axis. */
  readonly events?: readonly Happening[];
  readonly eras?: readonly { readonly from: number; readonly to: number; readonly text: string }[];
  /** Columns need room at both sides of a position. */
  readonly slots: boolean;
  /** Names of the months and of whatever else a calendar says. */
  readonly lang: string;
}

/** What happened at a time: a hairline through the plot with its words. */
export interface Happening {
  readonly at: number;
  readonly text: string;
  readonly place: Place;
}

export interface GridLine {
  readonly value: number;
  readonly text: string;
}

export type Emphasis = 'plain' | 'strong' | 'accent';
export type Side = 'above' | 'below' | 'left' | 'right';

/** Something that may be kept back: shown with this step of the slide, from 1; from the start where there is none. */
export interface Stepped {
  readonly step?: number | undefined;
}

export interface Series {
  readonly as: 'columns' | 'bars' | 'line' | 'dots' | 'area' | 'band';
  /** What it is called in a plot, at its end or in the key. */
  readonly title?: string;
  /** Where its columns, areas and bands begin, by position; 0 where there is nothing below. */
  readonly lows?: readonly (number | undefined)[];
  /** Its values as the files have them, where `values` are the ends of what is stacked. */
  readonly own?: readonly (number | undefined)[];
  /** Positions that no row of the file has: a line joins what stands at both sides. */
  readonly passed?: ReadonlySet<number>;
  readonly tone?: Tone;
  readonly dash?: readonly [number, number] | undefined;
  /** Share of its colour that columns, bars and areas are filled with. */
  readonly shade?: number;
  /** Which of how many columns beside each other it is. */
  readonly group?: { readonly nth: number; readonly of: number };
  /** Drawn heavy and named in bold. */
  readonly highlighted?: boolean;
  /** One for each year or row of the axis, divided as the author asked; undefined is a gap. */
  readonly values: readonly (number | undefined)[];
  /** A series to compare with: thin and light. */
  readonly pale: boolean;
  /** Values that are kept back, by position, with their steps. */
  readonly steps?: Readonly<Record<number, number>>;
  readonly name: SeriesName | undefined;
}

/** A series' name written at its line. */
export interface SeriesName extends Stepped {
  readonly text: string;
  readonly at: number;
  readonly side: Side | undefined;
  readonly place: Place;
}

/** A value written at its mark. The text is computed from the file. */
export interface ValueLabel extends Stepped {
  /** Whether an author asked for it in a plot: then it is told where it has no room. */
  readonly isAsked?: boolean;
  readonly series: number;
  readonly at: number;
  readonly text: string;
  readonly emphasis: Emphasis;
  readonly side: Side | undefined;
  readonly place: Place;
}

/** A span of years with what changed in it. */
export interface Bracket extends Stepped {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly place: Place;
  /** Whose change it tells, in a plot. */
  readonly series?: number;
}

/** A level that held for some time, drawn for that time only. Ends may lie between two years. */
export interface Reference extends Stepped {
  readonly value: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly place: Place;
}

/** A value somebody wants to reach: an open ring, with a dotted approach from the last value. */
export interface Aim extends Stepped {
  readonly at: number;
  readonly value: number;
  readonly text: string;
  readonly place: Place;
}

export interface Panel {
  readonly title: string;
  /** Share of the height (of the width, beside each other). */
  readonly weight: number;
  /** Value at the top edge. Undefined where labels decide. */
  readonly max: number | undefined;
  /** Value at the bottom edge, 0 where it is left out. */
  readonly min?: number;
  readonly log?: boolean;
  /** What has to be known of its scale: that it is logarithmic, or does not begin at 0. */
  readonly scaleNote?: string | undefined;
  readonly grid: readonly GridLine[];
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

/** What is said of one value to those who walk the chart. */
export interface Point extends Stepped {
  /** The drawing's series, counted from 0, its aims after them. */
  readonly series: number;
  /** Year, or row from 0. */
  readonly at: number;
  readonly text: string;
}

/** The values of one series in their order, its gaps said to be gaps. */
export interface Walk {
  readonly panel: number;
  readonly points: readonly Point[];
}

/** A chart checked and computed, without any position. */
export interface Chart {
  /** The way it counts; undefined where there is only one. */
  readonly definition: Definition | undefined;
  readonly title: string;
  /** What the chart shows, in one sentence, for those who cannot see it. */
  readonly finding: string;
  readonly axis: YearAxis | RowAxis | PlotAxis;
  readonly panels: readonly Panel[];
  readonly walks: readonly Walk[];
  readonly table: Table;
  /** How many steps keep something back. */
  readonly steps: number;
}
