import type { Table } from '../../../base/table/table.ts';
import { isKnownHead } from './column-heads.ts';
import { type Columns, type Field, type FoundColumns, freeColumns } from './columns.ts';

const WORDS = /\p{L}{2}/u;

/**
 * Chronologies often set what happened here, there and in the world in columns side by side: then each of these is a
 * lane, and each cell an event. It is seen by rows in which one of them is empty and another is not: a title stands in
 * every row.
 */
export function lanesSideBySide(
  table: Table,
  found: FoundColumns,
  named: Columns,
): { readonly table: Table; readonly found: FoundColumns; readonly lanes: readonly number[] } {
  const title = found.get('title');
  const as = { table, found, lanes: [] };
  if (title === undefined || found.has('lane') || found.has('text') || named.title !== undefined) return as;
  if (isKnownHead(table.columns[title] ?? '')) return as;
  const lanes = [title, ...freeColumns(table, found)]
    .sort((a, b) => a - b)
    .filter((column) => table.rows.some(({ cells }) => WORDS.test(cells[column] ?? '')))
    .filter((column) =>
      table.rows.every(({ cells }) => cells[column] === '' || !/^[-\d.,\s]*$/.test(cells[column] ?? '')),
    );
  const beside = table.rows.filter(
    ({ cells }) => !cells[title] && lanes.some((column) => column !== title && cells[column]),
  );
  if (lanes.length < 2 || beside.length < Math.max(2, table.rows.length / 20)) return as;
  const width = table.columns.length;
  const rows = table.rows.flatMap(({ cells, placeOf }) =>
    lanes
      .filter((column) => cells[column])
      .map((column) => ({
        cells: [...cells, cells[column] ?? '', table.columns[column] ?? ''],
        placeOf: (at: number) => placeOf(at >= width ? column : at),
      })),
  );
  const fields = new Map<Field, number>(found);
  fields.set('title', width).set('lane', width + 1);
  return {
    table: { ...table, columns: [...table.columns, '(title)', '(lane)'], rows },
    found: fields,
    lanes,
  };
}
