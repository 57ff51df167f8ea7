import { round } from '../../../base/sheet.ts';
import { STRIP } from './density.ts';
import { markOf, path, type Shape, type Strip } from './placed.ts';
import { CELL } from './strips.ts';

/** Least height of a column. */
const THIN = 4;

/** Columns about the line, one path for all of them: as high as events are many. It goes by its first event. */
export function drawStrip({ counts, x0, events }: Strip, y: number): Shape {
  const most = Math.max(...counts);
  const columns = counts.map((count, cell) => {
    if (count === 0) return '';
    const height = Math.max(THIN, (STRIP * count) / most);
    return `M${round(x0 + cell * CELL)} ${round(y - height / 2)}h${CELL - 1}v${round(height)}h${1 - CELL}z`;
  });
  return markOf(events[0].id, [path('crowd', columns.join(''))]);
}
