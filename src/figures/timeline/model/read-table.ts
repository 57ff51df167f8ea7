import type { Place, Problem, Report } from '../../../base/problem.ts';
import { isTotal } from '../../../base/table/is-total.ts';
import { readTable } from '../../../base/table/read.ts';
import type { Table } from '../../../base/table/table.ts';
import {
  addressColumns,
  type Columns,
  type Field,
  type FoundColumns,
  findColumns,
  wordColumns,
} from './columns.ts';
import { tellCounted, tellTooLarge } from './counted-dates.ts';
import type { PartialDate } from './date.ts';
import { endOf, startOf } from './date.ts';
import { isNothing } from './gaps.ts';
import { withHeads } from './headless.ts';
import { withJoinedNames } from './joined-names.ts';
import { isMarkwhen, readMarkwhenFile } from './markwhen.ts';
import { plain } from './media.ts';
import type { When } from './read-date.ts';
import { lanesSideBySide } from './side-by-side.ts';
import { dayOrderOf, readSpoken } from './spoken-date.ts';
import { datesOf, tellIsoYears, tellShortYears } from './table-dates.ts';
import { type EventRow, fromRows } from './table-rows.ts';
import { tellSilent, tellSums, tellUnread } from './tell-columns.ts';
import { readTimelineJs, rowsOfJson, rowsOfTable } from './timelinejs.ts';
import type { TimelineFile, WrittenTimeline } from './written.ts';

export type { Columns };

/** Whether a timeline may be read from a file as a table: its ending says so. */
export function isTimelineTable(path: string): boolean {
  return /\.(csv|tsv|tab|txt|json|jsonl|ndjson|js|xlsx|xlsm)(#.*)?$/i.test(path) || isMarkwhen(path);
}

/**
 * Reads a timeline from a table: TimelineJS's own columns or JSON, or any table with a column of dates and one of
 * titles, markwhen's text. Undefined if there is no table, or none of these in it.
 */
export function readTimelineTable(source: TimelineFile, report: Report): WrittenTimeline | undefined {
  const { file, text, columns = {}, place = { file, line: 1, column: 1 } } = source;
  if (isMarkwhen(file)) return readMarkwhenFile(source, report);
  const json = /\.js(on)?$/i.test(file) ? rowsOfJson(file, text, report) : 'none';
  if (json === undefined) return undefined;
  if (json !== 'none') return readTimelineJs(json, source, report);
  const table = readTable(file, source.bytes ?? new TextEncoder().encode(text), place, report);
  if (!table) return undefined;
  const own = Object.keys(columns).length === 0 ? rowsOfTable(table, report) : undefined;
  return own ? readTimelineJs(own, source, report) : readPlain(table, source, place, report);
}

function readPlain(
  written: Table,
  { columns = {}, paths, file, lang }: TimelineFile,
  place: Place,
  report: Report,
): WrittenTimeline | undefined {
  const { table: read, joined } = withJoinedNames(
    Object.keys(columns).length === 0 ? withHeads(written, report) : written,
  );
  const known = findColumns(read, columns, place, report, lang);
  if (!known) return undefined;
  if (tellTooLarge(read, known, report)) return undefined;
  const { table, found, lanes } = lanesSideBySide(read, known, columns);
  tellUnread(table, found, [...lanes, ...joined], report);
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

/** Which of day and month comes first in a table's dates; told where nothing in them says it. */
function orderOf(
  table: Table,
  found: FoundColumns,
  dates: ReturnType<typeof datesOf>,
  report: Report,
): ReturnType<typeof dayOrderOf>['order'] {
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
  return order;
}

function rowsOf(table: Table, found: FoundColumns, report: Report): readonly EventRow[] {
  const cellOf = (row: Table['rows'][number], field: Field) => {
    const cell = row.cells[found.get(field) ?? -1] ?? '';
    return field !== 'title' && isNothing(cell) ? '' : cell;
  };
  const dates = datesOf(table, found);
  const order = orderOf(table, found, dates, report);
  tellIsoYears(table, found, report);
  tellCounted(table, found, report);
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
  // What else a row says is its title where it has neither title nor text.
  const further = wordColumns(table, found);
  const others = (row: Table['rows'][number]) =>
    further.map((at) => row.cells[at] ?? '').find((cell) => !isNothing(cell)) ?? '';
  const says = (row: Table['rows'][number]) =>
    titleOf(row) !== '' || others(row) !== '' || TELLING.some((field) => cellOf(row, field) !== '');
  const some = table.rows.some(says);
  const isSum = (row: Table['rows'][number], index: number) =>
    isTotal(titleOf(row)) && dates[index]?.date === '' && dates[index]?.end === '';
  tellSums(table, found, table.rows.filter(isSum), report);
  if (some) tellSilent(table, found, says, report);
  return table.rows.flatMap((row, index): EventRow[] => {
    const { date, end } = dates[index] ?? { date: '', end: '' };
    const text = cellOf(row, 'text');
    const title = titleOf(row) || firstWords(text) || firstWords(others(row)) || date;
    if (title === '' || (some && !says(row)) || isSum(row, index)) return [];
    const times = timesOf(when(date), when(end), end);
    return [
      {
        ...{ title, text, lane: cellOf(row, 'lane'), ...times },
        written: [date, end].filter(Boolean).join(' – '),
        shown: cellOf(row, 'when'),
        ...{ media: cellOf(row, 'image'), alt: cellOf(row, 'alt'), credit: cellOf(row, 'credit') },
        sources: [cellOf(row, 'source'), ...addresses.map((at) => row.cells[at])].filter(Boolean).join(' '),
        ...{ place: cellOf(row, 'place'), kind: cellOf(row, 'kind') },
        significance: cellOf(row, 'significance'),
        placeOf: (what) => row.placeOf(found.get(what) ?? found.get('title') ?? 0),
      },
    ];
  });
}

/** What makes a row an event, besides its title. */
const TELLING = ['text', 'image', 'source', 'when', 'place'] as const satisfies readonly Field[];

const LONGEST = 60;

/** As much of a text as titles an event, cut between two words. */
function firstWords(html: string): string {
  const { text } = plain(html);
  if (text.length <= LONGEST) return text;
  const cut = text.slice(0, LONGEST);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2)).replace(/[\s,;:.–-]+$/, '')}…`;
}

/** Joins the cells of the start and of the end; an end that cannot be read is told in the words of its row. */
function timesOf(
  start: When | undefined,
  finish: When | undefined,
  end: string,
): Pick<EventRow, 'when' | 'end' | 'unread'> {
  if (start && !finish && OPEN.test(end.trim())) return { when: { ...start, open: 'to' }, end: undefined };
  // An end that stands alone is one whose beginning is not known.
  if (!start && finish)
    return { when: { date: finish.date, end: finish.date, open: 'from' }, end: undefined };
  const unread = start && !finish && /[\p{L}\d]/u.test(end) ? end : undefined;
  return { when: start, end: start && finish && laterOf(finish), ...(unread !== undefined && { unread }) };
}

/** Ends that have not come, or are not known. */
const OPEN =
  /^(present|now|today|ongoing|current|currently|incumbent|still .*|\.\.|\?+|unknown|heute|aujourd'hui|presente|настоящее время|н\. ?в\.|至今|現在)$/iu;

function laterOf({ date, end }: When): PartialDate {
  return end && endOf(end) > startOf(date) ? end : date;
}
