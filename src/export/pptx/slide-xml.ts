import type { FigureTable } from '../../deck/figure.ts';
import type { ChartPiece, Ground, Group, PicturePiece, Piece, SlideSheet } from './piece.ts';
import { chartFrameXml, pictureXml, shapeXml, tableXml } from './piece-xml.ts';
import { GRID } from './set-charts.ts';
import { type Link, textXml } from './text-xml.ts';
import { escapeXml, fill, frame, HEAD, NAMESPACES, units } from './write-xml.ts';

/** Where a picture's pixels are, and its lines where it has some. */
export interface PictureFiles {
  readonly picture: string;
  readonly drawing: string | undefined;
}

/** What a slide is written with. */
export interface SlideWriting {
  readonly link: Link;
  /** Id of the relation to the picture that a slide is painted with. */
  readonly ground: (jpeg: string) => string;
  /** Ids of the relations to a picture's files. */
  readonly picture: (piece: PicturePiece, png: string) => PictureFiles;
  /** Id of the relation to a chart's part. */
  readonly chart: (chart: ChartPiece) => string;
}

const ROOT = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>';

/** A slide: what boxes are painted with, title first, as it is read, then text and figures; a figure's shapes are one group. */
export function slideXml({ ground, leaf, groups }: SlideSheet, writing: SlideWriting): string {
  let last = 1;
  const next = () => ++last;
  const own = groups.filter(({ name }) => name === '').flatMap(({ pieces }) => pieces);
  const title = own.filter((piece) => piece.kind === 'text' && piece.isTitle);
  // Nothing that a box is painted with may lie on the words in it.
  const grounds = own.filter((piece) => title.length > 0 && isGround(piece));
  const rest = own.filter((piece) => !title.includes(piece) && !grounds.includes(piece));
  const background = `<p:bg><p:bgPr>${groundXml(ground, writing)}<a:effectLst/></p:bgPr></p:bg>`;
  const shapes = [
    leaf ? leafXml(leaf, next()) : '',
    ...[...grounds, ...title].map((piece) => pieceXml(piece, next, writing)),
    ...groups.filter(({ name }) => name !== '').map((group) => groupXml(group, next, writing)),
    ...rest.map((piece) => pieceXml(piece, next, writing)),
  ];
  return (
    `${HEAD}<p:sld ${NAMESPACES}><p:cSld>${background}<p:spTree>${ROOT}${shapes.join('')}</p:spTree></p:cSld>` +
    '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>'
  );
}

/** Whether a piece is what a box is painted with. */
function isGround(piece: Piece): boolean {
  return piece.kind === 'picture' && piece.bare !== undefined;
}

function groundXml({ colour, blend, picture }: Ground, writing: SlideWriting): string {
  if (picture === undefined) return fill(blend ?? { colour, opacity: 1 });
  const blip = `<a:blip r:embed="${writing.ground(picture)}"/>`;
  return `<a:blipFill dpi="0" rotWithShape="1">${blip}<a:srcRect/><a:stretch><a:fillRect/></a:stretch></a:blipFill>`;
}

function leafXml({ box, colour }: NonNullable<SlideSheet['leaf']>, id: number): string {
  return shapeXml(
    {
      ...{ kind: 'shape', box, outline: 'rect', isClosed: true, stroke: undefined, name: 'Leaf' },
      fill: { colour, opacity: 1 },
    },
    id,
  );
}

/** The lines under a figure's charts, the charts, each by itself where Office lets them be edited, and all else as a group. */
function groupXml(group: Group, next: () => number, writing: SlideWriting): string {
  const { box = { x: 0, y: 0, width: 1920, height: 1080 }, name, events = [], tables = [], pieces } = group;
  const words = [name, events.join('; '), ...tables.map(tellTable)].filter(Boolean).join('. ');
  const charts = pieces.filter((piece) => piece.kind === 'chart');
  const frames = charts.map((piece) => pieceXml(piece, next, writing)).join('');
  const isGrid = (piece: Piece) => piece.kind === 'shape' && piece.name === GRID;
  const grid = pieces.filter(isGrid).map((piece) => pieceXml(piece, next, writing));
  const rest = pieces.filter((piece) => piece.kind !== 'chart' && !isGrid(piece));
  if (rest.length === 0) return grid.join('') + frames;
  const id = next();
  const inner = rest.map((piece) => pieceXml(piece, next, writing)).join('');
  const child = `<a:chOff x="${units(box.x)}" y="${units(box.y)}"/><a:chExt cx="${units(box.width)}" cy="${units(box.height)}"/>`;
  return (
    `${grid.join('')}${frames}<p:grpSp><p:nvGrpSpPr><p:cNvPr id="${id}" name="${escapeXml(name.slice(0, 80))}" descr="${escapeXml(words)}"/>` +
    `<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>${frame(box).replace('</a:xfrm>', `${child}</a:xfrm>`)}</p:grpSpPr>${inner}</p:grpSp>`
  );
}

/** A table as a text: the heads, then each row. */
export function tellTable({ title, head, rows }: FigureTable): string {
  return `${title}: ${[head, ...rows].map((row) => row.join(', ')).join('; ')}`;
}

function pieceXml(piece: Piece, next: () => number, writing: SlideWriting): string {
  const id = next();
  if (piece.kind === 'text') return textXml(piece, id, writing.link);
  if (piece.kind === 'table') return tableXml(piece, id, writing.link);
  if (piece.kind === 'shape') return shapeXml(piece, id);
  if (piece.kind === 'chart') return chartFrameXml(piece, id, writing.chart(piece));
  return piece.png === undefined ? '' : pictureXml(piece, id, writing.picture(piece, piece.png));
}
