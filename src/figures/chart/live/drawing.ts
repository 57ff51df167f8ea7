/** Colours a chart may use: names of the theme's custom properties, so that light and dark swap by themselves. */
export const TONES = [
  'ink',
  'ink2',
  'ink3',
  'acc',
  'past',
  'mid',
  'line2',
  'line',
  'paper',
  'tint',
  'c1',
  'c2',
  'c3',
  'c4',
  'c5',
  'c6',
] as const;
export type Tone = (typeof TONES)[number];

/** A line of straight pieces: x, y, x, y, … in px of the canvas. */
export interface Stroke {
  readonly points: readonly number[];
  readonly tone: Tone;
  readonly width: number;
  /** Lengths of dash and gap. A dash of 0 with round ends is a dot. */
  readonly dash?: readonly [number, number];
  /** Step of the slide with which it appears. */
  readonly step?: number | undefined;
  /** Filled instead of drawn, as thick as this share of its colour. */
  readonly fill?: number;
}

/** One series as Chart.js is to draw it. Keys of `tones`, `radii`, `hollow` and `steps` count from the first value. */
export interface DrawnSeries {
  readonly as: 'columns' | 'bars' | 'line' | 'dots';
  /** Year or row of the first value; the others follow in steps of one. */
  readonly from: number;
  /** Where each value stands along the axis, where steps of one do not say it. */
  readonly at?: readonly number[];
  /** Where columns and bars begin, where that is not 0. */
  readonly lows?: readonly number[];
  /** Values without a row: a line passes over them. Counted from the first value. */
  readonly passed?: readonly number[];
  readonly dash?: readonly [number, number] | undefined;
  /** Share of its colour that columns, bars and dots are filled with. */
  readonly shade?: number;
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
  /** Steps of the slide with which values appear that are kept back. */
  readonly steps?: Readonly<Record<number, number>>;
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

/** A drawing as far as the slide's steps have come. */
export function drawingAt(drawing: Drawing, reached: number): Drawing {
  const shown = (step: number | undefined) => step === undefined || step <= reached;
  return {
    ...drawing,
    series: drawing.series.map((series) => ({
      ...series,
      values: series.values.map((value, at) => (shown(series.steps?.[at]) ? value : null)),
    })),
    under: drawing.under.filter(({ step }) => shown(step)),
    over: drawing.over.filter(({ step }) => shown(step)),
  };
}

/** Where Chart.js puts a value (or another one at its place), in px of the canvas; a gap stands on the base. */
export function pointOn(
  drawing: Drawing,
  nth: number,
  at: number,
  other?: number,
): { readonly x: number; readonly y: number } {
  const { width, height, padding, x, y, across, series } = drawing;
  const one = series[nth];
  const value = other ?? one?.values[at - one.from] ?? 0;
  const along = one?.at?.[at - one.from] ?? at;
  const [right, up] = across ? [value, along] : [along, value];
  const part = (domain: readonly [number, number], part: number) =>
    (part - domain[0]) / (domain[1] - domain[0]);
  return {
    x: padding.left + part(x, right) * (width - padding.left - padding.right),
    y: height - padding.bottom - part(y, up) * (height - padding.top - padding.bottom),
  };
}
