import { plainFigures } from '../../../base/table/digits.ts';
import type { PartialDate } from './calendar-date.ts';
import { withoutEndings } from './foreign-date.ts';
import { inEnglishWords } from './foreign-words.ts';
import { partOfCentury } from './part-of-century.ts';
import { parseWhen, type When } from './read-date.ts';
import { type DayOrder, FIGURES, parseBare, readOne } from './spoken-one.ts';
import { tidied, withoutNotes } from './tidy-date.ts';
import { eitherOf, readTwice } from './told-twice.ts';

/**
 * Reads a date as people write it in tables: all that `parseWhen` reads; years as bare numbers, of which a minus means
 * BC; `26 oct 899`, `Oct 26, 899`, `3300 BC`, `c. 886`, `before 1066`, `1920s`, `5th century BC`, `66 Ma`, `12,000
 * years ago`, and ranges of these. What is said of a date and cannot be drawn (`924 after 17 jul 924`, `early
 * 1920s`) is kept as its words. Undefined for all else.
 */
export function readSpoken(text: string, order: DayOrder = 'day first'): When | undefined {
  const told = withoutNotes(text.replace(/[\s\u200e\u200f]+/g, ' ').trim());
  const written = plainFigures(told.replace(/−/g, '-'));
  const plain = joined(written);
  return (
    readEnglish(plain, order) ??
    one(partOfCentury(plain, order)) ??
    readForeign(plain, told, order) ??
    readTwice(written, (part) => readSpoken(part, order)) ??
    readTidied(written, told, order)
  );
}

/** In signs of its own: drawn where it is meant, told as it is written. */
function readTidied(written: string, told: string, order: DayOrder): When | undefined {
  const tidy = tidied(written);
  return asWritten(tidy === undefined ? undefined : readSpoken(tidy, order), told);
}

const asWritten = (read: When | undefined, written: string): When | undefined =>
  read && (read.end || read.open ? { ...read, when: written } : one({ ...read.date, words: written }));

/** `-4 500 000`, `vers 15 000 av. J.-C.`: figures that blanks part into thousands, at the beginning or behind a word for about. */
function joined(text: string): string {
  return text.replace(
    /^((?:\p{L}{1,8}\.? |[~<>])?-?\d{1,3})((?: \d{3})+)(?![\d/.,:-])(?! (?:AD|CE)\b)/u,
    (_, first: string, rest: string) => first + rest.replaceAll(' ', ''),
  );
}

/** As other languages say it: drawn where it is meant, told as it is written. */
function readForeign(text: string, written: string, order: DayOrder): When | undefined {
  const english = inEnglishWords(text);
  if (english === undefined) return undefined;
  const read = readEnglish(english, order) ?? one(eitherOf(english));
  return asWritten(read, written);
}

function readEnglish(plain: string, order: DayOrder): When | undefined {
  // 4.5e+09, as programs write large numbers.
  const bare = eraFirst(
    withoutEndings(plain).replace(/^-?\d+(\.\d+)?e\+\d{1,2}(?= |$)/i, (power) => String(Number(power))),
  );
  return (
    parseBare(bare) ??
    parseWhen(bare) ??
    readRange(bare, order) ??
    one(readOne(bare, order)) ??
    inZone(bare, order)
  );
}

/** A time with the name of its clock behind it: `27 Oct 1962, 09:00 EST` is drawn by that clock, and told as written. */
function inZone(text: string, order: DayOrder): When | undefined {
  // As scripts write it: "Sat May 20 1961 09:30:00 GMT-0600 (CST)".
  const [, local, hours, minutes = '00'] =
    /^(.*\d{1,2}:\d{2}(?::\d{2})?) ?(?:GMT|UTC)? ?([+-]\d{2}):?(\d{2})?(?: \(.*\))?$/.exec(text) ?? [];
  const there = local === undefined ? undefined : readSpoken(local, order);
  if (there?.date.time && !there.end && hours !== undefined)
    return one({ ...there.date, time: { ...there.date.time, zone: `${hours}:${minutes}` } });
  const [, time] = /^(.*\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?) \(?[A-Z]{1,5}\)?$/.exec(text) ?? [];
  const read = time === undefined ? undefined : readSpoken(time, order);
  return read?.date.time && !read.end ? one({ ...read.date, words: text }) : undefined;
}

/** `BCE0044-03-15` as ISO writes it. */
function eraFirst(text: string): string {
  return text.replace(/^BCE? ?(\d{4})(?=-|$)/i, (_, digits: string) => {
    const year = Number(digits) - 1;
    return year < 0 ? digits : `${year === 0 ? '' : '-'}${String(year).padStart(4, '0')}`;
  });
}

const one = (date: PartialDate | undefined): When | undefined => date && { date };

const CENTURIES =
  /^(\d{1,2})(?:st|nd|rd|th)?(?: century)? ?(?:[-–—/]|to|and) ?(\d{1,2})(?:st|nd|rd|th)? (?:c\.|cent\.|century|centuries)( ?(?:B\.?C\.?E?\.?|AD|CE))?$/i;
/** A month or a season, and a day before it: "3. August", "Aug.", "spring". */
const MONTH =
  '(?:\\d{1,2}\\.? )?(?:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\\p{L}*|spring|summer|autumn|fall|winter)\\.?';
/** A hyphen between such parts: "August-November 1914", "3-5 August 1914", "28 July-3 August 1914", "May 1914-May 1915". */
const BETWEEN_MONTHS = new RegExp(
  `^(\\d{1,2}\\.?|${MONTH}(?: \\d{3,4})?)-(?=${MONTH} (?:\\d{3,4}|\\d{1,4} BC)$)`,
  'iu',
);
const NOT_RANGE = /^\d{4}-\d{2}(-\d{2})?$/;

function readRange(text: string, order: DayOrder): When | undefined {
  const bare = text
    .replace(/^(from|bet(?:ween|\.)?) /i, '')
    // "April 1-5, 1920", "1950s-60s".
    .replace(/^(\p{L}{3,}) (\d{1,2}) ?[-–] ?(\d{1,2}),? (\d{3,4})$/u, '$2 $1 $4 – $3 $1 $4')
    .replace(/^(\d\d)(\d0s) ?[-–] ?(\d0s)$/, '$1$2 – $1$3')
    .replace(BETWEEN_MONTHS, '$1 – ')
    // "c.1400-c.1450", "10/2001-02/03/2005".
    .replace(/(\d) ?- ?(?=(?:c\.|ca\.?|circa|~) ?\d)/i, '$1 – ')
    .replace(/^((?:\d{1,2}\/){1,2}\d{4}) ?- ?(?=(?:\d{1,2}\/){1,2}\d{4}$)/, '$1 – ');
  const centuries = CENTURIES.exec(bare);
  if (centuries) {
    const [, first = '', last = '', era = ''] = centuries;
    return between(`${first}th century${era}`, `${last}th century${era}`, order);
  }
  // 03/2023 is a month of a year.
  if (/^(0?[1-9]|1[0-2])[/.-]\d{4}$/.test(bare)) return undefined;
  const years = /^(\D{0,4}\d{1,4}) ?[-–—/] ?(\d{2,4}|(?<=\d{4} ?[-–—/] ?)\d)(\??)$/.exec(bare);
  if (years && !NOT_RANGE.test(bare.replace(/^(\d{4}-)(2[1-4]|0\d|1[0-2])$/, '$1$2')))
    return yearsOf(years, order);
  if (years) return /-(1[3-9]|[3-9]\d)$/.test(bare) ? yearsOf(years, order) : undefined;
  if (FIGURES.test(bare)) return undefined;
  const [, since] = /^(\d{4}) ?[-–—] ?~?$/.exec(bare) ?? [];
  if (since !== undefined) return { date: { year: Number(since), about: false }, open: 'to' };
  const [, from, to] =
    /^(.+?)(?: ?[–—] ?| - | to | until | till | and |\/(?!\d{1,2}\/|\d{1,2} ?[-–—]|\d{4}(?:$| ?[-–—])))(.+)$/i.exec(
      bare,
    ) ?? [];
  if (from === undefined || to === undefined || (/ and /i.test(text) && !/^bet(?:ween|\.)? /i.test(text)))
    return undefined;
  if (
    /^(present|now|today|ongoing|current|incumbent|heute|aujourd'hui|hoy|oggi|hoje|heden|\.\.|\?|~)$/i.test(
      to.trim(),
    )
  ) {
    const date = readOne(from, order);
    return date && { date, open: 'to' };
  }
  return between(from, to, order);
}

function between(from: string, to: string, order: DayOrder): When | undefined {
  // A day of a month and a further figure: no year is told.
  if (/^\p{L}{3,}\.? \d{1,2}$/u.test(from) && /^\d{1,2}$/.test(to)) return undefined;
  const end = readOne(to, order);
  // "3–5 May 1921", "500–400 BC", "March to May 1921", "1 Jan – 3 Feb 1921": what stands once is meant twice.
  const ofBefore = /\bB\.?C\.?E?\.?$/i.test(to) && !/B\.?C/i.test(from);
  const isDay = /^\d{1,2}\.?$/.test(from);
  const shared = [
    ...(ofBefore ? [`${from} BC`] : [from]),
    ...(end && (ofBefore || end.year > 0) ? [`${from} ${ofBefore ? `${1 - end.year} BC` : end.year}`] : []),
    ...(isDay ? [to.replace(/^\d{1,2}\.?/, from)] : []),
  ];
  const best = isDay && end?.day !== undefined ? shared.toReversed() : shared;
  for (const candidate of best) {
    const date = readOne(candidate, order);
    if (
      date &&
      end &&
      (date.year < end.year || (date.year === end.year && (date.month ?? 0) <= (end.month ?? 12)))
    )
      return { date, end };
  }
  return undefined;
}

/** `1939–45`, `c. 1490-1510`. */
function yearsOf([, from = '', to = '', unsure]: RegExpExecArray, order: DayOrder): When | undefined {
  const date = readOne(from, order);
  if (!date) return undefined;
  const digits = String(date.year);
  const whole = to.length < digits.length ? digits.slice(0, digits.length - to.length) + to : to;
  const end = { year: Number(whole), about: date.about, ...(unsure && { uncertain: true }) };
  return end.year < date.year ? undefined : { date, end };
}

/** What a column of dates written in figures says of their order; `ambiguous` where nothing in it does. */
export function dayOrderOf(cells: readonly string[]): {
  readonly order: DayOrder;
  readonly ambiguous: number | undefined;
} {
  const pairs = cells.flatMap((cell, row) => {
    const [, a, , b, year] = FIGURES.exec(cell.trim()) ?? [];
    return a !== undefined && a.length <= 2 && year ? [{ row, a: Number(a), b: Number(b) }] : [];
  });
  const [first] = pairs;
  const monthFirst = pairs.some(({ b }) => b > 12) && !pairs.some(({ a }) => a > 12);
  const decided = pairs.some(({ a, b }) => a > 12 || b > 12) || pairs.every(({ a, b }) => a === b);
  // A clock of twelve hours stands beside dates of America.
  const american = !decided && cells.some((cell) => /\d ?[ap]\.?m\.?$/i.test(cell.trim()));
  const order = monthFirst || american ? 'month first' : 'day first';
  return { order, ambiguous: decided ? undefined : first?.row };
}
