import type { FigurePlot, PlotSeries } from '../../deck/figure-plot.ts';
import { gridStep, numberFormat } from './number-format.ts';
import type { SheetColumn } from './workbook.ts';

/** What a chart's values stand at. */
export type Along =
  | { readonly kind: 'names' }
  | {
      readonly kind: 'numbers';
      readonly format: string;
      readonly min: number;
      readonly max: number;
      /** Distance of what is written along it, where that is one. */
      readonly step: number | undefined;
    };

/** One series as an office program has it, with its columns in the sheet; a band is two. */
export interface ChartSeries {
  readonly series: PlotSeries;
  readonly title: string;
  readonly column: number;
  readonly values: readonly (number | undefined)[];
}

/** A chart's sheet: what runs along first, then a column for each series. */
export interface ChartColumns {
  readonly along: Along;
  readonly columns: readonly SheetColumn[];
  /** Column of what runs along. */
  readonly at: number;
  readonly series: readonly ChartSeries[];
  /** Whether names stand evenly whose distances in truth differ. */
  readonly isEvened: boolean;
}

const DAY = 86_400_000;
/** Days from 1899-12-30, which office programs call 0, to 1970. */
const EPOCH = 25_569;
const LONG_SPAN = 15 * 365 * DAY;

export function chartColumns(plot: FigurePlot): ChartColumns {
  const isDotRow = plot.across && plot.series.some(({ as }) => as === 'dots');
  const isFree = plot.series.every(({ as }) => as === 'line' || as === 'dots' || as === 'band');
  const isEven = !plot.at || (plot.at.kind === 'time' && isRegular(plot.at.values));
  const numbers = plot.at && isFree && !isEven ? numbersOf(plot.at, plot.alongEnds) : undefined;
  const before: SheetColumn[] = [
    { head: plot.along, cells: plot.names },
    ...(numbers ? [{ head: plot.along, cells: numbers.cells }] : []),
  ];
  const all = plot.series.flatMap((series) => [
    ...(series.lows ? [{ series, title: `${series.title} (low)`, values: series.lows }] : []),
    { series, title: series.title, values: series.values },
  ]);
  const series = all.map((one, nth) => ({ ...one, column: before.length + nth }));
  const ranks = isDotRow ? [{ head: '', cells: plot.names.map((_, at) => at) }] : [];
  return {
    along: numbers?.along ?? { kind: 'names' },
    columns: [...before, ...series.map(({ title, values }) => ({ head: title, cells: values })), ...ranks],
    at: before.length - 1,
    series,
    isEvened: !isEven && !numbers,
  };
}

/** Whether neighbours are about as far apart everywhere: months and quarters are not of one length, and no gaps. */
function isRegular(values: readonly number[]): boolean {
  const steps = values.slice(1).map((value, at) => value - (values[at] ?? 0));
  return Math.max(...steps) <= Math.min(...steps) * 1.15;
}

function numbersOf(
  { kind, values }: NonNullable<FigurePlot['at']>,
  ends: FigurePlot['alongEnds'],
): { readonly cells: readonly number[]; readonly along: Along } {
  const span = Math.max(...values) - Math.min(...values);
  const areDays = kind === 'time' && span < LONG_SPAN && Math.min(...values) > -EPOCH * DAY;
  const cells =
    kind === 'number'
      ? values
      : values.map((value) => (areDays ? value / DAY + EPOCH : round(yearOf(value), 5)));
  const format =
    kind === 'number'
      ? numberFormat(ends?.grid ?? [])
      : areDays
        ? span < 3 * DAY
          ? 'h:mm'
          : 'yyyy-mm-dd'
        : '0';
  return {
    cells,
    along: {
      ...{ kind: 'numbers', format },
      min: ends?.min ?? Math.min(...cells),
      max: ends?.max ?? Math.max(...cells),
      step: ends && gridStep(ends.grid),
    },
  };
}

/** The year with the part of it that has passed. */
function yearOf(time: number): number {
  const year = new Date(time).getUTCFullYear();
  const start = (of: number) => new Date(0).setUTCFullYear(of, 0, 1);
  return year + (time - start(year)) / (start(year + 1) - start(year));
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
