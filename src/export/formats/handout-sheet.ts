import { readFileSync } from 'node:fs';
import { directionOf } from '../../base/direction.ts';
import { hasWords, wordsOf } from '../../base/words/choose-words.ts';
import type { Site } from '../../site/site.ts';
import type { ExportOptions, PerPage } from '../options.ts';
import type { PdfText, Run } from '../pdf/read-text.ts';

/** Paper, portrait; mm. */
const PAPERS = { a4: [210, 297], letter: [215.9, 279.4] } as const;
const MARGIN = { top: 14, side: 16, bottom: 18 } as const;
/** What a slide's label takes, and what is left free under its notes, where slides share a page; mm. */
const LABEL = 6;
const FREE = 7;

/** What a handout is set for. */
interface Setting {
  readonly paper: ExportOptions['paper'];
  readonly perPage: PerPage;
}

/** The room for notes and sources under each of two slides on a page, pt. */
export function roomBelow(paper: ExportOptions['paper']): {
  readonly width: number;
  readonly height: number;
} {
  const wide = slideWidth(paper, 2);
  const high = (PAPERS[paper][1] - MARGIN.top - MARGIN.bottom) / 2 - (wide * 45) / 80;
  return { width: toPoints(wide), height: toPoints(high - LABEL - FREE) };
}

/** The room that a page has between its margins, px. */
export function pageHeight(paper: ExportOptions['paper']): number {
  return ((PAPERS[paper][1] - MARGIN.top - MARGIN.bottom) * 96) / 25.4;
}

function toPoints(mm: number): number {
  return (mm * 72) / 25.4;
}

/** Which text is of the notes: below the slide, or beside it, where its line ends, for three on a page. */
export function amongNotes(
  { deck: { meta } }: Site,
  { paper, perPage }: Setting,
): (run: Run, page: PdfText, isFirst: boolean) => boolean {
  const wide = slideWidth(paper, perPage);
  const end = toPoints(MARGIN.top + (wide * 45) / 80);
  if (perPage === 1) return ({ base }, { height }, isFirst) => base < height - (isFirst ? end : 0);
  if (perPage !== 3) return () => false;
  const beside = toPoints(MARGIN.side + wide);
  if (directionOf(meta.lang) === 'rtl') return ({ left }, { width }) => left < width - beside;
  return ({ left }) => left > beside;
}

/** How wide a slide is on paper, mm. */
function slideWidth(paper: ExportOptions['paper'], perPage: PerPage): number {
  const wide = PAPERS[paper][0] - 2 * MARGIN.side;
  return { 1: wide, 2: wide * 0.8, 3: wide * 0.62, 6: wide * 0.485 }[perPage];
}

/** The style sheet of a handout on its paper. */
export function sheetOf(
  { deck: { meta } }: { readonly deck: Pick<Site['deck'], 'meta'> },
  { paper, perPage }: Setting,
): string {
  const [width, height] = PAPERS[paper];
  const wide = slideWidth(paper, perPage);
  const high = height - MARGIN.top - MARGIN.bottom;
  const rest = high - (wide * 45) / 80;
  return [
    `@page { size: ${width}mm ${height}mm; margin: ${MARGIN.top}mm ${MARGIN.side}mm ${MARGIN.bottom}mm;`,
    `  @bottom-left { content: ${cssText(meta.title)} }`,
    // Where a language has no words here, English ones stand in for them.
    `  @bottom-right { direction: ${directionOf(hasWords(meta.lang) ? meta.lang : 'en')}; content: ${pageOf(meta.lang)} }`,
    '}',
    // A hair less than the page: what is rounded up must not spill.
    `:root { --slide-wide: ${wide}mm; --below-slide: ${rest - 0.5}mm }`,
    `html { font-size: ${wide / 80}mm }`,
    readFileSync(new URL('./handout.css', import.meta.url), 'utf8'),
    perPage === 1 ? '' : readFileSync(new URL('./handout-several.css', import.meta.url), 'utf8'),
    perPage === 1 ? '' : placeSeveral(perPage, wide, [width - 2 * MARGIN.side, high]),
  ].join('\n');
}

/**
 * How several slides share a page: notes below each where two or six do, in one column or two; beside where three.
 * Where notes are short each slide still takes its share of the page, so that no more of them stand on it.
 */
function placeSeveral(perPage: 2 | 3 | 6, wide: number, [across, page]: readonly [number, number]): string {
  const high = (wide * 45) / 80;
  // A hair less than its share: what is rounded up must not spill.
  const share = `box-sizing:border-box;min-height:${page / (perPage === 2 ? 2 : 3) - high - 1}mm`;
  if (perPage === 2) return `.handout{width:${wide}mm;${share}}`;
  if (perPage === 6) return `.reveal .slides{columns:2;column-gap:5mm}.handout{${share}}`;
  // The notes are drawn up beside the slide, which stays whole: a grid's rows are cut between pages.
  // As wide as on paper while they are measured on a screen.
  return `.handout{box-sizing:border-box;width:${across - wide - 5}mm;margin-block:${-high}mm 7mm;margin-inline-start:${wide + 5}mm;min-height:${high}mm;padding:0}`;
}

/** `3 of 24` as a style sheet writes it. */
function pageOf(lang: string): string {
  return wordsOf(lang)
    .of.split(/(\{at\}|\{count\})/)
    .filter((part) => part !== '')
    .map((part) =>
      part === '{at}' ? 'counter(page)' : part === '{count}' ? 'counter(pages)' : cssText(part),
    )
    .join(' ');
}

function cssText(text: string): string {
  return `"${text.replace(/["\\\n]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`;
}
