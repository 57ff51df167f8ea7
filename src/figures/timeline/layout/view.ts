import type { Tone } from './placed.ts';
import { pieceAt, type Scale } from './scale.ts';

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
  /** Language of the axis' months. */
  readonly lang: string;
}

export function toneAt(view: View, x: number): Tone {
  return view.foldX !== undefined && x > view.foldX ? 'acc' : 'past';
}

/** The leaf on which something at a moment is drawn. */
export function leafAt(view: View, year: number): 'left' | 'right' {
  return pieceAt(view.scale, year)?.leaf ?? 'left';
}

/** Whether any part of a stretch of years is in view. */
export function overlaps(view: View, from: number, to: number): boolean {
  return from < view.end && to > view.start;
}
