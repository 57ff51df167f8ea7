import type { FigurePlot, PlotSeries, PlotStroke } from '../../deck/figure-plot.ts';
import type { PlacedPanel } from './layout/placed.ts';
import type { Drawing, DrawnSeries, Stroke } from './live/drawing.ts';
import { canvasId, type View } from './markup/html.ts';
import type { Chart, Panel, Series } from './model/chart.ts';

/** What a view draws, canvas by canvas, as a program of charts needs it: values as the files have them. */
export function plotsOf({ chart, placed, id }: View): readonly FigurePlot[] {
  const { perPanel = 1, panels } = placed;
  return panels.flatMap((canvas, index) => {
    const panel = chart.panels[Math.floor(index / perPanel)];
    // Of one thinned for the eye all is handed on; of one that goes on in another canvas its own part.
    const kept = perPanel > 1 ? canvas.kept : undefined;
    return panel ? [plotOf(chart, panel, canvas, kept, canvasId(id, index))] : [];
  });
}

function plotOf(
  { axis, table, title, panels }: Chart,
  panel: Panel,
  { drawing, kept: drawnAt }: PlacedPanel,
  kept: readonly number[] | undefined,
  element: string,
): FigurePlot {
  const before = panels.slice(0, panels.indexOf(panel)).reduce((sum, { series }) => sum + series.length, 0);
  const years = axis.kind === 'years';
  const names = years
    ? Array.from({ length: axis.to - axis.from + 1 }, (_, at) => String(axis.from + at))
    : axis.names;
  const pick = <T>(all: readonly T[]): readonly T[] =>
    kept ? kept.flatMap((at) => all.slice(at, at + 1)) : all;
  const across = axis.kind === 'rows' || (axis.kind === 'plot' && axis.across);
  const [low, high] = across ? drawing.x : drawing.y;
  const isPlot = axis.kind === 'plot';
  const hasScale = !across || drawing.under.some(({ tone }) => tone === 'line');
  const places = kept ?? names.map((_, at) => at);
  return {
    ...{
      element,
      title: panel.title || title,
      padding: years ? slotted(drawing, names.length) : drawing.padding,
    },
    ...{ names: pick(names), along: table.head[0] ?? '', across, stack: stackOf(panel) },
    ...(isPlot && axis.scale !== 'names'
      ? { at: { kind: axis.scale, values: pick(axis.at) }, alongEnds: axis.domain }
      : {}),
    scale: {
      min: isPlot ? (panel.min ?? 0) : low,
      max: isPlot ? (panel.max ?? high) : high,
      log: panel.log ?? false,
      grid: hasScale ? panel.grid : [],
    },
    isPlain: isPlot && !(across && panel.series.some(({ as }) => as === 'dots')),
    series: panel.series.map((series, nth) =>
      seriesOf(series, nth, panel, places, {
        drawn: drawing.series[nth],
        drawnAt: drawnAt ?? names.map((_, at) => at),
        from: years ? axis.from : 0,
        named: isPlot ? undefined : table.head[1 + before + nth],
      }),
    ),
    strokes: [...drawing.under, ...drawing.over].map(strokeOf),
  };
}

/** The edges of a plot in which each year has a slot of its own, and stands in its middle, as office programs have it. */
function slotted({ padding, width, x: [low, high] }: Drawing, count: number): FigurePlot['padding'] {
  const slot = (width - padding.left - padding.right) / (high - low);
  // The first year is the first whole number.
  const left = padding.left + (Math.ceil(low) - low - 0.5) * slot;
  return { ...padding, left, right: width - left - count * slot };
}

/** Shares are told from sums by their ends, which are no sums of what the files have. */
function stackOf({ series }: Panel): FigurePlot['stack'] {
  const parts = series.flatMap(({ own, values, lows }) =>
    (own ?? []).flatMap((value, at) =>
      value === undefined ? [] : [{ value, part: (values[at] ?? 0) - (lows?.[at] ?? 0) }],
    ),
  );
  if (parts.length === 0) return 'none';
  const isSum = parts.every(({ value, part }) => Math.abs(value - part) <= 1e-9 * Math.abs(value) + 1e-9);
  return isSum ? 'sum' : 'share';
}

/** How a series is drawn. */
interface Look {
  readonly drawn: DrawnSeries | undefined;
  /** Positions on the axis of what is drawn. */
  readonly drawnAt: readonly number[];
  /** First year, where the labels count years. */
  readonly from: number;
  /** What the table calls it. */
  readonly named: string | undefined;
}

function seriesOf(
  series: Series,
  nth: number,
  panel: Panel,
  places: readonly number[],
  { drawn, drawnAt, from, named }: Look,
): PlotSeries {
  const { as, title, own, values, lows, passed } = series;
  const whole = own ?? values;
  const rank = new Map(places.map((position, at) => [position, at]));
  const at = (drawnNth: number) => rank.get(drawnAt[drawnNth] ?? -1) ?? -1;
  return {
    ...{ title: title || named || series.name?.text || panel.title, as },
    values: places.map((position) => whole[position]),
    lows: as === 'band' ? places.map((position) => lows?.[position]) : undefined,
    isJoined: (passed?.size ?? 0) > 0,
    tone: drawn?.tone ?? 'mid',
    tones: Object.fromEntries(
      Object.entries(drawn?.tones ?? {}).flatMap(([key, tone]) =>
        at(Number(key)) < 0 ? [] : [[at(Number(key)), tone]],
      ),
    ),
    hollow: (drawn?.hollow ?? []).map(at).filter((one) => one >= 0),
    size: drawn?.size ?? 3,
    dash: drawn && dashOf(drawn.dash, drawn.size),
    // Of several bars in a row none has its value beside it.
    labels: (as === 'bars' && panel.series.length > 1 ? [] : panel.labels).flatMap((label) => {
      const place = rank.get(label.at - from);
      return label.series === nth && place !== undefined ? [{ at: place, text: label.text }] : [];
    }),
  };
}

/** A dash of a length, in widths of its line; one of 0 with round ends is as long as it is wide. */
function dashOf(dash: readonly [number, number] | undefined, width: number): number | undefined {
  return dash && Math.max(1, dash[0] / width);
}

function strokeOf({ points, tone, width, dash, fill }: Stroke): PlotStroke {
  return { points, tone, width, dash: dashOf(dash, width), fill };
}
