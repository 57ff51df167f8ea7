import type { Place, Problem, Report } from '../../../base/problem.ts';
import { readTable } from '../../../base/table/read.ts';
import type { Table } from '../../../base/table/table.ts';
import { type Columns, type Field, type FoundColumns, findColumns, spareColumns } from './columns.ts';
import type { PartialDate } from './date.ts';
import { endOf, startOf } from './date.ts';
import { isMarkwhen, readMarkwhenFile } from './markwhen.ts';
import type { When } from './read-date.ts';
import { dayOrderOf, readSpoken } from './spoken-date.ts';
import { datesOf, tellIsoYears, tellSerials } from './table-dates.ts';
import { type EventRow, fromRows } from './table-rows.ts';
import { readTimelineJs, rowsOfJson, rowsOfTable } from './timelinejs.ts';
import type { TimelineFile, WrittenTimeline } from './written.ts';

export type { Columns };

/** Whether a timeline may be read from a file as a table: its ending says so. */
export function isTimelineTable(path: string): boolean {
  return /\.(csv|tsv|tab|txt|json|jsonl|ndjson|xlsx|xlsm)(#.*)?$/i.test(path) || isMarkwhen(path);
}

/**
 * Reads a timeline from a table: TimelineJS's own columns or JSON, or any table with a column of dates and one of
 * titles, markwhen's text. Undefined if there is no table, or none of these in it.
 */
export function readTimelineTable(source: TimelineFile, report: Report): WrittenTimeline | undefined {
  const { file, text, columns = {}, place = { file, line: 1, column: 1 } } = source;
  if (isMarkwhen(file)) return readMarkwhenFile(source, report);
  const json = /\.json$/i.test(file) ? rowsOfJson(file, text, report) : 'none';
  if (json === undefined) return undefined;
  if (json !== 'none') return readTimelineJs(json, source, report);
  const table = readTable(file, source.bytes ?? new TextEncoder().encode(text), place, report);
  if (!table) return undefined;
  const own = Object.keys(columns).length === 0 ? rowsOfTable(table, report) : undefined;
  return own ? readTimelineJs(own, source, report) : readPlain(table, source, place, report);
}

function readPlain(
  table: Table,
  { columns = {}, paths, file }: TimelineFile,
  place: Place,
  report: Report,
): WrittenTimeline | undefined {
  const found = findColumns(table, columns, place, report);
  if (!found) return undefined;
  tellUnread(table, found, report);
  const rows = rowsOf(table, found, report);
  if (rows.every(({ when }) => !when)) {
    report({ severity: 'error', ...noDates(table, rows[0], found.get('date') ?? 0) });
    return undefined;
  }
  return fromRows(rows, {}, file, report, paths);
}

/** Why no row of a table can be drawn. */
function noDates(table: Table, first: EventRow | undefined, at: number): Omit<Problem, 'severity'> {
  const place = first?.placeOf('date') ?? { file: table.file.replace(/#.*/, ''), line: 1, column: 1 };
  const name = table.columns[at] ?? '';
  if (!first)
    return { place, what: 'the timeline has no events', fix: 'Write a row with a date and a title.' };
  if (/\d:\d\d/.test(first.written)) {
    const what = `the column "${name}" holds times of day, and no column says which day`;
    return { place, what, fix: 'Add a column "date" with the day: 2024-03-26.' };
  }
  const what = `nothing in the column "${name}" can be read as a date`;
  return { place, what, fix: 'Name another one in the fence: columns: { date: … }.' };
}

function rowsOf(table: Table, found: FoundColumns, report: Report): readonly EventRow[] {
  const cellOf = (row: Table['rows'][number], field: Field) => row.cells[found.get(field) ?? -1] ?? '';
  const dates = datesOf(table, found);
  const texts = dates.flatMap(({ date, end }) => [date, end]);
  const { order, ambiguous } = dayOrderOf(texts);
  if (ambiguous !== undefined)
    report({
      severity: 'notice',
      place: table.rows[Math.floor(ambiguous / 2)]?.placeOf(found.get('date') ?? 0) ?? {
        ...{ file: table.file, line: 1, column: 1 },
      },
      what: `"${texts[ambiguous] ?? ''}" may be read with the day or the month first; the day was`,
      fix: 'Write 1848-03-30 where that is wrong.',
    });
  tellIsoYears(table, found, report);
  tellSerials(table, found, report);
  const read = new Map<string, When | undefined>();
  const when = (text: string) => {
    if (!read.has(text)) read.set(text, text === '' ? undefined : readSpoken(text, order));
    return read.get(text);
  };
  // R writes NA into every empty cell; one row alone may be of that name.
  const named = (row: Table['rows'][number]) => cellOf(row, 'title');
  const gaps = table.rows.filter((row) => named(row) === 'NA').length > 1;
  const titleOf = (row: Table['rows'][number]) => (gaps && named(row) === 'NA' ? '' : named(row));
  return table.rows.flatMap((row, index): EventRow[] => {
    const { date, end } = dates[index] ?? { date: '', end: '' };
    const title = titleOf(row) || cellOf(row, 'text').slice(0, 60) || date;
    if (title === '') return [];
    const times = timesOf(when(date), when(end), end);
    return [
      {
        ...{ title, text: cellOf(row, 'text'), lane: cellOf(row, 'lane'), ...times },
        written: [date, end].filter(Boolean).join(' – '),
        shown: cellOf(row, 'when') || times.shown,
        ...{ media: cellOf(row, 'image'), alt: cellOf(row, 'alt'), credit: cellOf(row, 'credit') },
        ...{ sources: cellOf(row, 'source'), place: cellOf(row, 'place'), kind: cellOf(row, 'kind') },
        significance: cellOf(row, 'significance'),
        placeOf: (what) => row.placeOf(found.get(what) ?? found.get('title') ?? 0),
      },
    ];
  });
}

/** Joins the cells of the start and of the end; an end that cannot be read is told in words beside it. */
function timesOf(
  start: When | undefined,
  finish: When | undefined,
  end: string,
): { readonly when: When | undefined; readonly end: PartialDate | undefined; readonly shown: string } {
  const ongoing = /^(present|now|today|ongoing|current|incumbent|\.\.)$/i.test(end.trim());
  if (start && ongoing) return { when: { ...start, open: 'to' }, end: undefined, shown: '' };
  // An end that stands alone is one whose beginning is not known.
  if (!start && finish)
    return { when: { date: finish.date, end: finish.date, open: 'from' }, end: undefined, shown: '' };
  return { when: start, end: start && finish && laterOf(finish), shown: '' };
}

function laterOf({ date, end }: When): PartialDate {
  return end && endOf(end) > startOf(date) ? end : date;
}

function tellUnread(table: Table, found: FoundColumns, report: Report): void {
  const { dates, ends } = spareColumns(table, found);
  const read = new Set([...found.values(), ...dates, ...ends]);
  const unread = table.columns.filter(
    (_, index) => !read.has(index) && table.rows.some(({ cells }) => (cells[index] ?? '') !== ''),
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
