import { readDates } from '../../../base/table/date.ts';
import { openTable } from '../../../base/table/open.ts';
import { columnAt, findColumn } from '../../../base/table/table.ts';
import type { FigureContext } from '../../../deck/figure.ts';
import type { Chart } from './chart.ts';
import { ShortChart } from './short/spec.ts';
import type { WrittenChart } from './spec.ts';

/** A chart of the long form as the short one says it, with what it calls its series. */
export interface AsShort {
  readonly spec: ShortChart;
  /** First and last year that are drawn. */
  readonly span: { readonly from: number; readonly to: number };
  readonly title: string;
  /** Names of the series, by their columns. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * The long form counts in whole years. Where its column holds months, quarters or days, and it says nothing that only
 * years can have (steps, definitions, labels at years), the short form draws it. Undefined for every other chart.
 */
export function asShort(written: WrittenChart, context: FigureContext): AsShort | undefined {
  const { x, rows, definitions, steps, panels, words } = written;
  const { title, finding, note, sources, decimal, gaps } = written;
  const [panel, ...others] = panels;
  if (!x || rows || definitions || steps.length > 0 || !panel || others.length > 0) return undefined;
  const { labels, brackets, references, aims, series, scale, digits } = panel;
  if ([labels, brackets, references, aims].some(({ length }) => length > 0)) return undefined;
  const files = new Set(series.map(({ file }) => file ?? written.file));
  const kinds = new Set(series.map(({ as }) => as));
  const [file] = files;
  const [as] = kinds;
  const isPlain = series.every(({ divide, x: own }) => divide === 1 && (own ?? x.column) === x.column);
  if (file === undefined || files.size > 1 || kinds.size > 1 || !isPlain) return undefined;
  if (!holdsDates(file, x.column, context)) return undefined;
  const spec = ShortChart.safeParse({
    ...{ file, x: x.column, as, title, finding, note, sources, decimal, gaps },
    y: series.map(({ column }) => column),
    scale: {
      ...(scale ? { max: scale.max, unit: scale.unit } : {}),
      ...(scale?.grid.length ? { grid: scale.grid } : {}),
      digits,
    },
  });
  if (!spec.success) return undefined;
  const names = series.map(({ column, name }) => [String(column), String(name)] as const);
  return {
    spec: { ...spec.data, words },
    span: { from: x.from, to: x.to },
    title: String(panel.title),
    names: new Map(names),
  };
}

/** Whether a column is of dates, some of them finer than a year. */
function holdsDates(file: string, column: string, context: FigureContext): boolean {
  const place = { file, line: 1, column: 1 };
  const table = openTable(file, context, place, () => undefined);
  const index = table && findColumn(table, column);
  if (!table || index === undefined) return false;
  const { cells, count } = readDates(columnAt(table, index).cells, { lang: context.lang });
  return count.words === 0 && cells.some((date) => date !== undefined && date.unit !== 'year');
}

/** The chart with the names that its author gives its panel and its columns. */
export function renamed(chart: Chart, { title, names }: AsShort): Chart {
  const nameOf = (column: string) => names.get(column) ?? column;
  return {
    ...chart,
    panels: chart.panels.map((panel) => ({
      ...panel,
      title,
      series: panel.series.map((one) =>
        one.title === undefined ? one : { ...one, title: nameOf(one.title) },
      ),
    })),
    table: { ...chart.table, head: chart.table.head.map(nameOf) },
  };
}
