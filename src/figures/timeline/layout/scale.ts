import { SHEET } from '../../../base/sheet.ts';
import type { Fold } from '../model/model.ts';
import { CLOSER_ONLY } from './closer-only.ts';

/** Where the lanes begin; left of it stand their names. */
export const LANES_FROM = 300;
/** Between two pieces of one leaf. */
const INNER_GAP = 60;

/** A stretch of time drawn at one scale. Years are decimal, x in sheet px. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly x0: number;
  readonly x1: number;
  /** How many times as long as in the first piece a year is drawn. */
  readonly factor: number;
}

/** A piecewise linear scale from years to px: linear inside each piece, with no time between two of them. */
export interface Scale {
  readonly pieces: readonly Piece[];
  /** Which of the sheet's two folds the last leaf opens at. */
  readonly fold: 'a' | 'b' | 'none';
}

interface Leaf {
  readonly from: number;
  readonly to: number;
}

/**
 * The scale of a whole timeline. Where time has folds, one of them lies at a fold of the paper: the one, and at the
 * fold, that draws a year longest. Any others become gaps within a leaf.
 */
export function makeScale(start: number, end: number, folds: readonly Fold[]): Scale {
  const papers = [
    { fold: 'a', left: { from: LANES_FROM, to: SHEET.left.to }, right: SHEET.right },
    { fold: 'b', left: { from: LANES_FROM, to: SHEET.leftB.to }, right: SHEET.rightB },
  ] as const;
  const edges = [start, ...folds.map(({ at }) => at), end];
  const factors = [1, ...folds.map(({ scale }) => scale)];
  const stretches = factors.map((factor, index) => ({
    from: edges[index] ?? start,
    to: edges[index + 1] ?? end,
    factor,
  }));
  if (folds.length === 0) return linearScale(start, end, { from: LANES_FROM, to: SHEET.right.to });
  let best: (Scale & { readonly unit: number }) | undefined;
  for (const paper of papers)
    for (let cut = 1; cut <= folds.length; cut++) {
      const [before, after] = [stretches.slice(0, cut), stretches.slice(cut)];
      const unit = Math.min(unitOf(before, paper.left), unitOf(after, paper.right));
      if (best && unit <= best.unit) continue;
      const pieces = [...lay(before, paper.left, unit), ...lay(after, paper.right, unit)];
      best = { pieces, unit, fold: paper.fold };
    }
  return best ?? linearScale(start, end, papers[0].left);
}

/** One linear piece that fills a leaf, as an era has it. */
export function linearScale(start: number, end: number, leaf: Leaf): Scale {
  const piece: Piece = { from: start, to: end, x0: leaf.from, x1: leaf.to, factor: 1 };
  return { pieces: [piece], fold: 'none' };
}

type Stretch = Pick<Piece, 'from' | 'to' | 'factor'>;

/** The longest a year of the first piece can be drawn for all stretches to find room in a leaf. */
function unitOf(stretches: readonly Stretch[], leaf: Leaf): number {
  const room = leaf.to - leaf.from - INNER_GAP * (stretches.length - 1);
  return room / stretches.reduce((sum, { from, to, factor }) => sum + (to - from) * factor, 0);
}

function lay(stretches: readonly Stretch[], leaf: Leaf, unit: number): readonly Piece[] {
  let x = leaf.from;
  return stretches.map((stretch) => {
    const x0 = x;
    const x1 = x0 + (stretch.to - stretch.from) * stretch.factor * unit;
    x = x1 + INNER_GAP;
    return { ...stretch, x0, x1 };
  });
}

/** Px of a moment; one outside the scale is drawn at its end. A fold's own moment belongs to the right of it. */
export function xOf({ pieces }: Scale, year: number): number {
  const piece = (!CLOSER_ONLY && pieces.find(({ to }) => year < to)) || pieces.at(-1);
  if (!piece) return LANES_FROM;
  const { from, to, x0, x1 } = piece;
  return x0 + Math.min(1, Math.max(0, (year - from) / (to - from))) * (x1 - x0);
}

/** Px of an end: what ends with a fold's own moment ends left of it. */
export const xOfEnd: typeof xOf = CLOSER_ONLY
  ? xOf
  : (scale, year) => scale.pieces.find(({ to }) => year === to)?.x1 ?? xOf(scale, year);
