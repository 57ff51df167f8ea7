import type { Measure } from '../../../fonts/faces.ts';
import type { Chart } from '../model/chart.ts';
import type { Box } from './box.ts';
import type { PlacedChart } from './placed.ts';
import { placeBars } from './plot/bars.ts';
import { placePlot } from './plot/grid.ts';
import { FRAME } from './plot-frame.ts';
import { placeRows } from './rows.ts';
import { placeYears } from './years.ts';

/** Gives every column, point, line and label of a chart its place in a frame: px of the sheet. */
export function placeChart({ axis, panels }: Chart, measure: Measure, frame: Box = FRAME): PlacedChart {
  if (axis.kind === 'plot') return (axis.across ? placeBars : placePlot)(panels, axis, frame, measure);
  return axis.kind === 'years'
    ? placeYears(panels, axis, frame, measure)
    : placeRows(panels, axis, frame, measure);
}
