import { rem } from '../../../base/sheet.ts';
import type { Measure } from '../../../fonts/faces.ts';
import type { Draft } from '../draft.ts';
import { addClass, allElements, attribute, textOf } from '../html-tree.ts';
import { selectorOf } from '../ids.ts';
import { LARGEST_BESIDE, roomOf } from './fit.ts';
import { linesIn } from './lines.ts';
import type { Part, Parts } from './parts.ts';
import { type PictureShape, pictureShape } from './picture-shape.ts';

/** Room of a picture beside words, px at 1920: within the margins, and where a photograph runs to the edges. */
const FRAMED = { width: 984, height: 816, margin: 96 };
const TO_EDGES = { width: 1080, height: 1080, margin: 0 };
/** Between a picture and the words beside it. */
const BETWEEN = 72;
/** The sheet between its margins, and where a picture under a headline ends. */
const SHEET = { width: 1920, inner: 1728, margin: 96, bottom: 976 };
/** A caption: its size, its line and what stands above it; beside a picture, how wide it is at least. */
const CAPTION = { size: 32, line: 1.3, above: 12, least: 380, between: 48 };
/** Up to here a picture is so narrow that its headline stands beside it, and a photograph is hung on the sheet. */
const NARROW = 1.25;
/** From here on a photograph fills the sheet from one side to the other. */
const ACROSS = 16 / 9;

/** The picture of a slide that has one. */
export function pictureOf({ rest }: Parts): Part | undefined {
  return rest.find(({ kind }) => kind === 'picture');
}

/** Whether a picture under a headline is too narrow to use the sheet below it. */
export function isNarrow(parts: Parts, { context }: Draft): boolean {
  const picture = pictureOf(parts);
  if (!picture || !parts.headline || attribute(picture.element, 'data-size') !== undefined) return false;
  return (pictureShape(picture.element, context)?.ratio ?? NARROW) < NARROW;
}

/**
 * Sets a picture beside words: as wide as its shape lets it, a photograph without a caption to the edges of the sheet.
 * @returns how wide the words may be, px
 */
export function setBeside(parts: Parts, draft: Draft): number {
  const picture = pictureOf(parts)?.element;
  const shape = picture && pictureShape(picture, draft.context);
  if (!picture || !shape || attribute(picture, 'data-size') !== undefined) return LARGEST_BESIDE;
  const bleeds = shape.isPhoto && !captionOf(picture);
  const room = bleeds ? TO_EDGES : FRAMED;
  const width = Math.min(room.width, room.height * shape.ratio);
  const words = SHEET.width - SHEET.margin - room.margin - width - BETWEEN;
  draft.css += `${selectorOf(draft.id)}{--picture-side:${rem(SHEET.inner - words)};--picture-wide:${rem(width)}}`;
  if (bleeds) addClass(picture, 'to-edges');
  return words;
}

/** Sets a picture alone: under a headline its caption beside it where that leaves it more height. */
export function setAlone(parts: Parts, draft: Draft): void {
  const picture = pictureOf(parts)?.element;
  const shape = picture && pictureShape(picture, draft.context);
  if (!picture || !shape || attribute(picture, 'data-size') !== undefined) return;
  if (!parts.headline) {
    if (fillsFromOneSide(shape)) addClass(picture, 'at-the-side');
    return;
  }
  const { measure } = draft.context;
  const height = SHEET.bottom - roomOf(parts, measure).top;
  const caption = captionOf(picture);
  const beside = SHEET.inner - height * shape.ratio - CAPTION.between;
  const tall = caption && beside < CAPTION.least ? height - captionHeight(caption, measure) : height;
  draft.css += `${selectorOf(draft.id)}{--tall:${rem(tall)}}`;
  addClass(picture, caption && beside >= CAPTION.least ? 'captioned-beside' : 'at-the-margin');
}

function fillsFromOneSide({ ratio, isPhoto }: PictureShape): boolean {
  return isPhoto && ratio >= NARROW && ratio < ACROSS;
}

function captionHeight(caption: string, measure: Measure): number {
  const lines = linesIn(caption, 'text', CAPTION.size, SHEET.inner, measure);
  return lines * CAPTION.size * CAPTION.line + CAPTION.above;
}

/** The words of a picture's caption and credit; nothing where it has none. */
function captionOf(picture: Part['element']): string {
  const found = allElements(picture).find((element) => attribute(element, 'class') === 'caption');
  return found ? textOf(found) : '';
}
