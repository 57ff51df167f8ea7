import type { Report } from '../../../base/problem.ts';
import { endOf, formatYears, type PartialDate, parseWhen, positionOf, startOf } from './date.ts';
import { plain } from './media.ts';
import type { When } from './read-date.ts';
import { readSpoken } from './spoken-date.ts';
import { type EventRow, fromRows, tell } from './table-rows.ts';
import type { RawTimeline } from './timeline-schema.ts';
import type { JsRow, JsRows } from './timelinejs-json.ts';
import type { TimelineFile, WrittenTimeline } from './written.ts';

export { rowsOfJson } from './timelinejs-json.ts';
export { rowsOfTable } from './timelinejs-table.ts';

/**
 * Makes a timeline of TimelineJS's rows: groups become lanes, end dates bars, eras eras (tints, where they do not
 * cover every event one after the other), the title's headline the timeline's name, media pictures or links. What has
 * no place here is named in notices. Undefined if it holds no event.
 */
export function readTimelineJs(
  { title, rows }: JsRows,
  { file, paths }: TimelineFile,
  report: Report,
): WrittenTimeline | undefined {
  const typeOf = (row: JsRow) => row.cell('Type').toLowerCase();
  const head = rows.find((row) => typeOf(row) === 'title');
  const eras = rows.filter((row) => typeOf(row) === 'era');
  const isEvent = (row: JsRow) => typeOf(row) !== 'title' && typeOf(row) !== 'era';
  const events = rows
    .filter((row) => isEvent(row) && ['Headline', 'Text', 'Year'].some((name) => row.cell(name) !== ''))
    .map(eventOf);
  if (events.every(({ when }) => !when)) {
    report({
      severity: 'error',
      place: events[0]?.placeOf('date') ?? { file: file.replace(/#.*/, ''), line: 1, column: 1 },
      what: events.length === 0 ? 'the timeline has no events' : 'no event has a year that can be read',
      fix: 'Write a row with a Year and a Headline.',
    });
    return undefined;
  }
  tellRest(rows, events, head, report);
  const dated = events.flatMap(({ when, end }) => (when ? [{ from: when.date, to: when.end ?? end }] : []));
  const name = plain(head?.cell('Headline') ?? title ?? '').text || undefined;
  return fromRows(events, { title: name, ...stretchesOf(eras, dated, report) }, file, report, paths);
}

function eventOf(row: JsRow): EventRow {
  const [from, to] = [dateOf(row, ''), dateOf(row, 'End ')];
  const text = row.cell('Text');
  const title = row.cell('Headline') || plain(text).text.slice(0, 60) || from.written;
  const media = row.cell('Media') || row.cell('Media Thumbnail');
  return {
    ...{ title, text, lane: plain(row.cell('Group')).text, media },
    when: from.when,
    end: from.when && to.when?.date,
    ...(from.when && !to.when && to.written !== '' && { unread: to.written }),
    written: [from.written, to.written].filter(Boolean).join(' – '),
    shown: plain(row.cell('Display Date')).text,
    alt: [row.cell('Media Caption'), row.cell('Alt Text')].filter(Boolean).join(' · '),
    credit: row.cell('Media Credit'),
    sources: [row.cell('Media Link'), row.cell('Source')].filter(Boolean).join(' '),
    placeOf: (what) =>
      row.placeOf({ date: 'Year', end: 'End Year', title: 'Headline', image: 'Media' }[what]),
  };
}

interface JsDate {
  readonly when: When | undefined;
  readonly written: string;
  /** Its month or day is none of the calendar: its year is drawn. */
  readonly byYear?: boolean;
}

/** TimelineJS has no year 0: its -44 is 44 BC, which astronomers and ISO 8601 call -43. */
function dateOf(row: JsRow, prefix: '' | 'End '): JsDate {
  const [year = '', month, day, time] = ['Year', 'Month', 'Day', 'Time'].map((part) =>
    row.cell(`${prefix}${part}`),
  );
  const written = [year, month, day].filter(Boolean).join('-') + (time ? ` ${time}` : '');
  const digits = /^-?\d{1,3}(,\d{3})+$/.test(year) ? year.replaceAll(',', '') : year.replace(/\.0+$/, '');
  if (year === '') return { when: undefined, written };
  if (!/^-?\d{1,13}$/.test(digits)) return { when: readSpoken(year, 'month first'), written };
  // A year that is a whole date in figures: 19600215, 196002152035.
  const dense = /^[12]\d{7}(\d{4})?$/.test(digits) ? readSpoken(digits) : undefined;
  if (dense && dense.date.month !== undefined) return { when: dense, written };
  const count = Number(digits);
  const none = (part: string | undefined) => !part || /^0+$/.test(part);
  const whole = { when: { date: { year: count < 0 ? count + 1 : count, about: false } }, written };
  if (none(month)) return whole;
  const exact = /^\d+(\.0+)?$/.test(month ?? '')
    ? numeric(count, [month, none(day) ? undefined : day], time)
    : readSpoken(
        [none(day) ? '' : day, month, count < 0 ? `${-count} BC` : digits].filter(Boolean).join(' '),
      );
  return exact
    ? { when: exact, written }
    : { when: { date: { ...whole.when.date, words: written } }, written, byYear: true };
}

function numeric(
  count: number,
  parts: readonly (string | undefined)[],
  time: string | undefined,
): When | undefined {
  const pad = (digits: string) => digits.replace(/\.0+$/, '').padStart(2, '0');
  const iso = count < 0 ? count + 1 : count;
  const year = `${iso < 0 ? '-' : ''}${String(Math.abs(iso)).padStart(4, '0')}`;
  const days = parts.flatMap((part) => (part ? [pad(part)] : []));
  const clock = /^\d{1,2}(:\d{2}){0,2}/.exec(time ?? '')?.[0];
  const at = clock !== undefined && days.length === 2 ? `T${clock.replace(/^\d(?!\d)/, '0$&')}` : '';
  return parseWhen([year, ...days].join('-') + at) ?? parseWhen([year, ...days].join('-'));
}

interface Stretch {
  readonly name: string;
  readonly from: PartialDate;
  readonly to: PartialDate;
}

/** Eras as eras, or as tints where they do not cover every event one after the other. */
function stretchesOf(
  rows: readonly JsRow[],
  events: readonly { readonly from: PartialDate }[],
  report: Report,
): Pick<RawTimeline, 'eras' | 'bands'> & { readonly to?: PartialDate } {
  const all = rows.flatMap((row): (Stretch & { readonly row: JsRow })[] => {
    const [from, to] = [dateOf(row, '').when?.date, dateOf(row, 'End ').when?.date];
    const name = plain(row.cell('Headline')).text || plain(row.cell('Text')).text.slice(0, 40);
    if (from && to && name !== '' && endOf(to) > startOf(from)) return [{ row, name, from, to }];
    report({
      severity: 'notice',
      place: row.placeOf(from ? 'End Year' : 'Year'),
      what: `the era "${name}" has no ${name === '' ? 'name' : from ? 'end' : 'beginning'} and is not drawn`,
      fix: 'Write a headline, its first year and its last.',
    });
    return [];
  });
  const sorted = all.toSorted((a, b) => startOf(a.from) - startOf(b.from));
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first && last && follow(sorted, events))
    return {
      bands: [],
      to: { year: last.to.year, about: false },
      eras: sorted.map(({ name, from, to }) => ({ name, from, years: formatYears(from.year, to.year) })),
    };
  if (first)
    report({
      severity: 'notice',
      place: first.row.placeOf('Headline'),
      what: 'the eras do not cover every event one after the other',
      fix: 'They are drawn as tints. As eras, each begins where the one before ends.',
    });
  return { eras: [], bands: sorted.map(({ name, from, to }) => ({ name, from, to })) };
}

/** Whether eras follow each other without gap or overlap (of more than the year they share) and hold all events. */
function follow(eras: readonly Stretch[], events: readonly { readonly from: PartialDate }[]): boolean {
  const [first, last] = [eras[0], eras.at(-1)];
  if (!first || !last) return false;
  const apart = eras.some(({ from }, index) => {
    const before = eras[index - 1];
    return before !== undefined && Math.abs(startOf(from) - endOf(before.to)) > 1;
  });
  return (
    !apart &&
    events.every(({ from }) => positionOf(from) >= startOf(first.from) && positionOf(from) < endOf(last.to))
  );
}

/** Names what is not drawn as it is written. */
function tellRest(
  rows: readonly JsRow[],
  events: readonly EventRow[],
  head: JsRow | undefined,
  report: Report,
): void {
  const having = (name: string) => rows.filter((row) => row.cell(name) !== '');
  const notice = (name: string, found: readonly JsRow[], what: string, fix: string) => {
    const [first] = found;
    const more = found.length > 1 ? ` in ${found.length} rows, first here` : '';
    if (first) report({ severity: 'notice', place: first.placeOf(name), what: `${what}${more}`, fix });
  };
  notice(
    'Background',
    having('Background'),
    '"Background" has no place on this timeline and is not shown',
    'A slide has a background of its own.',
  );
  const other = rows.filter((row) => /^(title|era)$/i.test(row.cell('Type')));
  notice(
    'Text',
    other.filter((row) => row.cell('Text') !== ''),
    '"Text" of a title or an era is not shown',
    'Write it on a slide.',
  );
  if (head?.cell('Media'))
    notice('Media', [head], '"Media" of the title is not shown', 'Show it on a slide.');
  const strange = rows.filter(
    (row) => !['', 'event', 'title', 'era'].includes(row.cell('Type').toLowerCase()),
  );
  notice(
    'Type',
    strange,
    `"${strange[0]?.cell('Type') ?? ''}" is no type of row: it is read as an event`,
    'Write title or era, or leave the cell empty.',
  );
  const byYear = events.filter(
    ({ when }) => when?.date.words !== undefined && /^-?\d+-/.test(when.date.words),
  );
  tell(
    byYear,
    'date',
    (row) => `${row.written} is no date of the calendar`,
    'It is drawn by its year and told as written.',
    report,
  );
}
