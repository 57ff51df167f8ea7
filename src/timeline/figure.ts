import { z } from 'zod';
import { suggest } from '../deck/nearest.ts';
import { readYaml } from '../deck/yaml.ts';
import type { Fence, Figure, FigureContext, MakeFigure } from '../figure.ts';
import { reportLosses, reportUnnamed } from './losses.ts';
import type { Era, Timeline } from './model.ts';
import { noteOf } from './note.ts';
import { readTimeline } from './parse.ts';
import { placeEra } from './place-era.ts';
import { placeOverview } from './place-overview.ts';
import { renderTimeline } from './render.ts';

const FenceSchema = z.strictObject({ file: z.string().default('timeline.yaml'), era: z.string().optional() });

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
  const { file, era: id } = options.value;
  const timeline = readTimeline(
    context,
    file,
    fence.body.includes('file') ? options.placeOf(['file']) : fence.place,
  );
  if (!timeline) return undefined;
  if (id === undefined) return overviewFigure(timeline, fence, context);
  const era = timeline.eras.find((known) => known.id === id);
  if (era) return eraFigure(timeline, era, fence, context);
  const eras = timeline.eras.map((known) => known.id);
  context.report({
    severity: 'error',
    place: options.placeOf(['era']),
    what: `unknown era "${id}"`,
    fix: suggest(id, eras),
  });
  return undefined;
};

function overviewFigure(timeline: Timeline, { slide }: Fence, { measure, report }: FigureContext): Figure {
  const { placed, lanes, unnamed, view } = placeOverview(timeline, measure);
  reportLosses(lanes, view, timeline, 'the overview', report);
  reportUnnamed(unnamed, report);
  const { html, css } = renderTimeline(placed, timeline, { slide, name: timeline.title });
  return {
    cites: [],
    pages: () => [html],
    css,
    note: noteOf(timeline, view, lanes),
    addresses: timeline.events.map(({ id, written }) => ({ id, place: written })),
    fold: view.scale.fold,
  };
}

function eraFigure(
  timeline: Timeline,
  era: Era,
  { slide }: Fence,
  { measure, report }: FigureContext,
): Figure {
  const { placed, lanes, view } = placeEra(timeline, era, measure);
  reportLosses(lanes, view, timeline, `the era "${era.id}"`, report);
  const { html, css } = renderTimeline(placed, timeline, {
    slide,
    name: `${timeline.title}: ${era.name}, ${era.years}`,
  });
  return { cites: [], pages: () => [html], css, note: noteOf(timeline, view, lanes), fold: 'a' };
}
