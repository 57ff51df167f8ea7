import { isPoint, type LaneMarks } from '../marks.ts';
import type { Label } from './wanted.ts';
import type { Wish } from './wish.ts';

/**
 * The free line about the marks of a lane: for each label, on either side of its mark, and over it from its left end
 * on.
 */
export function freeLine(
  { bars, spans, strips, clusters }: LaneMarks,
  room: { readonly from: number; readonly to: number },
): (label: Label) => Pick<Wish, 'free' | 'over'> {
  const marks = clusters.flat();
  // No label stands level with a date as wide as it is: it would lie on its line.
  const ranges = marks.flatMap(({ range }) => range ?? []);
  const taken = [
    ...bars.map(({ event, x0, x1 }) => ({ bar: true, event, from: x0, to: x1 })),
    ...[...spans, ...strips, ...ranges].map(({ x0, x1 }) => ({ event: undefined, from: x0, to: x1 })),
    ...marks.filter(isPoint),
  ];
  return ({ from, end: to, events, tint }) => {
    const [event] = events;
    let over = Math.min(room.to, to);
    let before = room.from - 26;
    let after = room.to + 26;
    for (const one of taken) {
      const own = event !== undefined && one.event === event;
      if (own && !('bar' in one)) continue;
      // Of its own bar only what lies beyond its reach is in the way.
      const start = own ? Math.min(to, one.to) : one.from;
      if (one.to > from) over = Math.min(over, Math.max(from, start));
      // Its own bar, too, lies left of it where it ends with its mark, for its beginning is not known.
      if (one.from < from) before = Math.max(before, Math.min(one.to, from));
      if (one.to > to) after = Math.min(after, Math.max(start, to));
    }
    return { free: { from: before, to: after }, over: tint ? over : from };
  };
}
