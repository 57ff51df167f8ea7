import type { Place, Report } from '../../../base/problem.ts';
import { namedColumn } from '../../../base/table/table.ts';
import { readYaml, type YamlText } from '../../../base/yaml/read.ts';
import type { Fence, FigureContext } from '../../../deck/figure.ts';
import { makeWalks } from '../markup/spoken-values.ts';
import { type Column, makeTable } from '../markup/table.ts';
import { type Words, withWords } from '../words.ts';
import { asShort, renamed } from './as-short.ts';
import { keysOf, type Reading, readAxis } from './axis.ts';
import type { Chart, RowAxis, YearAxis } from './chart.ts';
import { readColumn } from './column.ts';
import { type Definition, definitionsOf, underDefinition } from './definition.ts';
import { makeFileReader } from './open-files.ts';
import { parsePanel } from './panel.ts';
import { parseShort } from './short/parse.ts';
import { ShortChart } from './short/spec.ts';
import { type SeriesSpec, WrittenChart } from './spec.ts';
import { checkSteps, keepBack } from './steps.ts';

/** A chart's fence read through: the chart under each of its definitions, and what the slide's foot needs. */
export interface ParsedChart {
  /** The first definition's first; one chart where there are no definitions. */
  readonly charts: readonly Chart[];
  readonly words: Words;
  readonly note: string | undefined;
  readonly cites: readonly { readonly id: string; readonly place: Place }[];
}

/** Reads a chart's YAML and the files it names. Undefined if anything was wrong: everything wrong is reported. */
export function parseChart(fence: Fence, context: FigureContext): ParsedChart | undefined {
  let faults = 0;
  const report = onceEach((problem) => {
    if (problem.severity === 'error') faults++;
    context.report(problem);
  });
  const { file, line, column } = fence.place;
  const source = { file, text: fence.body, firstLine: line, indent: column - 1 };
  if (isShort(fence.body)) return readShort(source, context, report, () => faults === 0);
  const located = readYaml(source, WrittenChart, report);
  if (!located) return undefined;
  const { placeOf } = located;
  const written = withWords(located.value, context.lang);
  const short = asShort(written, context);
  if (short) {
    const chart = parseShort(short.spec, placeOf, { ...context, report }, short.span);
    return chart && faults === 0 ? shown([renamed(chart, short)], written, placeOf) : undefined;
  }
  const definitions = definitionsOf(written);
  const specs = (definitions.length > 0 ? definitions : [undefined]).map((definition) => ({
    definition,
    spec: underDefinition(written, definition, placeOf, report),
  }));
  if (faults > 0) return undefined;
  const readFile = makeFileReader(context, report);
  const charts = specs.map(({ definition, spec }) =>
    readChart(definition, { spec, placeOf, readFile, lang: context.lang, report }),
  );
  if (faults > 0) return undefined;
  return shown(
    charts.filter((chart) => chart !== undefined),
    written,
    placeOf,
  );
}

/** Charts with what the slide's foot needs of their fence. */
function shown(
  charts: readonly Chart[],
  { words, note, sources }: Pick<WrittenChart, 'words' | 'note' | 'sources'>,
  placeOf: (path: readonly PropertyKey[]) => Place,
): ParsedChart {
  const cites = sources.map((id, index) => ({ id, place: placeOf(['sources', index]) }));
  return { charts, words, note, cites };
}

function readChart(definition: Definition | undefined, reading: Reading): Chart | undefined {
  const { spec, placeOf, lang, report } = reading;
  const axis = readAxis(reading);
  if (!axis) return undefined;
  checkSteps(spec, axis, placeOf, report);
  const keys = keysOf(axis);
  const columns = spec.panels.map((panel, index) =>
    panel.series.map((series, nth) => readSeries(series, ['panels', index, 'series', nth], axis, reading)),
  );
  const parsed = spec.panels.map((panel, index) => {
    const values =
      columns[index]?.map((cells) => (cells.size > 0 ? keys.map((key) => cells.get(key)?.value) : [])) ?? [];
    const placeIn = (path: readonly PropertyKey[]) => placeOf(['panels', index, ...path]);
    // What no row has a line passes over; an empty cell breaks it.
    const passed = (columns[index] ?? []).map(
      (cells) => new Set(keys.flatMap((key, at) => (cells.has(key) ? [] : [at]))),
    );
    return parsePanel(
      panel,
      axis,
      values,
      placeIn,
      { lang, estimate: spec.words.estimate, points: spec.words.percentagePoints, passed },
      report,
    );
  });
  const panels = keepBack(parsed, axis, spec);
  return {
    definition,
    title: spec.title,
    finding: spec.finding,
    axis,
    panels,
    walks: makeWalks(spec, panels, axis, keys, columns, lang),
    table: makeTable(spec, axis, keys, columns.flat()),
    steps: spec.steps.length,
  };
}

/** The long form names its panels, or at least what they stand on in a block of its own. */
function isShort(body: string): boolean {
  return !/^(panels|rows|definitions|steps):|^x: *(\{|$)/m.test(body);
}

function readShort(
  source: YamlText,
  context: FigureContext,
  report: Report,
  isWhole: () => boolean,
): ParsedChart | undefined {
  const located = readYaml(source, ShortChart, report);
  if (!located) return undefined;
  const { placeOf } = located;
  const value = withWords(located.value, context.lang);
  const chart = parseShort(value, placeOf, { ...context, report });
  if (!chart || !isWhole()) return undefined;
  return shown([chart], value, placeOf);
}

/** More rows than a file of years can mean; the same faults of all of them would bury the one that matters. */
const MOST_ROWS = 2000;

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
  { spec, placeOf, readFile, lang, report }: Reading,
): Column {
  const named = series.file === undefined ? placeOf(['file']) : placeOf([...path, 'file']);
  const table = readFile(series.file ?? spec.file, named);
  if (!table) return new Map();
  if (axis.kind === 'years' && table.rows.length > MOST_ROWS) {
    const what = `${table.file} has ${table.rows.length} rows`;
    const fix = `A chart of years reads one row for each year, ${MOST_ROWS} at most.`;
    report({ severity: 'error', place: named, what, fix });
    return new Map();
  }
  const keyColumn = series.x ?? (axis.kind === 'years' ? spec.x?.column : spec.rows?.column) ?? '';
  const keyPlace = series.x
    ? placeOf([...path, 'x'])
    : placeOf([axis.kind === 'years' ? 'x' : 'rows', 'column']);
  const key = namedColumn(table, keyColumn, keyPlace, report);
  const column = namedColumn(table, series.column, placeOf([...path, 'column']), report);
  if (!key || !column) return new Map();
  const keys = axis.kind === 'years' ? 'years' : 'names';
  const cells = readColumn(table, key, column, { ...spec, lang, keys }, report);
  return new Map(
    [...cells].map(([name, { text, value }]) => [name, { text, value: divided(value, series) }]),
  );
}

function divided(value: number | undefined, { divide }: SeriesSpec): number | undefined {
  return value === undefined ? undefined : value / divide;
}
