import { MONTHS } from '../../../base/months.ts';
import { daysInMonth, isOnCalendar, type PartialDate, type Season, type TimeOfDay } from './calendar-date.ts';

/** When something was: a date, or from one to another, as one text says it. */
export interface When {
  /** Where its mark stands: the beginning where there is one, else the end. */
  readonly date: PartialDate;
  readonly end?: PartialDate;
  /** The end that is not known, or has not come: `../1918`, `1914/..`. */
  readonly open?: 'from' | 'to';
  /** What is told of all of it instead: the author's own words for it. */
  readonly when?: string;
}

const DAY_FORM =
  /^(?:([+-]?\d{4})|Y?(-?\d{5,12}|(?<=Y)[+-]?\d{1,4}))(?:-(\d{2}|XX|uu))?(?:-(\d{2}|XX|uu))?(?:[T ](\d{2})(?::(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/;
const DECADE_FORM = /^(-?)(\d{1,3})([Xxu]{1,3})$/;
const POWER_FORM = /^Y(-?\d{1,4})E(\d{1,2})$/;
const LARGEST = 1e12;

/** From here on a minus means BC as written, for nobody counts a year 0 there. */
const FAR_BACK = -9999;

/** What a date may look like, for messages. */
export const DATE_FORMS = '1848, 1848-03 or 1848-03-30 (1848~ for about, -0044 before our era), in quotes';

/**
 * Reads a date as ISO 8601 and EDTF (level 1) write it: `1848`, `1848-03`, `1848-03-30`, `2023-01-11T06:45`, a season
 * `1914-21`, a decade `192X`, a year of any size `-12000`, `Y-4540000000`; behind it `?` (not sure), `~` (about)
 * or `%` (both); `44 BC`. Undefined for all else.
 */
export function parseDate(text: string): PartialDate | undefined {
  const [, bare = '', sign] = /^(.*?)([?~%]?)$/.exec(text.trim()) ?? [];
  if (text.trim() !== text && sign !== '') return undefined;
  const date = parseDay(bare) ?? parseDecade(bare) ?? parsePower(bare) ?? parseEra(bare);
  if (!date || !isOnCalendar(date)) return undefined;
  return {
    ...date,
    about: sign === '~' || sign === '%',
    ...((sign === '?' || sign === '%') && { uncertain: true }),
  };
}

/** Reads a date or an interval: `1914/1918`, `../1918`, `1914/..`, `1914/` (its end is not known). */
export function parseWhen(text: string): When | undefined {
  const [from, to, ...more] = text.split('/').map((part) => part.trim());
  if (from === undefined || more.length > 0) return undefined;
  const date = parseDate(from);
  if (to === undefined) return date && { date };
  const end = parseDate(to);
  if (OPEN.has(from)) return end && { date: end, end, open: 'from' };
  if (!date) return undefined;
  if (OPEN.has(to)) return { date, open: 'to' };
  return end && { date, end };
}

const OPEN: ReadonlySet<string> = new Set(['', '..', 'open', 'unknown']);

/** A year as ISO counts it; far back, where a minus means BC as written, one more. */
export function yearOf(written: number): number {
  return written < FAR_BACK ? written + 1 : written;
}

function parseDay(text: string): PartialDate | undefined {
  const [, short, long, month, day, hour, minute, second, zone] = DAY_FORM.exec(text) ?? [];
  const written = short ?? long;
  if (written === undefined || (day !== undefined && !/^\d/.test(day) && hour !== undefined))
    return undefined;
  const year = yearOf(Number(written));
  const [nth, dayOf] = [month, day].map((part) => (part && /^\d/.test(part) ? Number(part) : undefined));
  if (Math.abs(year) > LARGEST || (hour !== undefined && dayOf === undefined)) return undefined;
  if (day === undefined && nth !== undefined && nth > 20) {
    const season = seasonOf(nth);
    return season && { year, season, about: false };
  }
  const time: TimeOfDay | undefined =
    hour === undefined
      ? undefined
      : {
          hour: Number(hour),
          ...(minute !== undefined && { minute: Number(minute) }),
          ...(second !== undefined && { second: Number(second) }),
          ...(zone !== undefined && { zone }),
        };
  return {
    year,
    ...(nth !== undefined && { month: nth }),
    ...(nth !== undefined && dayOf !== undefined && { day: dayOf }),
    ...(time && { time }),
    about: false,
  };
}

const NAMES = ['spring', 'summer', 'autumn', 'winter'] as const;
const QUARTERS = ['first quarter', 'second quarter', 'third quarter', 'fourth quarter'] as const;
/** A season of EDTF by its number: from 21 and 25 they begin in spring (of the north), from 29 in the southern one; 33 is a quarter. */
function seasonOf(code: number): Season | undefined {
  const nth = (code - 21) % 4;
  const [name, quarter] = [NAMES[nth], QUARTERS[nth]];
  if (!name || !quarter || code > 36) return undefined;
  if (code >= 33) return { name: quarter, first: 1 + 3 * nth };
  return { name, first: code >= 29 ? ((8 + 3 * nth) % 12) + 1 : 3 + 3 * nth };
}

/** `192X` is a decade, `19XX` a century; before our era the years run from the one written largest. */
function parseDecade(text: string): PartialDate | undefined {
  const [, minus, digits, rest] = DECADE_FORM.exec(text) ?? [];
  if (digits === undefined || rest === undefined || digits.length + rest.length !== 4) return undefined;
  const years = 10 ** rest.length;
  const first = Number(digits) * years;
  return { year: minus ? -first - years + 1 : first, years, about: false };
}

function parsePower(text: string): PartialDate | undefined {
  const [, digits, power] = POWER_FORM.exec(text) ?? [];
  const year = Number(digits) * 10 ** Number(power);
  return digits === undefined || Math.abs(year) > LARGEST ? undefined : { year: yearOf(year), about: false };
}

/** `44 BC`, `44 BCE`, `AD 79`. */
function parseEra(text: string): PartialDate | undefined {
  const before = /^(\d{1,12}) ?B\.? ?C\.?(?: ?E\.?)?$/i.exec(text)?.[1];
  if (before !== undefined && Number(before) > 0) return { year: 1 - Number(before), about: false };
  const after =
    /^(?:A\.? ?D\.? ?)(\d{1,4})$/i.exec(text)?.[1] ??
    /^(\d{1,4}) ?(?:A\.? ?D\.?|C\.? ?E\.?)$/i.exec(text)?.[1];
  return after === undefined || Number(after) < 1 ? undefined : { year: Number(after), about: false };
}

/** What to write instead of a text that is no date, as a sentence. */
export function mendDate(text: string): string {
  const [, year, month, day] = /^(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(~?)$/.exec(text) ?? [];
  if (year !== undefined && (Number(month) < 1 || Number(month) > 12)) return 'Months run from 01 to 12.';
  if (year !== undefined && day !== undefined)
    return `${MONTHS[Number(month) - 1] ?? ''} ${year} has ${daysInMonth(Number(year), Number(month))} days.`;
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
