import type { Measure } from '../../../fonts/faces.ts';
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

/** A lane with its place on the sheet. */
export interface PlacedLane extends LaneContent {
  readonly top: number;
  readonly bottom: number;
  /** Middle of its line. */
  readonly y: number;
  readonly rows: Rows;
  readonly labels: Attempt['labels'];
  readonly measures: LaneMeasures;
}

/** How rows are added: the line alone, a row above, one below, and so on outwards. */
const STEPS: readonly Rows[] = [
  { above: 0, below: 0 },
  { above: 1, below: 0 },
  { above: 1, below: 1 },
  { above: 2, below: 1 },
  { above: 2, below: 2 },
  { above: 3, below: 2 },
  { above: 3, below: 3 },
  { above: 4, below: 4 },
  { above: 6, below: 6 },
];
/** A lane grows by rows for a label or a remark, not for a second name or a better place. */
const WORTH = 1000;
/** With more lanes than this an overview has no outer rows: flags in many lanes are a thicket. */
const FEW = 3;

function measured({ lane: { marks, inside }, labels }: Attempt, density: Density): LaneMeasures {
  const level = labels.some(({ spot }) => spot?.side === 'level');
  return measureLane(marks, { titled: inside.length > 0, level }, density);
}

/** The least a lane measures: no label stands level with its line. */
function bareOf({ marks, inside }: LaneContent, density: Density): LaneMeasures {
  return measureLane(marks, { titled: inside.length > 0, level: false }, density);
}

/** Deals the sheet's height to the lanes: first what their labels need, then the rest in equal parts. */
export function placeLanes(
  lanes: readonly LaneContent[],
  view: View,
  measure: Measure,
): readonly PlacedLane[] {
  const space = view.bottom - view.top;
  const densities = view.kind === 'era' ? ERA_DENSITIES : OVERVIEW_DENSITIES;
  const attempt = attempts(view, measure);
  let best: Stacking | undefined;
  for (const density of densities) {
    const known = new Map<Attempt, number>();
    const heightOfOne = (one: Attempt): number => {
      const own = known.get(one) ?? 2 * density.pad + heightOf(measured(one, density), one.rows);
      known.set(one, own);
      return own;
    };
    const height = (chosen: readonly Attempt[]): number =>
      chosen.reduce((sum, one) => sum + heightOfOne(one), 0);
    const first = lanes.map((lane) => attempt(lane, lane.wished.length > 0 ? ONE_ROW : NO_ROW));
    const fits = (next: readonly Attempt[]): boolean => height(next) <= space;
    const bare = new Map(lanes.map((lane) => [lane, bareOf(lane, density)]));
    const mayFit = (now: readonly Attempt[], one: Attempt, rows: Rows): boolean => {
      const least = bare.get(one.lane);
      return (
        !least || height(now) - heightOfOne(one) + 2 * density.pad + heightOf(least, rows) <= space + 0.01
      );
    };
    const chosen = addRows(takeRows(first, attempt, fits), attempt, fits, mayFit, view);
    const lost = Math.floor(chosen.reduce((sum, { cost }) => sum + cost, 0) / WORTH);
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

const NO_ROW: Rows = { above: 0, below: 0 };
const ONE_ROW: Rows = { above: 1, below: 0 };

/** Takes the one row of a lane away, first where least is lost by it, until the lanes fit. */
function takeRows(
  first: readonly Attempt[],
  attempt: (lane: LaneContent, rows: Rows) => Attempt,
  fits: (chosen: readonly Attempt[]) => boolean,
): readonly Attempt[] {
  const bare = first.map(({ lane, cost }, index) => {
    const without = attempt(lane, NO_ROW);
    return { index, without, lost: without.cost - cost };
  });
  let chosen = first;
  for (const { index, without } of bare.sort((a, b) => a.lost - b.lost)) {
    if (fits(chosen)) break;
    chosen = chosen.with(index, without);
  }
  return chosen;
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
        if (view.kind === 'overview' && chosen.length > FEW && rows.above > 1) break;
        const added = rows.above + rows.below - now.rows.above - now.rows.below;
        // However many labels rows saved, they could not be worth more than all that is lost now.
        if (added <= 0 || now.cost <= added * (best?.gain ?? 0)) continue;
        if (!mayFit(chosen, now, rows)) break;
        const grown = attempt(now.lane, rows);
        const next = chosen.with(index, grown);
        if (!fits(next)) break;
        const gained = now.cost - grown.cost;
        const gain = gained / added;
        if (gained >= WORTH && gain > (best?.gain ?? 0)) best = { gain, chosen: next };
      }
    }
    if (!best) return chosen;
    chosen = best.chosen;
  }
}

function stack({ density, chosen, spare }: Stacking, view: View): readonly PlacedLane[] {
  const pad = density.pad + spare / (2 * chosen.length);
  let top = view.top;
  return chosen.map((attempt) => {
    const { lane, rows, labels } = attempt;
    const measures = measured(attempt, density);
    const y = top + pad + rowsHeight(rows.above, measures.gap) + measures.half;
    const bottom = top + 2 * pad + heightOf(measures, rows);
    const placed = { ...lane, top, bottom, y, rows, labels, measures };
    top = bottom;
    return placed;
  });
}

/** Middle of a label in its lane, px. */
export function labelY({ y, measures: { half, gap } }: PlacedLane, { side, row }: Spot): number {
  const away = half + gap + LABEL / 2 + row * ROW;
  return side === 'level' ? y : side === 'above' ? y - away : y + away;
}
