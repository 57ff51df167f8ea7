import { MONTHS, monthOfYear, writtenAbroad } from '../../../base/months.ts';
import { hasWords, wordsOf } from '../../../base/words/choose-words.ts';
import { countIn, fill } from '../../../base/words/fill.ts';
import { type PartialDate, precisionOf, type SeasonName, type TimeOfDay } from './calendar-date.ts';

export { monthOfYear };

const MILLION = 1e6;
const BILLION = 1e9;
/** From here on what ends in three zeros is told as years ago. */
const LONG_AGO = 50_000;

/** `1848`, `45 BC`, `12,000 BC`, `300,000 years ago`, `66 million years ago`: all the digits there are. */
export function formatYear(year: number, lang = 'en'): string {
  if (year > 0) return String(year);
  const before = 1 - year;
  const words = wordsOf(lang);
  for (const [size, ago] of [
    [BILLION, words.billionYearsAgo],
    [MILLION, words.millionYearsAgo],
  ] as const) {
    const rounded = Math.round((before / size) * 1000) / 1000;
    if (before >= size && Math.abs(rounded * size - before) < 0.5)
      return fill(ago, { count: countIn(lang, rounded, 0) });
  }
  if (before >= LONG_AGO && before % 1000 === 0)
    return fill(words.yearsAgo, { count: countIn(lang, before) });
  return fill(words.bc, { year: countIn(lang, before, 10_000) });
}

/** `06:45`, `07:31:30`; an hour alone is `06:00`. */
export function formatTime({ hour, minute = 0, second }: TimeOfDay): string {
  return [hour, minute, second]
    .filter((part) => part !== undefined)
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

/**
 * `30 March 1848`, `March 1848`, `1848`, `about 1848`, `perhaps spring 1914`, `the 1920s`, `11 January 2023, 06:45`:
 * never more than is known.
 * @param lang the deck's language, which has its own words and order; `en` for messages
 */
export function formatDate(date: PartialDate, lang = 'en', months: 'long' | 'short' = 'long'): string {
  if (date.words !== undefined) return date.words;
  const english = /^en\b/i.test(lang);
  const bare = english ? inEnglish(date, months) : inOther(date, lang, months);
  const time = date.time ? `, ${formatTime(date.time)}${zoneOf(date.time)}` : '';
  return qualified(date, `${bare}${time}`, lang);
}

/** A day or a month of a year, as short as it is told: `27 Oct 1962`, `Oct 1962`. */
export function formatDay(
  date: { readonly year: number; readonly month: number; readonly day?: number },
  lang: string,
): string {
  if (!/^en\b/i.test(lang)) return writtenAbroad(date, lang, 'short');
  return `${monthOfYear(date.month, date.day, lang)} ${formatYear(date.year)}`;
}

function qualified({ about, uncertain, bound }: PartialDate, text: string, lang: string): string {
  // Signs, where there are no words for it.
  if (!hasWords(lang)) {
    const sign = bound === undefined ? '' : bound === 'before' ? '< ' : '> ';
    return `${sign}${about ? 'c. ' : ''}${text}${uncertain ? ' (?)' : ''}`;
  }
  const words = wordsOf(lang);
  const near = about ? fill(words.aboutDate, { date: text }) : text;
  const bounded = bound === undefined ? near : fill(words[bound], { date: near });
  return uncertain ? fill(words.perhaps, { date: bounded }) : bounded;
}

function inEnglish(date: PartialDate, months: 'long' | 'short'): string {
  const { year, month, day, season, years } = date;
  if (years !== undefined) return manyYears(year, years);
  const name =
    month === undefined ? undefined : MONTHS[month - 1]?.slice(0, months === 'short' ? 3 : undefined);
  const within = season ? `${season.name}${/quarter/.test(season.name) ? ' of' : ''}` : undefined;
  return [within, day, name, formatYear(year)].filter((part) => part !== undefined).join(' ');
}

function inOther(date: PartialDate, lang: string, months: 'long' | 'short'): string {
  const { year, season, years } = date;
  if (years !== undefined) return formatYears(year, year + years - 1, lang, true);
  // Beyond these the calendars of other languages do not reach.
  if (year < -200_000 || year > 200_000) return formatYear(year, lang);
  const written = writtenAbroad(date, lang, months);
  return season ? `${written} (${seasonIn(season.name, lang)})` : written;
}

function seasonIn(name: SeasonName, lang: string): string {
  const { firstQuarter, secondQuarter, thirdQuarter, fourthQuarter, ...words } = wordsOf(lang);
  switch (name) {
    case 'first quarter':
      return firstQuarter;
    case 'second quarter':
      return secondQuarter;
    case 'third quarter':
      return thirdQuarter;
    case 'fourth quarter':
      return fourthQuarter;
    default:
      return words[name];
  }
}

function manyYears(year: number, years: number): string {
  return years === 10 && year > 0 ? `the ${year}s` : formatYears(year, year + years - 1, 'en', true);
}

/** ` UTC`, ` UTC+09:00`, or nothing where none is written. */
export function zoneOf({ zone }: TimeOfDay): string {
  if (zone === undefined) return '';
  return /^(Z|[+-]00:?(00)?)$/.test(zone) ? ' UTC' : ` UTC${zone.replace('-', '−')}`;
}

/** `July 1943 to 1946`; of two times of one day the day once: `11 January 2023, 06:52 to 07:20`. */
export function formatPeriod(
  from: PartialDate,
  to: PartialDate,
  lang = 'en',
  months: 'long' | 'short' = 'long',
): string {
  const between = /^en\b/i.test(lang) ? ' to ' : ' – ';
  const start = formatDate(from, lang, months);
  if (start === formatDate(to, lang, months)) return start;
  if (from.time && to.time && sameDay(from, to) && from.time.zone === to.time.zone)
    return `${start}${between}${formatTime(to.time)}`;
  return `${start}${between}${formatDate(to, lang, months)}`;
}

function sameDay(a: PartialDate, b: PartialDate): boolean {
  return a.year === b.year && a.month === b.month && a.day === b.day;
}

/** `1848–71`, `1848–1901`, `1848` for one year only; `whole` leaves no century out. */
export function formatYears(from: number, to: number, lang = 'en', whole = false): string {
  if (from === to) return formatYear(from, lang);
  // "600–50" would be read as of two eras.
  const sameCentury = !whole && from >= 1000 && Math.floor(from / 100) === Math.floor(to / 100);
  return `${formatYear(from, lang)}–${sameCentury ? String(to % 100).padStart(2, '0') : formatYear(to, lang)}`;
}

/** Value of a `datetime` attribute; undefined for what HTML cannot say: before the year 1, a decade, about a time in one. */
export function isoDate(date: PartialDate): string | undefined {
  const { year, month, day, time } = date;
  if (year < 1 || precisionOf(date) === 'years') return undefined;
  const pad = (part: number | undefined): string | undefined => part?.toString().padStart(2, '0');
  const iso = [String(year).padStart(4, '0'), pad(month), pad(day)].filter(Boolean).join('-');
  return time && day !== undefined ? `${iso}T${formatTime(time)}${offset(time.zone)}` : iso;
}

function offset(zone: string | undefined): string {
  return zone === undefined ? '' : zone.replace(/^([+-]\d{2})$/, '$1:00');
}
