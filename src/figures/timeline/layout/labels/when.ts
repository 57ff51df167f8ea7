import { monthOfYear } from '../../../../base/months.ts';
import { wordsOf } from '../../../../base/words/choose-words.ts';
import { fill } from '../../../../base/words/fill.ts';
import { formatTime, formatYear, formatYears, type PartialDate } from '../../model/date.ts';
import type { View } from '../view.ts';

/** Views this short, in years, name days or times beside a label, for a year says nothing there. */
const OF_DAYS = 2.5;
const OF_TIMES = 0.02;
const MILLION = 1e6;
const LONG_AGO = 50_000;

/** What stands behind a name: its year, `1914?`, `c. 1872`; its day or its time in a view of few days. */
export function formatShort(date: PartialDate, view: View): string {
  const { about, uncertain, bound, years, year } = date;
  const plain = years === undefined ? pointOf(date, view) : manyYears(year, years, view.lang);
  const words = wordsOf(view.lang);
  const known = bound === undefined ? plain : fill(words[bound], { date: plain });
  return `${about ? fill(words.aboutDate, { date: known }) : known}${uncertain ? '?' : ''}`;
}

/** `1920s`; what is no decade by its first and its last year. */
function manyYears(year: number, years: number, lang: string): string {
  if (years === 10 && year > 0 && year % 10 === 0) return fill(wordsOf(lang).decade, { year });
  return `${formatYear(year, lang)}–${formatYear(year + years - 1, lang)}`;
}

function pointOf({ year, month, day, time }: PartialDate, view: View): string {
  const span = view.end - view.start;
  if (span < OF_TIMES && time) return formatTime(time);
  if (span < OF_DAYS && month !== undefined) return monthOfYear(month, day, view.lang);
  return yearOf(year, view.lang);
}

/** `1914–18`, `06:52–07:20`; what is not sure as far as it is known. */
export function formatShortPeriod(from: PartialDate, to: PartialDate, view: View): string {
  const isYear = [from, to].every((date) => pointOf(date, view) === formatYear(date.year, view.lang));
  const soft = [from, to].some(({ about, uncertain, bound, years }) => about || uncertain || bound || years);
  if (isYear && !soft) return formatYears(from.year, to.year, { lang: view.lang });
  const [first, last] = [formatShort(from, view), formatShort(to, view)];
  return first === last ? first : `${first}–${last}`;
}

function yearOf(year: number, lang: string): string {
  const before = 1 - year;
  if (before >= MILLION) return `${round(before / MILLION)} Ma`;
  if (before >= LONG_AGO && before % 1000 === 0) return `${before / 1000} ka`;
  return formatYear(year, lang);
}

function round(number: number): number {
  return Number(number.toPrecision(4));
}
