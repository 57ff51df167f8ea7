import { plainFigures } from './digits.ts';
import { bareName, furtherMonth, WEEKDAY } from './month-names.ts';

/** How much of a date was written. */
export type DateUnit = 'year' | 'half' | 'quarter' | 'month' | 'week' | 'day' | 'time';

/** What a cell says before it is known whether days or months come first. */
export interface Parts {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly unit: DateUnit;
  /** Two figures of which either may be the month. */
  readonly pair?: readonly [number, number];
  readonly minutes?: number;
  readonly short?: boolean;
}

const DAY = 86_400_000;
const SEP = '[-/. ]';
const TIME =
  /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}(?::\d{2})?)?$/i;

/** The start of a week of ISO 8601. */
function weekStart(year: number, week: number): { year: number; month: number; day: number } {
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = new Date(fourth.getTime() + (1 - (fourth.getUTCDay() || 7) + 7 * (week - 1)) * DAY);
  return { year: monday.getUTCFullYear(), month: monday.getUTCMonth() + 1, day: monday.getUTCDate() };
}

const whole = (text: string | undefined) => Number(text ?? Number.NaN);
const yearWritten = (text: string | undefined) => {
  const short = /^\d\d$/.test(text ?? '');
  return { year: short ? wholeYear(whole(text)) : whole(text), ...(short ? { short } : {}) };
};

/** The year that two figures mean: of 1950 to 2049, as spreadsheets have it. */
export function wholeYear(figures: number): number {
  return figures + (figures > 49 ? 1900 : 2000);
}

type Reader = readonly [
  RegExp,
  (found: RegExpExecArray, months: ReadonlyMap<string, number>) => Parts | undefined,
];

const named = (months: ReadonlyMap<string, number>, name: string | undefined) =>
  months.get(bareName(name ?? '')) ?? (name === undefined ? undefined : furtherMonth(bareName(name)));

const NAME = '([\\p{L}]{3,}\\.?|[\\p{L}\\d]{1,2}月)';
const READERS: readonly Reader[] = [
  [/^([12]\d{3})$/, ([, year]) => ({ year: whole(year), unit: 'year' })],
  [/^(?:FY|CY|SY) ?'?(\d{4}|\d{2})$/i, ([, year]) => ({ ...yearWritten(year), unit: 'year' })],
  [/^(\d{4}) ?[pefr*]$/i, ([, year]) => ({ year: whole(year), unit: 'year' })],
  [/^(?:FY ?)?([12]\d{3}) ?[/–] ?(?:\d{2}|\d{4})$/i, ([, year]) => ({ year: whole(year), unit: 'year' })],
  [/^([12]\d{3})-(1[3-9]|[2-9]\d)$/, ([, year]) => ({ year: whole(year), unit: 'year' })],
  [/^(\d{4})年度?$/, ([, year]) => ({ year: whole(year), unit: 'year' })],
  [/^(明治|大正|昭和|平成|令和)(元|\d{1,2})年度?$/, ([, era, nth]) => yearOfEra(era, nth)],
  [/^(?:Q|T|qtr ?|quarter )([1-4])[- ,]*(?:FY|CY) ?'?(\d{4}|\d{2})$/i, ([, q, year]) => quarter(year, q)],
  [/^(?:FY|CY) ?'?(\d{4}|\d{2})[- ]?Q([1-4])$/i, ([, year, q]) => quarter(year, q)],
  [/^(\d{4})[-/:. ]?(?:Q|T|qtr ?|quarter )([1-4])$/i, ([, year, q]) => quarter(year, q)],
  [/^(?:Q|T|qtr ?|quarter )([1-4])[-/:., ']*(\d{4}|\d{2})$/i, ([, q, year]) => quarter(year, q)],
  [/^([1-4])(?:Q|T)[-/:. ']?(\d{4}|\d{2})$/i, ([, q, year]) => quarter(year, q)],
  [
    /^(\d{4})[-/ ]?(?:H|S)([12])$/i,
    ([, year, half]) => ({ year: whole(year), month: whole(half) * 6 - 5, unit: 'half' }),
  ],
  [
    /^(?:H|S)([12])[-/ ]?(\d{4})$/i,
    ([, half, year]) => ({ year: whole(year), month: whole(half) * 6 - 5, unit: 'half' }),
  ],
  [
    /^(\d{4})[-/:. ]?(?:W|KW|week )(\d{1,2})$/i,
    ([, year, week]) => ({ ...weekStart(whole(year), whole(week)), unit: 'week' }),
  ],
  [
    /^(\d{4})[-/.: ]?M(\d{1,2})$/i,
    ([, year, month]) => ({ year: whole(year), month: whole(month), unit: 'month' }),
  ],
  [
    /^(\d{4})[-/.: ](\d{1,2})$/,
    ([, year, month]) => ({ year: whole(year), month: whole(month), unit: 'month' }),
  ],
  [
    /^(\d{1,2})[-/.]([12]\d{3})$/,
    ([, month, year]) => ({ year: whole(year), month: whole(month), unit: 'month' }),
  ],
  [
    /^(\d{4})年(\d{1,2})月$/,
    ([, year, month]) => ({ year: whole(year), month: whole(month), unit: 'month' }),
  ],
  [/^(\d{4})年(\d{1,2})月(\d{1,2})日$/, ([, year, month, day]) => days(year, month, day)],
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/, ([, year, month, day]) => days(year, month, day)],
  [/^([12]\d{3})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/, ([, year, month, day]) => days(year, month, day)],
  [
    new RegExp(`^(\\d{1,2})${SEP}(\\d{1,2})${SEP}(\\d{4}|\\d{2})$`),
    ([, a, b, year]) => ({ ...yearWritten(year), pair: [whole(a), whole(b)], unit: 'day' }),
  ],
  [
    new RegExp(`^${NAME}[-/., ']+(\\d{4}|\\d{2})$`, 'u'),
    ([, name, year], months) => monthOf(months, name, year),
  ],
  [new RegExp(`^(\\d{4})[-/., ]*${NAME}$`, 'u'), ([, year, name], months) => monthOf(months, name, year)],
  [
    new RegExp(`^${NAME}[-/. ]*(\\d{1,2})(?:st|nd|rd|th)?[-/., ]+(\\d{4}|\\d{2})$`, 'u'),
    ([, name, day, year], months) => dayOf(months, name, day, year),
  ],
  [
    new RegExp(`^(\\d{1,2})(?:st|nd|rd|th|\\.)?[-/. ]*(?:de )?${NAME}(?: de)?[-/., ]+(\\d{4}|\\d{2})$`, 'u'),
    ([, day, name, year], months) => dayOf(months, name, day, year),
  ],
  [
    new RegExp(`^(\\d{4})[-/., ]*${NAME}[-/. ]*(\\d{1,2})$`, 'u'),
    ([, year, name, day], months) => dayOf(months, name, day, year),
  ],
];

/** The year before the first of each era whose years are counted from its beginning. */
const ERAS: Readonly<Record<string, number>> = {
  ...{ 明治: 1867, 大正: 1911, 昭和: 1925, 平成: 1988, 令和: 2018 },
};

function yearOfEra(era = '', nth = ''): Parts {
  return { year: (ERAS[era] ?? 0) + (nth === '元' ? 1 : whole(nth)), unit: 'year' };
}

function quarter(year: string | undefined, nth: string | undefined): Parts {
  return { ...yearWritten(year), month: whole(nth) * 3 - 2, unit: 'quarter' };
}

function days(year: string | undefined, month: string | undefined, day: string | undefined): Parts {
  return { year: whole(year), month: whole(month), day: whole(day), unit: 'day' };
}

function monthOf(
  months: ReadonlyMap<string, number>,
  name: string | undefined,
  year: string | undefined,
): Parts | undefined {
  const month = named(months, name);
  return month === undefined ? undefined : { ...yearWritten(year), month, unit: 'month' };
}

function dayOf(
  months: ReadonlyMap<string, number>,
  name: string | undefined,
  day: string | undefined,
  year: string | undefined,
): Parts | undefined {
  const month = named(months, name);
  return month === undefined ? undefined : { ...yearWritten(year), month, day: whole(day), unit: 'day' };
}

/** Without what Unicode has several signs for; most cells are figures and have none of it. */
function plain(cell: string): string {
  if (/^[\d/.:T-]+$/.test(cell)) return cell;
  return plainFigures(cell.normalize('NFKC'))
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/−/g, '-')
    .replace(WEEKDAY, '');
}

/** Takes a cell to pieces by the first of the known forms it has; undefined where it has none. */
export function partsOf(cell: string, months: ReadonlyMap<string, number>): Parts | undefined {
  // What most cells are.
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(cell);
  if (iso) return days(iso[1], iso[2], iso[3]);
  const text = plain(cell);
  const bare = /^[12]\d{3}\.0+$/.test(text) ? text.slice(0, 4) : text;
  const read = (part: string): Parts | undefined => {
    for (const [pattern, make] of READERS) {
      const found = pattern.exec(part);
      const parts = found && make(found, months);
      if (parts) return parts;
    }
    return undefined;
  };
  const date = read(bare);
  if (date) return date;
  // A day and a time: between them stands a T or a blank.
  const [, before = '', after = ''] = /^(.{6,}?)(?:T|,? (?:at )?)(\d{1,2}:\d{2}.*)$/.exec(bare) ?? [];
  const minutes = minutesOf(after);
  const day = minutes === undefined ? undefined : read(before);
  return day?.unit === 'day' && minutes !== undefined
    ? { ...day, minutes, unit: minutes === 0 && /^0?0:00/.test(after) ? 'day' : 'time' }
    : undefined;
}

function minutesOf(text: string): number | undefined {
  const found = TIME.exec(text.trim());
  if (!found) return undefined;
  const [, hours, minutes, seconds = '0', half = ''] = found;
  const hour = (whole(hours) % (half ? 12 : 24)) + (/^p/i.test(half) ? 12 : 0);
  return hour * 60 + whole(minutes) + whole(seconds) / 60;
}
