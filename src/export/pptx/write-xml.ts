import { escapeHtml } from '../../base/markup.ts';
import type { Blend, Box, Paint } from './piece.ts';

/** English metric units in a px of a sheet 1920 px wide: PowerPoint's wide slide is 12,192,000 of them. */
const UNITS = 6350;

/** A length on the sheet, px, in the units of Office. */
export function units(px: number): number {
  return Math.round(px * UNITS);
}

/** Hundredths of a point of a size on the sheet: a slide is 960 pt wide. */
export function points(px: number): number {
  return Math.round(px * 50);
}

/** Text for XML 1.0, which has no place for most control characters. */
export function escapeXml(text: string): string {
  return escapeHtml(text.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, ''));
}

export function frame({ x, y, width, height }: Box, tag = 'a:xfrm'): string {
  const extent = `<a:ext cx="${Math.max(0, units(width))}" cy="${Math.max(0, units(height))}"/>`;
  return `<${tag}><a:off x="${units(x)}" y="${units(y)}"/>${extent}</${tag}>`;
}

export function fill(paint: Paint | Blend | undefined): string {
  if (!paint) return '<a:noFill/>';
  if (!('stops' in paint)) return `<a:solidFill>${colourXml(paint)}</a:solidFill>`;
  const stops = paint.stops.map(
    (stop) => `<a:gs pos="${Math.round(stop.at * 100_000)}">${colourXml(stop)}</a:gs>`,
  );
  const line = `<a:lin ang="${Math.round(paint.degrees * 60_000)}" scaled="0"/>`;
  return `<a:gradFill rotWithShape="1"><a:gsLst>${stops.join('')}</a:gsLst>${line}</a:gradFill>`;
}

/** @param length of the dashes of a line, in widths of it */
export function dashXml(length: number | undefined): string {
  if (length === undefined) return '';
  const name = length <= 1.6 ? 'sysDot' : length <= 3 ? 'sysDash' : length <= 5 ? 'dash' : 'lgDash';
  return `<a:prstDash val="${name}"/>`;
}

function colourXml({ colour, opacity }: Paint): string {
  const alpha = opacity < 1 ? `<a:alpha val="${Math.round(opacity * 100_000)}"/>` : '';
  return `<a:srgbClr val="${colour}">${alpha}</a:srgbClr>`;
}

export const NAMESPACES =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';

export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
