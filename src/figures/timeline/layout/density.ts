import type { Rows } from './labels/choose.ts';
import { isHatched, isHeavy, type LaneBar, type LaneMarks, radiusOf } from './marks.ts';

/** How large things are drawn: smaller where many lanes must share the sheet. */
export interface Density {
  /** Height of a heavy bar, of one that holds its title, and of a light one. */
  readonly heavy: number;
  readonly titled: number;
  readonly light: number;
  /** Size of dots and rings, as a share of the usual. */
  readonly dot: number;
  /** Length of an event's stem outside its bar. */
  readonly stem: number;
  /** Between a mark and the label above or below it; least space above and below all of it. */
  readonly gap: number;
  readonly pad: number;
}

const LARGE: Density = { heavy: 34, titled: 46, light: 12, dot: 1, stem: 12, gap: 8, pad: 5 };
/** For an overview, the largest first. */
export const OVERVIEW_DENSITIES: readonly Density[] = [
  LARGE,
  { heavy: 26, titled: 34, light: 10, dot: 0.8, stem: 8, gap: 5, pad: 4 },
  { heavy: 18, titled: 28, light: 8, dot: 0.7, stem: 6, gap: 3, pad: 2 },
];
/** For an era, whose bars are the larger for having a leaf to few lanes. */
export const ERA_DENSITIES: readonly Density[] = [
  { ...LARGE, heavy: 56, titled: 56, gap: 10, pad: 40 },
  { ...LARGE, heavy: 46, pad: 8 },
  ...OVERVIEW_DENSITIES,
];

/** Height of a label's box, and from one row of labels to the next. */
export const LABEL = 26;
export const ROW = 34;
/** From the tip of a stem to the box of its label: letters such as g reach below it. */
const STEM_CLEAR = 4;
/** Height of a strip where its events stand closest. */
export const STRIP = 30;

/** Heights of what stands on a lane's line. */
export interface LaneMeasures extends Density {
  /** Of a heavy bar in this lane. */
  readonly bar: number;
  /** Half of the tallest thing on the line, stems included. */
  readonly half: number;
}

/** Measures a lane: whether a bar holds its title, and whether labels stand on the line, comes from its labels. */
export function measureLane(
  marks: LaneMarks,
  titled: boolean,
  level: boolean,
  density: Density,
): LaneMeasures {
  const bar = titled ? density.titled : density.heavy;
  const heavy = marks.bars.some(isHeavy) || marks.spans.some(isHatched);
  const stems =
    marks.clusters.some(([first]) => first.kind === 'stem') ||
    marks.bars.some(({ signed }) => signed !== undefined);
  const dots = marks.clusters.map((cluster) => radiusOf(cluster, marks.clusters, density.dot));
  const block = heavy ? bar / 2 + (stems ? density.stem - density.gap + STEM_CLEAR : 0) : density.light / 2;
  const strip = marks.strips.length > 0 ? STRIP / 2 : 0;
  const labelled = level ? (LABEL + density.gap) / 2 - 2 : 0;
  return { ...density, bar, half: Math.max(block, strip, labelled, ...dots) };
}

/** Height of a lane, without the space above and below. */
export function heightOf({ half, gap }: LaneMeasures, { above, below }: Rows): number {
  return 2 * half + rowsHeight(above, gap) + rowsHeight(below, gap);
}

/** Height of the rows of labels on one side of a line. */
export function rowsHeight(rows: number, gap: number): number {
  return rows > 0 ? gap + LABEL + (rows - 1) * ROW : 0;
}

/** Half the height of a bar, px. */
export function halfOf({ weight }: Pick<LaneBar, 'weight'>, { bar, light }: LaneMeasures): number {
  return (weight === 'heavy' ? bar : light) / 2;
}
