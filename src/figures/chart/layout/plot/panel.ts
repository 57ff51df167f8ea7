import type { Measure } from '../../../../fonts/faces.ts';
import type { Stroke } from '../../live/drawing.ts';
import type { Panel, PlotAxis } from '../../model/chart.ts';
import type { Box } from '../box.ts';
import { asObstacle, type Obstacle, type PlacedText, sizeOf } from '../label.ts';
import type { Dropped, PlacedPanel } from '../placed.ts';
import { drawPlot, SETTINGS, TITLE } from '../plot-frame.ts';
import { type EndName, FILL, placeEndNames, roomForNames } from './end-names.ts';
import { drawHappenings, linesOf, roomAbove } from './happenings.ts';
import { keyOf, titleTexts } from './heading.ts';
import { fillBrackets, fillLabels, fillPointNames, fillReferences } from './labels.ts';
import { alongScale, valueScale } from './scale.ts';
import { type PlottedSeries, plotSeries } from './series.ts';
import { placeStartValues, roomForValues, startValues } from './start-values.ts';
import { keptPositions } from './thin.ts';
import { placeTicks, TICK } from './ticks.ts';

/** The room a panel has, and what of the axes it shows. */
export interface PanelRoom {
  readonly box: Box;
  readonly measure: Measure;
  /** Room for the labels of its lines; 0 where another panel of its row has them. */
  readonly gutter: number;
  /** Whether what runs along is labelled under it. */
  readonly labelled: boolean;
  readonly columns: number;
}

export interface Made {
  readonly panel: PlacedPanel;
  readonly texts: readonly PlacedText[];
  readonly dropped: readonly Dropped[];
}

const GUTTER_GAP = 10;
const GRID = 1.5;
const BASE = 2;
/** Room above a plot for the words of a bracket over its highest value. */
const BRACKET = 64;

/** Room that the labels of a panel's lines need. */
export function gutterOf({ grid }: Panel, measure: Measure): number {
  return (
    Math.ceil(Math.max(0, ...grid.map(({ text }) => sizeOf(text, SETTINGS.tick, measure).width))) + GUTTER_GAP
  );
}

/** Whether series can be named where they end: columns and points of several series beside each other cannot. */
function namesAtEnds({ series }: Panel, axis: PlotAxis): boolean {
  return (
    series.length > 1 &&
    series.every(({ as, group, lows }) =>
      axis.scale === 'names'
        ? as === 'line'
        : as === 'line' ||
          as === 'area' ||
          (as === 'dots' && axis.domain === undefined) ||
          (as === 'columns' && !group && lows),
    )
  );
}

/** Room under a plot, with or without what is written along it. */
export function footOf({ scale }: PlotAxis, labelled: boolean): number {
  return labelled ? TICK.label + TICK.height + (scale === 'number' ? TICK.height : 0) : 12;
}

/** Places one panel of a plot: title, lines of its scale, series, their names, values, and what runs along. */
export function placePlotPanel(panel: Panel, axis: PlotAxis, room: PanelRoom): Made {
  const { box, measure, gutter } = room;
  const texts: PlacedText[] = [];
  const dropped: Dropped[] = [];
  const atEnds = namesAtEnds(panel, axis);
  const titles = panel.series.map(({ title = '' }) => title);
  const names = atEnds ? roomForNames(titles, box.width, measure) : 0;
  const key =
    !atEnds && panel.series.length > 1 ? keyOf(panel, box, measure) : { texts: [], strokes: [], height: 0 };
  const starts = startValues(panel, axis);
  const before = gutter + roomForValues(starts, measure);
  const width = box.width - before - names - 6;
  const along = alongScale(axis, width);
  const lines = linesOf(axis, along.of, width, measure);
  dropped.push(...lines.dropped);
  const brackets = panel.brackets.length > 0 ? BRACKET : 0;
  const top = box.y + TITLE.height + key.height + 16 + brackets + roomAbove(lines);
  const foot = footOf(axis, room.labelled);
  const plot: Box = {
    x: box.x + before,
    y: top,
    width,
    height: box.y + box.height - foot - top,
  };
  const y = valueScale(panel, plot.height);
  const isLine = panel.series.every(({ as }) => as !== 'dots');
  const kept = keptPositions(panel.series, along.px, isLine);
  const shown = kept ?? axis.at.map((_, at) => at);
  const under: Stroke[] = [...key.strokes];
  const over: Stroke[] = [];
  const series = panel.series.map((one, nth) => plotSeries(one, nth, { plot, along, y, kept: shown }));

  const happenings = drawHappenings(axis, lines, along.of, plot, measure);
  texts.push(...titleTexts(panel, box, measure), ...key.texts, ...happenings.texts);
  under.unshift(...happenings.strokes);
  const level = (value: number) => plot.y + plot.height - y(value);
  for (const { value, text } of panel.grid) {
    const at = level(value);
    under.push({ points: [plot.x, at, plot.x + plot.width, at], tone: 'line', width: GRID });
    const size = sizeOf(text, SETTINGS.tick, measure);
    if (gutter > 0)
      texts.push({
        text,
        setting: SETTINGS.tick,
        told: false,
        grows: 'end level',
        x: box.x + gutter - GUTTER_GAP - size.width,
        y: at - size.height / 2,
        ...size,
      });
  }
  under.push(...series.flatMap((one) => one.under));
  const grounded = panel.series.some(({ as }) => as === 'columns' || as === 'area');
  const { min = 0, max = 0 } = panel;
  const zero = (min ?? 0) <= 0 && (max ?? 0) >= 0 && !panel.log;
  if (zero) {
    const at = level(0);
    (grounded ? over : under).push({
      points: [plot.x, at, plot.x + plot.width, at],
      tone: 'ink',
      width: BASE,
    });
  }
  if (axis.domain && !zero)
    under.push({
      points: [plot.x, plot.y + plot.height, plot.x + plot.width, plot.y + plot.height],
      tone: 'line2',
      width: GRID,
    });
  if (room.labelled) {
    const ticks = placeTicks(axis, along, plot, measure);
    texts.push(...ticks.texts);
    under.push(...ticks.strokes);
  }
  const obstacles: Obstacle[] = [
    ...series.flatMap((one) => one.obstacles.map((each) => ({ ...each, clearance: 3 }))),
    ...texts.map(asObstacle),
  ];
  const bounds = {
    // What stands at the first value may begin where that does.
    x: plot.x - 5,
    // The row of the title too, beside it: the highest value may reach the very top.
    y: box.y,
    width: plot.width + 11,
    height: plot.y + plot.height - box.y + 4,
  };
  fillReferences(panel, plot, level, { bounds, obstacles, measure, texts, dropped, over });
  const labels = panel.labels.filter((label) => !starts.includes(label));
  fillLabels({ ...panel, labels }, series, shown, { bounds, obstacles, measure, texts, dropped, over });
  fillBrackets(panel, series, shown, { bounds, obstacles, measure, texts, dropped, over });
  if (axis.domain && panel.series.every(({ as }) => as === 'dots'))
    fillPointNames(panel, axis, series, shown, {
      // No name stands on the line that things are measured from.
      bounds: { ...bounds, height: bounds.height - 8 },
      ...{ obstacles, measure, texts, dropped, over },
    });
  const ends = { top: plot.y + 8, bottom: plot.y + plot.height };
  const values = placeStartValues(starts, series, { right: plot.x, ...ends }, measure);
  texts.push(...values.texts);
  over.push(...values.strokes);
  if (atEnds) {
    const placed = placeEndNames(
      endNames(panel, series, level),
      { left: plot.x + plot.width, width: names, ...ends },
      measure,
    );
    texts.push(...placed.texts);
    over.push(...placed.strokes);
  }
  const { canvas, drawing } = drawPlot({
    plot: { ...plot, width: plot.width },
    top: box.y,
    x: [0, plot.width],
    y: [0, plot.height],
    across: false,
    series: series.map(({ drawn }) => drawn),
    under,
    over,
    right: names,
    left: before,
    bottom: foot,
  });
  return { panel: { canvas, drawing, marks: series.flatMap(({ marks }) => marks), kept }, texts, dropped };
}

/** Where series end: lines at their last value, areas and stacked columns in the middle of the last one's thickness. */
function endNames(
  { series: all }: Panel,
  series: readonly PlottedSeries[],
  level: (value: number) => number,
): readonly EndName[] {
  return all.flatMap((one, nth): EndName[] => {
    const mark = series[nth]?.marks.at(-1);
    const at = one.values.findLastIndex((value) => value !== undefined);
    const value = one.values[at];
    if (!mark || value === undefined) return [];
    const y = one.lows ? (level(value) + level(one.lows[at] ?? 0)) / 2 : level(value);
    return [
      {
        text: one.title ?? '',
        x: mark.box ? mark.box.x + mark.box.width : mark.x,
        y,
        tone: one.tone ?? 'past',
        dash: one.dash,
        highlighted: one.highlighted ?? false,
        pale: one.pale,
        filled:
          one.as === 'area' || one.as === 'columns'
            ? (one.as === 'area' ? FILL : 1) * (one.shade ?? 1)
            : undefined,
      },
    ];
  });
}
