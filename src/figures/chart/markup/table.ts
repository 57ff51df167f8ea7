import type { RowAxis, Table, YearAxis } from '../model/chart.ts';
import type { Cell } from '../model/column.ts';
import type { ChartSpec } from '../model/spec.ts';

/** Cells of one series, by year or name. */
export type Column = ReadonlyMap<string, Cell>;

/** The numbers as the files have them; years of which no file has a row are left out. */
export function makeTable(
  { x, rows, panels, words }: ChartSpec,
  axis: YearAxis | RowAxis,
  keys: readonly string[],
  columns: readonly Column[],
): Table {
  const names = panels.flatMap(({ series }) => series.map(({ name }) => name));
  const estimated = axis.kind === 'rows' && axis.estimates.size > 0;
  const head = words.estimate.charAt(0).toUpperCase() + words.estimate.slice(1);
  return {
    head: [
      x ? (x.label ?? words.year) : (rows?.label ?? rows?.column ?? ''),
      ...names,
      ...(estimated ? [head] : []),
    ],
    rows: keys.flatMap((key, index) => {
      if (!columns.some((cells) => cells.has(key))) return [];
      const cells = columns.map((column) => column.get(key)?.text.trim() ?? '');
      const estimate = estimated ? [axis.estimates.has(index) ? words.yes : words.no] : [];
      return [{ name: nameOf(key, axis), cells: [...cells, ...estimate] }];
    }),
  };
}

/** A year with its prefix, or a row's name. */
export function nameOf(key: string, axis: YearAxis | RowAxis): string {
  return axis.kind === 'years' ? `${axis.prefix}${key}` : key;
}
