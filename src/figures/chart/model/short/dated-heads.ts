import { readDates } from '../../../../base/table/date.ts';
import { bareName, monthNames } from '../../../../base/table/month-names.ts';
import { isGap, readNumbers } from '../../../../base/table/number.ts';
import { columnAt, findColumn, type Row, type Table } from '../../../../base/table/table.ts';
import type { ShortReading } from './roles.ts';

/** Columns whose heads are dates. */
export interface Heads {
  readonly columns: readonly number[];
  /** What each stands for, as it is read and told. */
  readonly texts: readonly string[];
  /** What stands before all of them: `Population 2010`, `Population 2011`. */
  readonly what?: string;
  /** The column of years that these are months or quarters of. */
  readonly year?: number | undefined;
}

/** Heads that are dates of one kind, over columns that hold numbers or nothing. */
export function datesAmong(table: Table, { lang, spec }: ShortReading): Heads {
  const texts = table.columns.map(dateText);
  const { cells, unit } = readDates(texts, { lang, order: spec.dates });
  const columns = texts.flatMap((_, index) =>
    cells[index] !== undefined && cells[index]?.unit === unit && holdsNumbers(table, index) ? [index] : [],
  );
  return { columns, texts: columns.map((index) => texts[index] ?? '') };
}

/** `1960 [YR1960]` and `X1960` are years in the heads of databanks and of programs that allow no figure at a beginning. */
const dateText = (head: string): string =>
  /^(\d{4}) \[YR\1\]$/.exec(head)?.[1] ?? /^[XY_]([12]\d{3})$/i.exec(head)?.[1] ?? head;

/** Heads that end in years and begin alike; none where two kinds of them stand side by side. */
export function yearsAfterWords(table: Table): Heads {
  const found = table.columns.flatMap((head, index) => {
    const [, what = '', year = ''] = /^(.*\p{L}.*?)[\s_.:,-]*\(?([12]\d{3})\)?$/u.exec(head) ?? [];
    return year !== '' && holdsNumbers(table, index) ? [{ what, year, index }] : [];
  });
  const [first] = found;
  const isOne = found.every(({ what }) => what === first?.what);
  if (!first || !isOne || new Set(found.map(({ year }) => year)).size < found.length)
    return { columns: [], texts: [] };
  return {
    columns: found.map(({ index }) => index),
    texts: found.map(({ year }) => year),
    what: first.what,
  };
}

/**
 * Heads that are the twelve months or the four quarters, of the years that stand in a column: tables of weather and of
 * work are often written so. Undefined for any other table.
 */
export function partsOfYears(table: Table, reading: ShortReading): Heads | undefined {
  const months = monthNames(reading.lang);
  const nthOf = (head: string, of: 4 | 12): number | undefined => {
    if (of === 4) return Number(/^(?:Q|qtr ?|quarter )([1-4])$/i.exec(head)?.[1] ?? 0) || undefined;
    return months.get(bareName(head)) ?? (/^(0?[1-9]|1[0-2])$/.test(head) ? Number(head) : undefined);
  };
  const parts = ([12, 4] as const)
    .map((of) => {
      const columns = table.columns.flatMap((head, index) => {
        const nth = nthOf(head, of);
        return nth !== undefined && holdsNumbers(table, index) ? [{ index, nth }] : [];
      });
      return { of, columns };
    })
    .find(({ of, columns }) => columns.length === of && new Set(columns.map(({ nth }) => nth)).size === of);
  if (!parts) return undefined;
  const taken = new Set(parts.columns.map(({ index }) => index));
  const year = table.columns.findIndex((_, index) => !taken.has(index) && areYears(table, index));
  if (year < 0) return undefined;
  return {
    columns: parts.columns.map(({ index }) => index),
    texts: parts.columns.map(({ nth }) => (parts.of === 4 ? `Q${nth}` : String(nth).padStart(2, '0'))),
    year,
  };
}

function areYears(table: Table, index: number): boolean {
  const cells = columnAt(table, index).cells.filter((cell) => cell !== '');
  return cells.length > 1 && cells.filter((cell) => /^[12]\d{3}$/.test(cell)).length >= cells.length * 0.9;
}

function holdsNumbers(table: Table, index: number): boolean {
  const { count } = readNumbers(columnAt(table, index).cells);
  return count.words <= count.numbers * 0.2;
}

/** Rows that hold words and no number under these heads say how others were counted (`A`, `p`) and are none. */
export function rowsOfFlags(table: Table, { columns }: Heads): readonly Row[] {
  return table.rows.filter(({ cells }) => {
    const own = columns.map((index) => cells[index] ?? '').filter((cell) => !isGap(cell));
    return own.length > 1 && readNumbers(own).count.numbers === 0;
  });
}

/** The table without rows of flags: one such row among few would make all its columns words. */
export function withoutFlags(table: Table, { lang, spec }: ShortReading): Table {
  const { cells } = readDates(table.columns.map(dateText), { lang, order: spec.dates });
  const columns = cells.flatMap((date, index) => (date ? [index] : []));
  if (columns.length < 3 || table.rows.length > 60) return table;
  const flags = new Set(rowsOfFlags(table, { columns, texts: [] }));
  return flags.size === 0 || flags.size === table.rows.length
    ? table
    : { ...table, rows: table.rows.filter((row) => !flags.has(row)) };
}

/** The table with a row for each cell under these heads. */
export function turn(table: Table, { columns, texts, year }: Heads, x: string, value: string): Table {
  const kept = table.columns.flatMap((_, index) =>
    columns.includes(index) || index === year ? [] : [index],
  );
  const rows = table.rows.flatMap(({ cells, placeOf }) =>
    columns.map((index, nth): Row => {
      const text = year === undefined ? texts[nth] : `${cells[year] ?? ''}-${texts[nth]}`;
      return {
        cells: [...kept.map((other) => cells[other] ?? ''), text ?? '', cells[index] ?? ''],
        placeOf: (column) => placeOf(kept[column] ?? index),
      };
    }),
  );
  return { ...table, columns: [...kept.map((index) => table.columns[index] ?? ''), x, value], rows };
}

/** Whether the author names a column of the table. */
export function isNamed(table: Table, name: string | undefined): boolean {
  return name !== undefined && findColumn(table, name) !== undefined;
}
