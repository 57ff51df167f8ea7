/** Colours a chart may use: names of the theme's custom properties, so that light and dark swap by themselves. */
export const TONES = ['ink', 'acc', 'past', 'mid', 'line2', 'line'] as const;
export type Tone = (typeof TONES)[number];

/** A line of straight pieces: x, y, x, y, … in px of the canvas. */
export interface Stroke {
  readonly points: readonly number[];
  readonly tone: Tone;
  readonly width: number;
  /** Lengths of dash and gap. A dash of 0 with round ends is a dot. */
  readonly dash?: readonly [number, number];
}

/** One series as Chart.js is to draw it. Keys of `tones`, `radii` and `hollow` count from the first value. */
export interface DrawnSeries {
  readonly as: 'columns' | 'bars' | 'line' | 'dots';
  /** Year or row of the first value; the others follow in steps of one. */
  readonly from: number;
  /** null is a gap, and stays one. */
  readonly values: readonly (number | null)[];
  /** Thickness of columns and bars, width of a line, radius of dots; px. */
  readonly size: number;
  readonly tone: Tone;
  readonly tones: Readonly<Record<number, Tone>>;
  /** Radius of the points of a line that are shown; the others are not. */
  readonly radii: Readonly<Record<number, number>>;
  /** Values drawn as an outline: estimates and aims. */
  readonly hollow: readonly number[];
  /** The value that grows once, when the slide is first shown. */
  readonly grows?: number;
}

/**
 * All that a canvas shows, in sheet px from its own corner. Scales are given, not found: what Chart.js computes
 * from them is what was placed at build, where the labels got their positions.
 */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Distances of the plot from the canvas's edges. */
  readonly padding: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
  /** Values at the plot's left and right edge. */
  readonly x: readonly [number, number];
  /** Values at the plot's bottom and top edge. */
  readonly y: readonly [number, number];
  /** Values run to the right, years or rows downward. */
  readonly across: boolean;
  readonly series: readonly DrawnSeries[];
  readonly under: readonly Stroke[];
  readonly over: readonly Stroke[];
}
