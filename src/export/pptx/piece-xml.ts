import type { Box, ChartPiece, Line, PicturePiece, ShapePiece, Stroke, TablePiece } from './piece.ts';
import { type Link, paragraphsXml } from './text-xml.ts';
import { dashXml, escapeXml, fill, frame, units } from './write-xml.ts';

/** A line or an area. */
export function shapeXml(
  { box, outline, isClosed, fill: paint, stroke, radius = 0, name }: ShapePiece,
  id: number,
): string {
  const geometry =
    typeof outline === 'string'
      ? presetXml(outline, radius / Math.min(box.width, box.height))
      : `<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>${pathXml(box, outline, isClosed)}</a:pathLst></a:custGeom>`;
  const line = stroke
    ? `<a:ln w="${units(stroke.width)}">${fill(stroke)}${dashXml(stroke.dash)}${headsXml(stroke)}</a:ln>`
    : '<a:ln><a:noFill/></a:ln>';
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${escapeXml(name)}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>` +
    `<p:spPr>${frame(box)}${geometry}${fill(paint)}${line}</p:spPr></p:sp>`
  );
}

/** @param share of a rectangle's shorter side that its corners take */
function presetXml(outline: 'rect' | 'ellipse', share: number): string {
  if (outline === 'ellipse' || !(share > 0)) return `<a:prstGeom prst="${outline}"><a:avLst/></a:prstGeom>`;
  const round = Math.round(Math.min(0.5, share) * 100_000);
  return `<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val ${round}"/></a:avLst></a:prstGeom>`;
}

function headsXml({ heads: [start, end] = [false, false] }: Stroke): string {
  return `${start ? '<a:headEnd type="triangle"/>' : ''}${end ? '<a:tailEnd type="triangle"/>' : ''}`;
}

/** Areas that go around the same way are a path each: in one they would be holes where they lie on one another. */
function pathXml(box: Box, lines: Exclude<ShapePiece['outline'], string>, isClosed: boolean): string {
  const at = ([x, y]: readonly [number, number]) => `<a:pt x="${units(x - box.x)}" y="${units(y - box.y)}"/>`;
  const steps = lines.map(([first, ...rest]) =>
    first
      ? `<a:moveTo>${at(first)}</a:moveTo>${rest.map((point) => `<a:lnTo>${at(point)}</a:lnTo>`).join('')}${isClosed ? '<a:close/>' : ''}`
      : '',
  );
  const ways = new Set(lines.map(areaOf).map(Math.sign));
  const paths = isClosed && ways.size === 1 ? steps : [steps.join('')];
  return paths
    .map((path) => `<a:path w="${units(box.width)}" h="${units(box.height)}">${path}</a:path>`)
    .join('');
}

/** The area that a line goes around; below 0 where it goes against the clock. */
function areaOf(line: readonly (readonly [number, number])[]): number {
  return line.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = line[(at + 1) % line.length] ?? [x, y];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}

/** Of a drawing there are its lines too, which older programs pass over for the pixels. */
const LINES = '{96DAC541-7B7A-43D3-8B79-37D633B846F1}';
const SVG = 'http://schemas.microsoft.com/office/drawing/2016/SVG/main';

/**
 * @param picture id of the relation to its pixels
 * @param drawing id of the one to its lines, where it has some
 */
export function pictureXml(
  { box, alt, instead }: PicturePiece,
  id: number,
  { picture, drawing }: { readonly picture: string; readonly drawing?: string | undefined },
): string {
  const lines = drawing
    ? `<a:extLst><a:ext uri="${LINES}"><asvg:svgBlip xmlns:asvg="${SVG}" r:embed="${drawing}"/></a:ext></a:extLst>`
    : '';
  const words = escapeXml(alt);
  return (
    `<p:pic><p:nvPicPr><p:cNvPr id="${id}" name="${escapeXml(instead || 'Picture')}" descr="${words}"/>` +
    '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>' +
    `<p:blipFill><a:blip r:embed="${picture}">${lines}</a:blip><a:stretch><a:fillRect/></a:stretch></p:blipFill>` +
    `<p:spPr>${frame(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`
  );
}

/** @param chart id of the relation to its part */
export function chartFrameXml({ box, alt, plot }: ChartPiece, id: number, chart: string): string {
  return (
    `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="${escapeXml(plot.title.slice(0, 80) || 'Chart')}" descr="${escapeXml(alt)}"/>` +
    `<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>${frame(box, 'p:xfrm')}` +
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">' +
    `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="${chart}"/></a:graphicData></a:graphic></p:graphicFrame>`
  );
}

export function tableXml({ box, caption, columns, rows }: TablePiece, id: number, link: Link): string {
  const grid = columns.map((width) => `<a:gridCol w="${units(width)}"/>`).join('');
  const body = rows.map(({ height, cells }) => {
    const written = cells.flatMap((cell) => [
      cellXml(cell, link),
      ...Array.from({ length: cell.span - 1 }, () => MERGED),
    ]);
    const missing = Math.max(0, columns.length - written.length);
    return `<a:tr h="${units(height)}">${written.join('')}${EMPTY.repeat(missing)}</a:tr>`;
  });
  const hasHead = rows[0]?.cells.every(({ isHead }) => isHead) ?? false;
  return (
    `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="Table" descr="${escapeXml(caption)}"/>` +
    `<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>` +
    `${frame(box, 'p:xfrm')}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">` +
    `<a:tbl><a:tblPr${hasHead ? ' firstRow="1"' : ''}/><a:tblGrid>${grid}</a:tblGrid>${body.join('')}</a:tbl>` +
    '</a:graphicData></a:graphic></p:graphicFrame>'
  );
}

type Cell = TablePiece['rows'][number]['cells'][number];

function cellXml({ paragraphs, span, padding, anchor, fill: ground, lines }: Cell, link: Link): string {
  const [top = 0, right = 0, bottom = 0, left = 0] = padding.map(units);
  const edges = [lineXml('L'), lineXml('R'), lineXml('T', lines.top), lineXml('B', lines.bottom)].join('');
  return (
    `<a:tc${span > 1 ? ` gridSpan="${span}"` : ''}><a:txBody><a:bodyPr/><a:lstStyle/>${paragraphsXml(paragraphs, link)}</a:txBody>` +
    `<a:tcPr marL="${left}" marR="${right}" marT="${top}" marB="${bottom}" anchor="${anchor}">${edges}${fill(ground)}</a:tcPr></a:tc>`
  );
}

function lineXml(side: 'L' | 'R' | 'T' | 'B', line?: Line): string {
  const paint = line ? fill(line) : '<a:noFill/>';
  return `<a:ln${side} w="${units(line?.width ?? 0)}">${paint}</a:ln${side}>`;
}

const BLANK = '<a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr/></a:p></a:txBody><a:tcPr/>';
const MERGED = `<a:tc hMerge="1">${BLANK}</a:tc>`;
const EMPTY = `<a:tc>${BLANK}</a:tc>`;
