import { nearest } from '../../../base/nearest.ts';
import type { Report } from '../../../base/problem.ts';
import { findColumn, type Table } from '../../../base/table/table.ts';
import type { JsRows } from './timelinejs-json.ts';

/** TimelineJS's columns, as its spreadsheet names them. */
export const COLUMNS: readonly string[] = [
  ...['Year', 'Month', 'Day', 'Time', 'End Year', 'End Month', 'End Day', 'End Time'],
  ...['Display Date', 'Headline', 'Text', 'Media', 'Media Credit', 'Media Caption'],
  ...['Media Thumbnail', 'Alt Text', 'Type', 'Group', 'Background', 'Source'],
];

/** Its first version's names, and others that its makers used. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  Year: ['Start Date', 'Start Year'],
  'End Year': ['End Date'],
  Group: ['Tag', 'Category'],
  'Alt Text': ['Alt', 'Media Alt'],
  Source: ['Sources', 'Link', 'URL', 'Reference'],
};

/** TimelineJS's rows in a table with its columns; undefined where a table has no headlines by dates of its kind. */
export function rowsOfTable(table: Table, report: Report): JsRows | undefined {
  const columns = new Map<string, number>();
  for (const name of COLUMNS) {
    const index = [name, ...(OTHERS[name] ?? [])]
      .map((head) => findColumn(table, head))
      .find((found) => found !== undefined);
    if (index !== undefined) columns.set(name, index);
  }
  if (!columns.has('Year') || !columns.has('Headline')) return undefined;
  for (const [index, written] of table.columns.entries()) {
    if ([...columns.values()].includes(index) || /^\(column \d+\)$/.test(written)) continue;
    if (table.rows.every(({ cells }) => (cells[index] ?? '') === '')) continue;
    const meant = nearest(written, COLUMNS);
    report({
      severity: 'notice',
      place: { file: table.file.replace(/#.*/, ''), line: 1, column: 1 },
      what: `the column "${written}" is none of TimelineJS’s and is not read`,
      fix: meant ? `Did you mean "${meant}"?` : `Known here: ${COLUMNS.join(', ')}.`,
    });
  }
  return {
    title: undefined,
    rows: table.rows.map(({ cells, placeOf }) => ({
      cell: (name) => cells[columns.get(name) ?? -1] ?? '',
      placeOf: (name) => placeOf(columns.get(name) ?? 0),
    })),
  };
}
