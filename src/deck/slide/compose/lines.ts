import { countLines } from '../../../fonts/count-lines.ts';
import type { Face, Measure } from '../../../fonts/faces.ts';

/** Lines already counted: a slide is measured for several spaces between its entries, which break no line. */
const counted = new WeakMap<Measure, Map<string, number>>();

/** How many lines a text takes in a width, px; remembered. */
export function linesIn(text: string, face: Face, size: number, width: number, measure: Measure): number {
  const known = counted.get(measure) ?? new Map<string, number>();
  counted.set(measure, known);
  const key = `${face} ${size} ${Math.round(width)} ${text}`;
  const lines = known.get(key) ?? countLines([{ text, face, size }], width, measure);
  known.set(key, lines);
  return lines;
}
