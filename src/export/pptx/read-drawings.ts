import type { Box, PicturePiece, Piece, ShapePiece } from './piece.ts';
import { toBeBared } from './read-bare.ts';
import { type Point, readCorners } from './read-corners.ts';
import { paintOf } from './read-paint.ts';
import type { Reading } from './reading.ts';

/** A picture as its pixels; what cannot be read is to be taken off the screen. */
export function readPicture(element: HTMLElement, { place }: Reading): Piece {
  const box = place(element.getBoundingClientRect());
  const alt = element.getAttribute('alt') ?? element.getAttribute('alttext') ?? element.textContent ?? '';
  if (element instanceof HTMLCanvasElement)
    return {
      ...{ kind: 'picture', box, alt, png: element.toDataURL('image/png').split(',')[1] },
      ...{ instead: 'chart', element: element.id },
    };
  const isPicture = element instanceof HTMLImageElement;
  const instead = isPicture ? '' : element.tagName.toLowerCase();
  const png = isPicture ? pngOf(element) : undefined;
  const drawing = isPicture && isWholeDrawing(element) ? element.currentSrc : undefined;
  return { kind: 'picture', box, alt: alt.trim(), png, instead, drawing };
}

/** Whether it is a drawing of lines that fills its box. */
function isWholeDrawing(image: HTMLImageElement): boolean {
  const { width, height } = image.getBoundingClientRect();
  const ratio = image.naturalWidth / image.naturalHeight;
  return /\.svg([?#]|$)/i.test(image.currentSrc) && Math.abs(width / height / ratio - 1) < 0.02;
}

/** A picture as it stands: what its box cuts off is left out. */
function pngOf(image: HTMLImageElement): string | undefined {
  const { width, height } = image.getBoundingClientRect();
  const [whole, high] = [image.naturalWidth || width, image.naturalHeight || height];
  const canvas = document.createElement('canvas');
  const sharp = Math.min(2, Math.max(1, whole / width));
  canvas.width = Math.round(width * sharp);
  canvas.height = Math.round(height * sharp);
  const fit = getComputedStyle(image).objectFit;
  const factor =
    fit === 'cover' ? Math.max(width / whole, height / high) : Math.min(width / whole, height / high);
  const [wide, tall] = fit === 'fill' ? [width, height] : [whole * factor, high * factor];
  canvas
    .getContext('2d')
    ?.drawImage(
      image,
      ...([((width - wide) / 2) * sharp, ((height - tall) / 2) * sharp, wide * sharp, tall * sharp] as const),
    );
  try {
    return canvas.toDataURL('image/png').split(',')[1];
  } catch {
    return undefined;
  }
}

/** A picture in a drawing, or a shape of it that no colour fills, as it is seen. */
export function readPainted(element: SVGGraphicsElement, { place }: Reading, instead: string): PicturePiece {
  const drawing = element.ownerSVGElement;
  return {
    ...{ kind: 'picture', box: place(element.getBoundingClientRect()), instead },
    ...{ png: undefined, bare: toBeBared(element) },
    alt: element.getAttribute('aria-label') ?? drawing?.getAttribute('aria-label') ?? '',
  };
}

/** What fills a shape that no colour does. */
function serverOf({ fill }: CSSStyleDeclaration): string | undefined {
  const [, id] = /^url\("?#([^")]*)"?\)/.exec(fill) ?? [];
  if (id === undefined) return undefined;
  return /gradient/i.test(document.getElementById(id)?.tagName ?? '') ? 'gradient' : 'pattern';
}

/** A shape of an SVG in the sheet's px; none where nothing of it is painted. */
export function readShape(shape: SVGGeometryElement, reading: Reading): (ShapePiece | PicturePiece)[] {
  const { place, scale, slide } = reading;
  const style = getComputedStyle(shape);
  const server = serverOf(style);
  if (server) return [readPainted(shape, reading, server)];
  const matrix = shape.getScreenCTM();
  const fill = paintOf(style.fill, Number(style.fillOpacity));
  const line = paintOf(style.stroke, Number(style.strokeOpacity));
  const width = Number.parseFloat(style.strokeWidth) * (matrix?.a ?? 1) * scale;
  const stroke =
    line && width > 0 ? { ...line, width, dash: dashOf(style), heads: headsOf(style) } : undefined;
  if (!matrix || (!fill && !stroke)) return [];
  const sheet = slide.getBoundingClientRect();
  const at = (x: number, y: number): [number, number] => {
    const point = new DOMPoint(x, y).matrixTransform(matrix);
    return [(point.x - sheet.left) * scale, (point.y - sheet.top) * scale];
  };
  const drawing = shape.ownerSVGElement;
  const name =
    shape.closest('[data-event]')?.getAttribute('data-event') ??
    drawing?.getAttribute('aria-label') ??
    drawing?.querySelector(':scope > title')?.textContent ??
    shape.getAttribute('class') ??
    shape.tagName;
  const isLine = shape instanceof SVGLineElement || shape instanceof SVGPolylineElement;
  const outline =
    shape instanceof SVGRectElement
      ? 'rect'
      : shape instanceof SVGCircleElement || shape instanceof SVGEllipseElement
        ? 'ellipse'
        : (cornersOf(shape)?.map((line) => line.map(([x, y]) => at(x, y))) ?? flatten(shape, at));
  const box = typeof outline === 'string' ? place(shape.getBoundingClientRect()) : around(outline);
  return [
    {
      ...{ kind: 'shape', box, outline, stroke, name },
      isClosed: !isLine && fill !== undefined,
      fill: isLine ? undefined : fill,
    },
  ];
}

/** How long the dashes of a line are, in widths of it; undefined where it is whole. */
function dashOf({ strokeDasharray, strokeWidth }: CSSStyleDeclaration): number | undefined {
  const length = Number.parseFloat(strokeDasharray);
  return Number.isNaN(length) ? undefined : Math.max(1, length / Number.parseFloat(strokeWidth));
}

/** Whether a line has marks at its ends: heads of arrows, mostly. */
function headsOf({ markerStart, markerEnd }: CSSStyleDeclaration): readonly [boolean, boolean] {
  return [markerStart.startsWith('url'), markerEnd.startsWith('url')];
}

/** The corners of what is drawn of straight lines alone; undefined where there is a curve. */
function cornersOf(shape: SVGGeometryElement): Point[][] | undefined {
  if (shape instanceof SVGLineElement) {
    const { x1, y1, x2, y2 } = shape;
    return [
      [
        [x1.baseVal.value, y1.baseVal.value],
        [x2.baseVal.value, y2.baseVal.value],
      ],
    ];
  }
  if (shape instanceof SVGPolylineElement || shape instanceof SVGPolygonElement) {
    const corners = [...shape.points].map(({ x, y }): Point => [x, y]);
    const [first] = corners;
    return first ? [shape instanceof SVGPolygonElement ? [...corners, first] : corners] : undefined;
  }
  return readCorners(shape.getAttribute('d') ?? '');
}

/** A path as straight pieces, near enough that no eye tells; each jump begins another. */
function flatten(shape: SVGGeometryElement, at: (x: number, y: number) => Point): Point[][] {
  const length = shape.getTotalLength();
  const steps = Math.max(1, Math.min(2000, Math.ceil(length / 3)));
  const lines: Point[][] = [[]];
  let before: DOMPoint | undefined;
  for (let step = 0; step <= steps; step++) {
    const point = shape.getPointAtLength((length * step) / steps);
    const isJump =
      before && Math.hypot(point.x - before.x, point.y - before.y) > (1.5 * length) / steps + 0.01;
    if (isJump) lines.push([]);
    lines.at(-1)?.push(at(point.x, point.y));
    before = point;
  }
  return lines.filter((line) => line.length > 1);
}

function around(lines: readonly (readonly Point[])[]): Box {
  const points = lines.flat();
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
