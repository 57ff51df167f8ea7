/** A value to walk to: the drawing's series, its year or row, what is said of it, and its step (0: from the start). */
export type Stop = readonly [series: number, at: number, text: string, step: number];
/** The stops of one series, with the panel (the canvas) it is drawn on. */
export type Path = readonly [panel: number, stops: readonly Stop[]];

/** Where a walker stands: path and stop, counted from 0. */
export interface Position {
  readonly path: number;
  readonly stop: number;
}

const FORWARD = { right: ['ArrowRight', 'ArrowDown'], down: ['ArrowDown', 'ArrowRight'] } as const;
const BACK = { right: ['ArrowLeft', 'ArrowUp'], down: ['ArrowUp', 'ArrowLeft'] } as const;

/**
 * Where a key leads. Along a series by the arrows of its direction, to the same year or row of the next series by
 * the others; Home and End to a series' ends. At an end it stays. Undefined for any other key.
 */
export function walk(
  paths: readonly Path[],
  from: Position | undefined,
  key: string,
  direction: 'right' | 'down',
): Position | undefined {
  const [forward, nextPath] = FORWARD[direction];
  const [back, lastPath] = BACK[direction];
  const { path, stop } = from ?? { path: 0, stop: -1 };
  const stops = paths[path]?.[1] ?? [];
  const last = stops.length - 1;
  if (key === 'Home') return { path, stop: 0 };
  if (key === 'End') return { path, stop: last };
  if (key === forward) return { path, stop: Math.min(stop + 1, last) };
  if (key === back) return { path, stop: from ? Math.max(stop - 1, 0) : last };
  if (key !== nextPath && key !== lastPath) return undefined;
  if (!from) return { path, stop: 0 };
  const other = Math.min(Math.max(path + (key === nextPath ? 1 : -1), 0), paths.length - 1);
  return { path: other, stop: nearestStop(paths[other]?.[1] ?? [], stops[stop]?.[1] ?? 0) };
}

function nearestStop(stops: readonly Stop[], at: number): number {
  const distances = stops.map((stop) => Math.abs(stop[1] - at));
  return Math.max(0, distances.indexOf(Math.min(...distances)));
}
