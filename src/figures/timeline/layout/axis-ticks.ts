import { monthOfYear } from '../../../base/months.ts';
import { wordsOf } from '../../../base/words/choose-words.ts';
import { fill } from '../../../base/words/fill.ts';
import { DAY, minutesOf, minutesTo, momentOf, yearsOf } from '../model/calendar.ts';
import { formatDay, formatYear } from '../model/date.ts';
import type { Piece } from './scale.ts';

/** A mark of the axis, in decimal years. */
export interface Tick {
  readonly at: number;
  /** Whether it stands out among finer ones. */
  readonly long: boolean;
  /** What stands at it, or in the middle between it and the next; undefined for nothing. */
  readonly label: string | undefined;
}

/** How one piece of a scale is counted. */
export interface Ticks {
  readonly ticks: readonly Tick[];
  /** Whether labels stand in the cells between the ticks, as years and months do where there is room. */
  readonly cells: boolean;
  /** What all of it lies in, once at the left: the day of hours, the month of days, the year of months. */
  readonly within: string | undefined;
}

/** Least px from one label to the next, the same on an axis that stands alone, and between ticks without one. */
const LABEL_STEP = 70;
const LOOSE_STEP = 96;
const TICK_STEP = 12;
/** A year this wide is a cell with its number in the middle, and so is a month; of days that wide each is named. */
const CELL = 44;
const MONTH_CELL = 56;

const CLOCK = [1, 5, 10, 15, 30, 60, 120, 180, 360, 720] as const;
const MONTH_DAYS = 365.2425 / 12;

/** The ticks of a piece: hours, days, months or years, as finely as there is room for their labels. */
export function ticksOf(piece: Piece, alone: boolean, lang: string): Ticks {
  const { from, to, x0, x1 } = piece;
  const year = (x1 - x0) / (to - from);
  const day = year / 365.2425;
  const clock = CLOCK.find((minutes) => (minutes / DAY) * day >= LOOSE_STEP);
  if (clock !== undefined) return clockTicks(piece, clock, lang);
  if (day >= CELL) return dayTicks(piece, true, lang);
  if (day >= TICK_STEP) return dayTicks(piece, false, lang);
  if (day * MONTH_DAYS >= MONTH_CELL) return monthTicks(piece, lang);
  if (year >= CELL) return yearCells(piece, day * MONTH_DAYS >= TICK_STEP, lang);
  return yearTicks(piece, year, alone ? LOOSE_STEP : LABEL_STEP, lang);
}

function clockTicks({ from, to }: Piece, step: number, lang: string): Ticks {
  const [first, last] = [minutesOf(from), minutesOf(to)];
  const ticks = multiples(first, last, step).map((minutes): Tick => {
    const { minute, ...date } = momentOf(minutes);
    const midnight = minute === 0 && minutes > first;
    const clock = `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
    return {
      at: yearsOf(minutes),
      long: minute % 60 === 0,
      label: midnight ? monthOfYear(date.month, date.day, lang) : clock,
    };
  });
  const { year, month, day } = momentOf(first);
  return { ticks, cells: false, within: formatDay({ year, month, day }, lang) };
}

/**
 * @param each whether every day is named. Its name stands at its beginning, where what happened on the day is drawn:
 * in the middle of the day it would stand beside it.
 */
function dayTicks({ from, to }: Piece, each: boolean, lang: string): Ticks {
  const [first, last] = [minutesOf(from), minutesOf(to)];
  const ticks = multiples(first, last, DAY).map((minutes): Tick => {
    const { day, ...date } = momentOf(minutes);
    const named = each || day === 1 || (day % 5 === 0 && day < 30);
    const text =
      day > 1
        ? String(day)
        : each
          ? monthOfYear(date.month, day, lang)
          : monthOfYear(date.month, undefined, lang);
    return { at: yearsOf(minutes), long: named, label: named ? text : undefined };
  });
  const { year, month } = momentOf(first);
  return { ticks, cells: false, within: formatDay({ year, month }, lang) };
}

function monthTicks({ from, to }: Piece, lang: string): Ticks {
  const start = momentOf(minutesOf(from));
  const ticks: Tick[] = [];
  for (let month = start.month; ; month++) {
    const minutes = minutesTo({ year: start.year, month, day: 1, minute: 0 });
    const at = yearsOf(minutes);
    if (at > to + 1e-9) break;
    const date = momentOf(minutes);
    const label =
      date.month === 1 && ticks.length > 0
        ? formatYear(date.year, lang)
        : monthOfYear(date.month, undefined, lang);
    ticks.push({ at, long: date.month === 1, label });
  }
  return { ticks, cells: true, within: formatYear(start.year, lang) };
}

function yearCells({ from, to }: Piece, months: boolean, lang: string): Ticks {
  const ticks = multiples(Math.floor(from), to, 1).flatMap((year): readonly Tick[] => [
    { at: year, long: months, label: formatYear(year, lang) },
    ...(months ? Array.from({ length: 11 }, (_, month) => ({ at: startOfMonth(year, month + 2) })) : []).map(
      ({ at }): Tick => ({ at, long: false, label: undefined }),
    ),
  ]);
  return { ticks, cells: true, within: undefined };
}

function startOfMonth(year: number, month: number): number {
  return yearsOf(minutesTo({ year, month, day: 1, minute: 0 }));
}

/** Round years, on both sides of the year 0 that there is not; far back they are counted from the year 2000. */
function yearTicks({ from, to }: Piece, year: number, least: number, lang: string): Ticks {
  const step = roundStep(least / year);
  const label = labelOf(from, to, step, lang);
  const fine = year >= TICK_STEP && step <= 10 ? 1 : step;
  const ticks = roundYears(from, to, fine, step).map((at): Tick => {
    const main = fine === step || isRound(at, step);
    return { at, long: main && fine < step, label: main ? label(at) : undefined };
  });
  return { ticks, cells: false, within: undefined };
}

/** 1, 2, 5, 10, 20 and so on: the least that is not less. 2 years are no step of their own. */
function roundStep(least: number): number {
  if (least <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5, 10].map((by) => by * power).find((by) => by >= least * (1 - 1e-9)) ?? 10 * power;
  return step === 2 ? 5 : step;
}

/** From so many years on, before and at once, years are told in thousands or millions before now. */
const FAR = -20_000;
const PRESENT = 2000;

function isFar(from: number, step: number): boolean {
  return from < FAR && step >= 1000;
}

function isRound(at: number, step: number): boolean {
  return (at > 0 ? at : at - 1) % step === 0;
}

function roundYears(from: number, to: number, fine: number, step: number): readonly number[] {
  if (isFar(from, step)) return multiples(from - PRESENT, to - PRESENT, step).map((ago) => ago + PRESENT);
  const before = multiples(from - 1, Math.min(to, 0) - 1, fine)
    .map((at) => at + 1)
    .filter((at) => at <= 0);
  const first = from <= 1 && to >= 1 && fine > 1 ? [1] : [];
  const after = multiples(Math.max(from, 1), to, fine).filter((at) => !first.includes(at));
  return [...before, ...first, ...after];
}

function labelOf(from: number, to: number, step: number, lang: string): (at: number) => string {
  const both = from < 1 && to > 1;
  if (!isFar(from, step))
    return (at) =>
      both && at > 0 && at < 1000 ? fill(wordsOf(lang).ad, { year: at }) : formatYear(at, lang);
  const [unit, name] = from <= -1e6 ? [1e6, 'Ma'] : [1000, 'ka'];
  return (at) => (at === PRESENT ? String(at) : `${Number(((PRESENT - at) / unit).toPrecision(6))} ${name}`);
}

function multiples(from: number, to: number, step: number): readonly number[] {
  const first = Math.ceil(from / step - 1e-9) * step;
  const count = Math.floor((to - first) / step + 1e-9) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => first + index * step);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
