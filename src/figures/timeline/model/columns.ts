import { suggest } from '../../../base/nearest.ts';
import type { Place, Report } from '../../../base/problem.ts';
import { columnAt, findColumn, type Table } from '../../../base/table/table.ts';
import { FIELDS, type Field, HEADS, plainHead } from './column-heads.ts';
import { withCentury } from './short-years.ts';
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
    const index = found.has(field) ? undefined : knownColumn(table, found, field, serves);
    if (index !== undefined) found.set(field, index);
  }
  const days = named.date === undefined ? daysBeside(table) : undefined;
  if (days !== undefined) found.set('date', days);
  guess(table, found);
  tellBareYears(table, found, named, report);
  // What is called so and cannot be read is told as such.
  const dated = found.get('date') ?? knownColumn(table, new Map(), 'date', () => true);
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

/** The first column, by the order of a field's heads, that has one of them. */
function knownColumn(
  table: Table,
  found: FoundColumns,
  field: Field,
  may: typeof serves,
): number | undefined {
  const heads = table.columns.map(plainHead);
  const taken = new Set(found.values());
  return HEADS[field]
    .map((head) =>
      heads.findIndex(
        (own, at) =>
          !taken.has(at) && (own === head || own.replaceAll(' ', '') === head) && may(table, at, field),
      ),
    )
    .find((at) => at >= 0);
}

const LOOKED_AT = 40;
/** Values of a column that parts events into lanes; one with more, most of them unlike, does not. */
const MOST_LANES = 12;
const CLOCK = /^\D{0,9}\d{1,2}(:\d{2}){1,2}/;

/** Whether a column can hold what its head says: times beside a day are no dates, and lanes hold several events each. */
function serves(table: Table, index: number, field: Field): boolean {
  if (field === 'time' || field === 'end_time')
    return shareOf(table, index, (cell) => CLOCK.test(cell)) > 0.6;
  if (field === 'date') return shareOf(table, index, isDated) > 0.2;
  if (field !== 'lane') return true;
  const cells = columnAt(table, index).cells.filter(Boolean);
  const names = new Set(cells).size;
  return names <= MOST_LANES || names <= cells.length * 0.6;
}

/** Where heads say nothing: the first column that mostly holds dates, and the first of words. */
function guess(table: Table, found: Map<Field, number>): void {
  const share = (index: number, holds: (cell: string) => boolean) => shareOf(table, index, holds);
  const free = () => freeColumns(table, found);
  if (!found.has('date')) {
    const like = (index: number) => LIKE_DATES.test(table.columns[index] ?? '');
    const dates = free().filter((index) => share(index, isDated) > 0.6);
    const index = dates.find(like) ?? dates.find((at) => share(at, isLikelyDate) > 0.6);
    if (index !== undefined) found.set('date', index);
  }
  if (!found.has('end')) {
    const index = spareColumns(table, found).ends[0];
    if (index !== undefined) found.set('end', index);
  }
  if (!found.has('image')) {
    const index = free().find(
      (at) => share(at, (cell) => /^[^\s:]+\.(png|jpe?g|gif|svg|webp|avif)$/i.test(cell)) > 0.6,
    );
    if (index !== undefined) found.set('image', index);
  }
  if (!found.has('title')) {
    const words = free().filter(
      (index) =>
        share(index, (cell) => /\p{L}{2}/u.test(cell) && !/^https?:/.test(cell) && !readSpoken(cell)) > 0.6,
    );
    const like = words.find((index) => /name|title|label|event|headline/i.test(table.columns[index] ?? ''));
    // What says the same in most rows names none of them; the text does, by its first words.
    const telling = found.has('text') ? words.filter((index) => differ(table, index)) : words;
    const index = like ?? telling[0];
    if (index !== undefined) found.set('title', index);
  }
}

/** Whether most cells of a column are unlike each other. */
function differ(table: Table, index: number): boolean {
  const cells = columnAt(table, index).cells.filter(Boolean).slice(0, LOOKED_AT);
  return new Set(cells).size > cells.length * 0.6;
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
  return freeColumns(table, found).filter(
    (index) => shareOf(table, index, (cell) => /^https?:\/\/\S+$/.test(cell)) > 0.6,
  );
}

/** Further columns of dates: they serve where a row's own cell is empty. */
export function spareColumns(
  table: Table,
  found: FoundColumns,
): { readonly dates: readonly number[]; readonly ends: readonly number[] } {
  const dated = freeColumns(table, found).filter((index) => shareOf(table, index, isDated) > 0.6);
  const like = (index: number, words: RegExp) => words.test(plainHead(table.columns[index] ?? ''));
  const ends = dated.filter((index) =>
    like(
      index,
      /(^| )(end|ends|ended|ending|death|died|until|finish|finished|left|to|closed?|fin|fine|ende|fim|einde|koniec|конец)( |$)/,
    ),
  );
  const dates = dated.filter(
    (index) =>
      !ends.includes(index) && like(index, /(date|(^| )(year|birth|born|begins?|began|start|from|at))( |$)/),
  );
  return { dates, ends };
}

export function freeColumns(table: Table, found: FoundColumns): readonly number[] {
  const taken = new Set(found.values());
  return table.columns.map((_, index) => index).filter((index) => !taken.has(index));
}

/** How much of the written cells of a column holds something. */
function shareOf(table: Table, index: number, holds: (cell: string) => boolean): number {
  const cells = columnAt(table, index).cells.filter(Boolean).slice(0, LOOKED_AT);
  return cells.length === 0 ? 0 : cells.filter(holds).length / cells.length;
}

/** A number alone may be anything; one of these is likely a year. */
function isLikelyDate(cell: string): boolean {
  return isBare(cell) ? /^(1\d{3}|20\d\d)$/.test(cell) : isDated(cell);
}

const isBare = (cell: string) => /^-?\d+$/.test(cell);
const LIKE_DATES = /date|year|time|start|born|begin/i;

/** Tells of a column of plain numbers whose head does not say that they are years. */
function tellBareYears(table: Table, found: FoundColumns, named: Columns, report: Report): void {
  const at = named.date === undefined ? found.get('date') : undefined;
  if (at === undefined) return;
  const { name, placeOf } = columnAt(table, at);
  const isCalled = LIKE_DATES.test(name) || HEADS.date.some((head) => head === plainHead(name));
  if (isCalled || name === '' || shareOf(table, at, isBare) <= 0.6) return;
  report({
    severity: 'notice',
    place: placeOf(0),
    what: `the numbers under "${name}" were taken for years`,
    fix: 'Name another column in the fence if they are none: columns: { date: … }.',
  });
}

function isDated(cell: string): boolean {
  return readSpoken(withCentury(cell)) !== undefined;
}
