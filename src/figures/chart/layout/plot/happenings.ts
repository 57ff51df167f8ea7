import type { Measure } from '../../../../fonts/faces.ts';
import type { Stroke } from '../../live/drawing.ts';
import type { PlotAxis } from '../../model/chart.ts';
import { type Box, meet } from '../box.ts';
import { type PlacedText, sizeOf } from '../label.ts';
import type { Dropped } from '../placed.ts';
import { SETTINGS } from '../plot-frame.ts';
import { shorten } from './end-names.ts';

/** Height of a line of words above the plot, and how many there are at most. */
const ROW = 32;
const MOST_ROWS = 3;
const GAP = 8;

/** Where the words of events stand above a plot, by line, and what has no room. */
interface Lines {
  readonly placed: readonly {
    readonly x: number;
    readonly left: number;
    readonly row: number;
    readonly text: string;
  }[];
  readonly rows: number;
  readonly dropped: readonly Dropped[];
}

/** Words of events right of their hairlines, or left where the plot ends; in as many lines as keep them apart. */
export function linesOf(
  { events = [] }: PlotAxis,
  x: (at: number) => number,
  width: number,
  measure: Measure,
): Lines {
  const ends: { left: number; right: number }[][] = Array.from({ length: MOST_ROWS }, () => []);
  const placed: { x: number; left: number; row: number; text: string }[] = [];
  const dropped: Dropped[] = [];
  for (const { at, text, place } of [...events].sort((a, b) => a.at - b.at)) {
    const here = x(at);
    const size = sizeOf(text, SETTINGS.name, measure);
    const fits = [here + GAP, here - GAP - size.width].filter(
      (left) => left >= 0 && left + size.width <= width,
    );
    const isFree = (row: number, left: number) =>
      (ends[row] ?? []).every((other) => left > other.right + 16 || left + size.width < other.left - 16);
    const found = ends
      .flatMap((_, row) => fits.map((left) => ({ row, left })))
      .find(({ row, left }) => isFree(row, left));
    if (found) {
      ends[found.row]?.push({
        left: Math.min(found.left, here),
        right: Math.max(found.left + size.width, here),
      });
      placed.push({ x: here, ...found, text });
    } else dropped.push({ text, place });
  }
  return { placed, rows: Math.max(0, ...placed.map(({ row }) => row + 1)), dropped };
}

/** Room above a plot for the words of its events. */
export const roomAbove = ({ rows }: Lines): number => rows * ROW;

/** Hairlines of events with their words above; eras as bands behind all, named at their foot where there is room. */
export function drawHappenings(
  axis: PlotAxis,
  { placed, rows }: Lines,
  x: (at: number) => number,
  plot: Box,
  measure: Measure,
): { readonly texts: readonly PlacedText[]; readonly strokes: readonly Stroke[] } {
  const texts: PlacedText[] = [];
  const strokes: Stroke[] = [];
  for (const [nth, { from, to, text }] of (axis.eras ?? []).entries()) {
    const [left, right] = [plot.x + x(from), plot.x + x(to)];
    const bottom = plot.y + plot.height;
    if (nth % 2 === 0)
      strokes.push({
        points: [left, plot.y, right, plot.y, right, bottom, left, bottom],
        tone: 'tint',
        width: 0,
        fill: 1,
      });
    const setting = SETTINGS.namePale;
    const words = shorten(text, right - left - 16, setting, measure);
    const size = sizeOf(words, setting, measure);
    const name = { x: left + 8, y: plot.y + 4, ...size };
    if (words.length > 3 && !texts.some((other) => meet(name, other, 4)))
      texts.push({ text: words, setting, told: true, grows: 'start down', ...name });
  }
  for (const { x: here, left, row, text } of placed) {
    const size = sizeOf(text, SETTINGS.name, measure);
    const y = plot.y - (rows - row) * ROW;
    strokes.push({
      points: [plot.x + here, y + 4, plot.x + here, plot.y + plot.height],
      tone: 'ink3',
      width: 1.5,
    });
    texts.push({
      text,
      setting: SETTINGS.name,
      told: true,
      grows: left < here ? 'end up' : 'start up',
      x: plot.x + left,
      y,
      ...size,
    });
  }
  return { texts, strokes };
}
