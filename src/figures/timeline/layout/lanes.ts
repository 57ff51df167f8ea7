import { remember } from '../../../base/remember.ts';
import { CLOSER_ONLY } from './closer-only.ts';
import {
  type Density,
  ERA_DENSITIES,
  heightOf,
  LABEL,
  type LaneMeasures,
  measureLane,
  OVERVIEW_DENSITIES,
  ROW,
  rowsHeight,
} from './density.ts';
import type { Rows, Spot } from './labels/choose.ts';
import { type Attempt, attempts, type LaneContent } from './lane-rows.ts';
import type { View } from './view.ts';

/** A label with its place, undefined where it found none. */
export interface PlacedLabel {
  readonly label: Attempt['labels'][number]['label'];
  readonly spot: Spot | undefined;
  /** Whether a line ties it to its mark, since it stands as near to another. */
  readonly tied?: boolean;
}

/** A track of a lane with its place on the sheet: the whole lane, where it has one only. */
export interface PlacedLane extends LaneContent {
  readonly top: number;
  readonly bottom: number;
  /** Middle of its line. */
  readonly y: number;
  readonly rows: Rows;
  readonly labels: readonly PlacedLabel[];
  readonly measures: LaneMeasures;
}

const rowsOf = (above: number, below: number): Rows => ({ above, below });
const NO_ROW = rowsOf(0, 0);
const ONE_ROW = rowsOf(1, 0);
/** How rows are added: the line alone, a row above, one below, and so on outwards. */
const STEPS = [
  ...[NO_ROW, ONE_ROW, rowsOf(1, 1), rowsOf(2, 1), rowsOf(2, 2)],
  ...[rowsOf(3, 2), rowsOf(3, 3), rowsOf(4, 4), rowsOf(6, 6)],
];
/** A lane grows by rows for a label or a remark, not for a second name or a better place. */
const WORTH = 1000;
/** With more lanes than this an overview has no outer rows: flags in many lanes are a thicket. */
const FEW = 3;

function measured({ lane: { marks, inside }, labels }: Attempt, density: Density): LaneMeasures {
  const level = labels.some(({ spot }) => spot?.side === 'level');
  return measureLane(marks, inside.length > 0, level, density);
}

/** The least a lane measures: no label stands level with its line. */
export function bareOf({ marks, inside }: LaneContent, density: Density): LaneMeasures {
  return measureLane(marks, inside.length > 0, false, density);
}

/** Deals the sheet's height to the tracks: first what their labels need, then the rest. */
export function placeTracks(lanes: readonly LaneContent[], view: View): readonly PlacedLane[] {
  const space = view.bottom - view.top;
  const densities = CLOSER_ONLY || view.kind === 'era' ? ERA_DENSITIES : OVERVIEW_DENSITIES;
  const attempt = attempts(view);
  let best: Stacking | undefined;
  for (const density of densities) {
    const heightOfOne = remember(
      (one: Attempt) => 2 * density.pad + heightOf(measured(one, density), one.rows),
    );
    const height = (chosen: readonly Attempt[]): number =>
      chosen.reduce((sum, one) => sum + heightOfOne(one), 0);
    const first = lanes.map((lane) => {
      const one = attempt(lane, lane.wished.length === 0 ? NO_ROW : ONE_ROW);
      if (!lanes.some((other) => other !== lane && other.marks.lane === lane.marks.lane)) return one;
      // One of several tracks takes no more height than its labels need.
      const bare = attempt(lane, NO_ROW);
      return lostBy(bare.cost) <= lostBy(one.cost) ? bare : one;
    });
    const fits = (next: readonly Attempt[]): boolean => height(next) <= space;
    const bare = remember((lane: LaneContent) => bareOf(lane, density));
    const mayFit = (now: readonly Attempt[], one: Attempt, rows: Rows): boolean =>
      height(now) - heightOfOne(one) + 2 * density.pad + heightOf(bare(one.lane), rows) <= space + 0.01;
    // The one row of a lane, and where that is not enough, all labels of a track.
    const rowless = giveUp(first, ({ lane }) => attempt(lane, NO_ROW), fits);
    const placed = giveUp(rowless, silent, fits);
    const chosen = addRows(placed, attempt, fits, mayFit, view);
    const lost = lostBy(chosen.reduce((sum, { cost }) => sum + cost, 0));
    const stacking = { density, chosen, spare: space - height(chosen), lost };
    // Smaller marks only where they fit better, or save a label.
    if (!best || (best.spare < 0 && stacking.spare > best.spare) || (stacking.spare >= 0 && lost < best.lost))
      best = stacking;
    if (best.spare >= 0 && best.lost === 0) break;
  }
  return best ? stack(best, view) : [];
}

/** One way to stack the lanes: how large things are drawn, how many rows each lane has, what is left over. */
interface Stacking {
  readonly density: Density;
  readonly chosen: readonly Attempt[];
  /** Px left over; below zero where the lanes do not fit. */
  readonly spare: number;
  /** Labels lost, by weight. */
  readonly lost: number;
}

/** What labels are lost in an attempt, by weight. */
function lostBy(cost: number): number {
  return Math.floor(cost / WORTH);
}

/** Gives up what each lane has, first where least is lost by it, until the lanes fit. */
function giveUp(
  first: readonly Attempt[],
  without: (one: Attempt) => Attempt,
  fits: (chosen: readonly Attempt[]) => boolean,
): readonly Attempt[] {
  if (fits(first)) return first;
  const ways = first.map((one, index) => {
    const less = without(one);
    return { index, less, lost: less.cost - one.cost };
  });
  return ways
    .sort((a, b) => a.lost - b.lost)
    .reduce((chosen, { index, less }) => (fits(chosen) ? chosen : chosen.with(index, less)), first);
}

/** A track without its labels. */
function silent({ lane, labels }: Attempt): Attempt {
  return {
    ...{ lane, rows: NO_ROW },
    labels: labels.map(({ label }) => ({ label, spot: undefined })),
    cost: lane.wished.reduce((sum, { cost }) => sum + cost.label, 0),
  };
}

/** Adds rows where they gain most for their height, as long as they fit and gain anything. */
function addRows(
  first: readonly Attempt[],
  attempt: (lane: LaneContent, rows: Rows) => Attempt,
  fits: (chosen: readonly Attempt[]) => boolean,
  mayFit: (chosen: readonly Attempt[], one: Attempt, rows: Rows) => boolean,
  view: View,
): readonly Attempt[] {
  let chosen = first;
  for (;;) {
    let best: { gain: number; chosen: readonly Attempt[] } | undefined;
    for (const [index, now] of chosen.entries()) {
      if (now.cost < WORTH) continue;
      for (const rows of STEPS) {
        if (!CLOSER_ONLY && view.kind === 'overview' && lanesIn(chosen) > FEW && rows.above > 1) break;
        const added = rows.above + rows.below - now.rows.above - now.rows.below;
        // However many labels rows saved, they could not be worth more than all that is lost now.
        if (added <= 0 || now.cost <= added * (best?.gain ?? 0)) continue;
        if (!mayFit(chosen, now, rows)) break;
        const grown = attempt(now.lane, rows);
        const next = chosen.with(index, grown);
        if (!fits(next)) break;
        const gained = now.cost - grown.cost;
        if (gained < WORTH) continue;
        const gain = gained / added;
        if (gain > (best?.gain ?? 0)) best = { gain, chosen: next };
        // In a full lane each further row gains less than the one before.
        if (now.lane.wished.length > FULL) break;
      }
    }
    if (!best) return chosen;
    chosen = best.chosen;
  }
}

/** A lane of more labels than this is full with any rows. */
const FULL = 24;

function lanesIn(chosen: readonly Attempt[]): number {
  return new Set(chosen.map(({ lane }) => lane.marks.lane)).size;
}

/** How much of what is left over goes between two tracks of one lane, for one part between lanes. */
const WITHIN = 0.25;

function stack({ density, chosen, spare }: Stacking, view: View): readonly PlacedLane[] {
  const within = chosen.map(({ lane }, index) => chosen[index + 1]?.lane.marks.lane === lane.marks.lane);
  const part = (below: number): number => (within[below] ? WITHIN : 1);
  const all = chosen.reduce((sum, _, index) => sum + part(index - 1) + part(index), 0);
  const room = (below: number): number => density.pad + (part(below) * spare) / all;
  let top = view.top;
  return chosen.map((attempt, index) => {
    const { lane, rows, labels } = attempt;
    const measures = measured(attempt, density);
    const above = top + room(index - 1);
    const y = above + rowsHeight(rows.above, measures.gap) + measures.half;
    const bottom = above + room(index) + heightOf(measures, rows);
    const from = top;
    top = bottom;
    return { ...lane, top: from, bottom, y, rows, measures, labels };
  });
}

/** Middle of a label in its lane, px. */
export function labelY({ y, measures: { half, gap } }: PlacedLane, { side, row }: Spot): number {
  const away = half + gap + LABEL / 2 + row * ROW;
  return side === 'level' ? y : side === 'above' ? y - away : y + away;
}
