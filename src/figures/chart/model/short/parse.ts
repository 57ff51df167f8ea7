import { openTable } from '../../../../base/table/open.ts';
import type { FigureContext } from '../../../../deck/figure.ts';
import type { Chart, Table as ChartTable, Point, Walk } from '../chart.ts';
import { tableOf } from './data-table.ts';
import type { Drawn } from './drawn.ts';
import { withFinestDates } from './finest-dates.ts';
import { gather } from './gather.ts';
import { guessSeries } from './guess-series.ts';
import { readHappenings } from './happenings.ts';
import { checkKind, isKind, isScattered, kindOf } from './kind.ts';
import { makeNumbers } from './numbers.ts';
import { acrossOneDate } from './one-date.ts';
import { makePanels } from './panels.ts';
import { error, type PlaceOf, readAlong, readMeasured, type ShortReading } from './roles.ts';
import { scatter } from './scatter.ts';
import { makeFinding } from './sentence.ts';
import { sortNames } from './sort.ts';
import type { ShortChart } from './spec.ts';
import { tellDates, tellJoined, tellNumbers } from './tell.ts';
import { turned } from './turned.ts';

/** Reads a chart's short form and its file. Undefined, and reported, if anything was wrong. */
export function parseShort(
  spec: ShortChart,
  placeOf: PlaceOf,
  context: FigureContext,
  span?: ShortReading['span'],
): Chart | undefined {
  const written: ShortReading = { spec, placeOf, lang: context.lang, report: context.report, span };
  if (!isKind(written)) return undefined;
  const opened = openTable(spec.file, context, placeOf(['file']), context.report);
  if (!opened) return undefined;
  const { table: whole, reading: read } = turned(opened, written);
  const every = readAlong(whole, read);
  const finest = every && withFinestDates(whole, every, read);
  const table = finest ?? whole;
  const dated = finest ? readAlong(finest, { ...read, report: () => undefined }) : every;
  const guess = dated && guessSeries(table, dated, read);
  const guessed = guess ? { ...read, spec: { ...read.spec, ...guess } } : read;
  const { along, reading } = (dated && acrossOneDate(table, dated, guessed)) ?? {
    along: dated,
    reading: guessed,
  };
  const roles = along && readMeasured(table, along, reading);
  if (!along || !roles) return undefined;
  const { measured } = roles;
  const found = isScattered(reading.spec, along)
    ? scatter(table, along, measured, reading)
    : gather(table, along, roles, reading);
  const wide = found && along.kind === 'names' ? sortNames(found, reading) : found;
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
  const kind = kindOf(reading, along, wide);
  if (!checkKind(kind, along, wide, reading)) return undefined;
  const drawn = { kind, along, measured, wide };
  tellJoined(drawn, reading);
  const happenings = readHappenings(along, wide.positions.at, reading, context);
  const chart = happenings && makeChart(drawn, tableOf(drawn, table, reading), reading);
  return chart?.axis.kind === 'plot' ? { ...chart, axis: { ...chart.axis, ...happenings } } : chart;
}

function makeChart(drawn: Drawn, table: ChartTable, reading: ShortReading): Chart | undefined {
  const { spec, placeOf, report } = reading;
  const { along, wide, kind } = drawn;
  const numbers = makeNumbers(drawn, reading);
  const made = makePanels(drawn, numbers, reading);
  if (!made) return undefined;
  const told = wide.series.map(({ name, facet, cells }) => ({
    name: facet === undefined ? name : `${facet}, ${name}`,
    values: [...cells].flatMap(([at, { value }]) =>
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

/** A value whose words are made when they are asked for: of many few are drawn, and the others need none. */
class SpokenPoint implements Point {
  readonly series: number;
  readonly at: number;
  readonly #textAt: (at: number) => string;

  constructor(series: number, at: number, textAt: (at: number) => string) {
    this.series = series;
    this.at = at;
    this.#textAt = textAt;
  }

  get text(): string {
    return this.#textAt(this.at);
  }
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
    const who = wide.series.length > 1 || kind === 'scatter' ? `, ${one?.name}` : '';
    const textAt = (at: number) => {
      const value = one?.cells.get(at)?.value;
      return `${wide.positions.names[at]}, ${value === undefined ? words.none : say(value)}${who}`;
    };
    return {
      panel,
      // Made when they are asked for, and let go: there may be very many.
      get points() {
        return Array.from(one?.cells.keys() ?? [], (at) => new SpokenPoint(nth, at, textAt));
      },
    };
  });
}
