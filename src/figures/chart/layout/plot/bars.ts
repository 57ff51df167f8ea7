import type { Measure } from '../../../../fonts/faces.ts';
import type { DrawnSeries, Stroke } from '../../live/drawing.ts';
import type { Panel, PlotAxis } from '../../model/chart.ts';
import type { Box } from '../box.ts';
import { type PlacedText, sizeOf } from '../label.ts';
import type { PlacedChart, PlacedMark, PlacedPanel } from '../placed.ts';
import { drawPlot, SETTINGS, TITLE } from '../plot-frame.ts';
import { largest, NAMES, nameRoom, nameSetting, rowsShown } from './bar-names.ts';
import { DOT, drawRow, placeAxis } from './bar-row.ts';
import { shorten } from './end-names.ts';
import { keyOf, titleTexts } from './heading.ts';
import { valueScale } from './scale.ts';

/** The least and the most height of a row. */
const ROW = { least: 29, most: 96 } as const;
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
  const [first] = panels;
  const isOne = panels.length === 1;
  const rows = [...new Set(panels.flatMap((panel) => rowsShown(panel, axis)))].sort((a, b) => a - b);
  const names = first && !isOne ? nameRoom(axis, rows, frame.width * NAMES.ofAll, measure) : 0;
  const values = Math.max(...panels.map((panel) => valueRoom(panel, measure)));
  const wide = (frame.width - names - BETWEEN * (panels.length - 1)) / panels.length;
  // What is beside each other on one scale shares its names and its key.
  const key =
    first && first.series.length > 1 ? keyOf(first, frame, measure) : { texts: [], strokes: [], height: 0 };
  const made = panels.map((panel, nth) => {
    const x = frame.x + (nth === 0 ? 0 : names) + nth * (wide + BETWEEN);
    const box = { ...frame, x, width: nth === 0 ? names + wide : wide };
    const strokes = nth === 0 ? key.strokes : [];
    return placePanel(
      panel,
      axis,
      box,
      { isOne, names: nth === 0 ? names : 0, values, rows, frame, key: { ...key, strokes } },
      measure,
    );
  });
  return {
    box: frame,
    panels: made.flatMap((one) => one.panels),
    perPanel: made[0]?.panels.length ?? 1,
    texts: [...key.texts, ...made.flatMap(({ texts }) => texts)],
    dropped: [],
  };
}

/** What the panels of bars share. */
interface Shared {
  readonly isOne: boolean;
  /** Room for the names of the rows where there are several panels, px: at the first of them. */
  readonly names: number;
  /** Room for the values beside bars, px. */
  readonly values: number;
  readonly rows: readonly number[];
  readonly frame: Box;
  readonly key: { readonly strokes: readonly Stroke[]; readonly height: number };
}

function placePanel(
  panel: Panel,
  axis: PlotAxis,
  box: Box,
  { isOne, names, values, rows, frame, key }: Shared,
  measure: Measure,
): { panels: readonly PlacedPanel[]; texts: readonly PlacedText[] } {
  const isLabelled = hasValues(panel);
  const top = box.y + TITLE.height + key.height + 14 + (isLabelled ? 0 : AXIS);
  const height = box.y + box.height - top;
  const perColumn = Math.max(1, Math.floor(height / ROW.least));
  const most = isOne ? Math.max(1, Math.floor((box.width + BETWEEN) / (420 + BETWEEN))) : 1;
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
  // In all columns alike: where a longer name took more, a unit would be shorter than beside it.
  const before = isOne ? nameRoom(axis, shown, width * NAMES.most, measure) : names;
  const placed = columns.map((column, nth) =>
    placeColumn(
      panel,
      axis,
      column,
      { row, isLabelled, names: before, values, strokes: nth === 0 ? key.strokes : [], top: box.y, frame },
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
    texts: [...titleTexts(note, box, measure), ...placed.flatMap(({ texts }) => texts)],
  };
}

/** Whether each bar has its value beside it, rather than a scale above. */
function hasValues({ series, labels }: Panel): boolean {
  return series.length === 1 && labels.length > 0;
}

function valueRoom(panel: Panel, measure: Measure): number {
  if (!hasValues(panel)) return 8;
  const widest = Math.max(...panel.labels.map(({ text }) => sizeOf(text, SETTINGS.plain, measure).width));
  return widest + BEFORE_VALUE + (panel.series[0]?.as === 'dots' ? DOT : 0);
}

interface Setting {
  readonly row: number;
  readonly isLabelled: boolean;
  readonly names: number;
  readonly values: number;
  readonly frame: Box;
  readonly strokes: readonly Stroke[];
  readonly top: number;
}

function placeColumn(
  panel: Panel,
  axis: PlotAxis,
  { box, positions }: Column,
  { row, isLabelled, names, values, strokes, top, frame }: Setting,
  measure: Measure,
): { panel: PlacedPanel; texts: readonly PlacedText[] } {
  const texts: PlacedText[] = [];
  const highlight = axis.highlight ?? [];
  const labels = isLabelled ? panel.labels : [];
  const before = labels.length > 0 && (panel.min ?? 0) < 0 ? values : 0;
  const plot: Box = {
    x: box.x + names + before,
    y: box.y,
    width: Math.max(40, box.width - names - before - values),
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
  for (const [at, position] of names > 0 ? positions.entries() : []) {
    const setting = nameSetting(axis, position);
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
  // The key stands on the first canvas, and may be wider than its rows.
  const end = strokes.length > 0 ? frame.x + frame.width : box.x + box.width;
  const ends = { left: plot.x - box.x, right: end - plot.x - plot.width };
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
