import type { Element } from '../html-tree.ts';
import type { Setting } from './setting.ts';
import { measureTable } from './table-height.ts';

/** How far columns stand apart at most, em: a row of few words is read across, not searched for. */
export const MOST_BETWEEN = 3;
/** What lets lines break keeps the space of the style sheet. */
const LEAST_BETWEEN = 1.2;
/** Of the width, what is kept for numbers that their decimals push to the side. */
const KEPT = 0.02;

/** How the columns of a slide's tables stand, px. */
export interface TableGaps {
  /** Between a column and the next. */
  readonly between: number;
  /** Behind the last one: rules go on to the edge of the sheet. */
  readonly rest: number;
}

/**
 * Spaces between the columns of tables whose cells all have room in one line: alike between all, however a column is
 * aligned, and not so wide that a row falls apart.
 * @returns undefined where lines break: the browser shares the width out
 */
export function gapsOf(
  tables: readonly Element[],
  { size, width, measure }: Omit<Setting, 'code'>,
): TableGaps | undefined {
  const all = tables.flatMap((table) => {
    const { most, between } = measureTable(table, measure);
    if (most.length < 2) return [];
    const words = most.reduce((sum, one) => sum + one - between, 0) * size;
    const room = width * (1 - KEPT) - words;
    const apart = Math.min(MOST_BETWEEN * size, room / (most.length - 1));
    return { between: apart, rest: Math.max(0, room - apart * (most.length - 1)) };
  });
  if (all.length === 0) return undefined;
  const between = Math.min(...all.map((one) => one.between));
  if (between < LEAST_BETWEEN * size) return undefined;
  return { between, rest: Math.min(...all.map(({ rest }) => rest)) };
}
