/**
 * Deals what a lane holds to tracks: lines of their own, one below the other, so that no two spans of one time lie on
 * each other and none hides another's end. A lane without such spans has one track.
 */

/** A stretch of a lane's line that is taken. Px. */
export interface Extent {
  readonly x0: number;
  readonly x1: number;
}

/** Spans that meet this nearly follow each other on one track: a cut shows where. */
export const MEET = 3;
/** Clear between a point and the spans of a track it does not belong to. */
const CLEAR = 15;

/** The room of a span: with what its first mark or its name takes, so that it hides no end. */
export interface Room<Of> extends Extent {
  readonly of: Of;
  readonly from: number;
  readonly to: number;
}

/** The track of each span, from 0, as few as there can be; from `most` on all the rest share the last one. */
export function dealSpans<Of>(rooms: readonly Room<Of>[], most: number): ReadonlyMap<Of, number> {
  const tracks: Room<Of>[][] = [];
  const dealt = new Map<Of, number>();
  for (const room of [...rooms].sort((a, b) => a.x0 - b.x0 || b.x1 - a.x1)) {
    const free = tracks.findIndex((track) => track.every((other) => !collide(other, room)));
    const at = free >= 0 ? free : Math.min(tracks.length, most - 1);
    tracks[at] = [...(tracks[at] ?? []), room];
    dealt.set(room.of, at);
  }
  return dealt;
}

/** Whether the later of two spans lies on the earlier one, or its first mark on the earlier one's end. */
function collide(earlier: Room<unknown>, later: Room<unknown>): boolean {
  if (Math.abs(later.x0 - earlier.x1) < MEET && earlier.to <= earlier.x1) return false;
  return later.from < earlier.to;
}

/**
 * The track of each point that belongs to no span: where its line is free, together with as many others as can be.
 * One that is free nowhere has the track behind the last.
 */
export function dealPoints(
  points: readonly number[],
  tracks: readonly (readonly Extent[])[],
): readonly number[] {
  const isFree = (x: number, track: readonly Extent[]): boolean =>
    track.every(({ x0, x1 }) => x < x0 - CLEAR || x > x1 + CLEAR);
  const hosts = tracks.map((track) => points.filter((x) => isFree(x, track)).length);
  const inOrder = [...tracks.keys()].sort((a, b) => (hosts[b] ?? 0) - (hosts[a] ?? 0) || a - b);
  return points.map((x) => inOrder.find((at) => isFree(x, tracks[at] ?? [])) ?? tracks.length);
}
