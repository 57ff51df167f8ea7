import type { Measure } from '../../../fonts/faces.ts';
import type { Stroke } from '../live/drawing.ts';
import type { Panel, YearAxis } from '../model/chart.ts';
import type { Box } from './box.ts';
import { asObstacle, type Mark, type Obstacle, type PlacedText, placeLabel, type Wish } from './label.ts';
import type { Dropped } from './placed.ts';

/** The room a panel of years gets, and the axis it shares. */
export interface Room {
  readonly axis: YearAxis;
  /** Years at the plot's left and right edge. */
  readonly domain: readonly [number, number];
  readonly x: (year: number) => number;
  readonly plot: Box;
  /** Top of its title. */
  readonly top: number;
  /** Thickness of a column. */
  readonly column: number;
  /** Ticks of the years, drawn under the last panel. */
  readonly ticks: readonly Stroke[];
  readonly measure: Measure;
}

/** A panel being filled: each label settled is in the way of the next. */
export interface Filling {
  readonly panel: Panel;
  readonly room: Room;
  readonly y: (value: number) => number;
  readonly bounds: Box;
  readonly obstacles: Obstacle[];
  readonly texts: PlacedText[];
  readonly dropped: Dropped[];
  readonly under: Stroke[];
  readonly over: Stroke[];
}

/** How far labels may move from their marks, px. */
export const REACH = 90;

export function settle(filling: Filling, text: PlacedText): PlacedText {
  filling.texts.push(text);
  filling.obstacles.push(asObstacle(text));
  return text;
}

/** Settles the first wish there is room for; a label that finds none is dropped, and said to be. */
export function settleFirst(
  filling: Filling,
  wishes: readonly Wish[],
  { text, place, step }: Dropped,
): PlacedText | undefined {
  const { bounds, obstacles, room } = filling;
  for (const wish of wishes) {
    const placed = placeLabel(wish, bounds, obstacles, room.measure);
    if (placed) return settle(filling, { ...placed, step });
  }
  filling.dropped.push({ text, place });
  return undefined;
}

/** The mark of a point: its square, or an upright line as wide as its column, so that labels begin with columns. */
export function markAround(x: number, y: number, width: number, height: number): Mark {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}
