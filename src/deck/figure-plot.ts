/** Values drawn side by side along one axis, in the way in which any program of charts draws them. */
export interface FigurePlot {
  /** Id of the element it is drawn on. */
  readonly element: string;
  readonly title: string;
  /** Distances of the plot from the edges of its element, px. */
  readonly padding: Edges;
  /** What the values stand at, as the file calls it. */
  readonly names: readonly string[];
  /** What is said of the names: `Year`. */
  readonly along: string;
  /** Where each stands, where their distances count: a number, or milliseconds from 1970. */
  readonly at?: { readonly kind: 'number' | 'time'; readonly values: readonly number[] } | undefined;
  /** Ends of what runs along, where it is a scale of numbers. */
  readonly alongEnds?: { readonly min: number; readonly max: number; readonly grid: PlotGrid } | undefined;
  /** Names down the side, values to the right. */
  readonly across: boolean;
  readonly stack: 'none' | 'sum' | 'share';
  readonly scale: {
    readonly min: number;
    readonly max: number;
    readonly log: boolean;
    /** None where the page shows no scale. */
    readonly grid: PlotGrid;
  };
  /** Whether its axes and labels are such as any program sets; else the page's own words stand around it. */
  readonly isPlain: boolean;
  readonly series: readonly PlotSeries[];
  /** Lines and areas besides its marks, px from the element's corner: brackets, levels, the squares of a key. */
  readonly strokes: readonly PlotStroke[];
}

/** Lines across a scale, with what is written at them. */
export type PlotGrid = readonly { readonly value: number; readonly text: string }[];

export interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface PlotSeries {
  readonly title: string;
  readonly as: 'columns' | 'bars' | 'line' | 'dots' | 'area' | 'band';
  /** As the files have them, in the order of the names; undefined is a gap. Of a band, its upper edge. */
  readonly values: readonly (number | undefined)[];
  /** Lower edge of a band. */
  readonly lows?: readonly (number | undefined)[] | undefined;
  /** Whether a line goes on over places without a value. */
  readonly isJoined: boolean;
  /** Name of a colour of the theme, of single values too, by position. */
  readonly tone: string;
  readonly tones: Readonly<Record<number, string>>;
  /** Positions drawn as an outline. */
  readonly hollow: readonly number[];
  /** Width of a line, radius of a dot, px. */
  readonly size: number;
  /** How long its dashes are, in widths of the line; undefined where it is whole. */
  readonly dash: number | undefined;
  /** What is written at single values. */
  readonly labels: readonly { readonly at: number; readonly text: string }[];
}

/** A line or an area of straight pieces: x, y, x, y, … */
export interface PlotStroke {
  readonly points: readonly number[];
  readonly tone: string;
  readonly width: number;
  /** As that of a series. */
  readonly dash: number | undefined;
  /** Filled, as thick as this share of its colour. */
  readonly fill?: number | undefined;
}
