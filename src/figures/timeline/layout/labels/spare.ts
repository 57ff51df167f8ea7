/**
 * Names for marks that an overview need not name, where room is left over once all others have theirs: no label moves
 * for one of these, and nothing is lost where one finds no place.
 */

import type { Measure } from '../../../../fonts/faces.ts';
import { type SizedLabel, sized } from '../lane-rows.ts';
import type { PlacedLabel, PlacedLane } from '../lanes.ts';
import { type Box, boxesOf, distance, type MarkBox } from '../mark-boxes.ts';
import type { Mark } from '../marks.ts';
import { leafOf, type View } from '../view.ts';
import type { Spot } from './choose.ts';
import { freeLine } from './free-line.ts';
import { boxOf, judge, tieOf } from './honest.ts';
import { isWanted, labelOf } from './wanted.ts';

/** Clear between two labels, and on a line between a label and a mark. */
const GAP = 16;
const LEVEL = 10;
/** With more than this of them in one track none is named: it would be as full as it can be. */
const MOST = 10;

/** The tracks of an overview, with names in the room that is left. */
export function nameSpare(
  tracks: readonly PlacedLane[],
  view: View,
  measure: Measure,
): readonly PlacedLane[] {
  if (view.kind === 'era') return tracks;
  const boxes = tracks.map((track) => boxesOf(track));
  const named: PlacedLane[] = [];
  for (const [index, track] of tracks.entries()) {
    const around = [named[index - 1], tracks[index + 1]].filter((one) => one !== undefined);
    const near = [...(boxes[index - 1] ?? []), ...(boxes[index + 1] ?? [])];
    named.push(nameTrack(track, around, { own: boxes[index] ?? [], near }, view, measure));
  }
  return named;
}

interface Boxes {
  readonly own: readonly MarkBox[];
  readonly near: readonly MarkBox[];
}

function nameTrack(
  track: PlacedLane,
  around: readonly PlacedLane[],
  boxes: Boxes,
  view: View,
  measure: Measure,
): PlacedLane {
  const spare = spareOf(track, view);
  if (spare.length === 0 || spare.length > MOST) return track;
  const taken = (one: PlacedLane) => one.labels.map((placed) => boxOf(placed, one));
  const others = [track, ...around].flatMap(taken).filter((box) => box !== undefined);
  let labels = track.labels;
  for (const mark of spare) {
    const label = sized(labelOf([mark], [], track.marks, view), measure);
    const lines = labels.flatMap((one) => lineOf(one, track));
    // It would be read as the first mark's that it stands over.
    const foreign = boxes.own.filter(({ events, kind }) => !events.includes(mark.event) && kind !== 'stem');
    const isFree = (box: Box): boolean =>
      foreign.every(({ x0, x1 }) => x1 < box.x0 || x0 > box.x1) &&
      others.every(
        (other) => distance(box, other) >= GAP || (distance(box, other) > 0 && !areLevel(box, other)),
      ) &&
      lines.every((x) => x < box.x0 - LEVEL || x > box.x1 + LEVEL);
    const found = placesOf(label, track, view).flatMap((spot): readonly PlacedLabel[] => {
      const placed = { label, spot, tied: false };
      const box = boxOf(placed, track);
      const verdict = box && isFree(box) ? judge(placed, track, box, boxes.own, boxes.near, others) : 'lost';
      return verdict === 'lost' ? [] : [{ ...placed, tied: verdict === 'tied' }];
    })[0];
    const box = found && boxOf(found, track);
    if (found && box) {
      labels = [...labels, found];
      others.push(box);
    }
  }
  return { ...track, labels };
}

/** Whether two labels stand in one row. */
function areLevel(a: Box, b: Box): boolean {
  return a.y0 < b.y1 && b.y0 < a.y1;
}

/** Marks that stand alone and have no name. A stem has its name at its tip, which is not told from others by eye. */
function spareOf({ marks: { clusters }, inside }: PlacedLane, view: View): readonly Mark[] {
  const names = new Set(inside.map(({ event }) => event));
  return clusters
    .flatMap((cluster) => (cluster.length === 1 ? cluster : []))
    .filter(({ event, kind }) => !isWanted(event, view) && !names.has(event) && kind !== 'stem');
}

/** Where the line from a label to its mark stands, if it has one. */
function lineOf(placed: PlacedLabel, track: PlacedLane): readonly number[] {
  const { label, spot, tied } = placed;
  if (!spot) return [];
  return tied ? [tieOf(placed, track)] : spot.row > 0 && label.stem !== undefined ? [label.stem] : [];
}

/** The places that are tried, the best first: level with the mark, then over or under it. */
function placesOf(label: SizedLabel, track: PlacedLane, view: View): readonly Spot[] {
  const room = view.leaves[leafOf(view, label.from)];
  const { width } = label;
  const { free } = freeLine(track.marks, room)(label);
  const [after, before] = [label.end + LEVEL, label.from - LEVEL - width];
  const place = (side: Spot['side'], x: number): Spot => ({ side, row: 0, x, full: false });
  const over = [label.from, label.to - width, (label.from + label.to - width) / 2];
  return [
    ...(after + width + LEVEL <= free.to ? [place('level', after)] : []),
    ...(before - LEVEL >= free.from ? [place('level', before)] : []),
    ...(track.rows.above > 0 ? over.map((x) => place('above', x)) : []),
    ...(track.rows.below > 0 ? over.map((x) => place('below', x)) : []),
  ].filter(({ x }) => x >= room.from && x + width <= room.to);
}
