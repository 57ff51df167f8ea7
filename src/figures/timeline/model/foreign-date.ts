/**
 * Dates in figures that ISO does not write so, put as ISO has them: `1889年2月11日`, `1945년 8월 15일`, and the days that
 * workbooks count from 1900.
 */

import { DAY, minutesTo, momentOf } from './calendar.ts';

const ENDINGS = /^(\d{1,4}) ?[年년](?: ?(\d{1,2}) ?[月월](?: ?(\d{1,2}) ?[日号일])?)?$/;

/** A date with the words for year, month and day behind its figures; any other text as it is. */
export function withoutEndings(text: string): string {
  const [, year, ...parts] = ENDINGS.exec(text) ?? [];
  if (year === undefined) return text;
  const rest = parts.filter((part) => part !== undefined).map((part) => part.padStart(2, '0'));
  return [rest.length > 0 ? year.padStart(4, '0') : year, ...rest].join('-');
}

/** The first and the last day, as workbooks count, that a column of them is taken to hold: of 1927 and of 2064. */
const DAYS = { from: 10_000, to: 60_000 };
/** Day 0 of workbooks, which take 1900 for a leap year. */
const ZERO = minutesTo(1899, 12, 30);

/** Whether all of a column's cells are days that a workbook counts: written to text they lost their form. */
export function areSerials(cells: readonly string[]): boolean {
  return (
    cells.length > 0 &&
    cells.every((cell) => /^\d{5}(\.\d+)?$/.test(cell) && Number(cell) >= DAYS.from && Number(cell) < DAYS.to)
  );
}

/** Such a day as ISO writes it, to the minute where it has a part of a day. */
export function fromSerial(cell: string): string {
  const { year, month, day, minute } = momentOf(ZERO + Math.round(Number(cell) * DAY));
  const two = (part: number): string => String(part).padStart(2, '0');
  const date = `${year}-${two(month)}-${two(day)}`;
  return minute === 0 ? date : `${date}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
