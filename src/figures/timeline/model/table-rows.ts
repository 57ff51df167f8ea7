import type { Place, Report } from '../../../base/problem.ts';
import type { Located } from '../../../base/yaml/read.ts';
import { endOf, type PartialDate, startOf } from './date.ts';
import { plain, readMedia } from './media.ts';
import type { When } from './read-date.ts';
import type { RawEvent, RawTimeline, RawUndated } from './timeline-schema.ts';

/** An event as any table has it: its cells as text, its dates read already. */
export interface EventRow {
  readonly title: string;
  readonly text: string;
  readonly lane: string;
  /** Undefined where it cannot be drawn: then `written` is told. */
  readonly when: When | undefined;
  readonly end: PartialDate | undefined;
  /** An end that is written and cannot be read. */
  readonly unread?: string;
  /** The date and the end as written. */
  readonly written: string;
  /** The author's own words for its date. */
  readonly shown: string;
  readonly media: string;
  readonly alt: string;
  readonly credit: string;
  /** Addresses or words of sources. */
  readonly sources: string;
  readonly place?: string;
  readonly kind?: string;
  readonly significance?: string;
  readonly placeOf: (what: 'date' | 'end' | 'title' | 'image') => Place;
}

/** Lanes that a sheet has room for; what is in more is told by its kind. */
const MOST_LANES = 12;

/** Makes a timeline of rows. What cannot be drawn is listed with its words, and told once for each cause. */
export function fromRows(
  rows: readonly EventRow[],
  head: Omit<Partial<RawTimeline>, 'events'>,
  file: string,
  report: Report,
  paths: readonly string[] = [],
): { readonly located: Located<RawTimeline>; readonly undated: readonly RawUndated[] } {
  const lanes = laneNames(rows, report);
  const dated: EventRow[] = [];
  const others: EventRow[] = [];
  for (const row of rows) (row.when ? dated : others).push(row);
  const backwards = dated.filter(({ when, end }) => when && end && ends(end) < startOf(when.date));
  tellDates(others, backwards, dated, report);
  const events = dated.flatMap(({ when }, index): RawEvent[] => {
    const row = dated[index];
    if (!row || !when) return [];
    const wrong = backwards.includes(row);
    return [
      {
        ...commonOf(row, lanes, file, paths),
        date: when,
        end: wrong ? undefined : row.end,
        when: row.shown || (wrong || row.unread !== undefined ? row.written : undefined),
      },
    ];
  });
  const undated = others.map(
    (row): RawUndated => ({
      ...commonOf(row, lanes, file, paths),
      ...{ date: undefined, end: undefined, when: row.shown || row.written || '–' },
    }),
  );
  const placeOf: Located<RawTimeline>['placeOf'] = ([list, index, field]) => {
    const row = (list === 'undated' ? others : list === 'events' ? dated : [])[Number(index)];
    const what = field === 'date' || field === 'end' || field === 'image' ? field : 'title';
    return row?.placeOf(what) ?? { file: file.replace(/#.*/, ''), line: 1, column: 1 };
  };
  const value: RawTimeline = {
    ...{ title: undefined, lanes: [], eras: [], folds: [], bands: [], spans: [], groups: [] },
    ...{ marks: {}, bars: {}, legend: {} },
    ...head,
    events,
  };
  return { located: { value, placeOf }, undated };
}

/** Tells what of the dates cannot be drawn, or not as it is written. */
function tellDates(
  others: readonly EventRow[],
  backwards: readonly EventRow[],
  dated: readonly EventRow[],
  report: Report,
): void {
  tell(
    others,
    'date',
    (row) =>
      row.written === '' ? `"${row.title}" has no date` : `the date "${row.written}" cannot be drawn`,
    'The event stands in the index with its own words. Write 1848, 1848-03-30, c. 1848 or 44 BC to have it drawn.',
    report,
  );
  tell(
    backwards,
    'end',
    (row) => `"${row.title}" ends before it begins (${row.written})`,
    'It is told as written and drawn without its end.',
    report,
  );
  tell(
    dated.filter(({ unread }) => unread !== undefined),
    'end',
    (row) => `the end "${row.unread ?? ''}" cannot be drawn`,
    'It is told as written and drawn without its end.',
    report,
  );
}

const ends = (date: PartialDate) => endOf(date) - 1e-9;

/** Tells what is wrong with rows once, at the first of them, with how many there are. */
export function tell(
  rows: readonly EventRow[],
  cell: 'date' | 'end' | 'title',
  what: (row: EventRow) => string,
  fix: string,
  report: Report,
): void {
  const [first, ...more] = rows;
  if (!first) return;
  const lines = more.map((row) => row.placeOf(cell).line);
  const others =
    more.length === 0
      ? ''
      : `, nor can ${more.length} more (line${lines.length === 1 ? '' : 's'} ${lines.slice(0, 8).join(', ')}${lines.length > 8 ? ' …' : ''})`;
  const also = cell === 'date' ? others : others.replace(', nor can', ', as do');
  report({ severity: 'notice', place: first.placeOf(cell), what: `${what(first)}${also}`, fix });
}

function commonOf(
  row: EventRow,
  lanes: ReadonlyMap<string, string>,
  file: string,
  paths: readonly string[],
): Omit<RawEvent, 'date' | 'end' | 'when'> {
  const [title, text] = [plain(row.title), plain(row.text)];
  const media = readMedia(row.media, row.alt, row.credit);
  const { addresses, words } = sourcesOf(row.sources);
  const links = [...addresses, ...media.links, ...title.links, ...text.links];
  const facts = Object.fromEntries(
    [
      ['Source', words],
      ['Media', media.rest],
    ].filter(([, says]) => says),
  );
  const lane = row.lane === '' ? undefined : lanes.get(row.lane);
  const image = media.image && { ...media.image, file: foundIn(media.image.file, file, paths) };
  const significance = /^[123]$/.exec(row.significance ?? '') ? Number(row.significance) : undefined;
  return {
    title: title.text || row.title,
    // A title made of its text says it all.
    summary: text.text === title.text ? '' : text.text,
    ...(lane !== undefined && { lane }),
    ...(row.place && { place: row.place }),
    ...((row.kind || (lane !== undefined && lane !== row.lane)) && { kind: row.kind || row.lane }),
    ...(image && { image }),
    ...((significance === 1 || significance === 2 || significance === 3) && { significance }),
    link: links.filter((link, at) => links.findIndex(({ address }) => address === link.address) === at),
    ...{ facts, parties: [], milestones: [], sources: [] },
  };
}

/** A picture beside the table, or named from the deck's folder. */
function foundIn(picture: string, file: string, paths: readonly string[]): string {
  const folder = /^(.*\/)?/.exec(file)?.[1] ?? '';
  return [picture, `${folder}${picture}`].find((path) => paths.includes(path)) ?? picture;
}

function sourcesOf(cell: string): { readonly addresses: RawEvent['link']; readonly words: string } {
  const found = cell.match(/https?:\/\/[^\s"'<>|]+/g) ?? [];
  const addresses = found.map((address) => ({ address: address.replace(/[;,]+$/, ''), words: undefined }));
  const rest = found.reduce((text, address) => text.replace(address, ' '), cell);
  const words = plain(rest).text.replace(/^[\s,;:|–-]+|[\s,;:|–-]+$/g, '');
  return { addresses, words };
}

/** Lanes by the names that rows give; where there are too many, the rarer share one. */
function laneNames(rows: readonly EventRow[], report: Report): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const { lane } of rows) if (lane !== '') counts.set(lane, (counts.get(lane) ?? 0) + 1);
  const names = [...counts.keys()];
  if (names.length <= MOST_LANES) return new Map(names.map((name) => [name, name]));
  const own = new Set(
    [...counts]
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOST_LANES - 1)
      .map(([name]) => name),
  );
  const first = rows.find(({ lane }) => lane !== '' && !own.has(lane));
  if (first)
    report({
      severity: 'notice',
      place: first.placeOf('title'),
      what: `${names.length} lanes are more than a slide has room for`,
      fix: `The ${own.size} fullest have their own, all else stands in "Others" and is told by name on its card.`,
    });
  return new Map(names.map((name) => [name, own.has(name) ? name : 'Others']));
}
