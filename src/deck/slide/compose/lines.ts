import { countLines } from '../../../fonts/count-lines.ts';
import type { Face, Measure } from '../../../fonts/faces.ts';

/** Lines already counted, by their width in em: twice the size in twice the width breaks alike. */
const counted = new WeakMap<Measure, Map<string, number>>();

/** How many lines a text takes in a width, px; remembered. */
export function linesIn(text: string, face: Face, size: number, width: number, measure: Measure): number {
  const known = counted.get(measure) ?? new Map<string, number>();
  counted.set(measure, known);
  // No broader than asked for, lest more is put on a line than it holds.
  const room = Math.floor((width / size) * 100) / 100;
  const key = `${face} ${room} ${text}`;
  const lines = known.get(key) ?? countLines([{ text, face, size: 1 }], room, measure);
  known.set(key, lines);
  return lines;
}
