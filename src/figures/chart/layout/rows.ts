import type { Measure } from '../../../fonts/faces.ts';
import type { DrawnSeries, Stroke } from '../live/drawing.ts';
import type { Panel, RowAxis, Series, ValueLabel } from '../model/chart.ts';
import type { Box } from './box.ts';
import { type PlacedText, sizeOf } from './label.ts';
import type { PlacedChart, PlacedMark, PlacedPanel } from './placed.ts';
import { drawPlot, linear, SETTINGS, TITLE } from './plot-frame.ts';
import { drawnAs, gaps } from './series.ts';

/** Room between the names and the first panel, between panels, and between a mark and its value; px. */
const AFTER_NAMES = 24;
const BETWEEN = 48;
const BEFORE_VALUE = 12;
const FOOT = 12;
/** A bar's share of its row, and at most how thick it gets. */
const FILL = 0.42;
const THICKEST = 40;
const DOT = 9;

interface Rows {
  readonly axis: RowAxis;
  readonly frame: Box;
  /** Middle of a row. */
  readonly y: (row: number) => number;
  readonly thickness: number;
  readonly measure: Measure;
}

/** Names down the left side, and the panels beside each other: a row is the same line in each. */
export function placeRows(
  panels: readonly Panel[],
  axis: RowAxis,
  frame: Box,
  measure: Measure,
): PlacedChart {
  const count = axis.names.length;
  const top = frame.y + TITLE.height + TITLE.gap / 2;
  const height = frame.height - TITLE.height - TITLE.gap / 2 - FOOT;
  const y = linear([-0.5, count - 0.5], [top, top + height]);
  const rows: Rows = {
    axis,
    frame,
    y,
    thickness: Math.min(THICKEST, Math.round((height / count) * FILL)),
    measure,
  };
  const names = axis.names.map((name, row) => placeName(name, row, rows));
  const left = frame.x + Math.ceil(Math.max(...names.map(({ width }) => width))) + AFTER_NAMES;
  const free = frame.x + frame.width - left - BETWEEN * (panels.length - 1);
  const weights = panels.reduce((sum, { weight }) => sum + weight, 0);

  let x = left;
  const placed = panels.map((panel) => {
    const width = Math.round((free * panel.weight) / weights);
    const made = placeRowPanel(panel, { x, y: top, width, height }, rows);
    x += width + BETWEEN;
    return made;
  });
  return {
    box: frame,
    panels: placed.map(({ panel }) => panel),
    texts: [...names, ...placed.flatMap(({ texts }) => texts)],
    dropped: [],
  };
}

function placeName(text: string, row: number, { axis, frame, y, measure }: Rows): PlacedText {
  const setting = row === axis.accent ? SETTINGS.nameAccent : SETTINGS.name;
  const size = sizeOf(text, setting, measure);
  return { text, setting, told: false, grows: 'row', x: frame.x, y: y(row) - size.height / 2, ...size };
}

function placeRowPanel(
  panel: Panel,
  plot: Box,
  rows: Rows,
): { panel: PlacedPanel; texts: readonly PlacedText[] } {
  const { axis, frame, y, thickness, measure } = rows;
  const { perUnit, below } = scaleFor(panel, plot.width, measure);
  const zero = plot.x + below;
  const x = (value: number) => zero + value * perUnit;
  const marks = panel.series.flatMap(({ as, values }, series) =>
    values.flatMap((value, at): PlacedMark[] => {
      if (value === undefined) return [];
      const end = x(value);
      const left = Math.min(zero, end);
      const box = { x: left, y: y(at) - thickness / 2, width: Math.abs(end - zero), height: thickness };
      return [{ series, at, x: end, y: y(at), ...(as === 'bars' ? { box } : {}) }];
    }),
  );
  const estimated = marks.filter(({ at }) => axis.estimates.has(at));
  const bottom = plot.y + plot.height;
  const { canvas, drawing } = drawPlot({
    plot,
    top: frame.y,
    x: [-below / perUnit, (plot.width - below) / perUnit],
    y: [axis.names.length - 0.5, -0.5],
    across: true,
    series: panel.series.map((series) => drawnSeries(series, rows)),
    under: marks.flatMap(({ box, x: end, y: level }) => (box ? [] : [thread(zero, end, level)])),
    over: [
      ...estimated.flatMap(({ box }) => (box ? [outline(box)] : [])),
      { points: [zero, plot.y, zero, bottom], tone: 'ink', width: 2.5 },
    ],
  });
  const title = sizeOf(panel.title, SETTINGS.title, measure);
  return {
    panel: { canvas, drawing, marks },
    texts: [
      {
        text: panel.title,
        setting: SETTINGS.title,
        told: true,
        grows: 'start up',
        x: plot.x,
        y: frame.y,
        ...title,
      },
      ...panel.labels.flatMap((label) => placeValue(label, marks, zero, measure)),
    ],
  };
}

/**
 * Px for one unit: as many as leave room for each row's value beside its mark; and px left of 0, where values below it
 * reach and have theirs.
 */
function scaleFor(
  { series, labels }: Panel,
  width: number,
  measure: Measure,
): { readonly perUnit: number; readonly below: number } {
  const wanted = labels.map(({ text, emphasis, series: of, at }) => ({
    value: series[of]?.values[at] ?? 0,
    beside: DOT + BEFORE_VALUE + sizeOf(text, SETTINGS[emphasis], measure).width,
  }));
  const low = Math.min(0, ...wanted.map(({ value }) => value));
  if (low === 0) {
    const candidates = wanted.flatMap(({ value, beside }) => (value > 0 ? [(width - beside) / value] : []));
    return { perUnit: candidates.length > 0 ? Math.min(...candidates) : width, below: 0 };
  }
  const roomOf = (side: (value: number) => boolean) =>
    Math.max(0, ...wanted.filter(({ value }) => side(value)).map(({ beside }) => beside));
  const [left, right] = [roomOf((value) => value < 0), roomOf((value) => value >= 0)];
  const high = Math.max(0, ...wanted.map(({ value }) => value));
  const perUnit = Math.max(1, width - left - right) / (high - low);
  return { perUnit, below: left - low * perUnit };
}

function drawnSeries({ as, values, pale }: Series, { axis, thickness }: Rows): DrawnSeries {
  return {
    as: drawnAs(as),
    from: 0,
    values: gaps(values),
    size: as === 'bars' ? thickness : DOT,
    tone: pale ? 'line2' : as === 'bars' ? 'mid' : 'past',
    tones: axis.accent === undefined ? {} : { [axis.accent]: 'acc' },
    radii: {},
    hollow: [...axis.estimates],
  };
}

/** From the base to a dot, so that the eye finds its row. */
function thread(from: number, to: number, y: number): Stroke {
  const end = to < from ? to + DOT + 2 : to - DOT - 2;
  return { points: [from, y, end, y], tone: 'line', width: 2 };
}

/** A dashed frame instead of a filled bar: an estimate. */
function outline({ x, y, width, height }: Box): Stroke {
  const [left, top, right, bottom] = [x, y + 1, x + width - 1, y + height - 1];
  return {
    points: [left, top, right, top, right, bottom, left, bottom],
    tone: 'past',
    width: 2,
    dash: [7, 5],
  };
}

function placeValue(
  { text, emphasis, series, at }: ValueLabel,
  marks: readonly PlacedMark[],
  zero: number,
  measure: Measure,
): readonly PlacedText[] {
  const mark = marks.find((other) => other.series === series && other.at === at);
  if (!mark) return [];
  const setting = SETTINGS[emphasis];
  const size = sizeOf(text, setting, measure);
  const beside = (mark.box ? 0 : DOT) + BEFORE_VALUE;
  const left = mark.x < zero;
  return [
    {
      text,
      setting,
      told: false,
      // Away from its mark, wherever letters stay large beside a drawing that shrinks.
      grows: left ? 'end level' : 'start level',
      x: left ? mark.x - beside - size.width : mark.x + beside,
      y: mark.y - size.height / 2,
      ...size,
    },
  ];
}
