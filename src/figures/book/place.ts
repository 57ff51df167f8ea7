import { round, SHEET } from '../../base/sheet.ts';
import { startOf, untilOf } from '../timeline/model/date.ts';
import type { Bar, Timeline } from '../timeline/model/parse.ts';

export type Point = readonly [x: number, y: number];
export type Polygon = readonly Point[];

/** Sheet px. `pleat` is how far a crease stands above the next one; `after` leaves bleed off the edge. */
const BOOK = {
  top: 568,
  bottom: 940,
  from: SHEET.margin,
  to: SHEET.width - SHEET.margin,
  head: 14,
  foot: 10,
};
const PLEAT = { narrow: 4, wide: 15 };
const BAR = { heavy: 0.72, heaviest: 62, light: 0.27 };

/** One side of the fold: the whole shape, and the leaves of it that lie in shade. */
interface Sheen {
  readonly whole: readonly Polygon[];
  readonly shaded: readonly Polygon[];
}

export interface PlacedBook {
  readonly leaves: Sheen;
  /** Bars before the fold, and after it. */
  readonly past: Sheen;
  readonly opened: Sheen;
}

/** A crease between two leaves; the year that begins there. */
interface Crease {
  readonly year: number;
  readonly x: number;
  /** Height above the lowest crease. */
  readonly rise: number;
}

/** Folds the timeline's years into leaves, and its lanes' bars along their pleats. */
export function placeBook(timeline: Timeline, lanes: readonly string[]): PlacedBook {
  const fold = timeline.folds.at(-1)?.at ?? timeline.end;
  const creases = placeCreases(Math.floor(timeline.start), Math.round(fold), Math.ceil(timeline.end));
  const row = (BOOK.bottom - BOOK.top - BOOK.head - BOOK.foot) / Math.max(1, lanes.length);
  const heavy = Math.min(row * BAR.heavy, BAR.heaviest);
  const thickness = { heavy, light: heavy * BAR.light };
  const bars = timeline.events.flatMap(({ lane, bar }) => {
    const index = lanes.indexOf(lane);
    if (!bar || index < 0) return [];
    const middle = BOOK.top + BOOK.head + row * (index + 0.5);
    const half = thickness[bar.weight] / 2;
    return [{ ...period(bar, timeline.end), top: middle - half, bottom: middle + half }];
  });
  const side = (from: number, to: number) =>
    bars
      .map((bar) => ({ ...bar, from: Math.max(bar.from, from), to: Math.min(bar.to, to) }))
      .filter((bar) => bar.from < bar.to);
  const { top, bottom } = BOOK;
  const last = creases.at(-1)?.year ?? timeline.end;
  return {
    leaves: pleat([{ from: creases[0]?.year ?? 0, to: last, top, bottom }], creases, fold),
    past: pleat(side(timeline.start, fold), creases, fold),
    opened: pleat(side(fold, timeline.end), creases, fold),
  };
}

/** Lanes that have bars, top to bottom as in the timeline. */
export function lanesWithBars({ lanes, events }: Timeline): readonly string[] {
  return lanes.map(({ id }) => id).filter((id) => events.some(({ lane, bar }) => bar && lane === id));
}

function period({ from, to }: Bar, end: number): { from: number; to: number } {
  return { from: startOf(from), to: to ? untilOf(to) : end };
}

/** Creases from the first year on, narrow up to the fold, wide behind it and on over the sheet's edge. */
function placeCreases(start: number, fold: number, end: number): readonly Crease[] {
  const foldX = fold < end ? SHEET.foldA : BOOK.to;
  const narrow = (foldX - BOOK.from) / (fold - start);
  const wide = fold < end ? (BOOK.to - foldX) / (end - fold) : narrow;
  const beyond = Math.ceil((SHEET.width - BOOK.to) / wide);
  return Array.from({ length: end + beyond - start + 1 }, (_, index) => {
    const year = start + index;
    const past = year - fold;
    const rise = past % 2 === 0 ? 0 : past < 0 ? PLEAT.narrow : PLEAT.wide;
    return { year, x: foldX + past * (past < 0 ? narrow : wide), rise };
  });
}

interface Strip {
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly bottom: number;
}

/** Strips of paper, bent at every crease. Every second leaf, counted from the fold, is turned from the light. */
function pleat(strips: readonly Strip[], creases: readonly Crease[], fold: number): Sheen {
  const whole: Polygon[] = [];
  const shaded: Polygon[] = [];
  for (const { from, to, top, bottom } of strips) {
    const inside = creases.filter(({ year }) => year > from && year < to);
    const edge = [at(from, creases), ...inside, at(to, creases)];
    whole.push(ribbon(edge, top, bottom));
    for (const [index, crease] of edge.slice(0, -1).entries()) {
      const leaf = Math.floor(crease.year) - fold;
      if (leaf % 2 !== 0) shaded.push(ribbon(edge.slice(index, index + 2), top, bottom));
    }
  }
  return { whole, shaded };
}

function ribbon(edge: readonly Crease[], top: number, bottom: number): Polygon {
  const along = (y: number) => edge.map(({ x, rise }): Point => [round(x, 1), round(y - rise, 1)]);
  return [...along(top), ...along(bottom).reverse()];
}

/** The point of the paper at a moment, between two creases. */
function at(year: number, creases: readonly Crease[]): Crease {
  const index = creases.findLastIndex((crease) => crease.year <= year);
  const before = creases[Math.max(0, index)] ?? { year, x: 0, rise: 0 };
  const after = creases[index + 1] ?? before;
  const part = after === before ? 0 : (year - before.year) / (after.year - before.year);
  return {
    year,
    x: before.x + part * (after.x - before.x),
    rise: before.rise + part * (after.rise - before.rise),
  };
}
