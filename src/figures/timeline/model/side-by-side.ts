import type { Table } from '../../../base/table/table.ts';
import { isKnownHead, plainHead } from './column-heads.ts';
import type { Columns, Field, FoundColumns } from './columns.ts';
import { shareOfAddresses, variety } from './serving.ts';
import { freeColumns } from './spare-dates.ts';

const WORDS = /\p{L}{2}/u;
/** In so many rows what happens is not the same again and again: a column of few values is of kinds, not of events. */
const MANY = 10;
/** Heads that say what a column tells of an event: it is no lane, and its cells are none of their own. */
const OF_AN_EVENT =
  /^\(column \d+\)$|(^| )(title|name|event|label|headline|description|desc|text|summary|notes?|comments?|remarks?|links?|urls?|sources?|references?|refs?|citations?|image|picture|photo|media|caption|credit|id|code|tags?)( |$)/;

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
    .filter((column) => !OF_AN_EVENT.test(plainHead(table.columns[column] ?? '').replace(/ \d+$/, '')))
    .filter((column) => table.rows.length < MANY || variety(table, column) > 0.3)
    .filter((column) => shareOfAddresses(table, column) <= 0.5)
    .filter((column) => table.rows.some(({ cells }) => WORDS.test(cells[column] ?? '')))
    .filter((column) =>
      table.rows.every(({ cells }) => cells[column] === '' || !/^[-\d.,\s]*$/.test(cells[column] ?? '')),
    );
  const beside = table.rows.filter(
    ({ cells }) => !cells[title] && lanes.some((column) => column !== title && cells[column]),
  );
  if (lanes.length < 2 || !lanes.includes(title) || beside.length < Math.max(2, table.rows.length / 20))
    return as;
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
