// Runs in the page: it is bundled for it with what it imports.

import type { Box, Group, Piece, SlideSheet } from './piece.ts';
import { endBare, forgetBared, showBare, toBeBared } from './read-bare.ts';
import { readBox } from './read-boxes.ts';
import { readTable, SIGN } from './read-cells.ts';
import { readPainted, readPicture, readShape } from './read-drawings.ts';
import { groundOf, leafOf } from './read-ground.ts';
import { isWritten } from './read-math.ts';
import { isSeen, paintOf } from './read-paint.ts';
import { readTexts } from './read-text.ts';
import type { Reading } from './reading.ts';

declare global {
  interface Window {
    /** @param tones names of colours that charts are drawn in */
    readSlide: (id: string, tones: readonly string[]) => SlideSheet;
    /** Shows only what a box is painted with; the first is that of the slide read last. */
    showBare: (at: number) => Promise<void>;
    endBare: () => void;
  }
}

/** Parts of drawings that stand where others name them, and not by themselves. */
const DEFINED = 'defs, clipPath, mask, pattern, marker, symbol';
const SHAPES = 'rect, circle, ellipse, line, path, polyline, polygon';

window.showBare = showBare;
window.endBare = endBare;

window.readSlide = (id, tones) => {
  const slide = document.getElementById(id);
  if (!slide) throw new Error(`There is no slide "${id}".`);
  showFragments(slide);
  forgetBared();
  toBeBared(slide);
  const sheet = slide.getBoundingClientRect();
  const scale = 1920 / sheet.width;
  const place = ({ left, top, width, height }: DOMRect): Box => ({
    ...{ x: (left - sheet.left) * scale, y: (top - sheet.top) * scale },
    ...{ width: width * scale, height: height * scale },
  });
  const figures = [...slide.querySelectorAll<HTMLElement>('figure')].filter(
    (figure) => !figure.parentElement?.closest('figure'),
  );
  const reading = { slide, place, scale, title: titleOf(slide) };
  const own: Group = {
    name: '',
    colours: undefined,
    box: undefined,
    pieces: readPieces(slide, reading, figures),
  };
  const leaf = leafOf(slide, scale);
  return {
    ground: groundOf(slide, leaf),
    leaf,
    groups: [...figures.filter(isSeen).map((figure) => readFigure(figure, reading, tones)), own],
  };
};

/** As on paper, what was shown for one step and is gone again is there with all else. */
function showFragments(slide: HTMLElement): void {
  for (const { style } of slide.querySelectorAll<HTMLElement>('.fragment'))
    for (const [name, value] of [
      ['transition', 'none'],
      ['opacity', '1'],
      ['visibility', 'visible'],
    ] as const)
      style.setProperty(name, value, 'important');
}

function titleOf(slide: HTMLElement): HTMLElement | undefined {
  return [...slide.querySelectorAll<HTMLElement>('h1, h2, h3')].find(isSeen);
}

function readFigure(figure: HTMLElement, reading: Reading, tones: readonly string[]): Group {
  const name =
    figure.getAttribute('aria-label') ?? figure.querySelector('[aria-label]')?.getAttribute('aria-label');
  return {
    events: [...figure.querySelectorAll('.events > [data-event] > .spoken')].map(
      ({ textContent }) => textContent?.trim() ?? '',
    ),
    name: name || (figure.querySelector('figcaption, caption')?.textContent ?? '').trim() || figure.className,
    colours: figure.querySelector('canvas') ? coloursOf(figure, tones) : undefined,
    box: reading.place(figure.getBoundingClientRect()),
    pieces: readPieces(figure, reading, []),
  };
}

function coloursOf(figure: HTMLElement, tones: readonly string[]): Readonly<Record<string, string>> {
  const style = getComputedStyle(figure);
  return Object.fromEntries(
    tones.map((tone) => [tone, paintOf(style.getPropertyValue(`--${tone}`).trim())?.colour ?? '34373E']),
  );
}

/** Everything seen below an element, in the order it is painted: boxes, drawings, pictures, tables, then text. */
function readPieces(root: HTMLElement, reading: Reading, without: readonly Element[]): Piece[] {
  const isOurs = (element: Element) =>
    isSeen(element) && !without.some((other) => other.contains(element)) && !element.closest('aside.notes');
  const pieces: Piece[] = [];
  for (const element of root.querySelectorAll('*'))
    if (element instanceof HTMLElement && isOurs(element)) pieces.push(...readBox(element, reading));
  for (const element of root.querySelectorAll<HTMLElement>('img, canvas, math, video, iframe'))
    if (isOurs(element) && !(element.matches('math') && isWritten(element)))
      pieces.push(readPicture(element, reading));
  for (const shape of root.querySelectorAll<SVGGeometryElement>(SHAPES))
    if (isOurs(shape) && !shape.closest(`${DEFINED}, ${SIGN}`)) pieces.push(...readShape(shape, reading));
  for (const image of root.querySelectorAll<SVGImageElement>('svg image'))
    if (isOurs(image) && !image.closest(DEFINED)) pieces.push(readPainted(image, reading, ''));
  for (const table of root.querySelectorAll('table'))
    if (isOurs(table)) pieces.push(readTable(table, reading));
  return [...pieces, ...readTexts(root, reading, isOurs)];
}
