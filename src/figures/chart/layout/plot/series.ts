import { round } from '../../../../base/sheet.ts';
import type { DrawnSeries, Stroke } from '../../live/drawing.ts';
import type { Series } from '../../model/chart.ts';
import { alongLine, type Box } from '../box.ts';
import type { PlacedMark } from '../placed.ts';
import { FILL } from './end-names.ts';
import type { Along, Scale } from './scale.ts';

/** Where a panel's values go, px of the plot from its lower left corner; `plot` on the sheet. */
export interface PlotScales {
  readonly plot: Box;
  readonly along: Along;
  readonly y: Scale;
  /** Positions that are drawn. */
  readonly kept: readonly number[];
}

export interface PlottedSeries {
  readonly drawn: DrawnSeries;
  readonly under: readonly Stroke[];
  readonly marks: readonly PlacedMark[];
  readonly obstacles: readonly Box[];
}

/** Line widths and radii, px. */
const WIDTH = { heavy: 5, plain: 3.5, pale: 1.75 } as const;
const DOT = 6;
const SMALL_DOT = 4;
/** Part of a slot that columns fill, and the widest a column gets. */
const FILLED = 0.72;
const WIDEST = 96;
/** So many segments of lines are kept free of labels one by one. */
const MOST_OBSTACLES = 3000;

/** Places one series of a plot; `nth` is its position in the drawing. */
export function plotSeries(series: Series, nth: number, scales: PlotScales): PlottedSeries {
  const { plot, along, y, kept } = scales;
  const { group } = series;
  const room = Math.min(along.slot * FILLED, WIDEST * (group?.of ?? 1));
  const width = Math.max(1, room / (group?.of ?? 1));
  const shift = group && group.of > 1 ? (group.nth - (group.of - 1) / 2) * width : 0;
  const xOf = (position: number) => (along.px[position] ?? 0) + shift;
  const isColumn = series.as === 'columns';
  const values = kept.map((position) => series.values[position]);
  const lows = kept.map((position) => series.lows?.[position] ?? 0);
  const marks = values.flatMap((value, at): PlacedMark[] => {
    if (value === undefined) return [];
    const [x, top] = [plot.x + xOf(kept[at] ?? 0), plot.y + plot.height - y(value)];
    if (!isColumn) return [{ series: nth, at, x, y: top }];
    const base = plot.y + plot.height - y(lows[at] ?? 0);
    return [
      {
        series: nth,
        at,
        x,
        y: top,
        box: { x: x - width / 2, y: Math.min(top, base), width, height: Math.abs(base - top) },
      },
    ];
  });
  const passed = series.passed
    ? kept.flatMap((position, at) => (series.passed?.has(position) ? [at] : []))
    : [];
  const size = isColumn
    ? width
    : series.as === 'dots'
      ? kept.length > 300
        ? SMALL_DOT
        : DOT
      : series.as === 'line'
        ? series.highlighted
          ? WIDTH.heavy
          : series.pale
            ? WIDTH.pale
            : WIDTH.plain
        : series.as === 'band'
          ? 2
          : 2.5;
  const drawn: DrawnSeries = {
    as: isColumn ? 'columns' : series.as === 'dots' ? 'dots' : 'line',
    from: 0,
    at: kept.map((position) => round(xOf(position), 1)),
    values: values.map((value) => (value === undefined ? null : round(y(value), 1))),
    ...(isColumn ? { lows: lows.map((low) => round(y(low), 1)) } : {}),
    ...(passed.length > 0 ? { passed } : {}),
    ...(series.dash ? { dash: series.dash } : {}),
    ...(series.shade === undefined ? {} : { shade: series.shade }),
    size,
    tone: series.tone ?? 'past',
    tones: {},
    radii:
      series.as === 'line' || series.as === 'area' || series.as === 'band' ? alone(values, passed, size) : {},
    hollow: [],
  };
  const segments = isColumn || series.as === 'dots' ? [] : segmentsOf(marks, values, passed, size);
  const under =
    series.as === 'area' || series.as === 'band' ? areas(series, values, lows, passed, scales, plot) : [];
  const points =
    series.as === 'dots'
      ? marks.map(({ x, y: at }) => ({ x: x - size, y: at - size, width: 2 * size, height: 2 * size }))
      : [];
  return {
    drawn,
    under,
    marks,
    obstacles: [
      ...marks.flatMap(({ box }) => box ?? []),
      ...segments.slice(0, MOST_OBSTACLES),
      ...points.slice(0, MOST_OBSTACLES),
    ],
  };
}

/** Points that stand between two gaps would be no line at all. */
function alone(
  values: readonly (number | undefined)[],
  passed: readonly number[],
  width: number,
): Readonly<Record<number, number>> {
  const without = new Set(passed);
  const rows = values.map((_, at) => at).filter((at) => !without.has(at));
  return Object.fromEntries(
    rows.flatMap((at, nth) =>
      values[at] !== undefined &&
      [rows[nth - 1], rows[nth + 1]].every((near) => near === undefined || values[near] === undefined)
        ? [[at, width + 2]]
        : [],
    ),
  );
}

function segmentsOf(
  marks: readonly PlacedMark[],
  values: readonly (number | undefined)[],
  passed: readonly number[],
  width: number,
): readonly Box[] {
  const without = new Set(passed);
  return marks.flatMap((mark, nth) => {
    const next = marks[nth + 1];
    if (!next) return [];
    for (let at = mark.at + 1; at < next.at; at++)
      if (!without.has(at) && values[at] === undefined) return [];
    return alongLine(mark.x, mark.y, next.x, next.y, width);
  });
}

/** The surface between the upper and the lower end, in as many pieces as its gaps leave. */
function areas(
  series: Series,
  values: readonly (number | undefined)[],
  lows: readonly number[],
  passed: readonly number[],
  { along, y, kept }: PlotScales,
  plot: Box,
): readonly Stroke[] {
  const without = new Set(passed);
  const pieces: { x: number; high: number; low: number }[][] = [[]];
  for (const [at, value] of values.entries()) {
    if (without.has(at)) continue;
    if (value === undefined) pieces.push([]);
    else
      pieces.at(-1)?.push({
        x: plot.x + (along.px[kept[at] ?? 0] ?? 0),
        high: plot.y + plot.height - y(value),
        low: plot.y + plot.height - y(lows[at] ?? 0),
      });
  }
  return pieces
    .filter((piece) => piece.length > 1)
    .map((piece) => ({
      points: [
        ...piece.flatMap(({ x, high }) => [x, high]),
        ...[...piece].reverse().flatMap(({ x, low }) => [x, low]),
      ],
      tone: series.tone ?? 'mid',
      width: 0,
      fill: series.as === 'band' ? 0.3 : FILL * (series.shade ?? 1),
    }));
}
