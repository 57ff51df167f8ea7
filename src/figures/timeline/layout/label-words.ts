import { nameAt } from './labels/wish.ts';
import { SECOND_GAP } from './lane-rows.ts';
import { labelY, type PlacedLabel, type PlacedLane } from './lanes.ts';
import type { Word } from './placed.ts';

/** A label as it is set, from left to right: its name and, where there was room, its second name. */
export function wordsOf({ label, spot }: PlacedLabel, lane: PlacedLane): readonly Word[] {
  if (!spot) return [];
  const { text, role, width, second } = label;
  const [{ x }, y] = [spot, labelY(lane, spot)];
  const at = spot.full ? nameAt(label, x) : x;
  const name: Word = { role, text, x: at, y, width };
  if (!second || !spot.full) return [name];
  const other: Word = { ...second, role: 'second', x: at > x ? x : x + width + SECOND_GAP, y };
  return at > x ? [other, name] : [name, other];
}

/** A label that ends so near to a stem stands at its tip too. */
const TIP = 6;

/** The two ends of the stem of an event: outside its bar, on the side of its label. Px. */
export function stemOf(x: number, event: string, lane: PlacedLane): readonly [edge: number, tip: number] {
  const { y, measures } = lane;
  const side = isAbove(x, event, lane) ? -1 : 1;
  const edge = y + (side * measures.bar) / 2;
  return [edge, edge + side * measures.stem];
}

/** Whether the stem of an event stands above its bar: with its label, else where no label stands over it. */
function isAbove(x: number, event: string, lane: PlacedLane): boolean {
  const { labels, rows } = lane;
  const own = labels.find(
    ({ label, spot }) =>
      spot &&
      (label.events.length > 0
        ? label.events.some(({ id }) => id === event)
        : Math.abs((label.from + label.to) / 2 - x) < 1),
  );
  if (own?.spot) return own.spot.side !== 'below';
  const covered = labels.some(
    ({ label, spot }) =>
      spot?.side === 'above' &&
      spot.x - TIP < x &&
      x < spot.x + ((spot.full ? label.fullWidth : undefined) ?? label.width) + TIP,
  );
  return !covered || rows.below === 0;
}
