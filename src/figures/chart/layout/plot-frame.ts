import { round, SHEET } from '../../../base/sheet.ts';
import type { Drawing, Stroke } from '../live/drawing.ts';
import type { Box } from './box.ts';
import type { Setting } from './label.ts';

/** Where a chart stands: under a headline of two lines, above the foot. */
export const FRAME: Box = { x: SHEET.left.from, y: 234, width: SHEET.left.to - SHEET.left.from, height: 726 };

/** The same, over both leaves, where nothing stands beside it. */
export const WIDE_FRAME: Box = { ...FRAME, width: SHEET.right.to - SHEET.left.from };

/** Line of a panel's title, and the room below it. */
export const TITLE = { height: 30, gap: 24 } as const;

/** Room on the canvas around the plot, for rings and strokes that stand on its edge. */
const MARGIN = { side: 10, bottom: 14 } as const;

export const SETTINGS = {
  title: { face: 'strong', size: 24, tone: 'ink' },
  tick: { face: 'text', size: 24, tone: 'ink3', digits: 'tabular' },
  tickLarge: { face: 'strong', size: 24, tone: 'ink2', digits: 'tabular' },
  tickAccent: { face: 'strong', size: 24, tone: 'acc', digits: 'tabular' },
  name: { face: 'text', size: 24, tone: 'ink' },
  nameAccent: { face: 'strong', size: 24, tone: 'acc' },
  nameStrong: { face: 'strong', size: 24, tone: 'ink' },
  namePale: { face: 'text', size: 24, tone: 'ink3' },
  plain: { face: 'text', size: 24, tone: 'ink', digits: 'tabular' },
  strong: { face: 'strong', size: 24, tone: 'ink', digits: 'tabular' },
  accent: { face: 'strong', size: 24, tone: 'acc', digits: 'tabular' },
  largeAccent: { face: 'strong', size: 34, tone: 'acc', digits: 'tabular' },
  bracket: { face: 'text', size: 24, tone: 'ink2' },
} as const satisfies Readonly<Record<string, Setting>>;

/** Maps a value to px: the domain's ends to the range's. */
export function linear(
  [a, b]: readonly [number, number],
  [from, to]: readonly [number, number],
): (value: number) => number {
  return (value) => from + ((value - a) / (b - a)) * (to - from);
}

/** What is drawn on one plot: a drawing still without a canvas, its strokes in px of the sheet. */
export interface Plotted extends Omit<Drawing, 'width' | 'height' | 'padding'> {
  readonly plot: Box;
  /** Top of the room that brackets and labels above the plot may use. */
  readonly top: number;
  /** Room beside and below the plot that strokes may use too. */
  readonly left?: number;
  readonly right?: number;
  readonly bottom?: number;
}

/** Turns a plot into what its canvas needs. A canvas has whole px, or Chart.js would cut it and shift every point. */
export function drawPlot({ plot, top, x, y, across, series, under, over, ...room }: Plotted): {
  canvas: Box;
  drawing: Drawing;
} {
  const left = Math.floor(plot.x - (room.left ?? 0)) - MARGIN.side;
  const right = Math.ceil(plot.x + plot.width + (room.right ?? 0)) + MARGIN.side;
  const bottom = Math.ceil(plot.y + plot.height + (room.bottom ?? 0)) + MARGIN.bottom;
  const canvas = { x: left, y: top, width: right - left, height: bottom - top };
  const shift = (stroke: Stroke): Stroke => ({
    ...stroke,
    points: stroke.points.map((value, index) => round(value - (index % 2 === 0 ? left : top))),
  });
  const drawing = {
    width: canvas.width,
    height: canvas.height,
    padding: {
      left: round(plot.x - left),
      top: round(plot.y - top),
      right: round(right - plot.x - plot.width),
      bottom: round(bottom - plot.y - plot.height),
    },
    x,
    y,
    across,
    series,
    under: under.map(shift),
    over: over.map(shift),
  };
  return { canvas, drawing };
}
