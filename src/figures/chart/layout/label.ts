import type { Measure } from '../../../fonts/faces.ts';
import type { Stroke } from '../live/drawing.ts';
import type { Side, Stepped } from '../model/chart.ts';
import { type Box, meet, within } from './box.ts';

/** How a text is set. Sizes are px of the sheet; the line is 1.25 times as high. */
export interface Setting {
  readonly face: 'text' | 'strong';
  readonly size: number;
  readonly tone: 'ink' | 'ink2' | 'ink3' | 'acc';
  readonly digits?: 'tabular';
}

export const LINE = 1.25;

/**
 * Where a text has room once it is larger than the drawing around it, as on a phone: the edge it was set by stays in
 * its place. The name of a row has none beside its row, but above it.
 */
export type Growth = `${Align} ${'up' | 'level' | 'down'}` | 'row';

/** A line of text with its place on the sheet. */
export interface PlacedText extends Box, Stepped {
  readonly text: string;
  readonly setting: Setting;
  readonly grows: Growth;
  /** Whether it says something the table does not, so that listeners need it. */
  readonly told: boolean;
  /** How the series is drawn that a key names so. */
  readonly swatch?: Pick<Stroke, 'tone' | 'fill' | 'dash'>;
}

/** Something a label keeps away from. */
export interface Obstacle extends Box {
  readonly clearance: number;
}

/** What a label stands at, and may not hide. */
export interface Mark {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export type Align = 'start' | 'middle' | 'end';

export interface Wish {
  readonly text: string;
  readonly setting: Setting;
  readonly told: boolean;
  readonly mark: Mark;
  /** Where it may stand, best first. */
  readonly sides: readonly Side[];
  readonly aligns: readonly Align[];
  /** How far from the mark it may stand, px. */
  readonly reach: number;
}

/** Distance of a label's line box from its mark, and of one set beside it. */
export const GAP = 5;
const GAP_BESIDE = 12;
/** Labels keep this apart from each other. */
const BETWEEN_LABELS = 6;

export function sizeOf(
  text: string,
  { face, size, digits }: Setting,
  measure: Measure,
): { width: number; height: number } {
  return { width: measure(text, face, size, digits), height: size * LINE };
}

/** The part of a line of text that is ink: capitals and figures, and tails where there are any. */
export function inkOf({ text, setting, x, y, width }: PlacedText): Box {
  const { size } = setting;
  const tail = /[gjpqy,;()[\]]/.test(text) ? 0.18 : 0;
  return { x, y: y + size * 0.27, width, height: size * (0.7 + tail) };
}

export function asObstacle(text: PlacedText): Obstacle {
  return { ...inkOf(text), clearance: BETWEEN_LABELS };
}

/**
 * Finds room for a label: as near to its mark as can be, and at one distance the better side first.
 * Undefined where nothing within its reach is free.
 */
export function placeLabel(
  wish: Wish,
  bounds: Box,
  obstacles: readonly Obstacle[],
  measure: Measure,
): PlacedText | undefined {
  const { text, setting, told } = wish;
  const size = sizeOf(text, setting, measure);
  for (let distance = 0; distance <= wish.reach; distance += 2)
    for (const side of wish.sides)
      for (const align of wish.aligns) {
        const box = stand(wish.mark, size, side, align, distance);
        const placed: PlacedText = { ...box, text, setting, told, grows: growthAt(side, align) };
        const ink = inkOf(placed);
        if (within(ink, bounds) && !obstacles.some((box) => meet(ink, box, box.clearance))) return placed;
      }
  return undefined;
}

function growthAt(side: Side, align: Align): Growth {
  switch (side) {
    case 'left':
      return 'end level';
    case 'right':
      return 'start level';
    case 'above':
      return `${align} up`;
    case 'below':
      return `${align} down`;
  }
}

function stand(
  mark: Mark,
  size: { width: number; height: number },
  side: Side,
  align: Align,
  distance: number,
): Box {
  const { width, height } = size;
  const middle = (mark.top + mark.bottom - height) / 2;
  if (side === 'left') return { x: mark.left - GAP_BESIDE - distance - width, y: middle, width, height };
  if (side === 'right') return { x: mark.right + GAP_BESIDE + distance, y: middle, width, height };
  const x = {
    start: mark.left,
    middle: (mark.left + mark.right - width) / 2,
    end: mark.right - width,
  }[align];
  const y = side === 'above' ? mark.top - GAP - distance - height : mark.bottom + GAP + distance;
  return { x, y, width, height };
}
