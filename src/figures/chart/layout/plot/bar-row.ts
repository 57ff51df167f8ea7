import { round } from '../../../../base/sheet.ts';
import type { Measure } from '../../../../fonts/faces.ts';
import type { DrawnSeries, Stroke } from '../../live/drawing.ts';
import type { Panel, Series } from '../../model/chart.ts';
import type { Box } from '../box.ts';
import { type PlacedText, sizeOf } from '../label.ts';
import { SETTINGS } from '../plot-frame.ts';

/** How much of a row its bars fill, how thick one gets, and how large a dot is, px. */
const FILLED = 0.66;
const THICKEST = 44;
export const DOT = 8;

/** Lines up from the values of the axis, and these above them where they do not meet. */
export function placeAxis(
  { grid }: Panel,
  plot: Box,
  x: (value: number) => number,
  under: Stroke[],
  texts: PlacedText[],
  measure: Measure,
): void {
  let last = Number.NEGATIVE_INFINITY;
  for (const { value, text } of grid) {
    const at = plot.x + x(value);
    under.push({ points: [at, plot.y, at, plot.y + plot.height], tone: 'line', width: 1.5 });
    const size = sizeOf(text, SETTINGS.tick, measure);
    const left = at - size.width / 2;
    if (left < last + 8) continue;
    last = left + size.width;
    texts.push({
      text,
      setting: SETTINGS.tick,
      told: false,
      grows: 'middle up',
      x: left,
      y: plot.y - size.height - 2,
      ...size,
    });
  }
}

/** One series of bars or dots on its rows. */
export function drawRow(
  series: Series,
  positions: readonly number[],
  { plot, row, x }: { readonly plot: Box; readonly row: number; readonly x: (value: number) => number },
): DrawnSeries {
  const { group } = series;
  const of = group?.of ?? 1;
  const thickness = Math.min(THICKEST, (row * FILLED) / of);
  const shift = group ? (group.nth - (of - 1) / 2) * thickness : 0;
  const isBar = series.as === 'bars';
  return {
    as: isBar ? 'bars' : 'dots',
    from: 0,
    at: positions.map((_, at) => round(plot.height - (at + 0.5) * row - shift, 1)),
    values: positions.map((nth) => {
      const value = series.values[nth];
      return value === undefined ? null : round(x(value), 1);
    }),
    ...(isBar ? { lows: positions.map((nth) => round(x(series.lows?.[nth] ?? 0), 1)) } : {}),
    ...(series.shade === undefined ? {} : { shade: series.shade }),
    size: isBar ? thickness : DOT,
    tone: series.tone ?? 'mid',
    tones: {},
    radii: {},
    hollow: [],
  };
}
