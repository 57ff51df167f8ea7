import { type PartialDate, positionOf } from './calendar-date.ts';
import { fromRoman } from './foreign-words.ts';
import type { When } from './read-date.ts';
import { republicanOf } from './republican-date.ts';

/** Reads a part of a text. */
type Read = (text: string) => When | undefined;

/** Days from which two calendars may tell one day are at most this far apart, in years. */
const CALENDARS = 15 / 365;

/**
 * What tells a date twice, or with a remark: `7 November [O.S. 25 October] 1917`, `2 (15) March 1917`, `10 Muharram 61
 * AH (10 October 680)`, `June 1967 (six days)`; years of the Hijra and of the French Republic, feasts, `1914 or 1915`, a winter of two years.
 * Drawn where it is meant, told as it is written.
 */
export function readTwice(text: string, read: Read): When | undefined {
  const date =
    inBrackets(text, read) ??
    besideHijra(text, read) ??
    hijraOf(text) ??
    republicanOf(text, fromRoman) ??
    feastOf(text) ??
    eitherOf(text);
  return date && { date: { ...date, words: text } };
}

const STYLE = /^(?:[ON]\.? ?S\.?|(?:ст|н)\. ?ст\.|старый стиль|новый стиль):? /iu;

function inBrackets(text: string, read: Read): PartialDate | undefined {
  const [, outer = '', bracket = '', rest = ''] = /^([^([]+?) ?[([]([^()[\]]+)[)\]](.*)$/.exec(text) ?? [];
  if (bracket === '') return undefined;
  const tail = rest.replace(/^,? ?/, '');
  const inner = bracket.replace(STYLE, '');
  const year = /\d{3,4}(?!.*\d{3,4})/.exec(`${outer} ${tail}`)?.[0] ?? '';
  const whole = [outer, tail].filter(Boolean).join(' ');
  const other = /^\d{1,2}$/.test(inner)
    ? [/^\d{1,2}$/.test(outer) ? inner : outer.replace(/\d{1,2}(?!.*\d)/, inner), tail].join(' ').trim()
    : /\d{3,4}/.test(inner)
      ? inner
      : `${inner} ${tail || year}`;
  const [one, twin] = [dayOf(read(whole)), dayOf(read(other))];
  // Of the two calendars the newer counts further.
  if (one?.day !== undefined && twin?.day !== undefined) {
    const apart = positionOf(twin) - positionOf(one);
    if (Math.abs(apart) <= CALENDARS) return apart > 0 ? twin : one;
  }
  return HIJRA.test(outer) && tail === '' ? (twin ?? one) : one;
}

const dayOf = (when: When | undefined): PartialDate | undefined =>
  when && !when.end && !when.open ? when.date : undefined;

const HIJRA = /(?:^AH ?(\d{1,4})|(?:^|\s)(\d{1,4}) ?(?:AH|A\. ?H\.|هـ))$/u;

/** `857 AH / 1453 CE`: the year of our era is drawn. */
function besideHijra(text: string, read: Read): PartialDate | undefined {
  const [one = '', other = '', ...more] = text.split(/ ?[/=] ?/);
  if (other === '' || more.length > 0 || HIJRA.test(one) === HIJRA.test(other)) return undefined;
  return dayOf(read(HIJRA.test(one) ? other : one));
}

/** The first day of the Hijra's first year, and how long its years are, in ours. */
const FIRST = 622.54;
const LONG = 354.367 / 365.2425;

/** A year of the Hijra as those of ours it lies in; its months begin by the moon, which no table tells to the day. */
function hijraOf(text: string): PartialDate | undefined {
  const [, before, behind] = HIJRA.exec(text) ?? [];
  const year = Number(before ?? behind);
  if (!(year >= 1)) return undefined;
  const start = FIRST + (year - 1) * LONG;
  const [first, last] = [Math.floor(start), Math.floor(start + LONG - 0.03)];
  return { year: first, about: false, ...(last > first && { years: last - first + 1 }) };
}

const FEAST =
  /^(Christmas|Weihnachten|Noël|Navidad|Natale|Natal)?(?:Easter|Ostern|Pâques|Pascua|Pasqua|Páscoa|Whitsun|Pentecost|Pfingsten|Michaelmas|Candlemas|Lent|Advent)?(?: Day| Sunday| Monday| week)?,? (?:of |de )?(\d{3,4})$/iu;

/** A feast: Christmas has its day, another is told and stands in its year. */
function feastOf(text: string): PartialDate | undefined {
  const [whole, christmas, year] = FEAST.exec(text) ?? [];
  if (whole === undefined || !/^\p{L}/u.test(whole)) return undefined;
  return { year: Number(year), about: false, ...(christmas !== undefined && { month: 12, day: 25 }) };
}

/** `1914 or 1915`, and a winter that runs from one year into the next. */
export function eitherOf(text: string): PartialDate | undefined {
  const [, first = '', second = ''] = /^(\d{3,4}) (?:or|oder|ou|o|или|albo|of) (\d{3,4})$/iu.exec(text) ?? [];
  const years = Number(second) - Number(first) + 1;
  if (first !== '' && years > 1 && years <= 10) return { year: Number(first), years, about: false };
  const [, begins = '', ends = ''] =
    /^(?:winter|hiver|invierno|inverno|зима|зимой|zima|zimą)(?: (?:of|de|do))? (\d{4})\s?[-–/]\s?(\d{4}|\d{2})$/iu.exec(
      text,
    ) ?? [];
  const year = Number(begins);
  if (begins === '' || (year + 1) % 10 ** ends.length !== Number(ends) % 10 ** ends.length) return undefined;
  return { year, season: { name: 'winter', first: 12 }, about: false };
}
