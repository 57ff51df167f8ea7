import type { Place, Report } from '../../../base/problem.ts';
import type { Located } from '../../../base/yaml/read.ts';
import { slug, unused } from '../../../deck/slide/ids.ts';
import { endOf, formatYears, type PartialDate, parseDate, positionOf, startOf } from './date.ts';
import type { RawEvent, RawTimeline } from './schema.ts';
import { type Column, csvRows, jsonRows, type Row, reportPlaceless } from './timelinejs-rows.ts';

/** The longest label that finds room between its neighbours. */
const LABEL = 24;
/** The lane of events that name no group. */
const NO_GROUP = 'Events';
/**
 * Reads a timeline in TimelineJS's own columns (CSV) or its JSON: groups become lanes, end dates bars, eras eras
 * (tints, where they do not cover every event one after the other), the title's headline the timeline's name. What
 * has no place here is named in notices. Undefined if it holds an error.
 */
export function readTimelineJs(file: string, text: string, report: Report): Located<RawTimeline> | undefined {
  const rows = (file.endsWith('.csv') ? csvRows : jsonRows)(file, text, report);
  if (!rows) return undefined;
  let sound = true;
  const fail = (place: Place, what: string, fix: string) => {
    sound = false;
    report({ severity: 'error', place, what, fix });
  };
  const typeOf = (row: Row) => row.cell('Type').toLowerCase();
  for (const row of rows)
    if (!['', 'event', 'title', 'era'].includes(typeOf(row)))
      fail(
        row.placeOf('Type'),
        `"${row.cell('Type')}" is no type of row`,
        'Write title or era, or leave the cell empty for an event.',
      );
  const dated = (wanted: readonly string[]) =>
    rows
      .filter((row) => wanted.includes(typeOf(row)))
      .map((row) => ({ row, from: dateOf(row, '', fail), to: dateOf(row, 'End ', fail) }));
  const events = dated(['', 'event']);
  const eras = dated(['era']);
  for (const { row, to } of eras)
    if (!to) fail(row.placeOf('End Year'), 'the era has no end', 'Write its last year as its End Year.');
  for (const { row } of [...events, ...eras])
    if (row.cell('Headline') === '')
      fail(row.placeOf('Headline'), 'the row has no headline', 'Write a few words as its Headline.');
  if (events.length === 0)
    fail(
      { file, line: 1, column: 1 },
      'the timeline has no events',
      'Write a row with a Year and a Headline.',
    );
  if (!sound) return undefined;
  reportPlaceless(rows, report);
  const title = rows.find((row) => typeOf(row) === 'title');
  return assemble(file, title, whole(events), whole(eras), report);
}

/** A row with its dates. */
interface Dated {
  readonly row: Row;
  readonly from: PartialDate;
  readonly to: PartialDate | undefined;
}

function whole(rows: readonly (Omit<Dated, 'from'> & { from: PartialDate | undefined })[]): readonly Dated[] {
  return rows.flatMap(({ row, from, to }) => (from ? [{ row, from, to }] : []));
}

function dateOf(
  row: Row,
  prefix: '' | 'End ',
  fail: (place: Place, what: string, fix: string) => void,
): PartialDate | undefined {
  const [year, month, day] = (['Year', 'Month', 'Day'] as const).map((part) => row.cell(`${prefix}${part}`));
  const place = (part: 'Year' | 'Month' | 'Day') => row.placeOf(`${prefix}${part}`);
  if (!year) {
    if (prefix === '' || month || day)
      fail(place('Year'), `the row has no ${prefix}Year`, 'Write it as a whole number, e.g. 1848.');
    return undefined;
  }
  if (!/^-?\d{1,4}$/.test(year) || Number(year) === 0) {
    fail(place('Year'), `"${year}" is no year`, 'Write a whole number such as 1848, or -44 for 44 BC.');
    return undefined;
  }
  if (day && !month) {
    fail(
      place('Month'),
      `the day ${day} stands without a month`,
      'Write the month as a number from 1 to 12.',
    );
    return undefined;
  }
  // TimelineJS has no year 0: its -44 is 44 BC, which astronomers and ISO 8601 call -43.
  const count = Number(year) < 0 ? Number(year) + 1 : Number(year);
  const iso = `${count < 0 ? '-' : ''}${String(Math.abs(count)).padStart(4, '0')}`;
  const parts = [month, day].flatMap((part) => (part ? [part.padStart(2, '0')] : []));
  const date = parseDate([iso, ...parts].join('-'));
  if (!date)
    fail(
      place(day ? 'Day' : 'Month'),
      `${[year, month, day].filter(Boolean).join('-')} is no date of the calendar`,
      'Write Month and Day as numbers that this year has.',
    );
  return date;
}

function assemble(
  file: string,
  title: Row | undefined,
  dated: readonly Dated[],
  periods: readonly Dated[],
  report: Report,
): Located<RawTimeline> {
  const laneIds = namer();
  const ids = namer();
  const groups = [...new Set(dated.map(({ row }) => groupOf(row)))];
  const lanes = groups.map((name) => ({ id: laneIds(name, 'lane'), name }));
  const eras = periods
    .toSorted((a, b) => startOf(a.from) - startOf(b.from))
    .map(({ row, from, to = from }) => {
      const name = plain(row.cell('Headline'));
      return { row, from, to, name, id: ids(name, 'era') };
    });
  const events = dated.map(({ row, from, to }) => {
    const lane = lanes.find(({ name }) => name === groupOf(row))?.id ?? '';
    const headline = plain(row.cell('Headline'));
    return eventOf(ids(headline, 'event'), lane, headline, row, from, to);
  });
  const times = [...dated, ...eras];
  const from = times.map((one) => one.from).reduce((a, b) => (startOf(a) <= startOf(b) ? a : b));
  const to = times
    .flatMap((one) => [one.from, one.to ?? one.from])
    .reduce((a, b) => (endOf(a) >= endOf(b) ? a : b));
  const asEras = follow(eras, dated);
  const [first] = eras;
  if (first && !asEras)
    report({
      severity: 'notice',
      place: first.row.placeOf('Headline'),
      what: 'the eras do not cover every event one after the other',
      fix: 'They are drawn as tints. As eras, each begins where the one before ends.',
    });
  const rowsAt: Readonly<Record<string, readonly Row[]>> = {
    events: dated.map(({ row }) => row),
    eras: eras.map(({ row }) => row),
    bands: eras.map(({ row }) => row),
  };
  return {
    value: {
      title: plain(title?.cell('Headline') ?? '') || file.replace(/\.\w+$/, ''),
      from: { year: from.year, about: false },
      to: { year: to.year, about: false },
      lanes,
      eras: asEras
        ? eras.map(({ id, name, ...era }) => ({
            ...{ id, name, from: era.from },
            years: formatYears(era.from.year, era.to.year),
          }))
        : [],
      bands: asEras ? [] : eras.map(({ id, name, ...era }) => ({ id, name, from: era.from, to: era.to })),
      ...{ folds: [], spans: [], groups: [], legend: {}, events },
    },
    placeOf: ([list, index, field]) =>
      rowsAt[String(list)]?.[Number(index)]?.placeOf(COLUMN_OF[String(field)] ?? 'Headline') ?? {
        file,
        line: 1,
        column: 1,
      },
  };
}

const COLUMN_OF: Readonly<Record<string, Column>> = {
  date: 'Year',
  from: 'Year',
  bar: 'End Year',
  to: 'End Year',
  lane: 'Group',
};

function eventOf(
  id: string,
  lane: string,
  title: string,
  row: Row,
  date: PartialDate,
  to: PartialDate | undefined,
): RawEvent {
  return {
    ...{ id, lane, date, title, label: shorten(title), kind: 'event' },
    summary: plain(row.cell('Text')) || title,
    significance: 2,
    mark: 'signed',
    ...(to && { bar: { weight: 'light', from: date, to } }),
    ...{ parties: [], milestones: [], sources: [] },
  };
}

/** Whether eras follow each other without gap or overlap (of more than the year they share) and hold all events. */
function follow(eras: readonly Dated[], events: readonly Dated[]): boolean {
  const [first] = eras;
  const last = eras.at(-1);
  if (!first || !last) return false;
  const apart = eras.some(({ from }, index) => {
    const before = eras[index - 1];
    return before !== undefined && Math.abs(startOf(from) - endOf(before.to ?? before.from)) > 1;
  });
  return (
    !apart &&
    events.every(
      ({ from }) => positionOf(from) >= startOf(first.from) && positionOf(from) < endOf(last.to ?? last.from),
    )
  );
}

/** Makes ids of names, none of them twice. */
function namer(): (name: string, otherwise: string) => string {
  const taken = new Set<string>();
  return (name, otherwise) => {
    const id = unused(slug(name) || otherwise, taken);
    taken.add(id);
    return id;
  };
}

function groupOf(row: Row): string {
  return plain(row.cell('Group')) || NO_GROUP;
}

/** Text without markup, as TimelineJS's cells may hold it. */
function plain(text: string): string {
  return text
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name: string) => ENTITIES[name] ?? ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': '’' };

/** The first words of a headline, as many as a label has room for. */
function shorten(title: string): string {
  if (title.length <= LABEL) return title;
  const cut = title.slice(0, LABEL - 1);
  return `${cut.slice(0, cut.lastIndexOf(' ') > 8 ? cut.lastIndexOf(' ') : undefined).trimEnd()}…`;
}
