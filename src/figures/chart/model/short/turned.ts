import { readDates } from '../../../../base/table/date.ts';
import { readNumbers } from '../../../../base/table/number.ts';
import { columnAt, findColumn, type Row, type Table } from '../../../../base/table/table.ts';
import { listed, type ShortReading } from './roles.ts';

/** So many heads have to be dates for them to be what runs along. */
const LEAST = 3;
/** Of so few dates many names are better bars than lines. */
const FEW = 4;
const MOST_NAMES = 12;

interface Heads {
  readonly columns: readonly number[];
  readonly texts: readonly string[];
}

/**
 * A table with years, months or days for heads, as the World Bank and most offices publish them, is turned: a row for
 * each of its cells, the dates run along, and its rows become the series. Any other table stays as it is, and so does
 * one of which the author names columns.
 */
export function turned(
  table: Table,
  reading: ShortReading,
): { readonly table: Table; readonly reading: ShortReading } {
  const same = { table, reading };
  const { spec, report, placeOf } = reading;
  const ends = endsOf(table, reading);
  if (ends) return ends;
  const free = (names: readonly string[]) =>
    names.find((name) => findColumn(table, name) === undefined) ?? names.join(' ');
  const [x = free(['year', 'date', 'time']), ...moreX] = spec.x ?? [];
  const [y, ...moreY] = Array.isArray(spec.y) ? spec.y : [];
  const named = (name: string | undefined) => name !== undefined && findColumn(table, name) !== undefined;
  if (spec.as === 'bars' || spec.as === 'scatter' || (spec.y && !Array.isArray(spec.y))) return same;
  if (moreX.length > 0 || moreY.length > 0 || named(spec.x?.[0]) || named(y)) return same;
  const heads = datesAmong(table, reading);
  if (heads.columns.length < LEAST) return same;
  const series = spec.series ?? nameColumn(table, heads, reading);
  const rows = table.rows.length;
  if ((series === undefined && rows > 1) || (heads.columns.length < FEW && rows > MOST_NAMES)) return same;
  const value = y ?? free([valueName(table, heads), 'value', 'number']);
  report({
    severity: 'notice',
    place: placeOf(['file']),
    what: `the dates of ${table.file} stand in its heads (${listed([heads.texts[0] ?? '', heads.texts.at(-1) ?? ''])}): they run along${series === undefined ? '' : `, a series for each "${series}"`}`,
    fix: 'Name with "series" another column for the series, or with "x" and "y" columns to be drawn as they are.',
  });
  return {
    table: turn(table, heads, x, value),
    reading: {
      ...reading,
      spec: { ...spec, x: [x], y: [value], ...(series === undefined ? {} : { series }) },
    },
  };
}

/** A slope between columns: they are its two ends, and each name is a line. */
function endsOf(table: Table, reading: ShortReading): ReturnType<typeof turned> | undefined {
  const { spec } = reading;
  const { as, series, x: [names, ...moreX] = [], y } = spec;
  if (as !== 'slope' || series || !Array.isArray(y) || y.length < 2 || !names || moreX.length > 0)
    return undefined;
  const columns = y.flatMap((name) => findColumn(table, name) ?? []);
  const index = findColumn(table, names);
  if (columns.length < y.length || index === undefined) return undefined;
  const { count } = readDates(columnAt(table, index).cells, { lang: reading.lang });
  if (count.dates > count.words) return undefined;
  const [x, value] = [y.join(', '), 'value'];
  return {
    table: turn(table, { columns, texts: y }, x, value),
    reading: { ...reading, spec: { ...spec, x: [x], y: [value], series: names } },
  };
}

/** Heads that are dates of one kind, over columns that hold numbers or nothing. */
function datesAmong(table: Table, { lang, spec }: ShortReading): Heads {
  const texts = table.columns.map(dateText);
  const { cells, unit } = readDates(texts, { lang, order: spec.dates });
  const columns = texts.flatMap((_, index) => {
    if (cells[index] === undefined || cells[index]?.unit !== unit) return [];
    const { count } = readNumbers(columnAt(table, index).cells);
    return count.words <= count.numbers * 0.2 ? [index] : [];
  });
  return { columns, texts: columns.map((index) => texts[index] ?? '') };
}

/** `1960 [YR1960]` and `X1960` are years in the heads of databanks and of programs that allow no figure at a beginning. */
const dateText = (head: string): string =>
  /^(\d{4}) \[YR\1\]$/.exec(head)?.[1] ?? /^[XY_]([12]\d{3})$/i.exec(head)?.[1] ?? head;

/** The first column of words that tells the rows apart which are drawn. */
function nameColumn(table: Table, { columns }: Heads, { spec }: ShortReading): string | undefined {
  const kept = table.rows.filter(({ cells }) =>
    Object.entries(spec.where).every(([name, wanted]) => {
      const index = findColumn(table, name);
      return index === undefined || wanted.includes(cells[index] ?? '');
    }),
  );
  return table.columns.find((name, index) => {
    if (columns.includes(index) || name === spec.facet) return false;
    const cells = kept.map((row) => row.cells[index] ?? '');
    const words = cells.filter((cell) => /\p{L}/u.test(cell)).length;
    const facet = spec.facet === undefined ? undefined : findColumn(table, spec.facet);
    const keys = kept.map((row) => `${facet === undefined ? '' : row.cells[facet]}|${row.cells[index]}`);
    return words > cells.length * 0.8 && new Set(keys).size === cells.length;
  });
}

/** What all rows measure, where a column says it and only one thing. */
function valueName(table: Table, { columns }: Heads): string {
  const free = table.columns.flatMap((name, index) => (columns.includes(index) ? [] : [{ name, index }]));
  const one = free.find(({ name, index }) => {
    const cells = new Set(table.rows.map((row) => row.cells[index] ?? ''));
    return (
      cells.size === 1 && table.rows.length > 1 && /indicator|series|variable|measure|subject/i.test(name)
    );
  });
  return (one && table.rows[0]?.cells[one.index]) || 'value';
}

function turn(table: Table, { columns, texts }: Heads, x: string, value: string): Table {
  const kept = table.columns.flatMap((_, index) => (columns.includes(index) ? [] : [index]));
  const rows = table.rows.flatMap(({ cells, placeOf }) =>
    columns.map(
      (index, nth): Row => ({
        cells: [...kept.map((other) => cells[other] ?? ''), texts[nth] ?? '', cells[index] ?? ''],
        placeOf: (column) => placeOf(kept[column] ?? index),
      }),
    ),
  );
  return { ...table, columns: [...kept.map((index) => table.columns[index] ?? ''), x, value], rows };
}
