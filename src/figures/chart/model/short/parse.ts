import { suggest } from '../../../../base/nearest.ts';
import { openTable } from '../../../../base/table/open.ts';
import { columnAt, findColumn, type Table } from '../../../../base/table/table.ts';
import type { FigureContext } from '../../../../deck/figure.ts';
import type { Chart, Table as ChartTable, Walk } from '../chart.ts';
import type { Drawn } from './drawn.ts';
import { gather, type Wide } from './gather.ts';
import { makeNumbers } from './numbers.ts';
import { makePanels } from './panels.ts';
import { type Along, error, type PlaceOf, readAlong, readMeasured, type ShortReading } from './roles.ts';
import { scatter } from './scatter.ts';
import { makeFinding } from './sentence.ts';
import { sortNames } from './sort.ts';
import { KINDS, type Kind, type ShortChart } from './spec.ts';
import { tellDates, tellNumbers } from './tell.ts';

/** Reads a chart's short form and its file. Undefined, and reported, if anything was wrong. */
export function parseShort(spec: ShortChart, placeOf: PlaceOf, context: FigureContext): Chart | undefined {
  const reading: ShortReading = { spec, placeOf, lang: context.lang, report: context.report };
  if (!isKind(reading)) return undefined;
  const table = openTable(spec.file, context, placeOf(['file']), context.report);
  const along = table && readAlong(table, reading);
  if (!table || !along) return undefined;
  const measured = readMeasured(table, along, reading);
  if (!measured) return undefined;
  const kind = kindOf(spec, along);
  const found =
    kind === 'scatter' ? scatter(table, along, measured, reading) : gather(table, along, measured, reading);
  const wide = found && along.kind === 'names' ? sortNames(found, spec.sort, reading.lang) : found;
  if (!wide) return undefined;
  tellDates(along, reading);
  for (const one of measured) tellNumbers(one, wide.rows, reading);
  if (spec.sort && along.kind !== 'names')
    error(
      reading,
      placeOf(['sort']),
      `"${along.name}" holds ${along.kind === 'time' ? 'dates' : 'numbers'}, which have their order`,
      'Leave "sort" out.',
    );
  if (!checkKind(kind, along, wide, reading)) return undefined;
  return makeChart(
    { kind, along, measured, wide },
    tableOf({ kind, along, measured, wide }, table, reading),
    reading,
  );
}

function isKind(reading: ShortReading): boolean {
  const { as } = reading.spec;
  if (as === undefined || KINDS.some((kind) => kind === as)) return true;
  const pie = /pie|donut|doughnut|ring|torte/i.test(as);
  error(
    reading,
    reading.placeOf(['as']),
    `a chart is not drawn as "${as}"`,
    pie
      ? 'Angles are hard to compare: write "as: bars" with "sort: value", or "as: columns" with "stack: share".'
      : suggest(as, KINDS),
  );
  return false;
}

function kindOf({ as, between, y }: ShortChart, along: Along): Kind {
  const written = KINDS.find((kind) => kind === as);
  if (written) return written;
  if (between) return 'slope';
  if (y && !Array.isArray(y)) return 'band';
  return along.kind === 'time' ? 'line' : along.kind === 'names' ? 'bars' : 'scatter';
}

/** What a kind cannot be made of is said with what can. */
function checkKind(kind: Kind, along: Along, { series }: Wide, reading: ShortReading): boolean {
  const { spec, placeOf } = reading;
  const values = series.flatMap(({ cells }) =>
    [...cells.values()].flatMap(({ value }) => (value === undefined ? [] : [value])),
  );
  if (values.length === 0)
    return (
      error(
        reading,
        placeOf(['file']),
        'no row that is drawn has a number',
        'Look at "y", "where" and "only".',
      ) ?? false
    );
  if (spec.scale.log && values.some((value) => value <= 0))
    return (
      error(
        reading,
        placeOf(['scale', 'log']),
        `a logarithmic scale has no place for ${Math.min(...values.filter((value) => value <= 0))}`,
        'Leave "log" out, or the rows of 0 and less.',
      ) ?? false
    );
  const grounded = ['columns', 'bars', 'area'].includes(kind);
  if (grounded && (spec.scale.log || (spec.scale.min ?? 0) > 0 || (spec.scale.max ?? 0) < 0))
    return (
      error(
        reading,
        placeOf(['scale', spec.scale.log ? 'log' : (spec.scale.min ?? 0) > 0 ? 'min' : 'max']),
        `${kind} have to begin at 0: their length is what is seen`,
        'Write "as: line" or "as: dots" for a scale without 0.',
      ) ?? false
    );
  if (kind === 'area' && series.length > 1 && !spec.stack)
    return (
      error(
        reading,
        placeOf(['as']),
        `${series.length} areas would cover each other`,
        'Write "stack: true", or "as: line".',
      ) ?? false
    );
  if (
    spec.stack &&
    (kind === 'area' || kind === 'columns' || kind === 'bars') &&
    values.some((value) => value < 0) &&
    (kind === 'area' || spec.stack === 'share')
  )
    return (
      error(
        reading,
        placeOf(['stack']),
        'values below 0 cannot be parts of a whole',
        'Leave "stack" out, or write "as: columns".',
      ) ?? false
    );
  if (kind === 'scatter' && along.kind === 'names')
    return (
      error(
        reading,
        placeOf(['x']),
        `"${along.name}" holds names, and scattered points need numbers`,
        'Name a column of numbers with "x".',
      ) ?? false
    );
  return true;
}

function makeChart(drawn: Drawn, table: ChartTable, reading: ShortReading): Chart | undefined {
  const { spec, placeOf, report } = reading;
  const { along, wide, kind } = drawn;
  const numbers = makeNumbers(drawn, reading);
  const made = makePanels(drawn, numbers, reading);
  if (!made) return undefined;
  const told = wide.series.map(({ name, facet, cells }) => ({
    name: facet === undefined ? name : `${facet}, ${name}`,
    values: [...cells]
      .sort(([a], [b]) => a - b)
      .flatMap(([at, { value }]) =>
        value === undefined ? [] : [{ value, name: wide.positions.names[at] ?? '' }],
      ),
  }));
  const title = spec.title ?? titleOf(drawn);
  const finding =
    spec.finding ??
    (kind === 'scatter'
      ? `${spec.words.points.replace('{count}', String(wide.rows.length))}. ${makeFinding(told, false, numbers.say, spec.words)}`
      : makeFinding(told, along.kind !== 'names', numbers.say, spec.words));
  if (spec.title === undefined || spec.finding === undefined)
    report({
      severity: 'notice',
      place: placeOf([]),
      what: `the chart has no ${spec.title === undefined ? (spec.finding === undefined ? '"title" and no "finding"' : '"title"') : '"finding"'}: listeners hear "${`${title}. ${finding}`.slice(0, 90)}…"`,
      fix: 'Write what it shows in a sentence of your own.',
    });
  return {
    definition: undefined,
    title,
    finding,
    axis: made.axis,
    panels: made.panels,
    walks: walksOf(drawn, made.order, numbers.say, spec),
    table,
    steps: 0,
  };
}

function titleOf({ measured, along }: Drawn): string {
  const names = measured.map(({ column }) => column.name);
  return `${names.length > 3 ? `${names.slice(0, 3).join(', ')}, …` : names.join(', ')} / ${along.name}`;
}

/** What is said of every value, series by series, in the order in which panels draw them. */
function walksOf(
  { wide, kind }: Drawn,
  order: readonly { readonly panel: number; readonly series: number; readonly nth: number }[],
  say: (value: number) => string,
  { words }: ShortChart,
): readonly Walk[] {
  return order.map(({ panel, series, nth }) => {
    const one = wide.series[series];
    const cells = [...(one?.cells ?? [])].sort(([a], [b]) => a - b);
    const who = wide.series.length > 1 || kind === 'scatter' ? `, ${one?.name}` : '';
    return {
      panel,
      points: cells.map(([at, { value }]) => ({
        series: nth,
        at,
        text: `${wide.positions.names[at]}, ${value === undefined ? words.none : say(value)}${who}`,
      })),
    };
  });
}

/** The numbers letter for letter: a row for each position, or, where rows stand for themselves, for each row of the file. */
function tableOf({ along, wide, measured, kind }: Drawn, table: Table, { spec }: ShortReading): ChartTable {
  const { positions, series, folded, nameColumn } = wide;
  if (!folded && kind !== 'scatter') {
    const heads = series.map(({ name, facet }) => (facet === undefined ? name : `${facet}, ${name}`));
    return {
      head: [along.name, ...heads],
      rows: positions.names.map((name, at) => ({
        name,
        cells: series.map(({ cells }) => cells.get(at)?.text ?? ''),
      })),
    };
  }
  const parts = [spec.facet, spec.series].flatMap((name) => {
    const index = name === undefined ? undefined : findColumn(table, name);
    return index === undefined || index === nameColumn?.index ? [] : [columnAt(table, index)];
  });
  const columns = [
    ...(nameColumn ? [nameColumn] : []),
    { name: along.name, cells: along.texts },
    ...parts,
    ...measured.map(({ column }) => column),
  ];
  return {
    head: columns.map(({ name }) => name),
    rows: wide.rows.map((row) => {
      const [name = '', ...cells] = columns.map((column) => column.cells[row] ?? '');
      return { name, cells };
    }),
  };
}
