import { wordsOf } from '../../../base/words/choose-words.ts';
import { fill } from '../../../base/words/fill.ts';
import { DAY, type Moment, minutesOf, minutesTo, momentOf, yearsOf } from '../model/calendar.ts';
import { formatDay, formatYear, monthOfYear } from '../model/date.ts';
import type { Piece } from './scale.ts';

/** A mark of the axis, in decimal years. */
export interface Tick {
  readonly at: number;
  /** Whether it stands out among finer ones. */
  readonly long: boolean;
  /** What stands at it, or in the middle between it and the next; undefined for nothing. */
  readonly label: string | undefined;
  /** Whether what all after it lies in begins there, a month or a day: the others give way to its label. */
  readonly turn?: boolean;
}

/** How one piece of a scale is counted. */
export interface Ticks {
  readonly ticks: readonly Tick[];
  /** Whether labels stand in the cells between the ticks, as years and months do where there is room. */
  readonly cells?: boolean;
  /** What all of it lies in, once at the left: the day of hours, the month of days, the year of months. */
  readonly within?: string;
  /** Whether its ends say their years: not where thousands or millions of years are counted. */
  readonly ends?: boolean;
}

/** Least px from one label to the next, the same on an axis that stands alone, and between ticks without one. */
const LABEL_STEP = 70;
const LOOSE_STEP = 96;
const TICK_STEP = 12;
/** A year this wide is a cell with its number in the middle, and so is a month; of days that wide each is named. */
const CELL = 44;
const MONTH_CELL = 56;

const CLOCK = [1, 5, 10, 15, 30, 60, 120, 180, 360, 720] as const;
const YEAR_DAYS = 365.2425;

/** The ticks of a piece: hours, days, months or years, as finely as there is room for their labels. */
export function ticksOf(piece: Piece, alone: boolean, lang: string): Ticks {
  const { from, to, x0, x1 } = piece;
  const year = (x1 - x0) / (to - from);
  const day = year / YEAR_DAYS;
  const clock = CLOCK.find((minutes) => (minutes / DAY) * day >= LOOSE_STEP);
  if (clock || day >= TICK_STEP) return dayTicks(piece, clock ?? DAY, day >= CELL, lang);
  if (year >= CELL) return cellTicks(piece, year / 12, lang);
  return yearTicks(piece, year, alone ? LOOSE_STEP : LABEL_STEP, lang);
}

/** Ticks at some minutes; `first` is the beginning of the piece. */
function ticksAt(
  minutes: readonly number[],
  first: number,
  tell: (moment: Moment, isFirst: boolean) => Omit<Tick, 'at'>,
): readonly Tick[] {
  return minutes.map((at) => ({ at: yearsOf(at), ...tell(momentOf(at), at === first) }));
}

/**
 * Days, or what a clock shows in steps of minutes.
 * @param each whether every day is named. Its name stands at its beginning, where what happened on the day is drawn:
 * in the middle of the day it would stand beside it.
 */
function dayTicks({ from, to }: Piece, step: number, each: boolean, lang: string): Ticks {
  const first = minutesOf(from);
  const { year, month, day } = momentOf(first);
  const byClock = step < DAY;
  return {
    ticks: ticksAt(multiples(first, minutesOf(to), step), first, ({ year, month, day, minute }, isFirst) => {
      const turn = byClock ? minute === 0 && !isFirst : day === 1;
      if (turn)
        return { turn, long: true, label: turnOf({ year, month, ...((byClock || each) && { day }) }, lang) };
      if (byClock)
        return { long: minute % 60 === 0, label: `${two(Math.floor(minute / 60))}:${two(minute % 60)}` };
      const long = each || (day % 5 === 0 && day < 30);
      return { long, label: long ? String(day) : undefined };
    }),
    within: formatDay({ year, month, ...(byClock && { day }) }, lang),
  };
}

/** A month, or a day of one; the first of a year with it. */
function turnOf(
  date: { readonly year: number; readonly month: number; readonly day?: number },
  lang: string,
): string {
  const { month, day } = date;
  return month === 1 && (day ?? 1) === 1 ? formatDay(date, lang) : monthOfYear(month, day, lang);
}

/** Years as cells, or where a month is so wide that it is named, months: the first of a later year tells the year. */
function cellTicks({ from, to }: Piece, month: number, lang: string): Ticks {
  const { year: first } = momentOf(minutesOf(from));
  const named = month >= MONTH_CELL;
  const inYear = month >= TICK_STEP ? 12 : 1;
  const minutes = multiples(first, to, 1).flatMap((year) =>
    Array.from({ length: inYear }, (_, nth) => minutesTo(year, nth + 1)),
  );
  return {
    ticks: ticksAt(minutes, minutesTo(first), ({ year, month }, isFirst) => ({
      long: month === 1 && inYear > 1,
      label:
        month === 1 && !(named && isFirst)
          ? formatYear(year, lang)
          : named
            ? monthOfYear(month, undefined, lang)
            : undefined,
    })),
    cells: true,
    ...(named && { within: formatYear(first, lang) }),
  };
}

/** Round years, on both sides of the year 0 that there is not; far back they are counted from the year 2000. */
function yearTicks({ from, to }: Piece, year: number, least: number, lang: string): Ticks {
  const step = roundStep(least / year);
  const far = from < FAR && step >= 1000;
  const fine = year >= TICK_STEP && step <= 10 ? 1 : step;
  const [unit, name] = from <= -1e6 ? [1e6, 'Ma'] : [1000, 'ka'];
  const both = from < 1 && to > 1;
  const label = (at: number): string => {
    if (!far)
      return both && at > 0 && at < 1000 ? fill(wordsOf(lang).ad, { year: at }) : formatYear(at, lang);
    return at === PRESENT ? String(at) : `${Number(((PRESENT - at) / unit).toPrecision(6))} ${name}`;
  };
  const years = far
    ? multiples(from - PRESENT, to - PRESENT, step).map((ago) => ago + PRESENT)
    : roundYears(from, to, fine);
  const ticks = years.map((at): Tick => {
    const main = fine === step || (at > 0 ? at : at - 1) % step === 0;
    return { at, long: main && fine < step, label: main ? label(at) : undefined };
  });
  return { ticks, ends: !far };
}

/** 1, 5, 10, 20, 50, 100 and so on: the least that is not less. 2 years are no step of their own. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  const by = [1, power > 1 ? 2 : 5, 5, 10].find((by) => by * power >= least * (1 - 1e-9));
  return (by ?? 10) * power;
}

/** From so many years on, before and at once, years are told in thousands or millions before now. */
const FAR = -20_000;
const PRESENT = 2000;

function roundYears(from: number, to: number, step: number): readonly number[] {
  return [
    ...multiples(from - 1, Math.min(to, 0) - 1, step).map((before) => before + 1),
    ...(step > 1 && from <= 1 && to >= 1 ? [1] : []),
    ...multiples(Math.max(from, 1), to, step),
  ];
}

function multiples(from: number, to: number, step: number): readonly number[] {
  const first = Math.ceil(from / step - 1e-9) * step;
  const count = Math.floor((to - first) / step + 1e-9) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => first + index * step);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
