import { attributes, escapeHtml } from '../../../base/markup.ts';
import { round } from '../../../base/sheet.ts';
import type { Palette } from './chartjs.ts';
import { type Picture, RING, type Shape } from './picture.ts';

/** A picture as an SVG file of its own, with its title for those who hear it. */
export function writeSvg({ title, width, height, family, shapes }: Picture, palette: Palette): string {
  const head = attributes({
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    'font-family': family,
  });
  const ground = `<rect${attributes({ width, height, fill: palette('paper') })}/>`;
  return `<svg${head}><title>${escapeHtml(title)}</title>${ground}${shapes.map((shape) => writeShape(shape, palette)).join('')}</svg>\n`;
}

function writeShape(shape: Shape, palette: Palette): string {
  const colour = palette(shape.tone);
  if (shape.kind === 'line') {
    const { points, width, dash, fill } = shape;
    const pairs = points.map((value) => round(value)).join(' ');
    if (fill !== undefined)
      return `<polygon${attributes({ points: pairs, fill: colour, 'fill-opacity': fill })}/>`;
    return `<polyline${attributes({ points: pairs, fill: 'none', stroke: colour, 'stroke-width': width, 'stroke-dasharray': dash?.join(' '), 'stroke-linecap': dash?.[0] === 0 ? 'round' : undefined })}/>`;
  }
  const [x, y] = [round(shape.x), round(shape.y)];
  if (shape.kind === 'box')
    return `<rect${attributes({ x, y, width: round(shape.width), height: round(shape.height), fill: colour, 'fill-opacity': shape.fill })}/>`;
  if (shape.kind === 'dot')
    return `<circle${attributes({ cx: x, cy: y, r: shape.radius, fill: shape.hollow ? 'none' : colour, stroke: shape.hollow ? colour : undefined, 'stroke-width': shape.hollow ? RING : undefined })}/>`;
  const { text, size, weight } = shape;
  return `<text${attributes({ x, y, fill: colour, 'font-size': size, 'font-weight': weight, 'dominant-baseline': 'central' })}>${escapeHtml(text)}</text>`;
}
