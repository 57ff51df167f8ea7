import { wordsOf } from '../../../base/words/choose-words.ts';
import { slug, unused } from '../../../deck/slide/ids.ts';
import { endOf, formatYears, type PartialDate, startOf } from './date.ts';
import type { RawEvent, RawTimeline, RawUndated } from './timeline-schema.ts';

/** The longest label that finds room between its neighbours. */
const LABEL = 24;

type Named<T> = Omit<T, 'id'> & { readonly id: string };
type Completed<T> = Named<T> & {
  readonly lane: string;
  readonly label: string;
  /** Whether its id is made of its title. */
  readonly made: boolean;
};
export type CompleteEvent = Completed<RawEvent>;
export type CompleteUndated = Completed<RawUndated>;

/** A timeline with all that its author left out: lanes, ids, labels, its first and last date. */
export interface CompleteTimeline
  extends Omit<RawTimeline, 'title' | 'from' | 'to' | 'eras' | 'bands' | 'spans' | 'events'> {
  readonly title: string;
  readonly from: PartialDate;
  readonly to: PartialDate;
  readonly eras: readonly (Named<RawTimeline['eras'][number]> & { readonly years: string })[];
  readonly bands: readonly Named<RawTimeline['bands'][number]>[];
  readonly spans: readonly (Named<RawTimeline['spans'][number]> & { readonly lane: string })[];
  readonly events: readonly CompleteEvent[];
  readonly undated: readonly CompleteUndated[];
}

/** @param title where the file names none. */
export function complete(
  raw: RawTimeline,
  undated: readonly RawUndated[],
  title: string,
  lang = 'en',
): CompleteTimeline {
  const { allEvents } = wordsOf(lang);
  const named = [...raw.eras, ...raw.bands, ...raw.spans, ...raw.events, ...undated];
  const ids = namer(new Set(named.flatMap(({ id }) => id ?? [])));
  const lanes =
    raw.lanes.length > 0 ? raw.lanes : lanesOf([...raw.events, ...undated, ...raw.spans], allEvents);
  const laneOf = (lane: string | undefined) =>
    lane === undefined || raw.lanes.length === 0
      ? (lanes.find(({ name }) => name === (lane ?? allEvents))?.id ?? lanes[0]?.id ?? '')
      : lane;
  const short = shortened([...raw.events, ...undated].flatMap(({ title, label }) => (label ? [] : [title])));
  const { from, to } = bounds(raw);
  const event = <E extends RawEvent | RawUndated>(own: E) => ({
    ...own,
    id: own.id ?? ids(own.title, 'event'),
    made: own.id === undefined,
    lane: laneOf(own.lane),
    label: own.label ?? short.get(own.title) ?? shorten(own.title),
  });
  return {
    ...raw,
    ...{ title: raw.title ?? title, from, to, lanes },
    eras: raw.eras.map((era, index) => {
      const last = raw.eras[index + 1]?.from.year;
      const years = formatYears(
        era.from.year,
        last === undefined ? to.year : Math.max(era.from.year, last - 1),
        lang,
      );
      return { ...era, id: era.id ?? ids(era.name, 'era'), years: era.years ?? years };
    }),
    bands: raw.bands.map((band) => ({ ...band, id: band.id ?? ids(band.name, 'band') })),
    spans: raw.spans.map((span) => ({
      ...{ ...span, id: span.id ?? ids(span.name, 'span') },
      lane: laneOf(span.lane),
    })),
    events: raw.events.map(event),
    undated: undated.map(event),
  };
}

/** Lanes by the names that events give, in the order they first do; `allEvents` is the lane of those that give none. */
function lanesOf(
  all: readonly { readonly lane?: string | undefined }[],
  allEvents: string,
): RawTimeline['lanes'] {
  const ids = namer(new Set());
  const names = new Set(all.map(({ lane }) => lane ?? allEvents));
  return [...(names.size === 0 ? [allEvents] : names)].map((name) => ({ id: ids(name, 'lane'), name }));
}

/** The first and the last date: whole years, or months, days or hours where all of it is within a few of them. */
function bounds(raw: RawTimeline): { readonly from: PartialDate; readonly to: PartialDate } {
  const dates = [
    ...raw.events.flatMap(({ date, end, bar }) => [date.date, date.end, end, bar?.from, bar?.to]),
    ...raw.eras.map(({ from }) => from),
    ...[...raw.bands, ...raw.spans].flatMap(({ from, to }) => [from, to]),
    ...[raw.from, raw.to],
  ].filter((date) => date !== undefined);
  const [some = { year: 2000, about: false }] = dates;
  const first = dates.reduce((a, b) => (startOf(b) < startOf(a) ? b : a), some);
  const last = dates.reduce((a, b) => (endOf(b) > endOf(a) ? b : a), some);
  const length = endOf(last) - startOf(first);
  const comesFromBefore = raw.events.some(({ date }) => date.open === 'from' && date.date === first);
  const goesOn = raw.events.some(({ date }) => date.open === 'to' && date.date === last);
  const room = Math.max(1, Math.ceil(length / 50));
  const cut = (date: PartialDate): PartialDate => round(date, length);
  const earlier = { year: first.year - room, about: false };
  // What is still going on at the last date has some room to be seen.
  const later = { year: last.year + room, about: false };
  return {
    from: raw.from ?? (comesFromBefore ? earlier : cut(first)),
    to: raw.to ?? (goesOn ? later : cut(last)),
  };
}

const [FEW_YEARS, FEW_MONTHS, FEW_DAYS] = [3, 0.25, 3 / 365];

function round({ year, month, day, time, years }: PartialDate, length: number): PartialDate {
  const whole = { year, ...(years !== undefined && { years }), about: false };
  if (length >= FEW_YEARS || month === undefined) return whole;
  if (length >= FEW_MONTHS || day === undefined) return { year, month, about: false };
  if (length >= FEW_DAYS || !time) return { year, month, day, about: false };
  return { year, month, day, time: { hour: time.hour }, about: false };
}

/** The longest id that is made of a title: an address is read and typed. */
const LONGEST = 60;

function cut(id: string): string {
  if (id.length <= LONGEST) return id;
  const whole = id.lastIndexOf('-', LONGEST);
  return id.slice(0, whole > 0 ? whole : LONGEST);
}

/** Makes ids of names, none of them twice. */
function namer(taken: Set<string>): (name: string, otherwise: string) => string {
  return (name, otherwise) => {
    const id = unused(cut(slug(name)) || otherwise, taken);
    taken.add(id);
    return id;
  };
}

/** Labels of titles that would be cut to the same first words: what tells them apart is kept. */
function shortened(titles: readonly string[]): ReadonlyMap<string, string> {
  const alike = new Map<string, Set<string>>();
  for (const title of titles) {
    const cut = shorten(title);
    if (cut !== title) alike.set(cut, (alike.get(cut) ?? new Set()).add(title));
  }
  const labels = new Map<string, string>();
  for (const all of alike.values()) {
    if (all.size < 2) continue;
    const words = [...all].map((title) => title.split(' '));
    const [head = ''] = words[0] ?? [];
    const shared = words.reduce((a, b) => (b.length < a.length ? b : a), words[0] ?? []);
    const parting = shared.findIndex((word, at) => words.some((other) => other[at] !== word));
    for (const title of all) {
      const rest = title.split(' ').slice(parting < 0 ? shared.length : parting);
      // One that ends where the others go on has nothing of its own.
      if (rest.length > 0) labels.set(title, headAndRest(head, rest.join(' ')));
    }
  }
  return labels;
}

/** `Battle… second phase`: the word that titles begin with, where there is room for it, and what is a title's own. */
function headAndRest(head: string, rest: string): string {
  const whole = `${head}… ${rest}`;
  return whole.length <= LABEL ? whole : shorten(`…${rest}`);
}

/** The first words of a title, as many as a label has room for. */
export function shorten(title: string): string {
  if (title.length <= LABEL) return title;
  const cut = title.slice(0, LABEL - 1);
  return `${cut.slice(0, cut.lastIndexOf(' ') > 8 ? cut.lastIndexOf(' ') : undefined).trimEnd()}…`;
}
