import type { Measure } from '../../../fonts/faces.ts';
import { codeSize, SIZES_OF_CODE } from './code-height.ts';
import { isShortList, runsInTwo } from './columns.ts';
import { COLUMN_GAP, type Heights, heightsOf } from './content-height.ts';
import { linesOf } from './heights.ts';
import type { Parts } from './parts.ts';
import { type Layout, sectionsOf, wordsIn } from './rules.ts';
import type { Setting } from './setting.ts';
import { fitsAcross } from './table-height.ts';

/** Sizes of body text, px of a screen 1920 px wide; the largest that fits is taken. */
export const SIZES = [48, 40, 34, 28];
/** The floor, for tables and code only. */
export const FLOOR = 24;
/** Sizes of what is set in the face of headlines: titles, quotations and statements. */
const LARGE: Readonly<Partial<Record<Layout, readonly number[]>>> = {
  title: [190, 144, 112, 84, 64],
  part: [144, 112, 84, 64],
  quotation: [96, 78, 64, 52, 40],
  statement: [96, 84, 76, 64],
};
/** A tenth of the room is kept: browsers break lines in their own ways. */
export const SPARE = 0.9;

/** Words beside a picture whose shape is not known are this wide, px. */
export const LARGEST_BESIDE = 660;

/** What words are fitted by: how they are measured, and how wide they may be beside a picture, px. */
export interface Fitting {
  readonly measure: Measure;
  readonly beside: number;
}

/** The sheet, px at 1920. */
const SHEET = { width: 1728, top: 78, bottom: 976, height: 1080 };
const HEADLINE = { size: 64, line: 1.06, below: 48, width: 1440 };
/** Content that ends above here leaves the top of the sheet with its headline, and stands in the middle, px. */
const GATHERED = 790;
/** The middle of what is gathered, below a headline and without one: so low that not too much is empty below; px. */
const MIDDLE = { headline: 520, alone: 560 };
/** Where what is gathered ends at the lowest: below it lies the room that centres it, px. */
export const LOWEST = 930;
/** Above this many words text has to use the width. */
const MANY_WORDS = 30;
/** Space between entries and rows, em; the widest that keeps the content to two thirds of its room, or a close one. */
const GAPS = [1.6, 1.3, 1, 0.75, 0.5, 0.4, 0.3, 0.2] as const;
const CLOSE = 0.3;

/** How large a slide's text is set, and how it stands in its room. */
export interface Fit {
  readonly size: number;
  readonly code: number;
  /** Columns that text runs through; 1 for none. */
  readonly columns: number;
  /** Between entries and rows, em. */
  readonly gap: number;
  /** Whether each entry has a row of its own across the sheet, with a rule above. */
  readonly ruled: boolean;
  /** Whether headline and content stand together in the middle of the sheet, rather than from its top. */
  readonly gathered: boolean;
  /** Where the content ends, px from the top of the sheet. */
  readonly bottom: number;
  /** Whether all of it fits, a tenth to spare. */
  readonly fits: boolean;
}

/** Fits a composed slide's words to their room. */
export function fitWords(parts: Parts, layout: Layout, fitting: Fitting, cautious: boolean): Fit {
  const large = LARGE[layout];
  if (large) return fitLarge(parts, layout, large, fitting.measure);
  const room = roomFor(parts, layout, fitting);
  const content = contentOf(parts, layout);
  const all = candidates(parts, layout);
  let found: Fit | undefined;
  for (const [nth, candidate] of all.entries()) {
    found = settle(content, candidate, room, fitting);
    if (!found.fits) continue;
    const smaller = cautious ? all[nth + 1] : undefined;
    return smaller ? settle(content, smaller, room, fitting) : found;
  }
  if (!found) throw new Error('a layout has no size');
  return found;
}

/** Layouts whose words look alike from slide to slide. */
const ALIKE: ReadonlySet<Layout> = new Set<Layout>(['list', 'text', 'columns', 'beside']);

/** The same slide a size smaller, for slides of a kind in a row; undefined where it does not fit so. */
export function fitSmaller(parts: Parts, layout: Layout, fitting: Fitting, size: number): Fit | undefined {
  if (!ALIKE.has(layout)) return undefined;
  const smaller = candidates(parts, layout).find((candidate) => candidate.size < size);
  const fit = smaller && settle(contentOf(parts, layout), smaller, roomFor(parts, layout, fitting), fitting);
  return fit?.fits ? fit : undefined;
}

/** A title, a quotation or a statement: the largest size at which it takes few lines. */
function fitLarge(parts: Parts, layout: Layout, sizes: readonly number[], measure: Measure): Fit {
  const heads = layout === 'title' || layout === 'part';
  const text = (heads ? parts.headline : parts.rest[0])?.text ?? '';
  const lines = (size: number) => linesOf(text, heads ? 1680 : 1500, { face: 'display', size }, measure);
  const few = (size: number) => (size > (layout === 'quotation' ? 78 : 112) ? 2 : 3);
  const most = (size: number) => Math.max(few(size), size > 84 ? 0 : Math.floor(480 / size));
  const fits = (size: number) => lines(size) <= most(size);
  const found = sizes.find(fits);
  return {
    size: found ?? sizes.at(-1) ?? FLOOR,
    code: FLOOR,
    columns: 1,
    gap: 0.5,
    ruled: false,
    gathered: false,
    bottom: 0,
    fits: found !== undefined,
  };
}

interface Candidate {
  readonly size: number;
  readonly columns: number;
}

function candidates({ rest }: Parts, layout: Layout): readonly Candidate[] {
  switch (layout) {
    case 'columns':
      return SIZES.map((size) => ({ size, columns: Math.max(1, sectionsOf(rest)) }));
    case 'beside':
      return SIZES.map((size) => ({ size, columns: 1 }));
    case 'table':
    case 'code':
      return [...SIZES, FLOOR].map((size) => ({ size, columns: 1 }));
    case 'list':
    case 'text': {
      const many = wordsIn(rest) > MANY_WORDS;
      const columns = runsInTwo(rest, many) ? 2 : 1;
      const ofLargest = layout === 'text' && many && !runsInTwo(rest, false) ? 1 : columns;
      return SIZES.map((size) => ({ size, columns: size < 48 ? columns : ofLargest }));
    }
    default:
      return [{ size: 40, columns: 1 }];
  }
}

/** Where the content of a slide may stand, px. */
export interface Room {
  readonly top: number;
  readonly height: number;
}

/** The room of a slide's content; beside a picture the headline is no wider than the words. */
function roomFor(parts: Parts, layout: Layout, { measure, beside }: Fitting): Room {
  return roomOf(parts, measure, layout === 'beside' ? beside : HEADLINE.width);
}

/**
 * The room below a headline.
 * @param width that the headline may take, px
 */
export function roomOf({ headline }: Parts, measure: Measure, width = HEADLINE.width): Room {
  if (!headline) return { top: SHEET.top, height: SHEET.bottom - SHEET.top };
  const lines = linesOf(headline.text, width, { face: 'display', size: HEADLINE.size }, measure);
  const top = SHEET.top + lines * HEADLINE.size * HEADLINE.line + HEADLINE.below;
  return { top, height: SHEET.bottom - top };
}

/** What of a slide's content is the same at every size. */
interface Content {
  readonly parts: Parts;
  readonly layout: Layout;
  /** Whether lines break nowhere, as those of code: what is measured is what is seen. */
  readonly exact: boolean;
  readonly ruled: boolean;
  /** Spaces between entries and rows that may be tried, em; the least last. */
  readonly gaps: readonly number[];
}

function contentOf(parts: Parts, layout: Layout): Content {
  const narrowest = layout === 'table' ? 0.2 : 0.5;
  const most = layout === 'table' ? 0.6 : layout === 'list' && parts.rest.length === 1 ? 1.6 : 1;
  return {
    ...{ parts, layout },
    exact: parts.rest.every(({ kind }) => kind === 'code'),
    ruled: layout === 'list' && isShortList(parts.rest),
    gaps: GAPS.filter((gap) => gap >= narrowest && gap <= most),
  };
}

function settle(
  { parts, layout, exact, ruled, gaps }: Content,
  { size, columns }: Candidate,
  room: Room,
  { measure, beside }: Fitting,
): Fit {
  const across = layout === 'beside' ? beside : columnWidth(columns);
  const codes = codeSizes(parts, across, size, layout);
  const setting = (code: number): Setting => ({ size, code, width: across, measure });
  const limit = room.height * (exact ? 0.985 : SPARE);
  const heights = (one: number) => heightsOf(parts.rest, setting(one), columns);
  const { code, height } = largestCode(codes, limit, heights);
  const wide = parts.rest.every(
    ({ kind, element }) => kind !== 'table' || fitsAcross(element, setting(code)),
  );
  const needed = (one: number) => height(one) + (ruled ? one * size + 6 : 0);
  const isRight = (one: number) => needed(one) <= (one <= CLOSE ? limit : room.height * 0.72);
  const gap = gaps.find(isRight) ?? gaps.at(-1) ?? 0.5;
  const used = needed(gap);
  const bottom = room.top + used;
  // Words beside a picture have the whole height to stand in.
  const gathered =
    layout === 'beside' ? bottom <= LOWEST : !/^(above|pictures?)$/.test(layout) && bottom < GATHERED;
  return {
    ...{ size, code, columns, gap, ruled, gathered },
    bottom: gathered ? middleOf(parts) + (bottom - SHEET.top) / 2 : bottom,
    fits: wide && used <= limit,
  };
}

/** The width of one of so many columns, px. */
export function columnWidth(columns: number): number {
  return (SHEET.width - (columns - 1) * COLUMN_GAP) / columns;
}

/** Where the middle of a headline with its content stands, px. */
function middleOf({ headline }: Parts): number {
  return headline ? MIDDLE.headline : MIDDLE.alone;
}

function codeSizes({ rest }: Parts, width: number, most: number, layout: Layout): readonly number[] {
  const blocks = rest.filter(({ kind }) => kind === 'code');
  if (blocks.length === 0) return [FLOOR];
  const limit = layout === 'code' ? Math.max(most, FLOOR) : most;
  const widest = Math.min(...blocks.map(({ element }) => codeSize(element, width, limit)), limit);
  return SIZES_OF_CODE.filter((size) => size <= widest);
}

/** The largest size of code at which content fits, else the least. */
function largestCode(
  codes: readonly number[],
  limit: number,
  heights: (code: number) => Heights,
): { readonly code: number; readonly height: Heights } {
  let height = heights(codes[0] ?? FLOOR);
  if (codes.length === 1) return { code: FLOOR, height };
  for (const [nth, code] of codes.entries()) {
    if (nth > 0) height = heights(code);
    if (height(0.3) <= limit) return { code, height };
  }
  return { code: FLOOR, height };
}
