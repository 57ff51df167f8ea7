import { MONTHS, writtenAbroad } from '../../../base/months.ts';

/**
 * A date as exactly as it is known: a year, a month or a day, of the Gregorian calendar carried back before its
 * time. It is read letter by letter and never becomes a moment in some time zone. Year 0 is 1 BC and -44 is 45 BC,
 * as ISO 8601 counts.
 */
export interface PartialDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  /** Written with `~`: about that time. */
  readonly about: boolean;
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const FORM = /^(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(~?)$/;

/** What a date may look like, for messages. */
export const DATE_FORMS = '1848, 1848-03 or 1848-03-30 (1848~ for about, -0044 before our era), in quotes';

/** Reads `1848`, `1848-03`, `1848-03-30`, any of them with `~` behind it. Undefined for all else. */
export function parseDate(text: string): PartialDate | undefined {
  const [, year, month, day, about] = FORM.exec(text) ?? [];
  if (year === undefined) return undefined;
  const date: PartialDate = {
    year: Number(year),
    ...(month !== undefined && { month: Number(month) }),
    ...(day !== undefined && { day: Number(day) }),
    about: about === '~',
  };
  return isOnCalendar(date) ? date : undefined;
}

function isOnCalendar({ year, month = 1, day = 1 }: PartialDate): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** What to write instead of a text that is no date, as a sentence. */
export function mendDate(text: string): string {
  const [, year, month, day] = FORM.exec(text) ?? [];
  if (year !== undefined && (Number(month) < 1 || Number(month) > 12)) return 'Months run from 01 to 12.';
  if (year !== undefined && day !== undefined)
    return `${monthName(Number(month))} ${year} has ${daysInMonth(Number(year), Number(month))} days.`;
  const likely = guess(text);
  return likely && parseDate(likely) ? `Write "${likely}".` : `Write ${DATE_FORMS}.`;
}

/** The date meant by `1848-3-30`, `1848/03/30`, `30 March 1848` or `March 1848`, in its right form. */
function guess(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(text.trim()) ?? [];
  if (year) return [year, pad(month), pad(day)].filter(Boolean).join('-');
  const spoken = /^(?:(\d{1,2})\s+)?(\p{L}{3,})\.?\s+(\d{4})$/u.exec(text.trim());
  const index = MONTHS.findIndex((name) => name.toLowerCase().startsWith(spoken?.[2]?.toLowerCase() ?? '?'));
  if (!spoken || index < 0) return undefined;
  return [spoken[3], pad(String(index + 1)), pad(spoken[1])].filter(Boolean).join('-');
}

function pad(digits: string | undefined): string | undefined {
  return digits?.padStart(2, '0');
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0);
}

/** First moment of a date, in years: 1848.5 is the middle of 1848. */
export function startOf({ year, month = 1, day = 1 }: PartialDate): number {
  let days = day - 1;
  for (let before = 1; before < month; before++) days += daysInMonth(year, before);
  return year + days / (isLeap(year) ? 366 : 365);
}

/** Last moment of a date, in years: the end of its day, its month or its year. */
export function endOf(date: PartialDate): number {
  const { year, month, day } = date;
  if (month === undefined) return year + 1;
  const days = day === undefined ? daysInMonth(year, month) : 1;
  return startOf(date) + days / (isLeap(year) ? 366 : 365);
}

/** Where a date is drawn, in years: a day at its beginning, a month or a year at its middle. */
export function positionOf(date: PartialDate): number {
  return date.day === undefined ? (startOf(date) + endOf(date)) / 2 : startOf(date);
}

/** Where something that ended on a date is drawn to end, in years: at the day, or with the month or the year. */
export function untilOf(date: PartialDate): number {
  return date.day === undefined ? endOf(date) : startOf(date);
}

/** In order of time; a month or a year stands at its middle. */
export function compareDates(a: PartialDate, b: PartialDate): number {
  return positionOf(a) - positionOf(b);
}

function monthName(month: number): string {
  return MONTHS[month - 1] ?? '';
}

/** `1848`, or `45 BC`. */
export function formatYear(year: number): string {
  return year > 0 ? String(year) : `${1 - year} BC`;
}

/**
 * `30 March 1848`, `March 1848`, `1848`, `about 1848`: never more than is known.
 * @param lang the deck's language, which has its own words and order; `en` for messages
 */
export function formatDate(date: PartialDate, lang = 'en', months: 'long' | 'short' = 'long'): string {
  const { year, month, day, about } = date;
  if (!/^en\b/i.test(lang)) return `${about ? 'c. ' : ''}${writtenAbroad(date, lang, months)}`;
  const name =
    month === undefined ? undefined : monthName(month).slice(0, months === 'short' ? 3 : undefined);
  const text = [day, name, formatYear(year)].filter((part) => part !== undefined).join(' ');
  return about ? `about ${text}` : text;
}

/** `1848–71`, `1848–1901`, `1848` for one year only. */
export function formatYears(from: number, to: number): string {
  if (from === to) return formatYear(from);
  const sameCentury = from > 0 && Math.floor(from / 100) === Math.floor(to / 100);
  return `${formatYear(from)}–${sameCentury ? String(to % 100).padStart(2, '0') : formatYear(to)}`;
}

/** Value of a `datetime` attribute; undefined before the year 1, which HTML cannot say. */
export function isoDate({ year, month, day }: PartialDate): string | undefined {
  if (year < 1) return undefined;
  return [String(year).padStart(4, '0'), pad(month?.toString()), pad(day?.toString())]
    .filter(Boolean)
    .join('-');
}
