import type { Measure } from '../../../../fonts/faces.ts';
import type { Panel, PlotAxis } from '../../model/chart.ts';
import { type Setting, sizeOf } from '../label.ts';
import { SETTINGS } from '../plot-frame.ts';

/** The most room names take, of their column and of several panels; and the room after them, px. */
export const NAMES = { most: 0.42, ofAll: 0.2, after: 14 } as const;

/** How the name of a row is set: strong where it is highlighted. */
export function nameSetting({ names, highlight = [] }: PlotAxis, nth: number): Setting {
  return highlight.includes(names[nth] ?? '') ? SETTINGS.nameStrong : SETTINGS.name;
}

/** Room that the longest name takes, no more than `most`. */
export function nameRoom(axis: PlotAxis, rows: readonly number[], most: number, measure: Measure): number {
  const widths = rows.map((nth) => sizeOf(axis.names[nth] ?? '', nameSetting(axis, nth), measure).width);
  return Math.min(Math.max(0, ...widths), most) + NAMES.after;
}

/** Positions of which a panel has anything to draw or to call a gap. */
export function rowsShown({ series }: Panel, { at }: PlotAxis): readonly number[] {
  return at
    .map((_, nth) => nth)
    .filter((nth) => series.some(({ values, passed }) => values[nth] !== undefined || !passed?.has(nth)));
}

/** Of more rows than can be drawn the largest, in their order. */
export function largest({ series }: Panel, rows: readonly number[], most: number): readonly number[] {
  if (rows.length <= most) return rows;
  const size = (nth: number) => Math.max(...series.map(({ values }) => Math.abs(values[nth] ?? 0)));
  const kept = new Set([...rows].sort((a, b) => size(b) - size(a)).slice(0, most));
  return rows.filter((nth) => kept.has(nth));
}
