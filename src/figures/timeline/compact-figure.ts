import type { Place } from '../../base/problem.ts';
import { SHEET } from '../../base/sheet.ts';
import type { Fence, Figure, FigureContext } from '../../deck/figure.ts';
import { selectorOf } from '../../deck/slide/ids.ts';
import { eventsShown } from './event-table.ts';
import { placeCompact } from './layout/compact.ts';
import { noteOf } from './layout/note.ts';
import type { Range } from './layout/range.ts';
import { reportCrowds, reportLosses } from './layout/report-lost.ts';
import { entriesOf } from './markup/event-entry.ts';
import { renderTimeline } from './markup/html.ts';
import { periodEntries } from './markup/period-entry.ts';
import type { Timeline } from './model/model.ts';

/** More events than this are better seen on a slide of their own. */
const MOST = 12;
const WIDE = SHEET.right.to - SHEET.left.from;
const LEFT = SHEET.left.to - SHEET.left.from;
const RIGHT = SHEET.right.to - SHEET.right.from;

/**
 * A fence with `compact: true`: some events in one lane, within the text of a slide, over the years that its `range`
 * asks for. Undefined, and said, without any.
 */
export function compactFigure(
  timeline: Timeline,
  years: Range | undefined,
  { slide, place, leaf, onLeaf }: Fence,
  asked: Place,
  { measure, report, lang }: FigureContext,
): Figure | undefined {
  const { events, title } = timeline;
  if (events.length === 0) {
    report({
      severity: 'error',
      place: asked,
      what: 'a compact timeline of no events',
      fix: 'Name some under "only".',
    });
    return undefined;
  }
  if (events.length > MOST)
    report({
      severity: 'notice',
      place: asked,
      what: `a compact timeline of ${events.length} events`,
      fix: `Up to ${MOST} can be read at a glance: choose some with "only", "kind" or "range", or leave out "compact".`,
    });
  const width = onLeaf ? RIGHT : leaf ? LEFT : WIDE;
  const { placed, lanes, view, height } = placeCompact(timeline, width, measure, lang, years);
  reportLosses(lanes, view, timeline, 'the compact timeline', report);
  reportCrowds(lanes, 'the compact timeline', report);
  const nth = `${place.line}-`;
  const sheet = { width, height };
  const { html, css } = renderTimeline(placed, timeline, {
    ...{
      slide,
      within: selectorOf(slide),
      entry: entriesOf(timeline, { slide, nth, lang }),
      periods: periodEntries(timeline, view, lanes),
      name: title,
      kind: 'compact',
      lang,
      steps: '',
      sheet,
      nth,
    },
  });
  return {
    cites: events.flatMap(({ sources }) => sources),
    pages: () => [html('', undefined)],
    css,
    height,
    ...noteOf(timeline, view, lanes),
    ...eventsShown(`${slide}-timeline-${place.line}`, timeline, placed, lang),
  };
}
