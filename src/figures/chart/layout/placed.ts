import type { Place } from '../../../base/problem.ts';
import type { Drawing } from '../live/drawing.ts';
import type { Stepped } from '../model/chart.ts';
import type { Box } from './box.ts';
import type { PlacedText } from './label.ts';

/** A value where it is drawn, in px of the sheet: the end of its column or bar, or its point. */
export interface PlacedMark {
  /** Position in the drawing's series, and on the axis; from 0. */
  readonly series: number;
  readonly at: number;
  readonly x: number;
  readonly y: number;
  /** The whole column or bar. */
  readonly box?: Box;
}

/** One canvas on the sheet. */
export interface PlacedPanel {
  readonly canvas: Box;
  readonly drawing: Drawing;
  readonly marks: readonly PlacedMark[];
  /** Which positions of the axis are drawn, where they were thinned. */
  readonly kept?: readonly number[] | undefined;
}

/** A label for which no room was found. */
export interface Dropped extends Stepped {
  readonly text: string;
  readonly place: Place;
}

/** A chart with everything in its place, in px of the sheet. */
export interface PlacedChart {
  readonly box: Box;
  readonly panels: readonly PlacedPanel[];
  /** On how many canvases each panel of the chart is drawn; 1 where it is left out. */
  readonly perPanel?: number;
  readonly texts: readonly PlacedText[];
  readonly dropped: readonly Dropped[];
}
