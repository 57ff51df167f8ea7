import { suggest } from '../../../base/nearest.ts';
import type { Place, Report } from '../../../base/problem.ts';
import { type Located, readYaml } from '../../../base/yaml/read.ts';
import type { FigureContext } from '../../../deck/figure.ts';
import { checkTimeline } from './check.ts';
import { compareDates, endOf, startOf } from './date.ts';
import type { Timeline, TimelineEvent } from './model.ts';
import { type RawEvent, type RawTimeline, TimelineSchema } from './schema.ts';
import { readTimelineJs } from './timelinejs.ts';

export type * from './model.ts';

const FILES = ['timeline.yaml', 'timeline.csv', 'timeline.json'] as const;

/** The file of a deck's timeline where a fence names none. */
export function timelineFile(paths: readonly string[]): string {
  return FILES.find((path) => paths.includes(path)) ?? FILES[0];
}

/** Read once for each deck compiled, however many figures show it. */
const read = new WeakMap<FigureContext, Map<string, Timeline | undefined>>();

/**
 * The timeline in a file of the deck. Undefined if there is no such file or it holds an error; a missing file is
 * reported at `place`, which asked for it, every other problem at its own place and once only.
 */
export function readTimeline(context: FigureContext, path: string, place: Place): Timeline | undefined {
  const text = context.read(path);
  if (text === undefined) {
    const files = context.paths.filter((known) => /\.(ya?ml|csv|json)$/.test(known));
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
  if (!known.has(path)) known.set(path, parseTimeline({ file: path, text }, context.report));
  return known.get(path);
}

/** Reads a timeline's YAML, or TimelineJS's CSV or JSON. Every problem is reported with its place; undefined if one is an error. */
export function parseTimeline(
  { file, text }: { readonly file: string; readonly text: string },
  report: Report,
): Timeline | undefined {
  const located = /\.(csv|json)$/.test(file)
    ? readTimelineJs(file, text, report)
    : readYaml({ file, text, firstLine: 1 }, TimelineSchema, report);
  if (!located || !checkTimeline(located, report)) return undefined;
  const raw = located.value;
  const end = endOf(raw.to);
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
    legend: legendOf(raw),
    events: raw.events
      .map((event, index) => eventOf(event, index, located))
      .sort((a, b) => compareDates(a.date, b.date)),
    undated: [],
  };
}

/** The four names of kinds that a key had from the beginning. */
function legendOf({ legend }: RawTimeline): Timeline['legend'] {
  const kinds = <S>(pairs: readonly (readonly [S, string | undefined])[]) =>
    pairs.flatMap(([shape, words]) => (words === undefined ? [] : [{ shape, words }]));
  return {
    bars: kinds([
      ['heavy', legend.heavy],
      ['light', legend.light],
    ]),
    marks: kinds([
      ['dot', legend.signed],
      ['ring', legend.declared],
    ]),
    note: undefined,
  };
}

function eventOf(event: RawEvent, index: number, { placeOf }: Located<RawTimeline>): TimelineEvent {
  const { in_force, parties_note, ...same } = event;
  return {
    ...same,
    ...{ end: undefined, open: undefined, when: undefined, facts: [], image: undefined, links: [] },
    mark: event.mark === 'signed' ? 'dot' : 'ring',
    markKind: undefined,
    second: event.second && { ...event.second, label: event.second.label },
    partiesNote: parties_note,
    instrument: event.instrument,
    place: event.place,
    bar: event.bar && {
      ...event.bar,
      shape: event.bar.weight,
      kind: undefined,
      to: event.bar.to,
      fromUnknown: false,
    },
    signed: event.signed,
    inForce: in_force,
    ended: event.ended,
    milestones: event.milestones.map((milestone) => ({ ...milestone, tick: milestone.tick })),
    sources: event.sources.map((id, at) => ({ id, place: placeOf(['events', index, 'sources', at]) })),
    written: placeOf(['events', index, 'id']),
  };
}
