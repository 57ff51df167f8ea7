import { z } from 'zod';
import { suggest } from '../../base/nearest.ts';
import { readYaml } from '../../base/yaml/read.ts';
import type { Fence, Figure, FigureContext, MakeFigure } from '../../deck/figure.ts';
import { selectorOf } from '../../deck/slide/ids.ts';
import type { Bibliography } from '../../deck/sources/sources.ts';
import { chooseEvents, inYears, readYears } from './choose-events.ts';
import { compactFigure } from './compact-figure.ts';
import { eventsShown } from './event-table.ts';
import { placeEra } from './layout/era.ts';
import { noteOf } from './layout/note.ts';
import { overviewOf, placeOverview } from './layout/overview.ts';
import type { PlacedTimeline } from './layout/placed.ts';
import { eraOf } from './layout/range.ts';
import { reportCrowds, reportLosses, reportStrips, reportUnnamed } from './layout/report-lost.ts';
import { type CardFile, writeCards, writeStrips } from './markup/card.ts';
import { writeEraLeaf } from './markup/era-leaf.ts';
import { entriesOf } from './markup/event-entry.ts';
import { type Rendered, renderTimeline } from './markup/html.ts';
import { periodEntries } from './markup/period-entry.ts';
import { drawPoster } from './markup/poster.ts';
import { renderSteps, STEPS, type Steps } from './markup/steps.ts';
import { writeWhole } from './markup/whole.ts';
import { checkPictures, picturesOf } from './model/check-pictures.ts';
import { ColumnsSchema } from './model/columns-schema.ts';
import type { Era, Timeline } from './model/model.ts';
import { readTimeline, timelineFile } from './model/parse.ts';
import { unsourcedIn } from './unsourced.ts';

const FenceSchema = z.strictObject({
  file: z.string().optional(),
  columns: ColumnsSchema.optional(),
  era: z.string().optional(),
  range: z.string().optional(),
  only: z.array(z.string()).optional(),
  kind: z.string().optional(),
  steps: z.enum(STEPS).default('none'),
  compact: z.boolean().default(false),
  title: z.string().min(1).optional(),
});

/**
 * The fence ` ```timeline `: the whole of a timeline, or with `era: <id>` one era of it on a single axis. What was
 * left out or drawn together to find room is reported as notices.
 */
export const timelineFigure: MakeFigure = (fence, context) => {
  const source = {
    file: fence.place.file,
    text: fence.body.trim() === '' ? '{}' : fence.body,
    firstLine: fence.place.line,
  };
  const options = readYaml(source, FenceSchema, context.report);
  if (!options) return undefined;
  const {
    file = timelineFile(context.paths),
    columns,
    era: id,
    range,
    only,
    kind,
    steps,
    compact,
    title,
  } = options.value;
  const read = readTimeline(
    context,
    file,
    fence.body.includes('file') ? options.placeOf(['file']) : fence.place,
    columns,
  );
  const named = read && (title === undefined ? read : { ...read, title });
  const whole = named && checkPictures(named, context);
  const timeline = whole && chooseEvents(whole, { only, kind }, options.placeOf, context.report);
  if (!whole || !timeline) return undefined;
  const years = range === undefined ? undefined : readYears(range, timeline, options.placeOf, context);
  if (range !== undefined && !years) return undefined;
  if (compact)
    return compactFigure(inYears(timeline, years), years, fence, options.placeOf(['compact']), context);
  if (id === undefined && !years) return overviewFigure(whole, timeline, steps, fence, context);
  if (steps === 'eras') {
    context.report({
      severity: 'error',
      place: options.placeOf(['steps']),
      what: 'one era cannot be walked era by era',
      fix: 'Write "steps: key" or "steps: all", or leave out the era.',
    });
    return undefined;
  }
  const era = years ?? timeline.eras.find((known) => known.id === id);
  if (era) return eraFigure(whole, timeline, era, steps, fence, context);
  const eras = timeline.eras.map((known) => known.id);
  context.report({
    severity: 'error',
    place: options.placeOf(['era']),
    what: `unknown era "${id}"`,
    fix: suggest(id ?? '', eras),
  });
  return undefined;
};

function overviewFigure(
  whole: Timeline,
  timeline: Timeline,
  steps: Steps,
  fence: Fence,
  context: FigureContext,
): Figure {
  const { measure, report, lang } = context;
  const { slide, leaf = false } = fence;
  const { placed, lanes, unnamed, view } = leaf
    ? placeBeside(timeline, fence, context)
    : placeOverview(timeline, measure, overviewOf(timeline, lang));
  reportLosses(lanes, view, timeline, 'the overview', report);
  reportCrowds(lanes, 'the overview', report);
  reportStrips(placed.strips, timeline, 'the overview', report);
  reportUnnamed(unnamed, report);
  const { html, css } = renderTimeline(placed, timeline, {
    slide,
    within: selectorOf(slide),
    entry: entriesOf(timeline, { slide, lang }),
    periods: periodEntries(timeline, view, lanes),
    name: timeline.title,
    kind: view.kind,
    lang,
    steps: renderSteps(steps, timeline, placed.events, view),
    closer: {
      start: view.start,
      end: view.end,
      whole: writeWhole(timeline, lang).path,
      beside: leaf || view.scale.fold === 'a',
    },
  });
  return {
    // The cards name them: they are listed, but not in the slide's foot.
    cites: timeline.events.flatMap(({ sources }) => sources),
    namesSources: true,
    ...some(unsourcedIn(timeline)),
    ...fetched(html, whole, timeline, placed, context),
    css,
    stands: 'sheet',
    ...noteOf(timeline, view, lanes),
    // A choice of events leaves their addresses to where all of them are.
    ...(whole === timeline && {
      addresses: timeline.events.map(({ id, made, written }) => ({ id, made, place: written })),
    }),
    fold: leaf ? 'a' : view.scale.fold,
    ...eventsShown(`${slide}-timeline`, timeline, placed, lang),
    poster: () => drawPoster(timeline, measure, lang),
  };
}

/** All of a timeline left of the fold, where its author has written on the leaf. */
function placeBeside(timeline: Timeline, { place }: Fence, { measure, lang }: FigureContext) {
  const all = eraOf(timeline, lang, place);
  return { ...placeEra(timeline, all, measure, { lang, alone: true }), unnamed: [] };
}

function eraFigure(
  whole: Timeline,
  timeline: Timeline,
  era: Era,
  steps: Steps,
  { slide, leaf, onLeaf }: Fence,
  context: FigureContext,
): Figure {
  const { measure, report, lang } = context;
  const { placed, lanes, view } = placeEra(timeline, era, measure, { lang });
  const where = era.id === '' ? `the range ${era.years}` : `the era "${era.id}"`;
  reportLosses(lanes, view, timeline, where, report);
  reportCrowds(lanes, where, report);
  reportStrips(placed.strips, timeline, where, report);
  const { html, css } = renderTimeline(placed, timeline, {
    slide,
    within: selectorOf(slide),
    entry: entriesOf(timeline, { slide, lang }),
    periods: periodEntries(timeline, view, lanes),
    name: `${timeline.title}: ${[era.name, era.years].filter(Boolean).join(', ')}`,
    kind: 'era',
    lang,
    steps: renderSteps(steps, timeline, placed.events, view),
    closer: { start: view.start, end: view.end, whole: writeWhole(timeline, lang).path, beside: true },
  });
  const own = new Set(placed.events.map(({ id }) => id));
  const events = timeline.events.filter(({ id }) => own.has(id));
  const beside = leaf === false && onLeaf !== true ? writeEraLeaf({ events }, era, context) : '';
  const unsourced = unsourcedIn(whole);
  return {
    cites: [],
    // The overview counts them: a part of it says no more than whether there are any sources.
    ...some(unsourced && { ...unsourced, count: unsourced.count === unsourced.of ? unsourced.of : 0 }),
    ...fetched((cards, strips) => html(cards, strips) + beside, whole, timeline, placed, context),
    css,
    stands: 'sheet',
    ...noteOf(timeline, view, lanes),
    fold: 'a',
    ...eventsShown(`${slide}-timeline`, timeline, placed, lang),
  };
}

function some(unsourced: Figure['unsourced']): Pick<Figure, 'unsourced'> {
  return unsourced ? { unsourced } : {};
}

/** From this many events on, and where it has strips, a figure fetches the cards of its own events only. */
const MANY_CARDS = 1000;

function withCards(timeline: Timeline, { events, strips }: PlacedTimeline): Timeline {
  if (strips.length === 0 && timeline.events.length < MANY_CARDS) return timeline;
  const own = new Set(events.map(({ id }) => id));
  return { ...timeline, events: timeline.events.filter(({ id }) => own.has(id)) };
}

/** A figure's page, and the files of its cards and strips: one file of cards for all figures of a timeline. */
function fetched(
  html: Rendered['html'],
  whole: Timeline,
  shown: Timeline,
  placed: PlacedTimeline,
  context: FigureContext,
): Pick<Figure, 'pages' | 'later' | 'pictures'> {
  const timeline = withCards(whole, placed);
  const strips = placed.strips.length === 0 ? undefined : writeStrips(placed.strips);
  const cards = (bibliography: Bibliography) => {
    const known = written.get(bibliography) ?? new Map<Timeline, CardFile>();
    written.set(bibliography, known);
    const file = known.get(timeline) ?? writeCards(timeline, placed.strips, bibliography, context);
    known.set(timeline, file);
    return file;
  };
  return {
    pictures: picturesOf(timeline),
    pages: (bibliography) => [html(cards(bibliography).path, strips?.path)],
    later: (bibliography) => [
      cards(bibliography),
      writeWhole(shown, context.lang),
      ...(strips ? [strips] : []),
    ],
  };
}

/** Cards are written once for each deck compiled, however many figures show the timeline. */
const written = new WeakMap<Bibliography, Map<Timeline, CardFile>>();
