import type { Place, Report } from '../deck/problem.ts';
import { readYaml } from '../deck/yaml.ts';
import type { Fence, FigureContext } from '../figure.ts';
import { keysOf, type Reading, readAxis } from './axis.ts';
import type { Chart, RowAxis, Table, YearAxis } from './chart.ts';
import { type Cell, readColumn } from './column.ts';
import { findColumn, makeFileReader } from './csv.ts';
import { parsePanel } from './panel.ts';
import { ChartSpec, type SeriesSpec } from './spec.ts';

/** A chart's fence read through: the chart, and what the slide's foot needs. */
export interface ParsedChart {
  readonly chart: Chart;
  readonly note: string | undefined;
  readonly cites: readonly { readonly id: string; readonly place: Place }[];
}

/** Cells of one series, by year or name. */
type Column = ReadonlyMap<string, Cell>;

/** Reads a chart's YAML and the files it names. Undefined if anything was wrong: everything wrong is reported. */
export function parseChart(fence: Fence, context: FigureContext): ParsedChart | undefined {
  let faults = 0;
  const report = onceEach((problem) => {
    if (problem.severity === 'error') faults++;
    context.report(problem);
  });
  const { file, line, column } = fence.place;
  const source = { file, text: fence.body, firstLine: line, indent: column - 1 };
  const located = readYaml(source, ChartSpec, report);
  if (!located) return undefined;
  const { value: spec, placeOf } = located;
  const reading: Reading = {
    spec,
    placeOf,
    readFile: makeFileReader(context, report),
    lang: context.lang,
    report,
  };
  const axis = readAxis(reading);
  if (!axis) return undefined;

  const keys = keysOf(axis);
  const columns = spec.panels.map((panel, index) =>
    panel.series.map((series, nth) => readSeries(series, ['panels', index, 'series', nth], axis, reading)),
  );
  const panels = spec.panels.map((panel, index) => {
    const values =
      columns[index]?.map((cells) => (cells.size > 0 ? keys.map((key) => cells.get(key)?.value) : [])) ?? [];
    return parsePanel(
      panel,
      axis,
      values,
      (path) => placeOf(['panels', index, ...path]),
      context.lang,
      report,
    );
  });
  if (faults > 0) return undefined;
  const table = makeTable(spec, axis, keys, columns.flat());
  return {
    chart: { title: spec.title, finding: spec.finding, axis, panels, table },
    note: spec.note,
    cites: spec.sources.map((id, index) => ({ id, place: placeOf(['sources', index]) })),
  };
}

/** Two series of one file meet the same bad cell; the author is told once. */
function onceEach(report: Report): Report {
  const told = new Set<string>();
  return (problem) => {
    const key = JSON.stringify([problem.place, problem.what]);
    if (!told.has(key)) report(problem);
    told.add(key);
  };
}

function readSeries(
  series: SeriesSpec,
  path: readonly PropertyKey[],
  axis: YearAxis | RowAxis,
  { spec, placeOf, readFile, report }: Reading,
): Column {
  const named = series.file === undefined ? placeOf(['file']) : placeOf([...path, 'file']);
  const csv = readFile(series.file ?? spec.file, named);
  if (!csv) return new Map();
  const keyColumn = series.x ?? (axis.kind === 'years' ? spec.x?.column : spec.rows?.column) ?? '';
  const keyPlace = series.x
    ? placeOf([...path, 'x'])
    : placeOf([axis.kind === 'years' ? 'x' : 'rows', 'column']);
  const key = findColumn(csv, keyColumn, keyPlace, report);
  const column = findColumn(csv, series.column, placeOf([...path, 'column']), report);
  if (key === undefined || column === undefined) return new Map();
  const cells = readColumn(csv, key, column, axis.kind === 'years' ? 'years' : 'names', report);
  return new Map(
    [...cells].map(([name, { text, value }]) => [name, { text, value: divided(value, series) }]),
  );
}

function divided(value: number | undefined, { divide }: SeriesSpec): number | undefined {
  return value === undefined ? undefined : value / divide;
}

/** The numbers as the files have them; years of which no file has a row are left out. */
function makeTable(
  { x, rows, panels }: ChartSpec,
  axis: YearAxis | RowAxis,
  keys: readonly string[],
  columns: readonly Column[],
): Table {
  const names = panels.flatMap(({ series }) => series.map(({ name }) => name));
  const estimated = axis.kind === 'rows' && axis.estimates.size > 0;
  return {
    head: [x?.label ?? rows?.label ?? rows?.column ?? '', ...names, ...(estimated ? ['Estimate'] : [])],
    rows: keys.flatMap((key, index) => {
      if (!columns.some((cells) => cells.has(key))) return [];
      const cells = columns.map((column) => column.get(key)?.text.trim() ?? '');
      const estimate = estimated ? [axis.estimates.has(index) ? 'yes' : 'no'] : [];
      return [{ name: axis.kind === 'years' ? `${axis.prefix}${key}` : key, cells: [...cells, ...estimate] }];
    }),
  };
}
