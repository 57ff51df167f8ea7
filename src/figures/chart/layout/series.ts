import type { DrawnSeries, Tone } from '../live/drawing.ts';
import type { Aim, Emphasis, Panel, Series } from '../model/chart.ts';
import { alongLine, type Box } from './box.ts';
import type { Obstacle } from './label.ts';
import type { PlacedMark } from './placed.ts';

/** Where a panel's values go. */
export interface Scales {
  readonly x: (year: number) => number;
  readonly y: (value: number) => number;
  readonly from: number;
  /** Thickness of a column, px. */
  readonly column: number;
}

/** Series of a panel as they are drawn, and what labels keep away from. */
export interface PlacedSeries {
  readonly drawn: DrawnSeries;
  readonly marks: readonly PlacedMark[];
  readonly obstacles: readonly Obstacle[];
}

/** Line widths and radii, px. */
const LINE = 3.5;
const PALE_LINE = 2;
const ALONE = 4.5;
export const POINT = 8;
const DOT = 6;
const CLEARANCE = 3;

const COLUMN_TONES: Readonly<Record<Emphasis, Tone>> = { plain: 'mid', strong: 'past', accent: 'acc' };

/** Places one series; `nth` is its position in the panel's drawing. */
export function placeSeries(series: Series, nth: number, panel: Panel, scales: Scales): PlacedSeries {
  const emphasis = new Map(
    panel.labels.flatMap(({ series: of, at, emphasis }) =>
      of === nth ? [[at - scales.from, emphasis] as const] : [],
    ),
  );
  const { width, shift } = columnOf(series, scales);
  const marks = series.values.flatMap((value, at): PlacedMark[] => {
    if (value === undefined) return [];
    const [x, y] = [scales.x(scales.from + at) + shift, scales.y(value)];
    // From the line of 0 up, or down where the value lies below it.
    const [top, foot] = [Math.min(y, scales.y(0)), Math.max(y, scales.y(0))];
    const box = { x: x - width / 2, y: top, width, height: foot - top };
    return [{ series: nth, at, x, y, ...(series.as === 'columns' ? { box } : {}) }];
  });
  const radii = series.as === 'line' ? shownPoints(series, emphasis) : {};
  const drawn: DrawnSeries = {
    as: drawnAs(series.as),
    from: scales.from,
    values: gaps(series.values),
    size: { columns: width, bars: width, line: series.pale ? PALE_LINE : LINE, dots: DOT }[
      drawnAs(series.as)
    ],
    tone: toneOf(series),
    tones: tonesOf(series, emphasis),
    radii,
    hollow: [],
    ...(series.passed?.size ? { passed: [...series.passed] } : {}),
    ...(shift === 0
      ? {}
      : { at: series.values.map((_, at) => scales.from + at + shift / (scales.x(1) - scales.x(0))) }),
    ...(series.dash ? { dash: series.dash } : {}),
    ...(series.steps ? { steps: series.steps } : {}),
    ...growing(series, emphasis),
  };
  const points = marks.map(({ x, y, at }) => square(x, y, radii[at] ?? drawn.size));
  const boxes =
    series.as === 'columns'
      ? marks.flatMap(({ box }) => box ?? [])
      : [...points, ...segments(marks, drawn.size, series.passed)];
  return { drawn, marks, obstacles: boxes.map((box) => ({ ...box, clearance: CLEARANCE })) };
}

/** How thick a column is, and how far from its year, where several stand beside each other; px. */
function columnOf({ group }: Series, { column }: Scales): { readonly width: number; readonly shift: number } {
  if (!group) return { width: column, shift: 0 };
  const width = column / group.of;
  return { width, shift: (group.nth - (group.of - 1) / 2) * width };
}

/** An aim is a series of one value, so that Chart.js places its ring by the same scales. */
export function placeAim({ at, value, step }: Aim, nth: number, { x, y, from }: Scales): PlacedSeries {
  const mark = { series: nth, at: at - from, x: x(at), y: y(value) };
  const drawn: DrawnSeries = {
    as: 'dots',
    from: at,
    values: [value],
    size: POINT,
    tone: 'acc',
    tones: {},
    radii: {},
    hollow: [0],
    ...(step === undefined ? {} : { steps: { 0: step } }),
  };
  return {
    drawn,
    marks: [mark],
    obstacles: [{ ...square(mark.x, mark.y, POINT + 2), clearance: CLEARANCE }],
  };
}

/** Surfaces are drawn by strokes of their own: what is left of them is a line. */
export function drawnAs(as: Series['as']): DrawnSeries['as'] {
  return as === 'area' || as === 'band' ? 'line' : as;
}

/** Gaps as null, without those after the last value. */
export function gaps(values: readonly (number | undefined)[]): readonly (number | null)[] {
  const end = values.findLastIndex((value) => value !== undefined);
  return values.slice(0, end + 1).map((value) => value ?? null);
}

function toneOf({ as, pale, tone }: Series): Tone {
  if (tone) return tone;
  if (pale) return 'line2';
  return as === 'columns' ? 'mid' : 'past';
}

/** Columns differ by emphasis; on lines and dots only the accent does. */
function tonesOf({ as }: Series, emphasis: ReadonlyMap<number, Emphasis>): Readonly<Record<number, Tone>> {
  const marked = [...emphasis].filter(
    ([, kind]) => kind === 'accent' || (as === 'columns' && kind === 'strong'),
  );
  return Object.fromEntries(marked.map(([at, kind]) => [at, COLUMN_TONES[kind]]));
}

function growing({ as }: Series, emphasis: ReadonlyMap<number, Emphasis>): { grows?: number } {
  const accent = as === 'columns' ? [...emphasis].find(([, kind]) => kind === 'accent') : undefined;
  return accent ? { grows: accent[0] } : {};
}

/** A line shows the points that are marked, and those that stand between two gaps: they would be no line at all. */
function shownPoints(
  { values, passed = new Set() }: Series,
  emphasis: ReadonlyMap<number, Emphasis>,
): Readonly<Record<number, number>> {
  const rows = values.flatMap((value, at) => (passed.has(at) ? [] : [{ value, at }]));
  const alone = rows.flatMap(({ value, at }, nth) =>
    value !== undefined && rows[nth - 1]?.value === undefined && rows[nth + 1]?.value === undefined
      ? [at]
      : [],
  );
  const accents = [...emphasis].flatMap(([at, kind]) => (kind === 'accent' ? [at] : []));
  return Object.fromEntries([...alone.map((at) => [at, ALONE]), ...accents.map((at) => [at, POINT])]);
}

function segments(
  marks: readonly PlacedMark[],
  width: number,
  passed: ReadonlySet<number> = new Set(),
): readonly Box[] {
  const isNext = (from: number, to: number) =>
    Array.from({ length: to - from - 1 }, (_, nth) => from + nth + 1).every((at) => passed.has(at));
  return marks.flatMap((mark, index) => {
    const next = marks[index + 1];
    return next && isNext(mark.at, next.at) ? alongLine(mark.x, mark.y, next.x, next.y, width) : [];
  });
}

function square(x: number, y: number, radius: number): Box {
  return { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
}
