import { MONTHS } from '../../../base/months.ts';
import { isOnCalendar, type PartialDate } from './calendar-date.ts';
import { parseDate, parseWhen, type When, yearOf } from './read-date.ts';

/** Which comes first where a date is written in figures alone: 3/4/1921. */
export type DayOrder = 'day first' | 'month first';

const one = (date: PartialDate | undefined): When | undefined => date && { date };

/** A year as a bare number: `1066`, `1,066`, `-44` (44 BC), `1066.0` as a workbook may write it. */
export function parseBare(text: string): When | undefined {
  const [, minus, digits] = /^(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.0+)?$/.exec(text) ?? [];
  if (digits === undefined || /^0\d{3}$/.test(digits) || (minus && digits.length === 4)) return undefined;
  const year = Number(digits.replaceAll(',', ''));
  const [, y, m, d, hour, minute] = /^([12]\d{3})(\d\d)(\d\d)(\d\d)(\d\d)(?:\d\d)?$/.exec(digits) ?? [];
  const timed = y && !minus ? parseWhen(`${y}-${m}-${d}T${hour}:${minute}`) : undefined;
  if (timed) return timed;
  if (/^[12]\d{7}$/.test(digits) && !minus)
    return parseWhen(digits.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')) ?? one({ year, about: false });
  return one({ year: minus ? 1 - year : year, about: false });
}

type Signs = Pick<PartialDate, 'bound' | 'uncertain'> & { readonly about: boolean };
const SIGNS: readonly (readonly [RegExp, Partial<Signs>])[] = [
  [
    /^(?:c\.|ca\.?|c|circa ?\d+[dmy]|circa|cca\.?|about|abt\.?|est\.?|calc?\.?|around|approx(?:\.|imately)?|roughly|[~≈])(?: |(?=\d))/i,
    { about: true },
  ],
  [/^(?:before|bef\.?|by|until|up to|no later than|ante|<) ?/i, { bound: 'before' }],
  [/^(?:after|aft\.?|since|from|no earlier than|post|>) ?/i, { bound: 'after' }],
  [/^(?:perhaps|possibly|probably|prob\.|poss\.|maybe|\?) ?/i, { uncertain: true }],
  [/^(?:on|in|the|at) /i, {}],
];

/** Reads one date as people write it; ranges are none. */
export function readOne(text: string, order: DayOrder): PartialDate | undefined {
  const [, first, bound, second] = /^(.+?),? ((?:after|before) )(.+)$/i.exec(text) ?? [];
  if (first !== undefined && second !== undefined) {
    // Two things are told of it: the coarser is drawn, the words stay.
    const date = readOne(first, order);
    return date && readOne(`${bound ?? ''}${second}`, order) && { ...date, words: text };
  }
  let rest = text.trim();
  let signs: Signs = { about: false };
  for (let found = true; found; ) {
    found = false;
    for (const [pattern, sign] of SIGNS) {
      const match = pattern.exec(rest);
      if (!match) continue;
      rest = rest.slice(match[0].length).trim();
      signs = { ...signs, ...sign };
      found = true;
    }
  }
  const [, part, ofPart] =
    /^(early|mid|middle of|late|beginning of|end of|fl\.?|floruit|flourished)[- ](?:the )?(.+)$/i.exec(
      rest,
    ) ?? [];
  if (part !== undefined && ofPart !== undefined) {
    const date = readBare(ofPart, order);
    return date && { ...date, ...signs, words: text };
  }
  const [, core = '', tail] =
    /^(.*?)( ?\(?\?{1,3}\)?| ?\((?:approx\.?|circa|estimated|est\.?)\)| approx\.?)?$/i.exec(rest) ?? [];
  const date = readBare(core, order);
  if (!date) return undefined;
  const unsure = tail?.includes('?') ?? false;
  return {
    ...date,
    ...signs,
    about: signs.about || date.about || (tail !== undefined && !unsure),
    ...(unsure && { uncertain: true }),
  };
}

function readBare(text: string, order: DayOrder): PartialDate | undefined {
  return (
    parseBare(text)?.date ??
    parseDate(text) ??
    readAge(text) ??
    readCentury(text) ??
    readNamed(text) ??
    readFigures(text, order)
  );
}

const SIZES = { k: 1e3, m: 1e6, g: 1e9, b: 1e9 } as const;

/** `66 Ma`, `4.54 billion years ago`, `12,000 BP`, `10.000 BC`. */
function readAge(text: string): PartialDate | undefined {
  const number = (digits: string | undefined) => Number((digits ?? '').replace(/,(?=\d{3})/g, ''));
  const [, short, unit] = /^([\d.,]+) ?([kmgb])(?:ya?|a)(?: ago| BP)?$/i.exec(text) ?? [];
  const [, long, size, ago] =
    /^([\d.,]+) ?(thousand|million|billion|bn|mn|m|k)? ?(?:years?|yrs?) ?(ago|BP|before present|B\.?C\.?E?\.?)$/i.exec(
      text,
    ) ?? [];
  const [, plain, era] = /^([\d.,]+) ?(B\.?C\.?E?\.?|BP|CE|AD|A\.D\.|C\.E\.)$/i.exec(text) ?? [];
  const scale = (letter: string | undefined) => {
    const key = letter?.charAt(0).toLowerCase();
    if (key === 't' || key === 'k') return SIZES.k;
    return key === 'm' ? SIZES.m : key === 'g' || key === 'b' ? SIZES.g : 1;
  };
  const years =
    short !== undefined
      ? number(short) * scale(unit)
      : long !== undefined
        ? number(long) * scale(size)
        : number(plain);
  if ([short, long, plain].every((part) => part === undefined) || !(years > 0)) return undefined;
  const name = ago ?? era ?? 'ago';
  if (/^(ce|ad|a\.d\.|c\.e\.)$/i.test(name))
    return years < 10_000 ? { year: Math.round(years), about: false } : undefined;
  // Years ago are counted from 1950 as geologists do, where they are so few that it can be seen.
  const present = /^b\.?c/i.test(name) || years >= 20_000 ? 0 : 1950;
  const exact = present === 0 ? Math.round(1 - years) : Math.round(present - years);
  // Where it is some thousand years that part them, what was counted from now is not told as BC.
  const written = /^b\.?c/i.test(name) || years >= 1e5 ? undefined : text;
  return { year: exact, about: false, ...(written !== undefined && { words: written }) };
}

/** `1920s`, `19th century`, `5th c. BC`, `3rd millennium BC`. */
function readCentury(text: string): PartialDate | undefined {
  const [, decade, , bc] = /^(\d{1,4}0)('?s)( ?B\.?C\.?E?\.?)?$/i.exec(text) ?? [];
  if (decade !== undefined) {
    const first = Number(decade);
    const years = first % 100 === 0 ? 100 : 10;
    return {
      year: bc ? 2 - first - years : first,
      years,
      about: false,
      ...(years === 100 || bc ? { words: text } : {}),
    };
  }
  const [, nth, unit = '', before] =
    /^(\d{1,2})(?:st|nd|rd|th)? (century|cent\.?|c\.?|millennium)(?: ?(B\.?C\.?E?\.?)| ?(?:AD|CE|A\.D\.))?$/i.exec(
      text,
    ) ?? [];
  if (nth === undefined || Number(nth) < 1) return undefined;
  const years = /^m/i.test(unit) ? 1000 : 100;
  return {
    year: before ? 1 - Number(nth) * years : (Number(nth) - 1) * years + 1,
    years,
    about: false,
    words: text,
  };
}

const NAME = '(\\p{L}{3,9})\\.?';
const YEAR = '(-?\\d{1,6})((?: ?(?:B\\.?C\\.?E?\\.?|AD|CE|A\\.D\\.))?)';
/** Where no day stands by, two figures are more likely one than a year; before or after our era they are a year. */
const LONG_YEAR = '(-?\\d{3,6}|\\d{1,2}(?= ?(?:B|AD|CE|A\\.D)))((?: ?(?:B\\.?C\\.?E?\\.?|AD|CE|A\\.D\\.))?)';
const CLOCK = '(?:,? (?:at )?(\\d{1,2}:\\d{2}(?::\\d{2})?) ?([ap]\\.?m\\.?)?)?';
const ORD = '(?:st|nd|rd|th|\\.)?';
const NAMED: readonly (readonly [RegExp, readonly ('day' | 'month' | 'year')[]])[] = [
  [
    new RegExp(`^(\\d{1,2})${ORD}[ -]?(?:of )?${NAME}(?:,|,?[ -])${YEAR}${CLOCK}$`, 'iu'),
    ['day', 'month', 'year'],
  ],
  [new RegExp(`^${NAME} (\\d{1,2})${ORD}(?:, ?| )${YEAR}${CLOCK}$`, 'iu'), ['month', 'day', 'year']],
  [new RegExp(`^(?:AD )?${YEAR},?[ -]${NAME}[ -](\\d{1,2})${ORD}${CLOCK}$`, 'iu'), ['year', 'month', 'day']],
  [new RegExp(`^${NAME}(?:,|,?[ -])(?:of )?${LONG_YEAR}$`, 'iu'), ['month', 'year']],
  [new RegExp(`^${LONG_YEAR},?[ -]${NAME}$`, 'iu'), ['year', 'month']],
];
const SEASONS = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 } as const;

function readNamed(text: string): PartialDate | undefined {
  const bare = text.replace(/^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? /i, '');
  for (const [pattern, parts] of NAMED) {
    const found = pattern.exec(bare);
    if (!found) continue;
    const groups = found.slice(1);
    let [year, month, day, era]: (string | undefined)[] = [];
    for (const part of parts) {
      if (part === 'year') [year, era] = [groups.shift(), groups.shift()];
      else if (part === 'month') month = groups.shift();
      else day = groups.shift();
    }
    const date = compose(year, era, month, day);
    return date && withClock(date, groups[0], groups[1]);
  }
  return undefined;
}

function compose(
  written: string | undefined,
  era: string | undefined,
  name: string | undefined,
  day: string | undefined,
): PartialDate | undefined {
  const bc = /^ ?b/i.test(era ?? '') || (written?.startsWith('-') ?? false);
  const count = Math.abs(Number(written));
  const year = bc ? 1 - count : count;
  if (!Number.isSafeInteger(year) || count === 0) return undefined;
  const word = name?.toLowerCase() ?? '';
  const season = Object.entries(SEASONS).find(([known]) => known === word);
  if (season && day === undefined)
    return { year, season: { name: seasonOf(word), first: season[1] }, about: false };
  const month =
    MONTHS.findIndex(
      (known) => known.toLowerCase().startsWith(word) || (word === 'sept' && known === 'September'),
    ) + 1;
  if (month === 0) return undefined;
  const date = { year, month, ...(day !== undefined && { day: Number(day) }), about: false };
  return isOnCalendar(date) || isJulian(date) ? date : undefined;
}

/** 29 February of a year that only the old calendar calls a leap year is kept as the day it is called. */
function isJulian({ month, day }: { readonly month: number; readonly day?: number }): boolean {
  return month === 2 && day === 29;
}

function seasonOf(word: string): 'spring' | 'summer' | 'autumn' | 'winter' {
  return word === 'spring' || word === 'summer' || word === 'winter' ? word : 'autumn';
}

function withClock(
  date: PartialDate,
  clock: string | undefined,
  half: string | undefined,
): PartialDate | undefined {
  if (clock === undefined || date.day === undefined) return date;
  const [hours = 0, minute = 0, second] = clock.split(':').map(Number);
  // "20:00 PM" is written by programs, and means eight in the evening.
  const hour = half === undefined || hours > 12 ? hours : (hours % 12) + (/^p/i.test(half) ? 12 : 0);
  const timed = { ...date, time: { hour, minute, ...(second !== undefined && { second }) } };
  return isOnCalendar(timed) ? timed : undefined;
}

export const FIGURES = new RegExp(`^(\\d{1,4})([/.-])(\\d{1,2})\\2(\\d{1,4})${CLOCK}$`, 'i');

/** `3/4/1921`, `1921/4/3`, `03.04.1921`, with a time behind it or not. */
function readFigures(text: string, order: DayOrder): PartialDate | undefined {
  const [, first = '', , second = '', third = '', clock, half] = FIGURES.exec(text) ?? [];
  if (first === '') return monthOfYear(text);
  const yearFirst = first.length > 2;
  const [a, b] = yearFirst ? [Number(third), Number(second)] : [Number(first), Number(second)];
  const dayFirst = yearFirst || a > 12 || (b <= 12 && order === 'day first');
  const year = yearOf(Number(yearFirst ? first : third));
  const date = { year, month: dayFirst ? b : a, day: dayFirst ? a : b, about: false };
  // Two figures of a year leave its century open.
  if ((yearFirst ? first : third).length < 3 || !isOnCalendar(date)) return undefined;
  return withClock(date, clock, half);
}

function monthOfYear(text: string): PartialDate | undefined {
  const [, year, month] = /^(\d{4})[/.](\d{1,2})$/.exec(text) ?? [];
  const [, late, yearOfLate] = /^(\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const date = { year: Number(year ?? yearOfLate), month: Number(month ?? late), about: false };
  return Number.isNaN(date.year) || !isOnCalendar(date) ? undefined : date;
}
