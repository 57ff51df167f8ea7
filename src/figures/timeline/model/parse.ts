import { suggest } from '../../../base/nearest.ts';
import type { Place, Report } from '../../../base/problem.ts';
import { type Located, readYaml } from '../../../base/yaml/read.ts';
import type { FigureContext } from '../../../deck/figure.ts';
import { readCited } from '../../../deck/slide/citations.ts';
import { checkTimeline } from './check-timeline.ts';
import { type CompleteEvent, type CompleteTimeline, type CompleteUndated, complete } from './complete.ts';
import { compareDates, endOf, formatDate, type PartialDate, startOf } from './date.ts';
import { readKinds } from './kinds.ts';
import type { Bar, Timeline, TimelineEvent, Undated } from './model.ts';
import { type Columns, isTimelineTable, readTimelineTable } from './read-table.ts';
import { TimelineSchema } from './timeline-schema.ts';
import type { TimelineFile, WrittenTimeline } from './written.ts';

export type * from './model.ts';

const FILES = [
  ...['timeline.yaml', 'timeline.yml', 'timeline.csv', 'timeline.json', 'timeline.tsv', 'timeline.xlsx'],
  'timeline.mw',
] as const;

/** The file of a deck's timeline where a fence names none. */
export function timelineFile(paths: readonly string[]): string {
  return FILES.find((path) => paths.includes(path)) ?? FILES[0] ?? '';
}

/** Read once for each deck compiled, however many figures show it. */
const read = new WeakMap<FigureContext, Map<string, Timeline | undefined>>();

/**
 * The timeline in a file of the deck, of a table with the columns that the fence names. Undefined if there is no such
 * file or it holds an error; a missing file is reported at `place`, which asked for it, every other problem at its own
 * place and once only.
 */
export function readTimeline(
  context: FigureContext,
  path: string,
  place: Place,
  columns: Columns = {},
): Timeline | undefined {
  const [file = path] = path.split('#');
  const bytes = context.readBytes?.(file);
  // A workbook holds no text that is written anywhere.
  const text = bytes && /\.xls[xm]$/i.test(file) ? '' : context.read(file);
  if (text === undefined && !bytes) {
    const files = context.paths.filter((known) => /\.(ya?ml|mw|csv|tsv|json|xlsx)$/i.test(known));
    context.report({
      severity: 'error',
      place,
      what: `there is no file "${path}"`,
      fix: suggest(path, files),
    });
    return undefined;
  }
  const known = read.get(context) ?? new Map<string, Timeline | undefined>();
  read.set(context, known);
  const key = `${path}\n${JSON.stringify(columns)}`;
  if (!known.has(key))
    known.set(
      key,
      parseTimeline(
        { file: path, text: text ?? '', bytes, columns, place, paths: context.paths, lang: context.lang },
        context.report,
      ),
    );
  return known.get(key);
}

/** Reads a timeline's YAML, or any of the tables it may come in. Every problem is reported with its place; undefined if one is an error. */
export function parseTimeline(source: TimelineFile, report: Report): Timeline | undefined {
  const written = readWritten(source, report);
  if (!written) return undefined;
  const { located, undated } = written;
  const title = source.file.replace(/^.*\//, '').replace(/\.\w+(#.*)?$/, '');
  const value = complete(located.value, undated, title, source.lang);
  const whole = { value, placeOf: located.placeOf };
  return checkTimeline(whole, report) ? assemble(whole) : undefined;
}

function readWritten(source: TimelineFile, report: Report): WrittenTimeline | undefined {
  const { file, text } = source;
  if (isTimelineTable(file)) return readTimelineTable(source, report);
  if (!/\.ya?ml$/i.test(file)) {
    report({
      severity: 'error',
      place: source.place ?? { file, line: 1, column: 1 },
      what: `a timeline is not read from a file like "${file}"`,
      fix: 'Save it as a table (.csv, .tsv, .xlsx, .json) with a column of dates and one of titles, or write a .yaml.',
    });
    return undefined;
  }
  const located = readYaml({ file, text, firstLine: 1 }, TimelineSchema, report);
  return located && { located, undated: [] };
}

function assemble(located: Located<CompleteTimeline>): Timeline {
  const raw = located.value;
  const end = endOf(raw.to);
  const kinds = readKinds(raw);
  return {
    title: raw.title,
    start: startOf(raw.from),
    end,
    lanes: raw.lanes,
    eras: raw.eras.map(({ from, ...era }, index) => {
      const next = raw.eras[index + 1];
      return {
        ...era,
        start: startOf(from),
        end: next ? startOf(next.from) : end,
        written: located.placeOf(['eras', index, 'id']),
      };
    }),
    folds: raw.folds.map(({ at, scale }) => ({ at: startOf(at), scale })),
    bands: raw.bands.map((band) => ({ ...band, event: band.event })),
    spans: raw.spans,
    groups: raw.groups,
    legend: kinds.legend,
    events: raw.events
      .map((event, index) => ({
        ...common(event, kinds, ['events', index], located.placeOf),
        ...timesOf(event, raw.from, kinds),
      }))
      .sort((a, b) => compareDates(a.date, b.date)),
    undated: raw.undated.map((event, index): Undated => {
      return {
        ...common(event, kinds, ['undated', index], located.placeOf),
        bar: undefined,
        when: event.when,
      };
    }),
  };
}

type AllKinds = ReturnType<typeof readKinds>;
type Times = 'date' | 'end' | 'open' | 'when' | 'bar';

/** When an event is told to have been, and the bar that shows how long. */
function timesOf(event: CompleteEvent, first: PartialDate, kinds: AllKinds): Pick<TimelineEvent, Times> {
  const { date, open } = event.date;
  const last = event.date.end ?? event.end;
  const bar = barOf(event, first, kinds);
  // A bar from the event's own date is told with it, unless the card says its end apart.
  const told = bar && !event.ended && formatDate(bar.from) === formatDate(date) ? bar.to : undefined;
  // Words for a whole range do not tell an end that stands in a field of its own.
  const when = event.when ?? (event.end ? undefined : event.date.when);
  return { date, end: last ?? told, open, when, bar };
}

function barOf(event: CompleteEvent, first: PartialDate, kinds: AllKinds): Bar | undefined {
  const { date, open } = event.date;
  const to = event.bar?.to ?? event.date.end ?? event.end;
  if (!event.bar && !to && !open) return undefined;
  const name = event.bar?.weight ?? 'light';
  const kind = kinds.bars.of(name);
  const shape = kind?.shape ?? 'light';
  const fromUnknown = open === 'from' && event.bar?.from === undefined;
  return {
    ...{ shape, kind: kind?.words, to, fromUnknown },
    weight: shape === 'light' ? 'light' : 'heavy',
    from: fromUnknown ? first : (event.bar?.from ?? date),
  };
}

type Common = Omit<TimelineEvent, Times>;

function common(
  event: CompleteEvent | CompleteUndated,
  kinds: AllKinds,
  path: readonly PropertyKey[],
  placeOf: Located<unknown>['placeOf'],
): Common {
  const { second, image, title } = event;
  const mark = event.mark === undefined ? undefined : kinds.marks.of(event.mark);
  return {
    ...{ id: event.id, made: event.made, lane: event.lane, title, label: event.label, kind: event.kind },
    second: second && { ...second, label: second.label },
    parties: event.parties,
    partiesNote: event.parties_note,
    instrument: event.instrument,
    place: event.place,
    summary: event.summary,
    facts: Object.entries(event.facts).map(([name, says]) => ({ name, says })),
    image: image && {
      ...{
        file: image.file,
        alt: image.alt ?? title,
        described: image.alt !== undefined,
        credit: image.credit,
      },
      place: placeOf([...path, 'image']),
    },
    links: event.link,
    significance: event.significance ?? 2,
    mark: mark?.shape ?? 'dot',
    markKind: mark?.words,
    signed: event.signed,
    inForce: event.in_force,
    ended: event.ended,
    milestones: event.milestones.map((milestone) => ({ ...milestone, tick: milestone.tick })),
    sources: event.sources.map((written, at) => ({
      ...readCited(written),
      place: placeOf([...path, 'sources', at]),
    })),
    written: placeOf([...path, 'id']),
  };
}
