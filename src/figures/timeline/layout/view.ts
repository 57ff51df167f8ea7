import { endOf, type PartialDate, positionOf, startOf } from '../model/date.ts';
import { CLOSER_ONLY } from './closer-only.ts';
import type { Scale } from './scale.ts';

/** What of a timeline is shown, and on what ground: the whole of it, or one era. */
export interface View {
  readonly scale: Scale;
  /** Half-open, in years. */
  readonly start: number;
  readonly end: number;
  /** Where labels may stand, by leaf. */
  readonly leaves: Readonly<Record<'left' | 'right', { readonly from: number; readonly to: number }>>;
  /** Px of the paper's fold between them, which bars cross and labels do not; undefined for one leaf. */
  readonly foldX: number | undefined;
  /** Px between the first and the last line of lanes. */
  readonly top: number;
  readonly bottom: number;
  /** The overview names what is significant and draws near marks as one; an era names everything. */
  readonly kind: 'overview' | 'era';
  /** Whether it is a part without a name, whose first and last dates may lie in it in part. */
  readonly part: boolean;
  /** Language of the axis' months. */
  readonly lang: string;
}

/** The leaf on which something at a place along the line is drawn. */
export function leafOf({ foldX }: Pick<View, 'foldX'>, x: number): 'left' | 'right' {
  return !CLOSER_ONLY && foldX !== undefined && x > foldX ? 'right' : 'left';
}

/**
 * The moment at which a date is drawn in view, in years; undefined where it is not in view. An author's eras share
 * the dates between them. In any other part of a time stands all that may be of it: a year of which some months are
 * in view is drawn in their middle.
 */
export function momentIn(view: View, date: PartialDate): number | undefined {
  const at = positionOf(date);
  if (at >= view.start && at < view.end) return at;
  const [from, to] = [Math.max(view.start, startOf(date)), Math.min(view.end, endOf(date))];
  return (CLOSER_ONLY || view.part) && from < to ? (from + to) / 2 : undefined;
}

/** Of views shorter than this, in years, a year says nothing: they tell days, and still shorter ones times. */
const OF_DAYS = 2.5;
const OF_TIMES = 0.02;
/** A month of a longer view may be of either year, and a time of a longer one of either day. */
const [HALF_A_YEAR, A_DAY] = [0.5, 1.01 / 365];

/** How finely a view tells dates: by their years, days with their year, days, times with their day, or times. */
export type Fineness = 0 | 1 | 2 | 3 | 4;

export function finenessOf(view: Pick<View, 'start' | 'end'>): Fineness {
  const { start, end } = view;
  const long = end - start;
  if (tellsYears(view)) return 0;
  if (long >= OF_TIMES) return long > HALF_A_YEAR && Math.ceil(end) - Math.floor(start) > 1 ? 1 : 2;
  return long > A_DAY ? 3 : 4;
}

export function tellsYears({ start, end }: Pick<View, 'start' | 'end'>): boolean {
  return end - start >= OF_DAYS;
}

/** Whether any part of a stretch of years is in view. */
export function overlaps(view: View, from: number, to: number): boolean {
  return from < view.end && to > view.start;
}
