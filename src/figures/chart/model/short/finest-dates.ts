import type { DateUnit } from '../../../../base/table/date.ts';
import type { Table } from '../../../../base/table/table.ts';
import type { Along, ShortReading } from './roles.ts';

const FROM_FINEST: readonly DateUnit[] = ['month', 'quarter', 'half', 'year'];
/** So many rows of the finest make a series. */
const LEAST = 3;

/**
 * Some offices write years, then quarters, then months of one series into one column. Of these the finest are drawn:
 * the table without the others, which are said. Undefined where all rows are of one kind, or none share a beginning.
 */
export function withFinestDates(table: Table, along: Along, reading: ShortReading): Table | undefined {
  const { dates } = along;
  if (along.kind !== 'time' || !dates || new Set(dates.cells.map((date) => date?.unit)).size < 2)
    return undefined;
  const counts = FROM_FINEST.map((unit) => ({
    unit,
    rows: dates.cells.flatMap((date, row) => (date?.unit === unit ? [row] : [])),
  })).filter(({ rows }) => rows.length > 0);
  const [finest, ...others] = counts;
  if (!finest || others.length === 0 || finest.rows.length < LEAST) return undefined;
  const begins = new Set(finest.rows.map((row) => dates.cells[row]?.at));
  const left = others.flatMap(({ rows }) => rows);
  if (!left.some((row) => begins.has(dates.cells[row]?.at))) return undefined;
  const [first = 0] = left;
  const told = others.map(({ unit, rows }) => `${rows.length} ${rows.length === 1 ? unit : `${unit}s`}`);
  reading.report({
    severity: 'notice',
    place: along.placeOf(first),
    what: `${told.join(' and ')} stand among the ${finest.unit}s under "${along.name}" and are not drawn`,
    fix: `Keep only the rows of one kind in the file to draw another.`,
  });
  const without = new Set(left);
  return { ...table, rows: table.rows.filter((_, row) => !without.has(row)) };
}
