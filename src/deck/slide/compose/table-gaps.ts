import type { Element } from '../html-tree.ts';
import type { Setting } from './setting.ts';
import { measureTable } from './table-height.ts';

/** How far columns stand apart at most, px: a row of few words is read across, not searched for. */
export const MOST_BETWEEN = 144;
/** What lets lines break keeps the space of the style sheet. */
const LEAST_BETWEEN = 1.2;
/** Of the width, what is kept for numbers that their decimals push to the side. */
const KEPT = 0.02;
/** Up to here rules run on to the edge of the sheet; where more of it is bare, they end with their table. */
const LITTLE = 0.2;
/** A table of more words than these is ruled across more than four fifths of the sheet all the same. */
const FEW_WORDS = 24;
const BARE = 0.18;

/** How the columns of a slide's tables stand, px. */
export interface TableGaps {
  /** Between a column and the next. */
  readonly between: number;
  /** Behind the last one, where rules go on. */
  readonly rest: number;
  /** Right of the table, where they do not. */
  readonly bare: number;
}

/**
 * Spaces between the columns of tables whose cells all have room in one line: alike between all, however a column is
 * aligned, and not so wide that a row falls apart.
 * @param words on the slide, but for its headline
 * @returns undefined where lines break: the browser shares the width out
 */
export function gapsOf(
  tables: readonly Element[],
  words: number,
  { size, width, measure }: Omit<Setting, 'code'>,
): TableGaps | undefined {
  const all = tables.flatMap((table) => {
    const { most, between } = measureTable(table, measure);
    if (most.length < 2) return [];
    const taken = most.reduce((sum, one) => sum + one - between, 0) * size;
    const room = width * (1 - KEPT) - taken;
    const apart = Math.min(MOST_BETWEEN, room / (most.length - 1));
    return { between: apart, rest: Math.max(0, room - apart * (most.length - 1)) };
  });
  if (all.length === 0) return undefined;
  const between = Math.min(...all.map((one) => one.between));
  if (between < LEAST_BETWEEN * size) return undefined;
  const rest = Math.min(...all.map((one) => one.rest));
  if (rest <= width * LITTLE) return { between, rest, bare: 0 };
  const bare = words > FEW_WORDS ? width * BARE : rest;
  return { between, rest: rest - bare, bare };
}
