import { remember } from '../../../base/remember.ts';
import type { Measure } from '../../../fonts/faces.ts';
import type { Group } from '../model/model.ts';
import { CLOSER_ONLY } from './closer-only.ts';
import { labelPlacer, type Placement, type Rows, type Spot, type Wish } from './labels/choose.ts';
import { freeLine } from './labels/free-line.ts';
import { type Inside, labelsInside } from './labels/inside-bar.ts';
import { type Label, labelsOf } from './labels/wanted.ts';
import { isHatched, isPoint, type LaneMarks } from './marks.ts';
import { widthOf } from './placed.ts';
import { leafOf, type View } from './view.ts';

/** What a track of a lane holds, before it has a height. */
export interface LaneContent {
  readonly marks: LaneMarks;
  readonly inside: readonly Inside[];
  readonly wished: readonly SizedLabel[];
}

/** The tracks of a lane with their labels. */
export function contentsOf(
  tracks: readonly LaneMarks[],
  groups: readonly Group[],
  view: View,
  measure: Measure,
): readonly LaneContent[] {
  return tracks.map((marks) => {
    const inside = labelsInside(marks, view, measure);
    const named = new Set(inside.map(({ event }) => event));
    return {
      marks,
      inside,
      wished: labelsOf(marks, groups, named, view).map((label) => sized(label, measure)),
    };
  });
}

/** The labels of a lane placed with so many rows, and what that costs. */
export interface Attempt {
  readonly lane: LaneContent;
  readonly rows: Rows;
  readonly labels: readonly { readonly label: SizedLabel; readonly spot: Spot | undefined }[];
  readonly cost: number;
}

/** Tries rows for lanes, each once. What does not depend on the rows is computed once for each lane. */
export function attempts(view: View): (lane: LaneContent, rows: Rows) => Attempt {
  const tries = remember((lane: LaneContent) => {
    const wished = wishesOf(lane, view);
    return remember((rows: Rows) => tryRows(lane, rows, wished));
  });
  return (lane, rows) => tries(lane)(rows);
}

/** The labels of a lane on one leaf, and what places them in so many rows. */
interface LeafWishes {
  readonly labels: readonly SizedLabel[];
  readonly place: (rows: Rows) => Placement;
}

function wishesOf({ marks, wished }: LaneContent, view: View): readonly LeafWishes[] {
  const points = marks.clusters.flat().filter(isPoint);
  const sorted = (all: readonly number[]) => [...all].sort((a, b) => a - b);
  const spans = [...marks.bars, ...marks.spans.filter(isHatched)];
  const line = {
    marks: sorted(points.map(({ x }) => x)),
    begins: sorted(spans.map(({ x0 }) => x0)),
    ends: sorted(spans.map(({ x1 }) => x1)),
  };
  const leaves = CLOSER_ONLY ? (['left'] as const) : (['left', 'right'] as const);
  return leaves.map((leaf) => {
    const room = { ...view.leaves[leaf], ...line };
    const labels = CLOSER_ONLY ? wished : wished.filter((label) => leafOf(view, label.from) === leaf);
    const free = freeLine(marks, room);
    const wishes = labels.map((label) => ({ ...label, ...free(label) }));
    return { labels, place: labelPlacer(wishes, room, view.kind) };
  });
}

function tryRows(lane: LaneContent, rows: Rows, leaves: readonly LeafWishes[]): Attempt {
  let cost = 0;
  const placed = leaves.flatMap(({ labels, place }) => {
    const placement = place(rows);
    cost += placement.cost;
    return labels.map((label, index) => ({ label, spot: placement.spots[index] }));
  });
  return { lane, rows, cost, labels: placed };
}

/** Between a label and its second name. */
export const SECOND_GAP = 12;

/** A label whose width is known. */
export interface SizedLabel extends Label, Pick<Wish, 'width' | 'fullWidth'> {
  readonly second: (NonNullable<Label['second']> & { readonly width: number }) | undefined;
}

export function sized(label: Label, measure: Measure): SizedLabel {
  const width = widthOf(label.text, label.role, measure);
  const second = label.second && { ...label.second, width: widthOf(label.second.text, 'second', measure) };
  return { ...label, width, second, fullWidth: second && width + SECOND_GAP + second.width };
}
