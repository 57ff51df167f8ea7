import { rem } from '../../../base/sheet.ts';
import type { Draft } from '../draft.ts';
import { addClass } from '../html-tree.ts';
import { selectorOf } from '../ids.ts';
import { LOWEST, roomOf } from './fit.ts';
import { linesOf } from './heights.ts';
import type { Parts } from './parts.ts';
import { arrangePictures, type PictureSet } from './picture-set.ts';
import { pictureShape } from './picture-shape.ts';

/** The sheet of a set of pictures, px at 1920. */
const SHEET = { width: 1728, top: 78, bottom: 976 };
/** A headline beside a set: how wide it is at least, what stands between, and how many lines it may take. */
const BESIDE = { least: 420, between: 84, lines: 6, size: 64 };
/** So many times as large pictures have to be for their headline to make way; less where a part of the sheet is bare. */
const LARGER = { full: 1.15, bare: 0.9 };
/** A set narrower than this leaves a part of the sheet bare beside it, px. */
const BARE = SHEET.width * 0.8;

/**
 * Gives each picture of a set the width at which its row is equally high, where the files say their sizes. Where the
 * set leaves much of the width empty below its headline, it stands beside it, as high as the sheet.
 * @returns whether set and headline stand together in the middle of the sheet
 */
export function setPictureSet(parts: Parts, draft: Draft): boolean {
  const { rest } = parts;
  const ratios = rest.flatMap(({ element }) => pictureShape(element, draft.context)?.ratio ?? []);
  if (ratios.length < rest.length) return false;
  const { top } = roomOf(parts, draft.context.measure);
  const below = arrangePictures(ratios, SHEET.bottom - top);
  const beside = setBesideHeadline(parts, ratios, draft);
  const set =
    beside && beside.area > below.area * (below.width < BARE ? LARGER.bare : LARGER.full) ? beside : below;
  for (const { element } of rest) addClass(element, set === beside ? 'fitted by-headline' : 'fitted');
  const here = selectorOf(draft.id);
  const each = set.widths.map((one, nth) => `${here} .picture:nth-child(${nth + 1}){--wide:${rem(one)}}`);
  const drop = set === beside ? (SHEET.bottom - SHEET.top - set.height) / 2 : 0;
  // A hair more: what is rounded must not send a picture to the next row.
  draft.css += `${here}{--set:${rem(set.width + 1)};--set-drop:${rem(drop)}}${each.join('')}`;
  return set === below && top + set.height <= LOWEST;
}

/** The set right of its headline; undefined where that has no room there. */
function setBesideHeadline(
  { headline }: Parts,
  ratios: readonly number[],
  { context }: Draft,
): PictureSet | undefined {
  if (!headline) return undefined;
  const most = SHEET.width - BESIDE.least - BESIDE.between;
  const set = arrangePictures(ratios, SHEET.bottom - SHEET.top, most);
  const width = SHEET.width - set.width - BESIDE.between;
  const face = { face: 'display', size: BESIDE.size } as const;
  const lines = linesOf(headline.text, width, face, context.measure);
  return lines <= BESIDE.lines ? set : undefined;
}
