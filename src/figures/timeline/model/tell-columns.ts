import type { Report } from '../../../base/problem.ts';
import type { Table } from '../../../base/table/table.ts';
import { addressColumns, type FoundColumns } from './columns.ts';
import { isNothing } from './gaps.ts';
import { finerColumn, isFiner, servingSpares } from './spare-dates.ts';
import { readSpoken } from './spoken-date.ts';

/** Rows with a date and not a word are no events. */
export function tellSilent(
  table: Table,
  found: FoundColumns,
  says: (row: Table['rows'][number]) => boolean,
  report: Report,
): void {
  const silent = table.rows.filter((row) => !says(row) && (row.cells[found.get('date') ?? 0] ?? '') !== '');
  const [first] = silent;
  if (!first) return;
  report({
    severity: 'notice',
    place: first.placeOf(found.get('title') ?? 0),
    what: `${silent.length === 1 ? 'this row has a date and no words, and is' : `${silent.length} rows have a date and no words, and are`} no event`,
    fix: 'Write a title, or take the row out.',
  });
}

/** A row of sums has no date and is no event. */
export function tellSums(table: Table, found: FoundColumns, sums: Table['rows'], report: Report): void {
  const [first] = sums;
  if (!first) return;
  const title = found.get('title') ?? 0;
  report({
    severity: 'notice',
    place: first.placeOf(title),
    what: `"${first.cells[title] ?? ''}" is a row of sums of ${table.file} and no event`,
    fix: 'Give it a date if it is one.',
  });
}

/** Names the columns of a table that no field takes, and the dates of a finer column that are not told. */
export function tellUnread(
  table: Table,
  found: FoundColumns,
  lanes: readonly number[],
  report: Report,
): void {
  const finer = finerColumn(table, found);
  if (finer !== undefined) tellCoarse(table, found.get('date') ?? 0, finer, report);
  const read = new Set([
    ...found.values(),
    ...servingSpares(table, found),
    ...(finer === undefined ? [] : [finer]),
    ...addressColumns(table, found),
    ...lanes,
  ]);
  const unread = table.columns.filter(
    (_, index) => !read.has(index) && table.rows.some(({ cells }) => !isNothing(cells[index] ?? '')),
  );
  const [first] = unread;
  if (first === undefined) return;
  const names = unread.slice(0, 8).map((name) => `"${name}"`);
  report({
    severity: 'notice',
    place: table.rows[0]?.placeOf(table.columns.indexOf(first)) ?? { file: table.file, line: 1, column: 1 },
    what: `${unread.length === 1 ? 'the column' : 'the columns'} ${names.join(', ')}${unread.length > 8 ? ' …' : ''} ${unread.length === 1 ? 'has' : 'have'} no place on a timeline`,
    fix: `Say in the fence what ${unread.length === 1 ? 'it holds' : 'they hold'}: columns: { text: "${first}" }. Fields: date, end, time, title, lane, text, image, alt, credit, source, place.`,
  });
}

/** Cells of a column that says the dates of others to the day, which say none of them. */
function tellCoarse(table: Table, own: number, finer: number, report: Report): void {
  const untold = table.rows.filter(({ cells }) => {
    const [coarse = '', fine = ''] = [cells[own], cells[finer]];
    if (isNothing(fine) || fine === coarse) return false;
    const [one, other] = [readSpoken(coarse), readSpoken(fine)];
    return !(one && other && isFiner(one, other));
  });
  const [first] = untold;
  if (!first) return;
  const more = untold.length > 1 ? `, nor are ${untold.length - 1} more` : '';
  report({
    severity: 'notice',
    place: first.placeOf(finer),
    what: `"${first.cells[finer] ?? ''}" under "${table.columns[finer] ?? ''}" is no date within "${first.cells[own] ?? ''}" and is not told${more}`,
    fix: `These events are drawn by "${table.columns[own] ?? ''}". Write 1848-03 or 1848-03-30 where the day is known.`,
  });
}
