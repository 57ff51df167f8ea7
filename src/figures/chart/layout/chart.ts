import type { Measure } from '../../../fonts/faces.ts';
import type { Chart } from '../model/chart.ts';
import type { PlacedChart } from './placed.ts';
import { placeRows } from './rows.ts';
import { placeYears } from './years.ts';

/** Gives every column, point, line and label of a chart its place on the record's side of fold A. */
export function placeChart({ axis, panels }: Chart, measure: Measure): PlacedChart {
  return axis.kind === 'years' ? placeYears(panels, axis, measure) : placeRows(panels, axis, measure);
}
