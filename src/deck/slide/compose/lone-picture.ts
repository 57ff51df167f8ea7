import { rem } from '../../../base/sheet.ts';
import { SLACK } from '../../../fonts/count-lines.ts';
import type { Measure } from '../../../fonts/faces.ts';
import type { Draft } from '../draft.ts';
import { addClass, allElements, attribute, type Element, textOf } from '../html-tree.ts';
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
const CAPTION = { size: 34, line: 1.3, above: 12, least: 380, between: 48 };
/** Up to here a picture is so narrow that its headline stands beside it, and a photograph is hung on the sheet. */
const NARROW = 1.4;
/** Up to here it leaves a strip of the sheet bare below its headline, which stands beside it where it has room. */
const BROAD = 1.9;
/** And so much of the width between the margins it takes there at least. */
const BROAD_LEAST = 0.7;
/** A headline alone beside a picture: how wide it is at least, how large at most, px, and in how many lines at best. */
const BY_HEADLINE = { least: 340, step: 40, most: { width: 520, height: 480 }, size: 64, lines: 3 };

/** The picture of a slide that has one. */
export function pictureOf({ rest }: Parts): Part | undefined {
  return rest.find(({ kind }) => kind === 'picture');
}

/** Whether a picture under a headline is too narrow to use the sheet below it. */
export function isNarrow(parts: Parts, { context }: Draft): boolean {
  const picture = pictureOf(parts);
  const { headline } = parts;
  if (!picture || !headline || attribute(picture.element, 'data-size') !== undefined) return false;
  const shape = pictureShape(picture.element, context);
  if (!shape || shape.ratio >= BROAD) return false;
  if (shape.ratio < NARROW) return true;
  // Its caption would have the room beside it, and one of few pixels leaves it bare anywhere.
  if (captionOf(picture.element) !== '') return false;
  const { width } = sizeBeside(parts, picture.element, shape, context.measure);
  return shape.widest > width && width > SHEET.inner * BROAD_LEAST;
}

/**
 * Sets a picture beside words: as wide as its shape lets it, a photograph without a caption to the edges of the sheet.
 * @returns how wide the words may be, px
 */
export function setBeside(parts: Parts, draft: Draft): number {
  const picture = pictureOf(parts)?.element;
  const shape = picture && pictureShape(picture, draft.context);
  if (!picture || !shape || attribute(picture, 'data-size') !== undefined) return LARGEST_BESIDE;
  const { width, words, bleeds } = sizeBeside(parts, picture, shape, draft.context.measure);
  draft.css += `${selectorOf(draft.id)}{--picture-side:${rem(SHEET.inner - words)};--picture-wide:${rem(width)}}`;
  if (bleeds) addClass(picture, 'to-edges');
  return words;
}

/** How wide a picture and what stands beside it are, px, and whether it runs to the edges of the sheet. */
interface Beside {
  readonly width: number;
  readonly words: number;
  readonly bleeds: boolean;
}

/** A headline alone leaves a picture all that it does not need itself. */
function sizeBeside(
  { headline, rest }: Parts,
  picture: Element,
  shape: PictureShape,
  measure: Measure,
): Beside {
  const least = headline && rest.length === 1 ? leastBeside(headline.text, measure) : undefined;
  const sizeIn = (room: typeof FRAMED): Beside => {
    const inner = SHEET.width - SHEET.margin - room.margin - BETWEEN;
    const most = Math.max(room.width, inner - (least ?? inner));
    const width = Math.min(most, room.height * shape.ratio, shape.widest);
    return { width, words: inner - width, bleeds: room === TO_EDGES };
  };
  if (!shape.isPhoto || captionOf(picture)) return sizeIn(FRAMED);
  const full = sizeIn(TO_EDGES);
  // One of few pixels does not reach them.
  return shape.widest > full.width ? full : sizeIn(FRAMED);
}

/**
 * The least width of a column in which a headline breaks no word and has few lines, else is not too high; undefined
 * where none is.
 */
function leastBeside(text: string, measure: Measure): number | undefined {
  const { least, step, most, size, lines } = BY_HEADLINE;
  const longest = Math.max(...text.split(' ').map((word) => measure(word, 'display', size)));
  for (const few of [lines, Math.floor(most.height / size)])
    for (let width = Math.max(least, longest / SLACK); width <= most.width; width += step)
      if (linesIn(text, 'display', size, width, measure) <= few) return width;
  return undefined;
}

/** Sets a picture alone as large as its room lets it: under a headline, or from edge to edge. */
export function setAlone(parts: Parts, draft: Draft): void {
  const picture = pictureOf(parts)?.element;
  const shape = picture && pictureShape(picture, draft.context);
  if (!picture || !shape || attribute(picture, 'data-size') !== undefined) return;
  const { measure } = draft.context;
  const { name, wide, tall } = parts.headline
    ? underHeadline(shape, captionOf(picture), roomOf(parts, measure).top, measure)
    : fromEdgeToEdge(shape);
  if (!name) return;
  draft.css += `${selectorOf(draft.id)}{--tall:${rem(tall)};--wide:${rem(wide)}}`;
  addClass(picture, name);
}

/** How a lone picture is set: a class, and its size, px. */
interface Alone {
  readonly name: string;
  readonly wide: number;
  readonly tall: number;
}

/** Under a headline its caption stands beside it where that leaves it more height. */
function underHeadline(
  { ratio, widest }: PictureShape,
  caption: string,
  top: number,
  measure: Measure,
): Alone {
  const height = SHEET.bottom - top;
  const beside = caption !== '' && SHEET.inner - height * ratio - CAPTION.between >= CAPTION.least;
  const tall = caption && !beside ? height - captionHeight(caption, measure) : height;
  const wide = Math.min(SHEET.inner, tall * ratio, widest);
  return { name: beside ? 'captioned-beside' : 'at-the-margin', wide, tall };
}

/** Without a headline it needs no size but where it cannot be as high as its room. */
function fromEdgeToEdge({ ratio, widest }: PictureShape): Alone {
  const wide = Math.min(SHEET.width, widest);
  return { name: wide / ratio < SHEET.bottom ? 'low' : '', wide, tall: wide / ratio };
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
