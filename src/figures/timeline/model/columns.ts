import { suggest } from '../../../base/nearest.ts';
import type { Place, Report } from '../../../base/problem.ts';
import { columnAt, findColumn, type Table } from '../../../base/table/table.ts';
import { readSpoken } from './spoken-date.ts';

/** What a column of a table of events may hold, and the heads by which it is known. */
const HEADS = {
  date: [
    'date',
    'start',
    'start date',
    'startdate',
    'from',
    'begin',
    'began',
    'year',
    'when',
    'time',
    'datum',
    'dates',
    'start year',
    'point in time',
    'inception',
    'born',
    'birth',
    'birth date',
    'date of birth',
    'release date',
    'published',
    'year start',
    'start time',
    'at',
    'day',
    'founded',
    'established',
    'reign start',
    'term start',
    'timestamp',
    'datetime',
    'hdate',
    'period',
    'years',
    'reign',
  ],
  end: [
    ...['end', 'end date', 'enddate', 'to', 'until', 'finish', 'finished', 'ended', 'end year', 'end time'],
    ...['year end', 'died', 'death', 'death date', 'date of death', 'reign end', 'term end', 'stop'],
    ...['date end', 'hdate end', 'dissolved', 'closed', 'hdate death'],
  ],
  month: ['month'],
  day: ['day'],
  time: ['time', 'clock', 'hour', 'start time', 'time of day'],
  end_time: ['end time', 'until time'],
  title: [
    'title',
    'name',
    'label',
    'headline',
    'event',
    'event name',
    'item label',
    'itemlabel',
    'what',
    'person',
    'key',
  ],
  lane: ['lane', 'group', 'category', 'series', 'track'],
  text: [
    'text',
    'description',
    'summary',
    'desc',
    'details',
    'notes',
    'content',
    'body',
    'comment',
    'itemdescription',
    'event',
    'information',
    'info',
  ],
  when: ['display date', 'displaydate', 'date shown'],
  image: ['image', 'picture', 'photo', 'media', 'media url', 'thumbnail', 'img', 'pic', 'video', 'film'],
  alt: ['alt', 'caption', 'media caption', 'alt text', 'image caption'],
  credit: ['credit', 'media credit', 'image credit', 'attribution', 'licence', 'license'],
  source: [
    'source',
    'sources',
    'url',
    'link',
    'links',
    'reference',
    'wikipedia',
    'website',
    'article',
    'href',
    'uri',
    'ref',
  ],
  place: ['place', 'location', 'where', 'city', 'venue'],
  kind: ['kind', 'type'],
  significance: ['significance', 'importance', 'weight'],
  id: ['id', 'key'],
} as const;

export type Field = keyof typeof HEADS;
export const FIELDS = [
  ...([
    'date',
    'end',
    'month',
    'day',
    'time',
    'end_time',
    'title',
    'lane',
    'text',
    'when',
    'image',
    'alt',
  ] as const),
  ...(['credit', 'source', 'place', 'kind', 'significance', 'id'] as const),
] as const satisfies readonly Field[];

/** The columns that a fence names, where their heads are not known ones. */
export type Columns = Readonly<Partial<Record<Field, string | undefined>>>;

/** Positions of the columns of a table, by what they hold. */
export type FoundColumns = ReadonlyMap<Field, number>;

const plain = (head: string) =>
  head
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[\s_.-]+/g, ' ')
    .trim();

/** Finds the columns of a table: those the fence names, by their heads, at last by what their cells are. Undefined, and reported, without dates or titles. */
export function findColumns(
  table: Table,
  named: Columns,
  place: Place,
  report: Report,
): FoundColumns | undefined {
  const found = new Map<Field, number>();
  let sound = true;
  for (const field of FIELDS) {
    const name = named[field];
    if (name === undefined) continue;
    const index = findColumn(table, name);
    if (index !== undefined) found.set(field, index);
    else {
      sound = false;
      const fix = suggest(name, table.columns);
      report({ severity: 'error', place, what: `${table.file} has no column "${name}"`, fix });
    }
  }
  if (!sound) return undefined;
  const heads = table.columns.map(plain);
  for (const field of FIELDS) {
    if (found.has(field)) continue;
    const taken = new Set(found.values());
    const known = HEADS[field].map((head) =>
      heads.findIndex((own, at) => !taken.has(at) && (own === head || own.replaceAll(' ', '') === head)),
    );
    const index = known.find((at) => at >= 0);
    if (index !== undefined) found.set(field, index);
  }
  guess(table, found);
  // A table of dates and texts is one of events: each is titled by the first words of its text.
  const missing = (['date', 'title'] as const).filter(
    (field) => !found.has(field) && !(field === 'title' && found.has('text')),
  );
  if (missing.length === 0) return found;
  const [first = 'date'] = missing;
  report({
    severity: 'error',
    place: { file: table.file.replace(/#.*/, ''), line: 1, column: 1 },
    what: `no column of ${first === 'date' ? 'dates' : 'titles'} was found in ${table.file}`,
    fix: `Name it in the fence: columns: { ${missing.map((field) => `${field}: ${table.columns[0] ?? 'name'}`).join(', ')} }, or call it "${first}".`,
  });
  return undefined;
}

const LOOKED_AT = 40;

/** Where heads say nothing: the first column that mostly holds dates, and the first of words. */
function guess(table: Table, found: Map<Field, number>): void {
  const share = (index: number, holds: (cell: string) => boolean) => shareOf(table, index, holds);
  const free = () => freeColumns(table, found);
  if (!found.has('date')) {
    const like = (index: number) => /date|year|time|start|born|begin/i.test(table.columns[index] ?? '');
    const dates = free().filter((index) => share(index, (cell) => readSpoken(cell) !== undefined) > 0.6);
    const index = dates.find(like) ?? dates.find((at) => share(at, isLikelyDate) > 0.6);
    if (index !== undefined) found.set('date', index);
  }
  if (!found.has('end')) {
    const index = spareColumns(table, found).ends[0];
    if (index !== undefined) found.set('end', index);
  }
  if (!found.has('title')) {
    const words = free().filter(
      (index) =>
        share(index, (cell) => /\p{L}{2}/u.test(cell) && !/^https?:/.test(cell) && !readSpoken(cell)) > 0.6,
    );
    const like = words.find((index) => /name|title|label|event|headline/i.test(table.columns[index] ?? ''));
    const index = like ?? words[0];
    if (index !== undefined) found.set('title', index);
  }
}

/** Further columns of dates: they serve where a row's own cell is empty. */
export function spareColumns(
  table: Table,
  found: FoundColumns,
): { readonly dates: readonly number[]; readonly ends: readonly number[] } {
  const dated = freeColumns(table, found).filter(
    (index) => shareOf(table, index, (cell) => readSpoken(cell) !== undefined) > 0.6,
  );
  const like = (index: number, words: RegExp) => words.test(plain(table.columns[index] ?? ''));
  const ends = dated.filter((index) =>
    like(index, /(^| )(end|ends|ended|death|died|until|finish|finished|left|to|closed?)( |$)/),
  );
  const dates = dated.filter(
    (index) =>
      !ends.includes(index) && like(index, /(date|(^| )(year|birth|born|begins?|began|start|from|at))( |$)/),
  );
  return { dates, ends };
}

function freeColumns(table: Table, found: FoundColumns): readonly number[] {
  const taken = new Set(found.values());
  return table.columns.map((_, index) => index).filter((index) => !taken.has(index));
}

/** How much of the written cells of a column holds something. */
function shareOf(table: Table, index: number, holds: (cell: string) => boolean): number {
  const cells = columnAt(table, index).cells.filter(Boolean).slice(0, LOOKED_AT);
  return cells.length === 0 ? 0 : cells.filter(holds).length / cells.length;
}

/** A number alone may be anything; one of three or four figures is likely a year. */
function isLikelyDate(cell: string): boolean {
  return /^-?\d+$/.test(cell) ? /^-?\d{3,4}$/.test(cell) : readSpoken(cell) !== undefined;
}
