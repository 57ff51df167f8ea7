import type { Measure } from '../../../../fonts/faces.ts';
import type { Panel, PlotAxis } from '../../model/chart.ts';
import type { Box } from '../box.ts';
import type { PlacedChart } from '../placed.ts';
import { footOf, gutterOf, placePlotPanel } from './panel.ts';

const BETWEEN = { x: 36, y: 24 } as const;

/** Columns of panels that make them least unlike a sheet of paper on its side. */
function columnsFor(count: number, { width, height }: Box): number {
  let [best, least] = [1, Number.POSITIVE_INFINITY];
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const shape = width / columns / (height / rows);
    const off = Math.abs(Math.log(shape / 1.6)) + (columns * rows - count) * 0.25;
    if (off < least) [best, least] = [columns, off];
  }
  return best;
}

/** Sets the panels of a plot in a grid with one scale: labels of its lines at the left, of what runs along below. */
export function placePlot(
  panels: readonly Panel[],
  axis: PlotAxis,
  frame: Box,
  measure: Measure,
): PlacedChart {
  const columns = columnsFor(panels.length, frame);
  const rows = Math.ceil(panels.length / columns);
  const width = (frame.width - BETWEEN.x * (columns - 1)) / columns;
  const everyRow = panels.length <= 4;
  // One scale is one height: what is written along a panel is room besides.
  const written = footOf(axis, true) - footOf(axis, false);
  const bare = (frame.height - BETWEEN.y * (rows - 1) - written * (everyRow ? rows : 1)) / rows;
  const made = panels.map((panel, nth) => {
    const [column, row] = [nth % columns, Math.floor(nth / columns)];
    const labelled = row === rows - 1 || nth + columns >= panels.length || everyRow;
    const box = {
      x: frame.x + column * (width + BETWEEN.x),
      y: frame.y + row * (bare + BETWEEN.y + (everyRow ? written : 0)),
      width,
      height: bare + (labelled ? written : 0),
    };
    return placePlotPanel(panel, axis, { box, measure, gutter: gutterOf(panel, measure), labelled, columns });
  });
  return {
    box: frame,
    panels: made.map(({ panel }) => panel),
    texts: made.flatMap(({ texts }) => texts),
    dropped: made.flatMap(({ dropped }) => dropped),
  };
}
