import type { Parts } from './date-forms.ts';

/**
 * What the plain numbers of a column of dates count: `1950`, `1950.5`, `195006`, or seconds and milliseconds from 1970.
 * `-44` is 44 BC, but where a column counts through a year 0: there it is 45 BC, as it is for astronomers.
 */
export type PlainDates =
  | 'years'
  | 'years through 0'
  | 'decimal years'
  | 'months'
  | 'seconds'
  | 'milliseconds';

const YEARLY =
  /year|jahr|ann[eé]e|^año|ano|anno|\bjaar|fiscal|^fy$|season|^(år|rok|vuosi|yıl|an|év|anul|god|год|рік|έτος|السنة|سنة)|年|연도|년/i;
const DATED = /date|datum|data|time|period|month|monat|mois|mes|epoch|unix|stamp|yyyymm|^ts?$|^ym$|年月/i;
/** `-0043`, which only ISO 8601 writes so: 44 BC. */
const ISO_YEAR = /^-0\d{3}$/;
const DAY = 86_400_000;
/** In these years lie what counts as seconds from 1970: 1973 to 2100. */
const SECONDS = { from: 1e8, to: 4.102e9 } as const;

/** Years of a file that nobody calls years lie within so many of each other, and not far ahead. */
const CALENDAR = { span: 400, last: 2150 } as const;

/** Whether whole numbers of four figures can be years: their head says so, or they lie close enough. */
export function mayBeYears(head: string, cells: readonly string[]): boolean {
  if (YEARLY.test(head) || DATED.test(head)) return true;
  const written = cells.filter((cell) => cell !== '');
  if (!written.every((cell) => /^[12]\d{3}$/.test(cell))) return true;
  const years = written.map(Number);
  const last = years.reduce((most, year) => Math.max(most, year), 0);
  const first = years.reduce((least, year) => Math.min(least, year), Number.POSITIVE_INFINITY);
  return last <= CALENDAR.last && last - first <= CALENDAR.span;
}

/** How the plain numbers under a head are meant; undefined where the head speaks of no dates, or a cell is of another form. */
export function plainDates(head: string, cells: readonly string[]): PlainDates | undefined {
  const isYearly = YEARLY.test(head);
  if (!isYearly && !DATED.test(head)) return undefined;
  const written = cells.filter((cell) => cell !== '');
  const all = (pattern: RegExp) => written.every((cell) => pattern.test(cell));
  if (written.length === 0 || !all(/^-?\d+(\.\d+)?$/)) return undefined;
  if (all(/^-?\d{1,5}(\.0+)?$/)) {
    if (!isYearly || !written.some((cell) => Math.abs(Number(cell)) > 31)) return undefined;
    const years = new Set(written.map(Number));
    return years.has(0) && years.has(-1) ? 'years through 0' : 'years';
  }
  if (all(/^[12]\d{3}(\.\d+)?$/)) return areMonths(written) ? undefined : 'decimal years';
  if (all(/^[12]\d{3}(0[1-9]|1[0-2])$/)) return 'months';
  if (isYearly) return undefined;
  const within = (factor: number) =>
    written.every((cell) => Number(cell) >= SECONDS.from * factor && Number(cell) <= SECONDS.to * factor);
  return within(1) ? 'seconds' : within(1000) ? 'milliseconds' : undefined;
}

/** `2004.03` may be a month, `1950.5` or `1990.67` among others is half or two thirds of a year. */
function areMonths(cells: readonly string[]): boolean {
  const parts = cells.map((cell) => cell.split('.')[1] ?? '');
  const isMonth = (part: string) => /^(0?[1-9]|1[0-2])$/.test(part);
  return parts.every(isMonth) && new Set(parts).size > 1;
}

/** A plain number as a date; undefined where it is none of that kind. */
export function plainParts(cell: string, kind: PlainDates): Parts | undefined {
  const number = Number(cell);
  if (cell === '' || !Number.isFinite(number)) return undefined;
  if (kind === 'years' || kind === 'years through 0') {
    if (!/^-?\d{1,5}(\.0+)?$/.test(cell)) return undefined;
    const isCounted = kind === 'years' && number < 0 && !ISO_YEAR.test(cell);
    return { year: Math.trunc(number) + (isCounted ? 1 : 0), unit: 'year' };
  }
  if (kind === 'months') return { year: Math.floor(number / 100), month: number % 100, unit: 'month' };
  if (kind === 'decimal years') {
    const year = Math.floor(number);
    const [from, to] = [Date.UTC(year, 0), Date.UTC(year + 1, 0)];
    return partsAt(Math.floor((from + (number - year) * (to - from)) / DAY) * DAY, 'day');
  }
  return partsAt(kind === 'seconds' ? number * 1000 : number, 'time');
}

function partsAt(moment: number, unit: Parts['unit']): Parts {
  const date = new Date(moment);
  const midnight = Math.floor(moment / DAY) * DAY;
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    minutes: (moment - midnight) / 60_000,
    unit: unit === 'time' && moment === midnight ? 'day' : unit,
  };
}
