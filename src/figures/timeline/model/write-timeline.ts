import { stringify } from 'yaml';
import { type PartialDate, parseDate, startOf } from './date.ts';
import type { When } from './read-date.ts';
import type { RawEvent } from './timeline-schema.ts';
import type { WrittenTimeline } from './written.ts';

/** Writes a timeline as the YAML that `parseTimeline` reads: what its table said, to go on with by hand. */
export function writeTimeline({ located, undated }: WrittenTimeline): string {
  const { title, eras, bands, events } = located.value;
  const whole = {
    ...(title !== undefined && { title }),
    ...(eras.length > 0 && {
      eras: eras.map(({ name, from, years }) => ({ name, from: writeDate(from), ...(years && { years }) })),
    }),
    ...(bands.length > 0 && {
      bands: bands.map(({ name, from, to }) => ({ name, from: writeDate(from), to: writeDate(to) })),
    }),
    events: events.map(writeEvent),
  };
  const rest = undated.map((event) => `#   ${event.when}: ${event.title}`.replace(/\s+/g, ' '));
  const notes =
    rest.length === 0
      ? ''
      : `# Dates that cannot be drawn yet; write one and they are events:\n${rest.join('\n')}\n`;
  return stringify(whole, { lineWidth: 0 }) + notes;
}

function writeEvent(event: RawEvent): Readonly<Record<string, unknown>> {
  const { date, end, image, link, facts, summary } = event;
  const words = event.when ?? date.when ?? date.date.words;
  return {
    date: writeWhen(date),
    ...(end && { end: writeDate(end) }),
    ...(words !== undefined && { when: words }),
    title: event.title,
    ...(event.lane !== undefined && { lane: event.lane }),
    ...(event.kind !== undefined && { kind: event.kind }),
    ...(event.place !== undefined && { place: event.place }),
    ...(summary !== '' && { summary }),
    ...(event.significance !== undefined && { significance: event.significance }),
    ...(image && { image: defined(image) }),
    ...(link.length > 0 && { link: link.map(defined) }),
    ...(Object.keys(facts).length > 0 && { facts }),
  };
}

function defined(all: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function writeWhen({ date, end, open }: When): string {
  if (open === 'from') return `../${writeDate(end ?? date)}`;
  if (open === 'to') return `${writeDate(date)}/..`;
  return end ? `${writeDate(date)}/${writeDate(end)}` : writeDate(date);
}

const SEASONS = { spring: 21, summer: 22, autumn: 23, winter: 24 } as const;

/** A date as EDTF writes it. What EDTF has no sign for (before, after) is left to the words beside it. */
export function writeDate(date: PartialDate): string {
  const { year, month, day, time, season, years, about, uncertain } = date;
  const pad = (number: number): string => String(number).padStart(2, '0');
  const iso = `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
  // Far back a minus means BC as written.
  const far = year < -9998 ? String(year - 1) : iso;
  const months = season ? (month ?? seasonOf(season.name)) : month;
  const clock = time
    ? `T${[time.hour, time.minute ?? 0, time.second].flatMap((part) => (part === undefined ? [] : pad(part))).join(':')}${time.zone ?? ''}`
    : '';
  const decade =
    years !== undefined && year > 0 && startOf(date) % years === 0 ? decadeOf(iso, years) : undefined;
  const whole =
    decade ??
    [far, ...[months, day].flatMap((part) => (part === undefined ? [] : pad(part)))].join('-') + clock;
  const sign = about && uncertain ? '%' : about ? '~' : uncertain ? '?' : '';
  return parseDate(whole + sign) ? whole + sign : far;
}

function decadeOf(iso: string, years: number): string {
  const open = String(years).length - 1;
  return iso.slice(0, iso.length - open) + 'X'.repeat(open);
}

function seasonOf(name: string): number | undefined {
  return name === 'spring' || name === 'summer' || name === 'autumn' || name === 'winter'
    ? SEASONS[name]
    : undefined;
}
