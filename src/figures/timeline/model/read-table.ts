import type { Place, Problem, Report } from '../../../base/problem.ts';
import { readTable } from '../../../base/table/read.ts';
import type { Table } from '../../../base/table/table.ts';
import {
  addressColumns,
  type Columns,
  type Field,
  type FoundColumns,
  findColumns,
  spareColumns,
} from './columns.ts';
import type { PartialDate } from './date.ts';
import { endOf, startOf } from './date.ts';
import { withHeads } from './headless.ts';
import { isMarkwhen, readMarkwhenFile } from './markwhen.ts';
import { plain } from './media.ts';
import type { When } from './read-date.ts';
import { lanesSideBySide } from './side-by-side.ts';
import { dayOrderOf, readSpoken } from './spoken-date.ts';
import { datesOf, tellIsoYears, tellSerials, tellShortYears } from './table-dates.ts';
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
  written: Table,
  { columns = {}, paths, file }: TimelineFile,
  place: Place,
  report: Report,
): WrittenTimeline | undefined {
  const read = Object.keys(columns).length === 0 ? withHeads(written, report) : written;
  const known = findColumns(read, columns, place, report);
  if (!known) return undefined;
  const { table, found, lanes } = lanesSideBySide(read, known, columns);
  tellUnread(table, found, lanes, report);
  const rows = rowsOf(table, found, report);
  if (rows.every(({ when }) => !when)) {
    const at = found.get('date') ?? 0;
    report({ severity: 'error', ...noDates(table, rows.find(({ written }) => written) ?? rows[0], at) });
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
  const cellOf = (row: Table['rows'][number], field: Field) => {
    const cell = row.cells[found.get(field) ?? -1] ?? '';
    return field !== 'title' && NOTHING.test(cell) ? '' : cell;
  };
  const dates = datesOf(table, found);
  const texts = dates.flatMap(({ date, end }) => [date, end]);
  const { order, ambiguous } = dayOrderOf(texts);
  if (ambiguous !== undefined)
    report({
      severity: 'notice',
      place: table.rows[Math.floor(ambiguous / 2)]?.placeOf(found.get('date') ?? 0) ?? {
        ...{ file: table.file, line: 1, column: 1 },
      },
      what: `"${texts[ambiguous] ?? ''}" may be read with the day or the month first; the ${order.split(' ')[0]} was`,
      fix: 'Write 1848-03-30 where that is wrong.',
    });
  tellIsoYears(table, found, report);
  tellSerials(table, found, report);
  tellShortYears(table, found, dates, report);
  const addresses = addressColumns(table, found);
  const read = new Map<string, When | undefined>();
  const when = (text: string) => {
    if (!read.has(text)) read.set(text, text === '' ? undefined : readSpoken(text, order));
    return read.get(text);
  };
  // R writes NA into every empty cell; one row alone may be of that name.
  const named = (row: Table['rows'][number]) => cellOf(row, 'title');
  const gaps = table.rows.filter((row) => named(row) === 'NA').length > 1;
  const titleOf = (row: Table['rows'][number]) => (gaps && named(row) === 'NA' ? '' : named(row));
  const says = (row: Table['rows'][number]) =>
    titleOf(row) !== '' || TELLING.some((field) => cellOf(row, field) !== '');
  const some = table.rows.some(says);
  if (some) tellSilent(table, found, says, report);
  return table.rows.flatMap((row, index): EventRow[] => {
    const { date, end } = dates[index] ?? { date: '', end: '' };
    const text = cellOf(row, 'text');
    const title = titleOf(row) || firstWords(text) || date;
    if (title === '' || (some && !says(row))) return [];
    const times = timesOf(when(date), when(end), end);
    return [
      {
        ...{ title, text, lane: cellOf(row, 'lane'), ...times },
        written: [date, end].filter(Boolean).join(' – '),
        shown: cellOf(row, 'when') || times.shown,
        ...{ media: cellOf(row, 'image'), alt: cellOf(row, 'alt'), credit: cellOf(row, 'credit') },
        sources: [cellOf(row, 'source'), ...addresses.map((at) => row.cells[at])].filter(Boolean).join(' '),
        ...{ place: cellOf(row, 'place'), kind: cellOf(row, 'kind') },
        significance: cellOf(row, 'significance'),
        placeOf: (what) => row.placeOf(found.get(what) ?? found.get('title') ?? 0),
      },
    ];
  });
}

/** How programs write that a cell is empty. */
const NOTHING = /^(?:NA|N\/A|#N\/A|NaN|null|nil|None)$/;

/** What makes a row an event, besides its title. */
const TELLING = ['text', 'image', 'source', 'when', 'place'] as const satisfies readonly Field[];

/** Rows with a date and not a word are no events. */
function tellSilent(
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

const LONGEST = 60;

/** As much of a text as titles an event, cut between two words. */
function firstWords(html: string): string {
  const { text } = plain(html);
  if (text.length <= LONGEST) return text;
  const cut = text.slice(0, LONGEST);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2)).replace(/[\s,;:.–-]+$/, '')}…`;
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

function tellUnread(table: Table, found: FoundColumns, lanes: readonly number[], report: Report): void {
  const { dates, ends } = spareColumns(table, found);
  const read = new Set([...found.values(), ...dates, ...ends, ...addressColumns(table, found), ...lanes]);
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
