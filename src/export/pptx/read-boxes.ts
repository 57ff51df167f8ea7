import type { Box, Paint, PicturePiece, ShapePiece } from './piece.ts';
import { toBeBared } from './read-bare.ts';
import { blendOf, layersOf } from './read-blend.ts';
import { highlightOf, paintOf } from './read-paint.ts';
import type { Reading } from './reading.ts';

const SIDES = ['Top', 'Right', 'Bottom', 'Left'] as const;

/**
 * The ground and the lines of a box of CSS, as shapes; none where it has neither. Rows of tables keep theirs. What no
 * shape is filled with is a picture.
 */
export function readBox(element: HTMLElement, { place, scale }: Reading): (ShapePiece | PicturePiece)[] {
  // What stands behind words in a line goes with them.
  if (element.closest('table, figure button') || highlightOf(element) !== undefined) return [];
  const style = getComputedStyle(element);
  const box = place(element.getBoundingClientRect());
  if (box.width < 0.5 || box.height < 0.5) return [];
  const layers = layersOf(style);
  const blend = blendOf(style);
  const painted = layers.length > 0 && !blend ? [paintedPiece(element, box, layers)] : [];
  const fill = painted.length > 0 ? undefined : (blend ?? paintOf(style.backgroundColor));
  const lines = SIDES.map((side) => {
    const width = Number.parseFloat(style[`border${side}Width`]) * scale * element.currentCSSZoom;
    const paint = /none|hidden/.test(style[`border${side}Style`])
      ? undefined
      : paintOf(style[`border${side}Color`]);
    return paint && width > 0
      ? { ...paint, width, dash: { dashed: 3, dotted: 1 }[style[`border${side}Style`]] }
      : undefined;
  });
  const [first] = lines;
  const isFramed =
    first !== undefined && lines.every((line) => line?.width === first.width && line.colour === first.colour);
  const isRound =
    Number.parseFloat(style.borderTopLeftRadius) >= 50 && style.borderTopLeftRadius.endsWith('%');
  const name = element.className || element.tagName.toLowerCase();
  const radius = /^[\d.]+px$/.test(style.borderRadius) ? Number.parseFloat(style.borderRadius) * scale : 0;
  const whole = { kind: 'shape', isClosed: true, name, outline: isRound ? 'ellipse' : 'rect' } as const;
  const ground: ShapePiece[] =
    fill || isFramed
      ? [
          {
            ...whole,
            box: isFramed ? within(box, first.width / 2) : box,
            fill,
            radius: radius * element.currentCSSZoom,
            stroke: isFramed ? first : undefined,
          },
        ]
      : [];
  if (isFramed) return [...painted, ...ground];
  return [
    ...painted,
    ...ground,
    ...lines.flatMap((line, side) => (line ? [{ ...whole, ...sideOf(box, side, line) }] : [])),
  ];
}

/** What a box is painted with, to be taken off the screen. */
function paintedPiece(element: HTMLElement, box: Box, layers: readonly string[]): PicturePiece {
  const isPicture = layers.some((layer) => layer.startsWith('url('));
  return {
    ...{ kind: 'picture', box, png: undefined, bare: toBeBared(element) },
    alt: element.getAttribute('aria-label') ?? '',
    instead: isPicture ? '' : 'gradient',
  };
}

function within({ x, y, width, height }: Box, by: number): Box {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by };
}

/** A line on one side, 0 for the top and on by the clock, as a filled strip. */
function sideOf(
  { x, y, width, height }: Box,
  side: number,
  line: Paint & { readonly width: number },
): Pick<ShapePiece, 'box' | 'fill' | 'stroke' | 'outline'> {
  const lies = side % 2 === 0;
  const box = {
    x: side === 1 ? x + width - line.width : x,
    y: side === 2 ? y + height - line.width : y,
    width: lies ? width : line.width,
    height: lies ? line.width : height,
  };
  return { box, fill: { colour: line.colour, opacity: line.opacity }, stroke: undefined, outline: 'rect' };
}
