import { monthOfYear } from '../../../../base/months.ts';
import { wordsOf } from '../../../../base/words/choose-words.ts';
import { fill } from '../../../../base/words/fill.ts';
import { isSoft, type PartialDate } from '../../model/calendar-date.ts';
import { formatDay, formatTime, formatYear, formatYears } from '../../model/date-words.ts';
import { type Fineness, finenessOf, type View } from '../view.ts';

const MILLION = 1e6;
const LONG_AGO = 50_000;

/** What stands behind a name: its year, `1914?`, `c. 1872`; its day or its time in a view of few days. */
export function formatShort(date: PartialDate, fine: Fineness, lang: string): string {
  const { about, uncertain, bound, years, year } = date;
  const plain = years === undefined ? pointOf(date, fine, lang) : manyYears(year, years, lang);
  const words = wordsOf(lang);
  const known = bound === undefined ? plain : fill(words[bound], { date: plain });
  return `${about ? fill(words.aboutDate, { date: known }) : known}${uncertain ? '?' : ''}`;
}

/** `1920s`; what is no decade by its first and its last year. */
function manyYears(year: number, years: number, lang: string): string {
  if (years === 10 && year > 0 && year % 10 === 0) return fill(wordsOf(lang).decade, { year });
  return `${formatYear(year, lang)}–${formatYear(year + years - 1, lang)}`;
}

function pointOf({ year, month, day, time }: PartialDate, fine: Fineness, lang: string): string {
  if (fine === 0 || month === undefined) return yearOf(year, lang);
  if (fine === 4 && time) return formatTime(time);
  if (fine === 1) return formatDay({ year, month, ...(day !== undefined && { day }) }, lang);
  const ofDay = monthOfYear(month, day, lang);
  return fine === 3 && time ? `${ofDay}, ${formatTime(time)}` : ofDay;
}

/** `1914–18`, `06:52–07:20`; what is not sure as far as it is known. */
export function formatShortPeriod(from: PartialDate, to: PartialDate, fine: Fineness, lang: string): string {
  const isYear = [from, to].every((date) => pointOf(date, fine, lang) === formatYear(date.year, lang));
  const soft = [from, to].some(isSoft);
  if (isYear && !soft) return formatYears(from.year, to.year, lang);
  const [first, last] = [formatShort(from, fine, lang), formatShort(to, fine, lang)];
  if (first === last) return first;
  return fine === 1 || fine === 3 ? sharing(first, last, from, lang) : `${first}–${last}`;
}

/** Two dates with what both say once: the year at their ends, the day before their times. */
function sharing(first: string, last: string, { year, month, day, time }: PartialDate, lang: string): string {
  const end = ` ${year}`;
  if (first.endsWith(end) && last.endsWith(end)) return `${first.slice(0, -end.length)}–${last}`;
  const start = month !== undefined && time ? `${monthOfYear(month, day, lang)}, ` : last;
  return `${first}–${last.startsWith(start) && last !== start ? last.slice(start.length) : last}`;
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

/** A name for several events, with the years from the first to the last of them: of one year as the less sure tells it. */
export function nameOfAll(name: string, from: PartialDate, to: PartialDate, view: View): string {
  const fine = finenessOf(view);
  const one = fine === 0 && from.year === to.year && isSoft(from) !== isSoft(to);
  const years = one
    ? formatShort(isSoft(from) ? from : to, fine, view.lang)
    : formatShortPeriod(from, to, fine, view.lang);
  return withYears(name, years);
}

/** A name that says its years already, as words of its own, needs no saying again: "Act of 1848". */
export function withYears(name: string, years: string): string {
  const at = name.indexOf(years);
  const says = at >= 0 && !/\d/.test(name.charAt(at - 1) + name.charAt(at + years.length));
  return says ? name : `${name} ${years}`;
}
