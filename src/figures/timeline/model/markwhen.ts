import type { Report } from '../../../base/problem.ts';
import { readMarkwhen, type Told } from './markwhen-dates.ts';
import type { When } from './read-date.ts';
import type { DayOrder } from './spoken-one.ts';
import { type EventRow, fromRows } from './table-rows.ts';
import type { TimelineFile, WrittenTimeline } from './written.ts';

/** Whether a timeline's file is one of markwhen's. */
export function isMarkwhen(path: string): boolean {
  return /\.(mw|markwhen)$/i.test(path);
}

interface Line {
  readonly text: string;
  readonly number: number;
}

/** An event as its lines are read. */
interface Draft {
  readonly line: Line;
  readonly written: string;
  readonly when: When | undefined;
  readonly lane: string;
  readonly first: string;
  readonly rest: string[];
  readonly properties: Map<string, string>;
}

/**
 * Reads markwhen's text: a header of YAML, sections (`section`, `group`, `# …`) as lanes, events as a date and a colon
 * with their text behind it and below. Undefined, and reported, if it holds no event.
 */
export function readMarkwhenFile(
  { file, text, paths }: TimelineFile,
  report: Report,
): WrittenTimeline | undefined {
  const { title, drafts, repeated } = readLines(text);
  const [first] = drafts;
  if (!first) {
    report({
      severity: 'error',
      place: { file, line: 1, column: 1 },
      what: 'the timeline has no events',
      fix: 'Write one as "1848-03: What happened".',
    });
    return undefined;
  }
  if (repeated)
    report({
      severity: 'notice',
      place: { file, line: repeated.number, column: 1 },
      what: 'what recurs is drawn once, where it first is',
      fix: 'Write each time as an event of its own.',
    });
  const tags = new Set(drafts.flatMap(({ first }) => tagsOf(first)[0] ?? []));
  const byTag = drafts.every(({ lane }) => lane === '') && tags.size > 1 && tags.size <= MOST_TAGS;
  const rows = drafts.map((draft) => rowOf(draft, byTag, file));
  return fromRows(rows, title === undefined ? {} : { title }, file, report, paths);
}

/** Where events name no section, as many tags may be lanes. */
const MOST_TAGS = 12;
const PAGE = /^_-_-_break_-_-_$/;
const OPENS = /^(?:section|group)\b ?(.*)$/i;
const CLOSES = /^end ?(?:section|group)\b/i;
const HEADING = /^(#{1,6}) +(.+)$/;
const PROPERTY = /^(id|location|image|source|url)\s*:\s*(.+)$/i;

function readLines(text: string) {
  const drafts: Draft[] = [];
  const ids = new Map<string, When>();
  let sections: { readonly name: string; readonly level: number }[] = [];
  let order: DayOrder = 'month first';
  let title: string | undefined;
  let last: When | undefined;
  let repeated: Line | undefined;
  for (const [index, raw] of text.split('\n').entries()) {
    const line = { text: raw.trim(), number: index + 1 };
    const draft = drafts.at(-1);
    const heading = HEADING.exec(line.text);
    const opens = OPENS.exec(line.text);
    const event: Begun | undefined = heading || opens ? undefined : eventIn(line.text, { order, last, ids });
    if (/^\/\//.test(line.text)) continue;
    if (PAGE.test(line.text)) sections = [];
    else if (event) {
      const { written, when, rest }: Begun = event;
      drafts.push({
        ...{ line, written, when, first: rest, rest: [], properties: new Map() },
        lane: sections.at(-1)?.name ?? '',
      });
      if (/ every /i.test(written)) repeated ??= line;
      last = when ?? last;
    } else if (heading) {
      const level = heading[1]?.length ?? 1;
      sections = sections.filter((one) => one.level < level);
      sections.push({ level, name: named(heading[2] ?? '') });
    } else if (opens) sections.push({ level: sections.length + 1, name: named(opens[1] ?? '') });
    else if (CLOSES.test(line.text)) sections.pop();
    else if (!draft) {
      title ??= /^title\s*:\s*(.+)$/i.exec(line.text)?.[1]?.replace(/^(["'])(.*)\1$/, '$2');
      if (/^dateFormat\s*:\s*d/i.test(line.text)) order = 'day first';
    } else {
      const [, key, value] = draft.rest.length === 0 ? (PROPERTY.exec(line.text) ?? []) : [];
      if (key === undefined || value === undefined) draft.rest.push(line.text);
      else draft.properties.set(key.toLowerCase(), value);
    }
    const own = drafts.at(-1);
    const id = own?.properties.get('id') ?? / !([\w-]+)$/.exec(own?.first ?? '')?.[1];
    if (own?.when && id !== undefined) ids.set(id, own.when);
  }
  return { title, drafts, repeated };
}

/** What a line says that begins an event. */
interface Begun {
  readonly written: string;
  readonly when: When | undefined;
  readonly rest: string;
}

/** The event that a line begins: the longest date before a colon. */
function eventIn(line: string, told: Told): Begun | undefined {
  const head = line.slice(0, LONGEST_DATE);
  for (let at = head.lastIndexOf(':'); at > 0; at = head.lastIndexOf(':', at - 1)) {
    if (/^\/\//.test(line.slice(at + 1))) continue;
    const written = line.slice(0, at).trim();
    const when = readMarkwhen(written, told);
    if (when) return { written, when: when === 'unread' ? undefined : when, rest: line.slice(at + 1).trim() };
  }
  return undefined;
}

const LONGEST_DATE = 90;
const TAG = /(^|\s)#([\p{L}\p{N}_][\p{L}\p{N}_-]*)/gu;

const tagsOf = (text: string) => [...text.matchAll(TAG)].map(([, , tag = '']) => tag);

/** A section's name without its tags and the colon some write behind it. */
function named(text: string): string {
  return (
    text
      .replace(TAG, '')
      .replace(/:?\s*$/, '')
      .trim() ||
    tagsOf(text)[0] ||
    text
  );
}

const LINK = /(!?)\[([^\]]*)\]\(([^)\s]+)\)/g;
const ADDRESS = /(?<![("'])https?:\/\/(?:\([^\s"'<>()]*\)|[^\s"'<>()])+/g;

function rowOf(
  { line, written, when, lane, first, rest, properties }: Draft,
  byTag: boolean,
  file: string,
): EventRow {
  const whole = [first, ...rest].join('\n');
  const links = [...whole.matchAll(LINK)];
  const pages = links.filter(([, shown, , to]) => !shown && /^https?:/.test(to ?? ''));
  const place = links.find(([, , , to]) => to === 'location')?.[2] ?? properties.get('location');
  const image = links.find(([, shown]) => shown);
  const bare = (text: string) =>
    text
      .replace(LINK, (_, shown: string, words: string, to: string) =>
        shown || to === 'location' ? '' : words,
      )
      .replace(ADDRESS, '')
      .replace(TAG, '$1')
      .replace(/ !([\w-]+)$/, '')
      .replace(/^- \[( |x)\] /i, (_, done: string) => (done === ' ' ? '☐ ' : '☑ '))
      .replace(/[ \t]+/g, ' ')
      .trim();
  const [tag] = tagsOf(first);
  const text = rest.map(bare).join('\n').replace(/\n+/g, '\n').trim();
  const addresses = [
    ...pages.map(([, , , to = '']) => to),
    ...(whole.replace(LINK, '').match(ADDRESS) ?? []),
  ];
  return {
    title: bare(first) || text.slice(0, 60) || written,
    ...{ text, when, end: undefined, written, shown: / every /i.test(written) ? written : '' },
    lane: byTag ? (tag ?? '') : lane,
    media: image?.[3] ?? properties.get('image') ?? '',
    ...{ alt: image?.[2] ?? '', credit: '' },
    sources: [...addresses, properties.get('source'), properties.get('url')].filter(Boolean).join(' '),
    ...(place !== undefined && { place }),
    ...(tag !== undefined && !byTag && { kind: tag }),
    placeOf: () => ({ file, line: line.number, column: 1 }),
  };
}
