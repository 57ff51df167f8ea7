import { z } from 'zod';
import { nearest } from '../../../base/nearest.ts';
import type { Place, Report } from '../../../base/problem.ts';
import { readYaml } from '../../../base/yaml/read.ts';
import { readCsv } from '../../chart/model/csv.ts';

/** TimelineJS's columns, as its spreadsheet names them. */
export const COLUMNS = [
  ...(['Year', 'Month', 'Day', 'Time', 'End Year', 'End Month', 'End Day', 'End Time'] as const),
  ...(['Display Date', 'Headline', 'Text', 'Media', 'Media Credit', 'Media Caption'] as const),
  ...(['Media Thumbnail', 'Type', 'Group', 'Background'] as const),
] as const;

export type Column = (typeof COLUMNS)[number];

/** A row of TimelineJS's spreadsheet, or the same out of its JSON. A cell left empty is ''. */
export interface Row {
  readonly cell: (column: Column) => string;
  readonly placeOf: (column: Column) => Place;
}

/** Reads a CSV file with TimelineJS's columns, in any order. Undefined if it holds an error. */
export function csvRows(file: string, text: string, report: Report): readonly Row[] | undefined {
  let sound = true;
  const csv = readCsv(file, text, (problem) => {
    if (problem.severity === 'error') sound = false;
    report(problem);
  });
  if (!csv || !sound) return undefined;
  const columns = new Map<Column, number>();
  const head = { file, line: 1, column: 1 };
  for (const [index, written] of csv.columns.entries()) {
    const name = COLUMNS.find((known) => known.toLowerCase() === written.trim().toLowerCase());
    if (name) columns.set(name, index);
    else if (written.trim() !== '') {
      const meant = nearest(written.trim(), COLUMNS);
      const fix = meant ? `Did you mean "${meant}"?` : `Known here: ${COLUMNS.join(', ')}.`;
      report({
        severity: 'notice',
        place: head,
        what: `the column "${written}" is none of TimelineJS’s and is not read`,
        fix,
      });
    }
  }
  for (const name of ['Year', 'Headline'] as const)
    if (!columns.has(name)) {
      sound = false;
      report({
        severity: 'error',
        place: head,
        what: `the column "${name}" is missing`,
        fix: `Add it to the first row.`,
      });
    }
  if (!sound) return undefined;
  return csv.rows.map(({ cells, placeOf }) => ({
    cell: (column) => cells[columns.get(column) ?? -1]?.trim() ?? '',
    placeOf: (column) => placeOf(columns.get(column) ?? 0),
  }));
}

const cell = z.union([z.string(), z.number()]).nullish();
const JsDate = z.strictObject({
  ...{ year: cell, month: cell, day: cell, hour: cell, minute: cell, second: cell, millisecond: cell },
  ...{ display_date: cell, format: cell },
});
const JsMedia = z.record(z.string(), z.json()).nullish();
const JsSlide = z.strictObject({
  start_date: JsDate.nullish(),
  end_date: JsDate.nullish(),
  text: z.strictObject({ headline: cell, text: cell }).nullish(),
  media: JsMedia,
  background: JsMedia,
  ...{ group: cell, display_date: cell, unique_id: cell },
  autolink: z.boolean().nullish(),
});
const JsTimeline = z.strictObject({
  title: JsSlide.nullish(),
  events: z.array(JsSlide),
  eras: z.array(JsSlide).nullish(),
  scale: z.enum(['human', 'cosmological']).nullish(),
});
type JsSlide = z.infer<typeof JsSlide>;

/** Where a column stands in TimelineJS's JSON. */
const PATHS: Readonly<Record<Column, readonly string[]>> = {
  Year: ['start_date', 'year'],
  Month: ['start_date', 'month'],
  Day: ['start_date', 'day'],
  Time: ['start_date', 'hour'],
  'End Year': ['end_date', 'year'],
  'End Month': ['end_date', 'month'],
  'End Day': ['end_date', 'day'],
  'End Time': ['end_date', 'hour'],
  'Display Date': ['display_date'],
  Headline: ['text', 'headline'],
  Text: ['text', 'text'],
  Media: ['media', 'url'],
  'Media Credit': ['media', 'credit'],
  'Media Caption': ['media', 'caption'],
  'Media Thumbnail': ['media', 'thumbnail'],
  Type: [],
  Group: ['group'],
  Background: ['background'],
};

/** Reads TimelineJS's JSON: a list of events, with a title and eras. Undefined if it holds an error. */
export function jsonRows(file: string, text: string, report: Report): readonly Row[] | undefined {
  // JSON is YAML: its problems are found with their places by the same reader.
  const located = readYaml({ file, text, firstLine: 1 }, JsTimeline, report);
  if (!located) return undefined;
  const { title, events, eras } = located.value;
  const row = (slide: JsSlide, at: readonly PropertyKey[], type: string): Row => ({
    cell: (column) => (column === 'Type' ? type : cellOf(slide, column)),
    placeOf: (column) => located.placeOf([...at, ...PATHS[column]]),
  });
  return [
    ...(title ? [row(title, ['title'], 'title')] : []),
    ...events.map((slide, index) => row(slide, ['events', index], '')),
    ...(eras ?? []).map((slide, index) => row(slide, ['eras', index], 'era')),
  ];
}

function cellOf(slide: JsSlide, column: Column): string {
  const [outer = '', inner] = PATHS[column];
  const value = valueIn(slide, outer);
  const found = inner === undefined ? value : valueIn(value, inner);
  if (typeof found === 'string' || typeof found === 'number') return String(found).trim();
  if (column === 'Display Date') return String(slide.start_date?.display_date ?? '');
  return found === null || found === undefined ? '' : JSON.stringify(found);
}

function valueIn(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

/** What TimelineJS shows and a timeline drawn on one slide does not. */
const NO_PLACE: readonly Column[] = [
  ...(['Time', 'End Time', 'Display Date', 'Media', 'Media Credit', 'Media Caption'] as const),
  ...(['Media Thumbnail', 'Background'] as const),
];

/** Names what is not shown, one notice for a column, at the first row that has it. */
export function reportPlaceless(rows: readonly Row[], report: Report): void {
  const notice = (column: Column, having: readonly Row[], what: string, fix: string) => {
    const [first] = having;
    const more = having.length > 1 ? ` in ${having.length} rows, first here` : '';
    if (first) report({ severity: 'notice', place: first.placeOf(column), what: `${what}${more}`, fix });
  };
  for (const column of NO_PLACE)
    notice(
      column,
      rows.filter((row) => row.cell(column) !== ''),
      `"${column}" has no place on this timeline and is not shown`,
      'Say it in the Text, or on a slide of its own.',
    );
  notice(
    'Text',
    rows.filter((row) => /<[a-z/]/i.test(row.cell('Text'))),
    'the markup in "Text" is taken out',
    'Links and pictures belong on a slide.',
  );
  const other = rows.filter((row) => /^(title|era)$/i.test(row.cell('Type')) && row.cell('Text') !== '');
  notice('Text', other, '"Text" of a title or an era is not shown', 'Write it on a slide.');
}
