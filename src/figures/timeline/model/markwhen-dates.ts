import { daysInMonth, endOf, type PartialDate, precisionOf, startOf } from './calendar-date.ts';
import type { When } from './read-date.ts';
import { readSpoken } from './spoken-date.ts';
import type { DayOrder } from './spoken-one.ts';

/** What was told before a line: dates may be told by it. */
export interface Told {
  readonly order: DayOrder;
  /** The event before. */
  readonly last: When | undefined;
  /** Events by the ids they were given. */
  readonly ids: ReadonlyMap<string, When>;
}

/**
 * Reads what stands before the colon of a markwhen event: a date or a range as people write it, a length of time behind
 * the event before (`2 weeks`, `1 week - 3 days`), behind or before a named one (`after !launch 1 month`). `unread` is
 * what is of markwhen and cannot be drawn without a clock (`now`); undefined is no date at all.
 */
export function readMarkwhen(written: string, told: Told): When | 'unread' | undefined {
  const text = written.replace(/ every .*$/i, '').trim();
  if (text === '') return undefined;
  const relative = /^(?:(after|before|by) )?(?:!([\w-]+)(?:\.(start|end))?)?(.*)$/i.exec(text);
  if (relative?.[1] || relative?.[2]) return byName(relative, told);
  const whole = readLength(text) ? undefined : readSpoken(text, told.order);
  if (whole) return whole;
  for (const parting of PARTINGS) {
    const [from, to, ...more] = text.split(parting).map((part) => part.trim());
    if (from === undefined || to === undefined || more.length > 0) continue;
    const range = readRange(from, to, told);
    if (range) return range;
  }
  const length = readLength(text);
  if (length) return told.last ? lasting(nextOf(told.last), length) : 'unread';
  return NOW.test(text) ? 'unread' : clockOf(text, told);
}

const PARTINGS = [/\//, / [-–] | to /i, /-(?=\d{4}-\d\d-\d\d)/, /[-–]/];
const NOW = /^(now|today|present)\b/i;
const CLOCK = /^(\d{1,2}):(\d{2}) ?(?:([ap])m)?$/i;

function readRange(from: string, to: string, told: Told): When | 'unread' | undefined {
  const length = readLength(to);
  const gap = readLength(from);
  if (gap && length) return told.last ? lasting(after(nextOf(told.last), gap), length) : 'unread';
  const start = readMarkwhenDate(from, told);
  if (!start) return NOW.test(from) && (length || readMarkwhenDate(to, told)) ? 'unread' : undefined;
  if (length) return lasting(start, length);
  if (NOW.test(to)) return { date: start, open: 'to' };
  const end = readMarkwhenDate(to, { ...told, last: { date: start } });
  return end && startOf(start) < endOf(end) ? { date: start, end } : undefined;
}

function readMarkwhenDate(text: string, told: Told): PartialDate | undefined {
  const read = readSpoken(text, told.order) ?? clockOf(text, told);
  return read?.end || read?.open ? undefined : read?.date;
}

/** A time of day is one of the day told last. */
function clockOf(text: string, { last }: Told): When | undefined {
  const [, hours, minutes, half] = CLOCK.exec(text) ?? [];
  const day = last?.end ?? last?.date;
  if (hours === undefined || day?.day === undefined) return undefined;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (/p/i.test(half) ? 12 : 0);
  return { date: { ...day, time: { hour, minute: Number(minutes) } } };
}

/** `after !id 2 weeks`, `!id 1 week - 3 days`, `before !id 1 month`, `!a / !b`. */
function byName([whole, word, id, side, rest = '']: RegExpExecArray, told: Told): When | 'unread' {
  const event = id === undefined ? told.last : told.ids.get(id);
  const [gap, length] = rest.split(/ [-–] |\//).map((part) => readLength(part.trim()));
  const [, until, untilSide] = /[/–-] ?!([\w-]+)(?:\.(start|end))?$/.exec(whole) ?? [];
  if (!event) return 'unread';
  const before = /^b/i.test(word ?? '');
  const from = side === 'start' ? event.date : before && side === undefined ? event.date : nextOf(event);
  const other = until === undefined ? undefined : told.ids.get(until);
  if (other) return { date: from, end: untilSide === 'end' ? (other.end ?? other.date) : other.date };
  if (!gap) return rest.trim() === '' ? { date: from } : 'unread';
  if (!before) return length ? lasting(after(from, gap), length) : lasting(from, gap);
  const end = length ? after(from, back(gap)) : from;
  const start = after(end, back(length ?? gap));
  return { date: start, end: dayBefore(end) };
}

/** A length of time, in days and months. */
interface Length {
  readonly months: number;
  readonly days: number;
  readonly minutes: number;
}

const UNITS: Readonly<Record<string, Partial<Length>>> = {
  ...{ year: { months: 12 }, y: { months: 12 }, decade: { months: 120 }, century: { months: 1200 } },
  ...{
    centurie: { months: 1200 },
    month: { months: 1 },
    mo: { months: 1 },
    week: { days: 7 },
    w: { days: 7 },
  },
  ...{ day: { days: 1 }, d: { days: 1 }, hour: { minutes: 60 }, h: { minutes: 60 }, hr: { minutes: 60 } },
  ...{ minute: { minutes: 1 }, min: { minutes: 1 } },
};
const PART = /^\+?(\d+(?:\.\d+)?) ?(?:(week|work|business) ?(?=day))?([a-z]+?)s?(?: |,|$)/i;

function readLength(text: string): Length | undefined {
  let rest = text.trim();
  let sum: Length = { months: 0, days: 0, minutes: 0 };
  if (rest === '') return undefined;
  while (rest !== '') {
    const [part, count, working, name] = PART.exec(rest) ?? [];
    const unit = UNITS[name?.toLowerCase() ?? ''];
    if (part === undefined || !unit) return undefined;
    // Five days of work are a week.
    const times = Number(count) * (working && unit.days === 1 ? 7 / 5 : 1);
    sum = {
      months: sum.months + times * (unit.months ?? 0),
      days: sum.days + times * (unit.days ?? 0),
      minutes: sum.minutes + times * (unit.minutes ?? 0),
    };
    rest = rest.slice(part.length).trim();
  }
  return sum;
}

const back = ({ months, days, minutes }: Length): Length => ({
  months: -months,
  days: -days,
  minutes: -minutes,
});

/** From a date on, so long: its last year, month, day or minute as exactly as both are told. */
function lasting(date: PartialDate, length: Length): When {
  const end = after(date, length);
  const precision = precisionOf(end);
  if (precision === 'year') return endedBy(date, { year: end.year - 1, about: false });
  if (precision === 'month') return endedBy(date, monthsOn(end, -1));
  if (precision === 'day') return endedBy(date, dayBefore(end));
  return { date, end };
}

const endedBy = (date: PartialDate, end: PartialDate): When =>
  startOf(end) > startOf(date) ? { date, end } : { date };

/** A date some time later (or earlier), as exactly as the date and the length are told. */
function after(date: PartialDate, { months, days, minutes }: Length): PartialDate {
  const whole = Math.trunc(months);
  const year = date.month === undefined && days === 0 && minutes === 0 && whole % 12 === 0;
  if (year) return { year: date.year + whole / 12, about: date.about };
  const { month = 1, day, time, about } = date;
  const moved = monthsOn({ year: date.year, month, about }, whole);
  if (day === undefined && days === 0 && minutes === 0) return moved;
  const last = daysInMonth(moved.year, moved.month ?? 1);
  const clock = (time?.hour ?? 0) * 60 + (time?.minute ?? 0) + (days % 1) * 1440 + minutes;
  const start = Math.min(day ?? 1, last) + Math.trunc(days) + Math.floor(clock / 1440);
  const on = daysOn(moved, start);
  if (time === undefined && minutes === 0) return on;
  const rest = Math.round(((clock % 1440) + 1440) % 1440);
  return { ...on, time: { hour: Math.floor(rest / 60), minute: rest % 60 } };
}

function monthsOn({ year, month = 1, about }: PartialDate, months: number): PartialDate {
  const count = year * 12 + month - 1 + months;
  return { year: Math.floor(count / 12), month: (((count % 12) + 12) % 12) + 1, about };
}

/** Day `day` of a month: beyond its last, one of a month after it; below 1, one before. */
function daysOn(month: PartialDate, day: number): PartialDate {
  let [at, left] = [month, day];
  for (let days = daysInMonth(at.year, at.month ?? 1); left > days; ) {
    left -= days;
    at = monthsOn(at, 1);
    days = daysInMonth(at.year, at.month ?? 1);
  }
  while (left < 1) {
    at = monthsOn(at, -1);
    left += daysInMonth(at.year, at.month ?? 1);
  }
  return { ...at, day: left };
}

const dayBefore = (date: PartialDate): PartialDate =>
  date.day === undefined ? date : daysOn({ ...date }, date.day - 1);

/** Where what follows an event begins: the year, month or day after its end, or the minute of it. */
function nextOf({ date, end = date }: When): PartialDate {
  const { year, about } = end;
  switch (precisionOf(end)) {
    case 'year':
      return { year: year + 1, about };
    case 'month':
      return monthsOn(end, 1);
    case 'day':
      return daysOn({ year, month: end.month ?? 1, about }, (end.day ?? 1) + 1);
    default:
      return end;
  }
}
