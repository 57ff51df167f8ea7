import { attributes } from '../../../base/markup.ts';
import { rem, round, SHEET } from '../../../base/sheet.ts';
import type { PlacedTimeline } from '../layout/placed.ts';
import type { Timeline } from '../model/model.ts';
import { type Drawing, renderDrawing } from './render-drawing.ts';

/** A figure as markup, and the rules that say where its texts stand. */
export interface Rendered {
  /** With the paths of the files that hold the events' cards, and the ids of the events in strips. */
  readonly html: (cards: string, strips: string | undefined) => string;
  readonly css: string;
}

/** What a timeline's markup needs beside what was placed. */
interface Rendering extends Drawing {
  readonly name: string;
  readonly kind: TimelineKind;
  /** Markup of the slide's steps. */
  readonly steps: string;
  /** What a closer look needs: the years shown, the file of the whole, and where it is drawn. */
  readonly closer?: Closer;
}

/** `compact` stands within a slide's text and is not walked: it is read as a list. */
export type TimelineKind = 'overview' | 'era' | 'compact';

/** For a closer look: the years a figure shows, the file of all events, and whether a leaf is beside it. */
export interface Closer {
  readonly start: number;
  readonly end: number;
  readonly whole: string;
  readonly beside: boolean;
}

export function renderTimeline(
  placed: PlacedTimeline,
  timeline: Timeline,
  { name, kind, steps, closer, ...how }: Rendering,
): Rendered {
  const { within, nth = '', sheet = SHEET } = how;
  const { html, css } = renderDrawing(placed, timeline, how);
  const size = `${within} .compact-${nth}{--wide:${rem(sheet.width)};--high:${rem(sheet.height)}}\n`;
  const head = (cards: string, strips: string | undefined) =>
    attributes(
      kind === 'compact'
        ? { class: `timeline compact compact-${nth}`, 'aria-label': name }
        : {
            ...{ class: 'timeline', 'data-live': 'timeline', 'aria-label': name, 'data-timeline': kind },
            ...{ 'data-cards': cards, 'data-strips': strips, ...(closer && dataOfCloser(closer)) },
          },
    );
  return {
    html: (cards, strips) => `<figure${head(cards, strips)}>\n${html}${steps}\n</figure>`,
    css: `${kind === 'compact' ? size : ''}${css}\n`,
  };
}

function dataOfCloser({ start, end, whole, beside }: Closer): Parameters<typeof attributes>[0] {
  return {
    'data-start': String(round(start, 9)),
    'data-end': String(round(end, 9)),
    'data-whole': whole,
    'data-closer': beside ? 'beside' : 'sheet',
  };
}
