import { columnAt, type Table } from '../../../base/table/table.ts';
import { type Field, plainHead } from './column-heads.ts';
import { isNothing } from './gaps.ts';
import { hasUnit, withUnit } from './head-units.ts';
import { withCentury } from './short-years.ts';
import { readSpoken } from './spoken-date.ts';

/** How many cells of a column say what it holds. */
const LOOKED_AT = 40;
/** Values of a column that parts events into lanes; one with more, most of them unlike, does not. */
const MOST_LANES = 12;
const CLOCK = /^\D{0,9}\d{1,2}(:\d{2}){1,2}/;

const filled = (table: Table, index: number): readonly string[] =>
  columnAt(table, index).cells.filter((cell) => !isNothing(cell));

/** How much of the written cells of a column holds something. */
export function shareOf(table: Table, index: number, holds: (cell: string) => boolean): number {
  const cells = filled(table, index).slice(0, LOOKED_AT);
  return cells.length === 0 ? 0 : cells.filter(holds).length / cells.length;
}

/** How much of the written cells of a column are dates. */
export function shareOfDates(table: Table, index: number): number {
  const head = table.columns[index] ?? '';
  return areSmall(table, index) ? 0 : shareOf(table, index, (cell) => isDated(withUnit(cell, head)));
}

/** How much of them are dates for which no other meaning is likely: a number alone may be anything. */
export function shareOfLikely(table: Table, index: number): number {
  const head = table.columns[index] ?? '';
  if (areSmall(table, index)) return 0;
  return shareOf(table, index, (cell) => {
    const dated = withUnit(cell, head);
    return isBare(dated) ? /^(1\d{3}|20\d\d)(\.0+)?$/.test(dated) : isDated(dated);
  });
}

export const isBare = (cell: string): boolean => /^-?\d+(\.\d+)?$/.test(cell);

export function isDated(cell: string): boolean {
  return readSpoken(withCentury(cell)) !== undefined;
}

/**
 * Whether a column holds numbers as days, months and flags are written, all from 0 to 31, or those of its rows, and is
 * not called one of years.
 */
export function areSmall(table: Table, index: number): boolean {
  const head = table.columns[index] ?? '';
  if (/(^| )(year|jahr|annee|ano|anno|год|рік)\d*( |$)|^years$|年/.test(plainHead(head)) || hasUnit(head))
    return false;
  const cells = filled(table, index);
  const isSmall = (cell: string) => /^\d{1,2}(\.\d+)?$/.test(cell) && Number(cell) <= 31;
  const areNumbers = cells.length > 3 && cells.every((cell, nth) => Number(cell) === nth + Number(cells[0]));
  return cells.length > 0 && (cells.every(isSmall) || (areNumbers && Number(cells[0]) <= 1));
}

const ONGOING = /^(present|now|today|ongoing|current|incumbent|\.\.|\?|-|–|—|unknown)$/i;
const ADDRESS = /^(https?:|\/\/)\S+$/;

/** How much of a column are addresses. */
export function shareOfAddresses(table: Table, index: number): number {
  return shareOf(table, index, (cell) => ADDRESS.test(cell));
}

/** Whether a column can hold what its head says: times beside a day are no dates, and lanes hold several events each. */
export function serves(table: Table, index: number, field: Field): boolean {
  if (field === 'time' || field === 'end_time')
    return shareOf(table, index, (cell) => CLOCK.test(cell)) > 0.6;
  if (field === 'date') return shareOfDates(table, index) > 0.2;
  if (field === 'end') {
    const open = shareOf(table, index, (cell) => ONGOING.test(cell) || CLOCK.test(cell));
    return filled(table, index).length === 0 || shareOfDates(table, index) + open > 0.2;
  }
  if (field === 'day' || field === 'end_day')
    return shareOf(table, index, (cell) => /^\d{1,2}(st|nd|rd|th|\.0*)?$/.test(cell)) > 0.6;
  if (field === 'title' || field === 'text' || field === 'place')
    return shareOfAddresses(table, index) <= 0.5;
  if (field === 'significance') return filled(table, index).every((cell) => /^[123](\.0+)?$/.test(cell));
  if (field !== 'lane') return true;
  const cells = columnAt(table, index).cells.filter(Boolean);
  const names = new Set(cells).size;
  return names <= MOST_LANES || names <= cells.length * 0.6;
}

/** How many unlike values stand in the written cells of a column, as a part of them. */
export function variety(table: Table, index: number): number {
  const cells = filled(table, index);
  return cells.length === 0 ? 0 : new Set(cells).size / cells.length;
}
