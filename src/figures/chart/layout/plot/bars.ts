import type { Measure } from '../../../../fonts/faces.ts';
import type { DrawnSeries, Stroke } from '../../live/drawing.ts';
import type { Panel, PlotAxis } from '../../model/chart.ts';
import type { Box } from '../box.ts';
import { type PlacedText, sizeOf } from '../label.ts';
import type { Dropped, PlacedChart, PlacedMark, PlacedPanel } from '../placed.ts';
import { drawPlot, SETTINGS, TITLE } from '../plot-frame.ts';
import { DOT, drawRow, placeAxis } from './bar-row.ts';
import { shorten } from './end-names.ts';
import { keyOf, titleTexts } from './heading.ts';
import { valueScale } from './scale.ts';

/** The least height of a row, and the most and least room its name may take. */
const ROW = { least: 29, most: 72 } as const;
const NAMES = { most: 0.42, after: 14 } as const;
const BETWEEN = 40;
const BEFORE_VALUE = 10;
const AXIS = 34;

interface Column {
  readonly box: Box;
  readonly positions: readonly number[];
}

/**
 * Names down the side and their values to the right; below 0 to the left of a drawn line. Where they are more than
 * one column holds, they go on in another, on the same scale; of still more the largest are drawn, and that is said.
 */
export function placeBars(
  panels: readonly Panel[],
  axis: PlotAxis,
  frame: Box,
  measure: Measure,
): PlacedChart {
  const wide =
    panels.length > 1 ? (frame.width - BETWEEN * (panels.length - 1)) / panels.length : frame.width;
  const made = panels.map((panel, nth) =>
    placePanel(
      panel,
      axis,
      { ...frame, x: frame.x + nth * (wide + BETWEEN), width: wide },
      panels.length === 1,
      measure,
    ),
  );
  return {
    box: frame,
    panels: made.flatMap((one) => one.panels),
    perPanel: made[0]?.panels.length ?? 1,
    texts: made.flatMap(({ texts }) => texts),
    dropped: made.flatMap(({ dropped }) => dropped),
  };
}

function placePanel(
  panel: Panel,
  axis: PlotAxis,
  box: Box,
  mayWrap: boolean,
  measure: Measure,
): { panels: readonly PlacedPanel[]; texts: readonly PlacedText[]; dropped: readonly Dropped[] } {
  const key = panel.series.length > 1 ? keyOf(panel, box, measure) : { texts: [], strokes: [], height: 0 };
  const isLabelled = panel.series.length === 1 && panel.labels.length > 0;
  const top = box.y + TITLE.height + key.height + 14 + (isLabelled ? 0 : AXIS);
  const height = box.y + box.height - top;
  const rows = rowsShown(panel, axis);
  const perColumn = Math.max(1, Math.floor(height / ROW.least));
  const most = mayWrap ? Math.max(1, Math.floor((box.width + BETWEEN) / (420 + BETWEEN))) : 1;
  const count = Math.min(most, Math.ceil(rows.length / perColumn));
  const shown = largest(panel, rows, perColumn * count);
  const each = Math.ceil(shown.length / count);
  const width = (box.width - BETWEEN * (count - 1)) / count;
  const columns = Array.from(
    { length: count },
    (_, nth): Column => ({
      box: { x: box.x + nth * (width + BETWEEN), y: top, width, height },
      positions: shown.slice(nth * each, (nth + 1) * each),
    }),
  );
  const row = Math.min(ROW.most, height / each);
  const placed = columns.map((column, nth) =>
    placeColumn(
      panel,
      axis,
      column,
      { row, isLabelled, strokes: nth === 0 ? key.strokes : [], top: box.y },
      measure,
    ),
  );
  const left = rows.length - shown.length;
  const note =
    left > 0
      ? {
          ...panel,
          scaleNote: [
            panel.scaleNote,
            (axis.shownOf ?? '')
              .replace('{shown}', String(shown.length))
              .replace('{count}', String(rows.length)),
          ]
            .filter(Boolean)
            .join('; '),
        }
      : panel;
  return {
    panels: placed.map((one) => one.panel),
    texts: [...titleTexts(note, box, measure), ...key.texts, ...placed.flatMap(({ texts }) => texts)],
    dropped: [],
  };
}

function rowsShown({ series }: Panel, { at }: PlotAxis): readonly number[] {
  return at
    .map((_, nth) => nth)
    .filter((nth) => series.some(({ values, passed }) => values[nth] !== undefined || !passed?.has(nth)));
}

/** Of more rows than can be drawn the largest, in their order. */
function largest({ series }: Panel, rows: readonly number[], most: number): readonly number[] {
  if (rows.length <= most) return rows;
  const size = (nth: number) => Math.max(...series.map(({ values }) => Math.abs(values[nth] ?? 0)));
  const kept = new Set([...rows].sort((a, b) => size(b) - size(a)).slice(0, most));
  return rows.filter((nth) => kept.has(nth));
}

interface Setting {
  readonly row: number;
  readonly isLabelled: boolean;
  readonly strokes: readonly Stroke[];
  readonly top: number;
}

function placeColumn(
  panel: Panel,
  axis: PlotAxis,
  { box, positions }: Column,
  { row, isLabelled, strokes, top }: Setting,
  measure: Measure,
): { panel: PlacedPanel; texts: readonly PlacedText[] } {
  const texts: PlacedText[] = [];
  const highlight = axis.highlight ?? [];
  const nameSetting = (nth: number) =>
    highlight.includes(axis.names[nth] ?? '') ? SETTINGS.nameStrong : SETTINGS.name;
  const widest = Math.max(
    0,
    ...positions.map((nth) => sizeOf(axis.names[nth] ?? '', nameSetting(nth), measure).width),
  );
  const names = Math.min(widest, box.width * NAMES.most) + NAMES.after;
  const labels = isLabelled ? panel.labels : [];
  const valueRoom =
    Math.max(0, ...labels.map(({ text }) => sizeOf(text, SETTINGS.plain, measure).width)) +
    (labels.length > 0 ? BEFORE_VALUE + (panel.series[0]?.as === 'dots' ? DOT : 0) : 8);
  const before = labels.length > 0 && (panel.min ?? 0) < 0 ? valueRoom : 0;
  const plot: Box = {
    x: box.x + names + before,
    y: box.y,
    width: Math.max(40, box.width - names - before - valueRoom),
    height: row * positions.length,
  };
  const x = valueScale(panel, plot.width);
  const middle = (at: number) => plot.y + (at + 0.5) * row;
  const marks: PlacedMark[] = [];
  const series = panel.series.map((one, nth): DrawnSeries => {
    const drawn = drawRow(one, positions, { plot, row, x });
    for (const [at, value] of drawn.values.entries())
      if (value !== null)
        marks.push({ series: nth, at, x: plot.x + value, y: plot.y + plot.height - (drawn.at?.[at] ?? 0) });
    return highlight.length === 0
      ? drawn
      : {
          ...drawn,
          tones: Object.fromEntries(
            positions.flatMap((position, at) =>
              highlight.includes(axis.names[position] ?? '') ? [[at, 'acc']] : [],
            ),
          ),
        };
  });
  for (const [at, position] of positions.entries()) {
    const setting = nameSetting(position);
    const text = shorten(axis.names[position] ?? '', names - NAMES.after, setting, measure);
    const size = sizeOf(text, setting, measure);
    texts.push({
      text,
      setting,
      told: false,
      grows: 'end level',
      x: box.x + names - NAMES.after - size.width,
      y: middle(at) - size.height / 2,
      ...size,
    });
  }
  for (const { at: position, text } of labels) {
    const at = positions.indexOf(position);
    const value = panel.series[0]?.values[position];
    if (at < 0 || value === undefined) continue;
    const size = sizeOf(text, SETTINGS.plain, measure);
    const end = plot.x + x(value);
    const gap = BEFORE_VALUE + (panel.series[0]?.as === 'dots' ? DOT : 0);
    texts.push({
      text,
      setting: SETTINGS.plain,
      told: false,
      grows: value < 0 ? 'end level' : 'start level',
      x: value < 0 ? end - gap - size.width : end + gap,
      y: middle(at) - size.height / 2,
      ...size,
    });
  }
  const under: Stroke[] = [...strokes];
  if (!isLabelled) placeAxis(panel, plot, x, under, texts, measure);
  const zero = plot.x + x(Math.max(0, panel.min ?? 0));
  const ends = { left: plot.x - box.x, right: box.x + box.width - plot.x - plot.width };
  const { canvas, drawing } = drawPlot({
    plot,
    top,
    x: [0, plot.width],
    y: [0, plot.height],
    across: true,
    series,
    under,
    over: [{ points: [zero, plot.y, zero, plot.y + plot.height], tone: 'ink', width: 2 }],
    ...ends,
  });
  return { panel: { canvas, drawing, marks, kept: positions }, texts };
}
