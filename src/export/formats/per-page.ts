import { countLines } from '../../fonts/count-lines.ts';
import type { Measure } from '../../fonts/faces.ts';
import { loadMeasure } from '../../fonts/metrics.ts';
import type { ExportOptions, PerPage } from '../options.ts';
import { roomBelow } from './handout-sheet.ts';

/** What stands below a slide, as plain text: a paragraph of its notes each, a work each. */
export interface Below {
  readonly notes: readonly string[];
  readonly works: readonly string[];
}

/** Sizes of text where two slides share a page, and what stands between two paragraphs; pt, as the style sheet has them. */
const NOTES = { size: 9, line: 12.5, gap: 7.65 } as const;
const WORKS = { size: 7, line: 9, gap: 3.4, above: 4.25 } as const;

/**
 * How many slides stand on a page of a handout where nobody says it: two where most of them leave room for another,
 * their notes and sources measured as they are set there; else one, whose notes are larger.
 */
export async function choosePerPage(
  slides: readonly Below[],
  paper: ExportOptions['paper'],
): Promise<PerPage> {
  const measure = await loadMeasure();
  const { width, height } = roomBelow(paper);
  const short = slides.filter((slide) => heightOf(slide, width, measure) <= height);
  return short.length * 2 > slides.length ? 2 : 1;
}

function heightOf({ notes, works }: Below, width: number, measure: Measure): number {
  const stack = (texts: readonly string[], { size, line, gap }: typeof NOTES | typeof WORKS) =>
    texts.reduce(
      (high, text) => high + countLines([{ text, face: 'text', size }], width, measure) * line + gap,
      -gap,
    );
  return (
    (notes.length > 0 ? stack(notes, NOTES) : 0) + (works.length > 0 ? WORKS.above + stack(works, WORKS) : 0)
  );
}
