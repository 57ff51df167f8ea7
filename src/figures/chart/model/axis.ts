import { suggest } from '../../../base/nearest.ts';
import type { Place, Report } from '../../../base/problem.ts';
import { type Column, namedColumn, type Table } from '../../../base/table/table.ts';
import type { RowAxis, YearAxis } from './chart.ts';
import { readColumn } from './column.ts';
import type { FileReader } from './open-files.ts';
import type { ChartSpec } from './spec.ts';

/** What the steps of reading one chart share. */
export interface Reading {
  readonly spec: ChartSpec;
  readonly placeOf: (path: readonly PropertyKey[]) => Place;
  readonly readFile: FileReader;
  readonly lang: string;
  readonly report: Report;
}

/** How many years or rows can still be told apart on a slide. */
const MOST_YEARS = 260;
const MOST_ROWS = 18;

/** The years or rows of a chart as text, in order: the keys of its files' rows. */
export function keysOf(axis: YearAxis | RowAxis): readonly string[] {
  if (axis.kind === 'rows') return axis.names;
  return Array.from({ length: axis.to - axis.from + 1 }, (_, slot) => String(axis.from + slot));
}

/** Reads what the chart runs along: its years, or the named rows of its file. */
export function readAxis(reading: Reading): YearAxis | RowAxis | undefined {
  const { x, rows } = reading.spec;
  if (x && !rows) return readYears(x, reading);
  if (rows && !x) return readRows(rows, reading);
  reading.report({
    severity: 'error',
    place: reading.placeOf(rows ? ['rows'] : []),
    what: x ? 'this chart has both "x" and "rows"' : 'this chart has neither "x" nor "rows"',
    fix: 'Write "x" for years from left to right, or "rows" for names down the side.',
  });
  return undefined;
}

function readYears(x: NonNullable<ChartSpec['x']>, { placeOf, report }: Reading): YearAxis | undefined {
  const years = x.to - x.from + 1;
  if (years < 2 || years > MOST_YEARS) {
    const what =
      years < 2 ? `the axis runs from ${x.from} to ${x.to}` : `${x.from} to ${x.to} are ${years} years`;
    report({
      severity: 'error',
      place: placeOf(['x', 'to']),
      what,
      fix: years < 2 ? 'Name the earlier year first.' : `A chart draws 2 to ${MOST_YEARS} of them.`,
    });
    return undefined;
  }
  const ticks = x.ticks.map((at, index) => ({ at, place: placeOf(['x', 'ticks', index]) }));
  for (const { at, place } of ticks)
    if (at < x.from || at > x.to)
      report({
        severity: 'error',
        place,
        what: `the tick ${at} lies outside the axis`,
        fix: `The axis runs from ${x.from} to ${x.to}.`,
      });
  return { kind: 'years', from: x.from, to: x.to, ticks, prefix: x.prefix };
}

function readRows(rows: NonNullable<ChartSpec['rows']>, reading: Reading): RowAxis | undefined {
  const { spec, placeOf, report } = reading;
  const table = reading.readFile(spec.file, placeOf(['file']));
  const key = table && namedColumn(table, rows.column, placeOf(['rows', 'column']), report);
  if (!table || !key) return undefined;
  const count = table.rows.length;
  if (count === 0 || count > MOST_ROWS) {
    const what = `${table.file} has ${count} rows`;
    report({
      severity: 'error',
      place: placeOf(['file']),
      what,
      fix: `A chart draws 1 to ${MOST_ROWS} of them.`,
    });
    return undefined;
  }
  const names = sortedNames(table, key, rows.sort, reading);
  if (rows.accent !== undefined && !names.includes(rows.accent))
    report({
      severity: 'error',
      place: placeOf(['rows', 'accent']),
      what: `no row is called "${rows.accent}"`,
      fix: suggest(rows.accent, names),
    });
  const accent = rows.accent === undefined ? -1 : names.indexOf(rows.accent);
  return {
    kind: 'rows',
    names,
    accent: accent < 0 ? undefined : accent,
    estimates: readEstimates(table, key, names, rows.estimate, reading),
  };
}

/** Names of the rows in the file's order, or by a column of numbers, largest first. */
function sortedNames(
  table: Table,
  key: Column,
  by: string | undefined,
  { spec, placeOf, report, lang }: Reading,
): readonly string[] {
  const names = [...new Set(key.cells)];
  const column = by === undefined ? undefined : namedColumn(table, by, placeOf(['rows', 'sort']), report);
  if (column === undefined) return names;
  const cells = readColumn(table, key, column, { ...spec, lang, keys: 'names' }, report);
  const size = (name: string) => cells.get(name)?.value ?? Number.NEGATIVE_INFINITY;
  return names.sort((a, b) => size(b) - size(a));
}

/** Rows whose cell in the named column says anything but no. */
function readEstimates(
  table: Table,
  key: Column,
  names: readonly string[],
  by: string | undefined,
  { placeOf, report }: Reading,
): ReadonlySet<number> {
  const column = by === undefined ? undefined : namedColumn(table, by, placeOf(['rows', 'estimate']), report);
  if (column === undefined) return new Set();
  const estimated = key.cells.filter((_, row) => !/^(no|false|0)?$/i.test(column.cells[row] ?? ''));
  return new Set(estimated.map((name) => names.indexOf(name)));
}
