import type { FigureTable } from '../../deck/figure.ts';
import type { FigurePlot, PlotStroke } from '../../deck/figure-plot.ts';
import { ownAxes } from './chart-axes.ts';
import { chartColumns } from './chart-columns.ts';
import { hasLabels } from './chart-series.ts';
import { plotBox } from './chart-xml.ts';
import type { Box, ChartPiece, Group, Piece, ShapePiece, TextPiece } from './piece.ts';
import { WIDER } from './share-room.ts';

/** Lines of a scale and what is painted behind values, which lie under what is drawn. */
export const GRID = 'Grid';

/** What is drawn on an element, and all that its figure shows. */
export interface Drawn {
  readonly plot: FigurePlot;
  readonly tables: readonly FigureTable[];
}

/**
 * Makes charts of the pictures of charts, where Office can draw them; what else is drawn on them becomes shapes, and
 * words that an axis or a label of the chart says itself are left to it.
 * @param drawn by the ids of the elements it is drawn on
 */
export function setCharts(group: Group, drawn: ReadonlyMap<string, Drawn>): Group {
  const { colours, pieces } = group;
  if (!colours) return group;
  const charts = new Map<Piece, ChartPiece>();
  const told = new Set<readonly FigureTable[]>();
  const pictured = new Set<readonly FigureTable[]>();
  for (const piece of pieces) {
    const found = piece.kind === 'picture' ? drawn.get(piece.element ?? '') : undefined;
    if (!found || piece.kind !== 'picture') continue;
    const { plot, tables } = found;
    pictured.add(tables);
    if (!isNative(plot)) continue;
    const { box, alt } = piece;
    const own = told.has(tables) ? [] : tables;
    told.add(tables);
    charts.set(piece, { kind: 'chart', box, alt: alt || plot.title, plot, tables: own, colours });
  }
  const all = [...charts.values()];
  const rest = [...pictured].filter((tables) => !told.has(tables)).flat();
  return {
    ...group,
    ...(rest.length > 0 && { tables: rest }),
    pieces: pieces.flatMap((piece): readonly Piece[] => {
      const chart = charts.get(piece);
      if (chart) return [chart, ...strokesOf(chart)];
      if (piece.kind !== 'text') return [piece];
      return all.some((one) => saysItself(one, piece)) ? [] : [atRow(piece, all)];
    }),
  };
}

/** The name of a row ends at its plot in a wider face too. */
function atRow(text: TextPiece, charts: readonly ChartPiece[]): TextPiece {
  const { letters, isOneLine } = text;
  const [paragraph, ...more] = text.paragraphs;
  const end = letters.x + letters.width;
  const isName = charts.some(({ box, plot }) => {
    const left = plotBox(box, plot).x;
    return plot.across && end <= left && left - end < 24 && letters.y > box.y;
  });
  if (!isName || !isOneLine || !paragraph || more.length > 0) return text;
  const wider = letters.width * (WIDER - 1);
  const placed = { ...text, paragraphs: [{ ...paragraph, align: 'right' as const, margin: 0 }] };
  if (wider < letters.x) return { ...placed, box: letters };
  // One that would leave the sheet goes on below.
  return { ...placed, isOneLine: false, box: { ...letters, x: 0, width: end } };
}

/** Whether an office program draws it as the page does. */
function isNative(plot: FigurePlot): boolean {
  const { across, series, names } = plot;
  const kinds = new Set(series.map(({ as }) => as));
  if (names.length === 0 || series.length === 0) return false;
  // Of rows of dots the values run to the right: bars beside them would need axes of their own.
  if (across && kinds.has('dots') && kinds.size > 1) return false;
  const lines = series.filter(({ as }) => as === 'line' || as === 'area' || as === 'band');
  // Areas fall to 0 where they have no value; and a chart joins all its lines over gaps, or none.
  const hasGap = (values: readonly unknown[]) =>
    values
      .slice(
        values.findIndex((value) => value !== undefined),
        values.findLastIndex((value) => value !== undefined),
      )
      .includes(undefined);
  if (lines.some(({ as, values }) => as !== 'line' && hasGap(values))) return false;
  const joined = lines.some(({ isJoined }) => isJoined);
  return !joined || lines.every(({ isJoined, values }) => isJoined || !hasGap(values));
}

/** Brackets, levels and keys; of a chart with axes of its own not their lines, nor the areas below its lines. */
function strokesOf({ box, plot, colours }: ChartPiece): readonly ShapePiece[] {
  const inner = plotBox(box, plot);
  const own = ownAxes(plot);
  // Areas that the chart fills itself, lines of the scale, and ticks.
  const isAxis = (shape: Box, { fill, tone }: PlotStroke) => {
    const isAbove = shape.y + shape.height < inner.y - 1;
    if (fill !== undefined)
      return isWithin(shape, inner) && plot.series.some((one) => one.as === 'area' && one.tone === tone);
    const isLine = tone === 'line' && Math.max(shape.width, shape.height) > 60;
    return !isAbove && (isLine ? own.values : own.along && shape.y > inner.y + inner.height);
  };
  return plot.strokes.flatMap((stroke): readonly ShapePiece[] => {
    const points = pointsOf(stroke.points, box);
    const around = boxAround(points);
    if (plot.isPlain && isAxis(around, stroke)) return [];
    const paint = { colour: colours[stroke.tone] ?? '34373E', opacity: 1 };
    const isFilled = stroke.fill !== undefined;
    return [
      {
        ...{
          kind: 'shape',
          box: around,
          outline: [points],
          isClosed: isFilled,
          name: stroke.tone === 'line' || (isFilled && isWithin(around, inner)) ? GRID : 'Line',
        },
        fill: isFilled ? { ...paint, opacity: stroke.fill ?? 1 } : undefined,
        stroke: isFilled ? undefined : { ...paint, width: stroke.width, dash: stroke.dash },
      },
    ];
  });
}

function pointsOf(flat: readonly number[], { x, y }: Box): readonly (readonly [number, number])[] {
  return Array.from({ length: flat.length / 2 }, (_, at) => [
    x + (flat[2 * at] ?? 0),
    y + (flat[2 * at + 1] ?? 0),
  ]);
}

function boxAround(points: readonly (readonly [number, number])[]): Box {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function isWithin({ x, y }: Box, inner: Box): boolean {
  return x >= inner.x - 1 && x < inner.x + inner.width && y >= inner.y - 1;
}

/** Labels of axes, and of values, that stand in the chart itself. */
function saysItself({ box, plot }: ChartPiece, { box: text, isTold, paragraphs }: TextPiece): boolean {
  if (!plot.isPlain || isTold) return false;
  const words = paragraphs.map(({ runs }) => runs.map((run) => run.text).join('')).join(' ');
  const inner = plotBox(box, plot);
  const [x, y] = [text.x + text.width / 2, text.y + text.height / 2];
  const isNear = x > box.x - 60 && x < box.x + box.width + 60 && y > box.y && y < box.y + box.height + 60;
  if (!isNear || words === plot.along) return false;
  const own = ownAxes(plot);
  if (y > inner.y + inner.height) return own.along;
  const isInside = plot.across ? y > inner.y : x > inner.x;
  const isName = x < inner.x && y > inner.y && plot.across;
  const labels = plot.series.flatMap((series) => (hasLabels(series) ? series.labels : []));
  return (
    (isName && own.along) ||
    labels.some((label) => label.text === words) ||
    // What stands within the plot is a value, though a line of the scale may have the same.
    (own.values && !isInside && plot.scale.grid.some((line) => line.text === words))
  );
}

/** Charts whose places stand evenly in an office program, though their distances differ. */
export function isEvened({ plot }: ChartPiece): boolean {
  return chartColumns(plot).isEvened;
}
