import { suggest } from '../../../base/nearest.ts';
import type { Place, Report } from '../../../base/problem.ts';
import { columnAt, findColumn, type Table } from '../../../base/table/table.ts';
import { FIELDS, type Field, HEADS, plainHead } from './column-heads.ts';
import { isNothing } from './gaps.ts';
import { hasUnit } from './head-units.ts';
import { bareHead, knownColumn } from './known-heads.ts';
import {
  areSmall,
  isBare,
  isDated,
  shareOf,
  shareOfAddresses,
  shareOfDates,
  shareOfLikely,
  variety,
} from './serving.ts';
import { ENDING, freeColumns, LIFE, spareColumns } from './spare-dates.ts';
import { readSpoken } from './spoken-date.ts';

export type { Field };
export { FIELDS };

/** The columns that a fence names, where their heads are not known ones. */
export type Columns = Readonly<Partial<Record<Field, string | undefined>>>;

/** Positions of the columns of a table, by what they hold. */
export type FoundColumns = ReadonlyMap<Field, number>;

/** What only cards show: without it they lack words, and the picture is still right. */
const IN_CARDS: ReadonlySet<Field> = new Set(['text', 'image', 'alt', 'credit', 'source', 'place']);

/** Finds the columns of a table: those the fence names, by their heads, at last by what their cells are. Undefined, and reported, without dates or titles. */
export function findColumns(
  table: Table,
  named: Columns,
  place: Place,
  report: Report,
  lang = '',
): FoundColumns | undefined {
  const found = new Map<Field, number>();
  let sound = true;
  for (const field of FIELDS) {
    const name = named[field];
    if (name === undefined) continue;
    const index = findColumn(table, name);
    if (index !== undefined) found.set(field, index);
    else {
      const isInCards = IN_CARDS.has(field);
      sound &&= isInCards;
      const what = `${table.file} has no column "${name}"${isInCards ? `: cards show no "${field}"` : ''}`;
      report({ severity: isInCards ? 'notice' : 'error', place, what, fix: suggest(name, table.columns) });
    }
  }
  if (!sound) return undefined;
  for (const field of FIELDS) {
    const index = found.has(field) ? undefined : knownColumn(table, found, field, lang);
    if (index !== undefined) found.set(field, index);
  }
  const days = named.date === undefined ? daysBeside(table) : undefined;
  if (days !== undefined) found.set('date', days);
  guess(table, found);
  if (named.date === undefined && named.end === undefined) {
    takeOwnDates(table, found);
    leaveLife(table, found);
  }
  tellBareYears(table, found, named, report);
  // What is called so and cannot be read is told as such.
  const dated =
    found.get('date') ?? knownColumn(table, new Map(), 'date', lang, (_, at) => !areSmall(table, at));
  if (dated !== undefined) found.set('date', dated);
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

/** Where heads say nothing: the first column that mostly holds dates, and the first of words. */
function guess(table: Table, found: Map<Field, number>): void {
  const free = () => freeColumns(table, found);
  if (!found.has('date')) {
    const dates = free().filter((index) => shareOfDates(table, index) > 0.6);
    const index =
      dates.find((at) => LIKE_DATES.test(table.columns[at] ?? '')) ??
      dates.find((at) => shareOfLikely(table, at) > 0.6);
    if (index !== undefined) found.set('date', index);
  }
  if (!found.has('end')) {
    const index = spareColumns(table, found).ends[0];
    if (index !== undefined) found.set('end', index);
  }
  if (!found.has('image')) {
    const index = free().find(
      (at) => shareOf(table, at, (cell) => /^[^\s:]+\.(png|jpe?g|gif|svg|webp|avif)$/i.test(cell)) > 0.6,
    );
    if (index !== undefined) found.set('image', index);
  }
  const heads = (index: number) => plainHead(table.columns[index] ?? '');
  if (!found.has('text')) {
    const index = wordColumns(table, found).find((at) => OF_TEXT.test(heads(at)));
    if (index !== undefined) found.set('text', index);
  }
  if (!found.has('title')) {
    const words = wordColumns(table, found).filter((index) => !OF_SOURCES.test(heads(index)));
    const like = words.filter((index) => /name|title|label|event|headline/i.test(table.columns[index] ?? ''));
    // What says the same in most rows names none of them; the text does, by its first words.
    const differ = (index: number) => variety(table, index) > 0.6;
    const hasOther = found.has('text') || found.has('place');
    const index = like.find(differ) ?? like[0] ?? words.find(differ) ?? (hasOther ? undefined : words[0]);
    if (index !== undefined) found.set('title', index);
    else if (!found.has('text'))
      for (const field of ['place', 'lane'] as const) {
        const at = found.get(field);
        if (at === undefined || !differ(at) || found.has('title')) continue;
        found.set('title', at);
        found.delete(field);
      }
  }
}

/** `Phase Start` and `Phase End` beside `Phase Name` are the dates of what is titled, others of what it is part of. */
function takeOwnDates(table: Table, found: Map<Field, number>): void {
  const head = (index: number) => plainHead(table.columns[index] ?? '');
  const [word = '', ...rest] = head(found.get('title') ?? -1).split(' ');
  if (rest.length === 0) return;
  const own = freeColumns(table, found).filter(
    (index) => head(index).startsWith(`${word} `) && shareOfDates(table, index) > 0.6,
  );
  const end = own.find((index) => ENDING.test(head(index)));
  const date = own.find((index) => index !== end);
  if (date !== undefined && end !== undefined) found.set('date', date).set('end', end);
}

/** Where the end is that of a reign or an office, a birth is not its beginning. */
function leaveLife(table: Table, found: Map<Field, number>): void {
  const [date, end] = [found.get('date'), found.get('end')];
  const isLife = (index: number) => LIFE.test(plainHead(table.columns[index] ?? ''));
  if (date === undefined || end === undefined || !isLife(date) || isLife(end)) return;
  const written = (index: number) => table.rows.filter(({ cells }) => !isNothing(cells[index] ?? '')).length;
  const [other] = freeColumns(table, found)
    .filter((index) => !isLife(index) && shareOfDates(table, index) > 0.6)
    .toSorted((a, b) => written(b) - written(a));
  if (other !== undefined && written(other) >= table.rows.length / 2) found.set('date', other);
}

const OF_SOURCES = /(^| )(sources?|references?|refs?|citations?|credits?)( |$)/;
const OF_TEXT = /(^| )(notes?|description|comments?|remarks?|summary|details?)( |$)/;

/** Columns of words that nothing is known of: they may title what has no other name. */
export function wordColumns(table: Table, found: FoundColumns): readonly number[] {
  const isTitle = (cell: string) => /\p{L}{2}/u.test(cell) && !/^https?:/.test(cell) && !readSpoken(cell);
  return freeColumns(table, found).filter((index) => shareOf(table, index, isTitle) > 0.6);
}

/** Heads of a column of years, and of one of days beside it. */
const [YEARS, DAYS] = [
  /^(year|years|jahr|annee|ano|anno|jaar|год|рік|rok|ar|年)$/,
  /^(date|dates|day|month|month and day|day and month|datum|fecha|data|дата|tag|jour|dia)$/,
];

/** A column of days without a year, where one of years stands in the same table: `1969 | July 20`. */
function daysBeside(table: Table): number | undefined {
  if (!table.columns.some((head, at) => YEARS.test(plainHead(head)) && holdsYears(table, at)))
    return undefined;
  const isDay = (cell: string) =>
    /\p{L}{3}.*\d|\d.*\p{L}{3}/u.test(cell) && !/\d{3}/.test(cell) && isDated(`${cell} 2000`);
  const at = table.columns.findIndex(
    (head, index) => DAYS.test(plainHead(head)) && shareOf(table, index, isDay) > 0.5,
  );
  return at < 0 ? undefined : at;
}

/** The column that says the years of the days found. */
export function yearBeside(table: Table, found: FoundColumns): number | undefined {
  const days = daysBeside(table);
  if (days === undefined || days !== found.get('date')) return undefined;
  return table.columns.findIndex((head, at) => YEARS.test(plainHead(head)) && holdsYears(table, at));
}

function holdsYears(table: Table, index: number): boolean {
  return shareOf(table, index, (cell) => /^\d{3,4}$/.test(cell)) > 0.8;
}

/** Further columns of addresses, none of which is lost whatever its head. */
export function addressColumns(table: Table, found: FoundColumns): readonly number[] {
  return freeColumns(table, found).filter((index) => shareOfAddresses(table, index) > 0.6);
}

const LIKE_DATES = /date|year|time|start|born|birth|begin/i;
/** Heads that leave no doubt that numbers under them are years. */
const CALLED = /date|year|born|birth/i;

/** Tells of a column of plain numbers whose head does not say that they are years. */
function tellBareYears(table: Table, found: FoundColumns, named: Columns, report: Report): void {
  const at = named.date === undefined ? found.get('date') : undefined;
  if (at === undefined) return;
  const { name, placeOf } = columnAt(table, at);
  const isCalled = CALLED.test(name) || HEADS.date.some((head) => head === bareHead(name));
  if (isCalled || hasUnit(name) || name === '' || shareOf(table, at, isBare) <= 0.6) return;
  report({
    severity: 'notice',
    place: placeOf(0),
    what: `the numbers under "${name}" were taken for years`,
    fix: 'Name another column in the fence if they are none: columns: { date: … }.',
  });
}
