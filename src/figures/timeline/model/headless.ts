import type { Report } from '../../../base/problem.ts';
import type { Table } from '../../../base/table/table.ts';
import { isKnownHead } from './column-heads.ts';
import { readSpoken } from './spoken-date.ts';

/** How many rows decide what a column holds. */
const LOOKED_AT = 40;

/**
 * A table whose first line is a row like the others gets heads by what its columns hold: dates, ends, words and
 * addresses. Any other one stays as it is.
 */
export function withHeads(table: Table, report: Report): Table {
  const first = table.columns.map((head) => head.replace(/^\(column \d+\)$/, '').replace(/ \(\d+\)$/, ''));
  const rows = table.rows.slice(0, LOOKED_AT);
  const share = (column: number, holds: (cell: string) => boolean) => {
    const cells = rows.map(({ cells }) => cells[column] ?? '').filter(Boolean);
    return cells.length > 0 && cells.filter(holds).length > cells.length * 0.6;
  };
  const dates = first.flatMap((head, column) =>
    (head === '' || isDate(head)) && share(column, isDate) ? [column] : [],
  );
  const [date = -1] = dates;
  if (!isDate(first[date] ?? '') || table.columns.some(isKnownHead)) return table;
  const place = rows[0]?.placeOf(0);
  if (!place) return table;
  const above = { ...place, line: Math.max(1, place.line - 1) };
  report({
    severity: 'notice',
    place: above,
    what: 'the table has no heads: its first line is read as a row',
    fix: 'Write a line of heads above it: date,end,title,source.',
  });
  const names = ['title', 'text', 'place'];
  const columns = first.map((head, column) => {
    if (dates.includes(column)) return ['date', 'end'][dates.indexOf(column)] ?? head;
    if (share(column, (cell) => /^https?:/.test(cell))) return 'url';
    return share(column, (cell) => /\p{L}{2}/u.test(cell)) ? (names.shift() ?? head) : head;
  });
  return {
    ...table,
    columns: columns.map((name, at) =>
      columns.indexOf(name) < at || name === '' ? `(column ${at + 1})` : name,
    ),
    rows: [{ cells: first, placeOf: () => above }, ...table.rows],
  };
}

/** A year of three or four figures or a whole date: a smaller number may be anything. */
function isDate(cell: string): boolean {
  return /^-?[\d.,]+$/.test(cell) ? /^-?\d{3,4}$/.test(cell) : readSpoken(cell) !== undefined;
}
