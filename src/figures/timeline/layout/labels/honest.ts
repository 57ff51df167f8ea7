/**
 * The last word on labels: one that is nearest to its own mark stays; one that stands as near to another is tied to
 * its own by a short line; one that cannot be tied, or lies on a mark, is left out, and reported as such.
 */

import { CLOSER_ONLY } from '../closer-only.ts';
import { LABEL } from '../density.ts';
import { wordsOf } from '../label-words.ts';
import type { PlacedLabel, PlacedLane } from '../lanes.ts';
import { type Box, boxesOf, distance, type MarkBox } from '../mark-boxes.ts';
import { DOT } from '../marks.ts';

/** So much nearer than another its own mark is, at least: level with it or at a stem's tip, over a line, and on two. */
const NEARER_TIP = 4;
const NEARER_LINE = 6;
const NEARER_LINES = 1;
/** Clear of a tie to what it passes. */
const CLEAR = 2;
/** From a point to the line of a span that lies under it. */
const BESIDE_POINT = 4;
/** From the edge of a tint to a name that still begins beside it. */
const BESIDE = 10;

/** The tracks with their labels as they may stand: without one, stems may go to another side, and another label's tip. */
export function keepHonest(tracks: readonly PlacedLane[]): readonly PlacedLane[] {
  const judged = judgeAll(tracks);
  return placedIn(judged) < placedIn(tracks) ? keepHonest(judged) : judged;
}

function placedIn(tracks: readonly PlacedLane[]): number {
  return tracks.flatMap(({ labels }) => labels).filter(({ spot }) => spot).length;
}

function judgeAll(tracks: readonly PlacedLane[]): readonly PlacedLane[] {
  const marks = tracks.map(boxesOf);
  return tracks.map((track, index) => {
    const own = marks[index] ?? [];
    // What is farther away than the next track but one is farther than any own mark: one between may be all but bare.
    const near = [index - 2, index - 1, index + 1, index + 2].flatMap((at) => marks[at] ?? []);
    const boxes = track.labels.map((placed) => boxOf(placed, track));
    const labels = track.labels.map((placed, at): PlacedLabel => {
      const box = boxes[at];
      if (!box || !placed.spot) return placed;
      const verdict = judge(placed, track, box, own, near, boxes);
      return verdict === 'lost' ? { ...placed, spot: undefined } : { ...placed, tied: verdict === 'tied' };
    });
    return { ...track, labels };
  });
}

export function boxOf(placed: PlacedLabel, track: PlacedLane): Box | undefined {
  const words = wordsOf(placed, track);
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return undefined;
  return { x0: first.x, x1: last.x + last.width, y0: first.y - LABEL / 2, y1: first.y + LABEL / 2 };
}

export type Verdict = 'near' | 'tied' | 'lost';

/** Whether a label stands nearest to its own mark, may be tied to it, or must be left out. */
export function judge(
  placed: PlacedLabel,
  track: PlacedLane,
  box: Box,
  onLine: readonly MarkBox[],
  onLines: readonly MarkBox[],
  labels: readonly (Box | undefined)[],
): Verdict {
  const { label, spot } = placed;
  const isOwn = ({ events }: MarkBox): boolean => label.events.some((event) => events.includes(event));
  const own = onLine.filter(isOwn);
  const mine = nearest(box, own);
  // What lies farther away than its own mark says nothing.
  const reach = Math.max(mine + NEARER_LINE, BESIDE + CLEAR);
  const isNear = ({ x0, x1 }: Box): boolean => x0 <= box.x1 + reach && x1 >= box.x0 - reach;
  const foreign = onLine.filter((mark) => isNear(mark) && !isOwn(mark));
  const lines = onLines.filter(isNear);
  if ([...own, ...foreign, ...lines].some((mark) => distance(box, mark) === 0)) return 'lost';
  // A remark names a place on its line: a beginning, a cut.
  if (label.events.length === 0 || !spot) return 'near';
  const x = tieOf(placed, track);
  if (label.tint) {
    // Its mark goes through all lanes: a line along the edge of the tint says that the name is not of the lane's own.
    const edge: Box = { x0: x - CLEAR, x1: x + CLEAR, y0: track.top, y1: track.bottom };
    const beside = x >= box.x0 - BESIDE && x <= box.x1 && foreign.every((mark) => distance(edge, mark) > 0);
    return spot.side !== 'level' && beside ? 'tied' : 'near';
  }
  const atTip = spot.side === 'level' || own.some(({ kind }) => kind === 'stem');
  const margin = atTip ? NEARER_TIP : NEARER_LINE;
  // Points that lie on each other cannot be told apart any better.
  const isApart = (mark: MarkBox): boolean => nearest(mark, own) > 0 || mark.kind !== 'point';
  const apart = foreign.filter(isApart);
  const beneath = foreign.filter((mark) => !isApart(mark));
  const clear = nearest(box, apart) - margin;
  if (mine < Math.min(clear, nearest(box, [...beneath, ...lines]) - NEARER_LINES)) return 'near';
  // On its line nothing else is as near: a stroke along it keeps it from what stands on the next.
  if (spot.side === 'level') return mine < clear ? 'tied' : 'lost';
  if (spot.row > 0 && label.stem !== undefined) return 'near';
  const anchor = own.find(({ kind }) => kind !== 'span') ?? own[0];
  if (!anchor || anchor.kind === 'stem') return 'lost';
  if (x < box.x0 || x > box.x1) return 'lost';
  const [y0, y1] = spot.side === 'above' ? [box.y1, anchor.y0] : [anchor.y1, box.y0];
  const tie: Box = { x0: x - CLEAR, x1: x + CLEAR, y0, y1 };
  // It may run over the ground on which its point stands.
  const over = apart.filter((mark) => mark.kind !== 'ground' || distance(anchor, mark) > 0);
  return [...over, ...labels].some((one) => one && one !== box && distance(tie, one) === 0) ? 'lost' : 'tied';
}

function nearest(box: Box, marks: readonly MarkBox[]): number {
  return Math.min(...marks.map((mark) => distance(box, mark)));
}

/** Where the line from a label to its mark stands: in the middle of a point, at the beginning of a span or a tint. */
export function tieOf(placed: PlacedLabel, track: PlacedLane): number {
  const { from, to, lasts } = placed.label;
  const x = lasts ? from + 1.25 : (from + to) / 2;
  return CLOSER_ONLY ? x : besidePoint(x, placed, track);
}

/** The same to a span at whose beginning there is a point of another: beside that, for it would seem to be the point's. */
function besidePoint(x: number, { label, spot }: PlacedLabel, { marks }: PlacedLane): number {
  if (!label.lasts || label.tint || !spot) return x;
  const point = marks.clusters.flat().find((mark) => mark.kind === 'dot' && Math.abs(mark.x - x) < DOT);
  if (!point) return x;
  const aside = point.x + DOT + BESIDE_POINT;
  return aside < Math.min(label.end, spot.x + label.width) - 2 ? aside : x;
}
