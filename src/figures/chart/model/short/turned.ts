import { readDates } from '../../../../base/table/date.ts';
import { columnAt, findColumn, type Table } from '../../../../base/table/table.ts';
import {
  datesAmong,
  type Heads,
  isNamed,
  partsOfYears,
  turn,
  withoutFlags,
  yearsAfterWords,
} from './dated-heads.ts';
import { nameColumns, withJoined } from './name-columns.ts';
import { listed, type ShortReading } from './roles.ts';

/** So many heads have to be dates for them to be what runs along. */
const LEAST = 3;
/** Of so few dates many names are better bars than lines. */
const FEW = 4;
const MOST_NAMES = 12;

export interface Turned {
  readonly table: Table;
  readonly reading: ShortReading;
}

/**
 * A table with years, months or days for heads, as the World Bank and most offices publish them, is turned: a row for
 * each of its cells, the dates run along, and its rows become the series. So is one of twelve months or four quarters
 * beside a column of years. Any other table stays as it is, and so does one of which the author names columns.
 */
export function turned(table: Table, reading: ShortReading): Turned {
  const same = { table, reading };
  const { spec } = reading;
  const ends = endsOf(table, reading);
  if (ends) return ends;
  const [y, ...moreY] = Array.isArray(spec.y) ? spec.y : [];
  if (spec.as === 'bars' || spec.as === 'scatter' || (spec.y && !Array.isArray(spec.y))) return same;
  if ((spec.x?.length ?? 0) > 1 || moreY.length > 0 || isNamed(table, y)) return same;
  const parts = partsOfYears(table, reading);
  const year = parts?.year === undefined ? undefined : table.columns[parts.year];
  if (parts && spec.series === year) return turnedBy({ ...parts, ...names(table, parts) }, table, reading);
  if (parts && (!spec.x || spec.x[0] === year)) return turnedBy(parts, table, reading);
  if (isNamed(table, spec.x?.[0])) return same;
  const plain = withoutFlags(table, reading);
  const dates = datesAmong(plain, reading);
  const heads = dates.columns.length < LEAST ? yearsAfterWords(plain) : dates;
  if (heads.columns.length < LEAST || (heads.columns.length < FEW && plain.rows.length > MOST_NAMES))
    return same;
  return turnedBy(heads, plain, reading, table.rows.length - plain.rows.length);
}

/** Months by the names the file has for them, their years left where they are. */
function names(table: Table, { columns }: Heads): Partial<Heads> {
  return { texts: columns.map((index) => table.columns[index] ?? ''), year: undefined };
}

/** The table turned by these heads; as it is where nothing tells its rows apart. */
function turnedBy(heads: Heads, table: Table, reading: ShortReading, flags = 0): Turned {
  const { spec, report, placeOf } = reading;
  const free = (all: readonly string[]) =>
    all.find((name) => findColumn(table, name) === undefined) ?? all.join(' ');
  const own = heads.year === undefined ? undefined : table.columns[heads.year];
  const x = own ?? spec.x?.[0] ?? free(['year', 'date', 'time']);
  const years = heads.year === undefined ? undefined : columnAt(table, heads.year).cells;
  // Years that stand once each are one series.
  const isOne = table.rows.length === 1 || (years !== undefined && new Set(years).size === years.length);
  const found = spec.series !== undefined ? [spec.series] : isOne ? [] : nameColumns(table, heads, reading);
  if (found.length === 0 && !isOne) return { table, reading };
  const single =
    table.rows.length === 1 && spec.series === undefined ? nameColumns(table, heads, reading) : [];
  const series = found.length > 0 ? found.join(', ') : single[0];
  const value =
    (Array.isArray(spec.y) ? spec.y[0] : undefined) ??
    free([heads.what || valueName(table, heads), 'value', 'number']);
  const others = table.columns.filter((_, index) => !heads.columns.includes(index) && index !== heads.year);
  const [first = '', last = ''] = [heads.columns[0], heads.columns.at(-1)].map(
    (at) => table.columns[at ?? 0] ?? '',
  );
  report({
    severity: 'notice',
    place: placeOf(['file']),
    what: `the dates of ${table.file} stand in its heads (${listed([first, last])}): they run along${series === undefined ? '' : `, a series for each "${series}"`}${own !== undefined && others.length > 0 ? `; ${listed(others)} ${others.length === 1 ? 'is' : 'are'} not drawn` : ''}${flags > 0 ? `; ${flags === 1 ? 'a row' : `${flags} rows`} without any number ${flags === 1 ? 'is' : 'are'} not drawn` : ''}`,
    fix: 'Name with "series" another column for the series, or with "x" and "y" columns to be drawn as they are.',
  });
  const whole = found.length > 1 ? withJoined(table, found) : table;
  return {
    table: turn(whole, heads, x, value),
    reading: {
      ...reading,
      isTurned: true,
      spec: { ...spec, x: [x], y: [value], ...(series === undefined ? {} : { series }) },
    },
  };
}

/** A slope between columns: they are its two ends, and each name is a line. */
function endsOf(table: Table, reading: ShortReading): Turned | undefined {
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
    reading: { ...reading, isTurned: true, spec: { ...spec, x: [x], y: [value], series: names } },
  };
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
