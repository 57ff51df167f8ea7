import {
  BarController,
  BarElement,
  Chart,
  type ChartConfiguration,
  type ChartDataset,
  LinearScale,
  LineController,
  LineElement,
  type Plugin,
  PointElement,
} from 'chart.js';
import type { Drawing, DrawnSeries, Stroke, Tone } from './drawing.ts';

Chart.register(BarController, BarElement, LineController, LineElement, LinearScale, PointElement);

type Kind = 'bar' | 'line';
type Value = number | [number, number] | null;
type Points = { x: Value; y: Value }[];

/** What a tone is at this moment. */
export type Palette = (tone: Tone) => string;

export interface Showing {
  readonly palette: Palette;
  /** Pixels of the canvas for one px of the sheet. */
  readonly ratio: number;
  /** Whether the marked column grows to its height. */
  readonly grow: boolean;
}

const RING = 4;
const GROWTH = { duration: 500, delay: 300 } as const;
const CLEAR = 'transparent';

/**
 * Draws on a canvas, at once unless something grows; whatever Chart.js had drawn there before goes. The chart counts
 * in px of the sheet whatever the size of the window: only its pixel ratio follows the screen, so that no window
 * changes its geometry.
 */
export function drawOn(canvas: HTMLCanvasElement, drawing: Drawing, showing: Showing): void {
  Chart.getChart(canvas)?.destroy();
  new Chart<Kind, Points>(canvas, configure(drawing, showing));
}

/** The chart on a canvas, for those who want to know where Chart.js put something. */
export function chartOn(canvas: HTMLCanvasElement): Chart | undefined {
  return Chart.getChart(canvas);
}

function configure(drawing: Drawing, { palette, ratio, grow }: Showing): ChartConfiguration<Kind, Points> {
  const { x, y, across, padding, under, over } = drawing;
  const growing = grow && drawing.series.some(({ grows }) => grows !== undefined);
  return {
    type: 'bar',
    data: { datasets: drawing.series.map((series) => dataset(series, across, palette)) },
    plugins: [strokes(under, over, palette)],
    options: {
      responsive: false,
      events: [],
      devicePixelRatio: ratio,
      indexAxis: across ? 'y' : 'x',
      layout: { padding, autoPadding: false },
      scales: { x: scale(x), y: scale(y) },
      animation: growing && {
        ...GROWTH,
        duration: ({ datasetIndex, dataIndex }) =>
          drawing.series[datasetIndex]?.grows === dataIndex ? GROWTH.duration : 0,
      },
    },
  };
}

/** Ends are given and no axis is shown: nothing is left for Chart.js to decide. */
function scale([start, end]: readonly [number, number]) {
  return {
    type: 'linear',
    display: false,
    bounds: 'data',
    offset: false,
    min: Math.min(start, end),
    max: Math.max(start, end),
    reverse: start > end,
  } as const;
}

function dataset(series: DrawnSeries, across: boolean, palette: Palette): ChartDataset<Kind, Points> {
  const { from, at, values, lows, passed = [], size, tone, tones, hollow } = series;
  // A position without a row is no point: the line goes on to the next one.
  const without = new Set(passed);
  const kept = values.map((_, nth) => nth).filter((nth) => !without.has(nth));
  const data = kept.map((nth) => {
    const along = at?.[nth] ?? from + nth;
    const low = lows?.[nth];
    const end = values[nth] ?? null;
    const value: Value = low === undefined || end === null ? end : [low, end];
    return across ? { x: value, y: along } : { x: along, y: value };
  });
  const colours = kept.map((nth) => shaded(palette(tones[nth] ?? tone), series.shade));
  const fills = colours.map((colour, index) => (hollow.includes(kept[index] ?? -1) ? CLEAR : colour));
  if (series.as === 'columns' || series.as === 'bars')
    return {
      type: 'bar',
      data,
      ...{ backgroundColor: fills, barThickness: size, inflateAmount: 0, clip: false, grouped: false },
    };
  const isLine = series.as === 'line';
  return {
    type: 'line',
    data,
    clip: false,
    // What is highlighted lies on what is pale.
    order: isLine && tone !== 'mid' ? -1 : 0,
    showLine: isLine,
    spanGaps: false,
    borderColor: palette(tone),
    borderWidth: size,
    borderJoinStyle: 'round',
    borderDash: series.dash ? [...series.dash] : [],
    pointRadius: kept.map((nth) => (isLine ? (series.radii[nth] ?? 0) : size)),
    pointBackgroundColor: fills,
    pointBorderColor: colours,
    pointBorderWidth: kept.map((nth) => (hollow.includes(nth) ? RING : 0)),
  };
}

/** A colour of six figures as thick as a share of it. */
function shaded(colour: string, share = 1): string {
  return share < 1 && /^#[\da-f]{6}$/i.test(colour)
    ? `${colour}${Math.round(share * 255).toString(16)}`
    : colour;
}

function strokes(under: readonly Stroke[], over: readonly Stroke[], palette: Palette): Plugin<Kind> {
  const paint = (context: CanvasRenderingContext2D, all: readonly Stroke[]) => {
    for (const { points, tone, width, dash, fill } of all) {
      context.save();
      context.beginPath();
      for (let index = 0; index < points.length; index += 2)
        context.lineTo(points[index] ?? 0, points[index + 1] ?? 0);
      context.strokeStyle = palette(tone);
      context.lineWidth = width;
      context.setLineDash(dash ? [...dash] : []);
      context.lineCap = dash?.[0] === 0 ? 'round' : 'butt';
      if (fill === undefined) context.stroke();
      else {
        context.fillStyle = context.strokeStyle;
        context.globalAlpha = fill;
        context.fill();
      }
      context.restore();
    }
  };
  return {
    id: 'strokes',
    beforeDatasetsDraw: ({ ctx }) => paint(ctx, under),
    afterDatasetsDraw: ({ ctx }) => paint(ctx, over),
  };
}
