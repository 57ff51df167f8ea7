import { suggest } from '../../base/nearest.ts';
import type { MakeFigure } from '../../deck/figure.ts';
import { readTimeline, timelineFile } from '../timeline/model/parse.ts';
import { parseBook } from './parse.ts';
import { lanesWithBars, placeBook } from './place.ts';
import { renderBook } from './render.ts';

/**
 * The fence ` ```book `: a timeline as a folded book, a leaf for each year, opened wider behind its fold. Bars are
 * what was in force; events without one are not drawn.
 */
export const bookFigure: MakeFigure = (fence, context) => {
  const parsed = parseBook(fence, context);
  if (!parsed) return undefined;
  const { value, placeOf } = parsed;
  const timeline = readTimeline(context, value.file ?? timelineFile(context.paths), placeOf(['file']));
  if (!timeline) return undefined;
  const known = timeline.lanes.map(({ id }) => id);
  for (const [index, lane] of (value.lanes ?? []).entries())
    if (!known.includes(lane))
      context.report({
        severity: 'error',
        place: placeOf(['lanes', index]),
        what: `the timeline has no lane "${lane}"`,
        fix: suggest(lane, known),
      });
  const html = renderBook(placeBook(timeline, value.lanes ?? lanesWithBars(timeline)), value, context.lang);
  return {
    cites: value.sources.map((id, index) => ({ id, place: placeOf(['sources', index]) })),
    pages: () => [html],
    css: '',
    ...(value.note && { note: value.note }),
    fold: 'none',
  };
};
