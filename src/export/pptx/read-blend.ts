import type { Blend } from './piece.ts';
import { paintOf } from './read-paint.ts';

/** What a style paints over its ground's colour: pictures and gradients, the uppermost first. */
export function layersOf({ backgroundImage }: CSSStyleDeclaration): readonly string[] {
  return backgroundImage === '' || backgroundImage === 'none' ? [] : splitAt(backgroundImage, ',');
}

/**
 * The one gradient along a line that fills a box; undefined for all else that CSS can paint. One of more than two
 * colours is none: LibreOffice before 7.6 leaves some out.
 */
export function blendOf(style: CSSStyleDeclaration): Blend | undefined {
  const [layer = '', ...others] = layersOf(style);
  const [, inner] = /^linear-gradient\((.*)\)$/.exec(layer) ?? [];
  const isWhole = /^(auto|100% 100%|cover)$/.test(style.backgroundSize);
  if (inner === undefined || others.length > 0 || !isWhole || style.backgroundBlendMode !== 'normal')
    return undefined;
  const parts = splitAt(inner, ',');
  const degrees = degreesOf(parts[0] ?? '');
  const stops = (degrees === undefined ? parts : parts.slice(1)).map(stopOf);
  const written = stops.flatMap((stop) => stop ?? []);
  if (written.length !== stops.length || written.length !== 2) return undefined;
  return { degrees: degrees ?? 90, stops: written.map((stop, nth) => ({ ...stop, at: stop.at ?? nth })) };
}

/** Where a gradient runs, clockwise from rightwards; CSS counts from upwards. A corner is met in a wide box as in a square one. */
function degreesOf(written: string): number | undefined {
  const [, angle] = /^(-?[\d.]+)deg$/.exec(written) ?? [];
  if (angle !== undefined) return (((Number(angle) - 90) % 360) + 360) % 360;
  const [, one, other] = /^to (left|right|top|bottom)(?: (left|right|top|bottom))?$/.exec(written) ?? [];
  return SIDES.get([one, other].filter(Boolean).sort().join(' '));
}

const SIDES: ReadonlyMap<string, number> = new Map([
  ['right', 0],
  ['bottom', 90],
  ['left', 180],
  ['top', 270],
]);

type Stop = Blend['stops'][number];

/** A colour with its place from 0 to 1, where one is written. */
function stopOf(written: string): (Omit<Stop, 'at'> & { readonly at: number | undefined }) | undefined {
  const [colour = '', place, ...more] = splitAt(written, ' ');
  const paint = paintOf(colour);
  if (!paint || more.length > 0 || (place !== undefined && !/^(\d?\d(\.\d+)?|100)%$/.test(place)))
    return undefined;
  return { ...paint, at: place === undefined ? undefined : Number.parseFloat(place) / 100 };
}

/** Parts between signs that stand in no bracket. */
function splitAt(text: string, sign: ',' | ' '): readonly string[] {
  const parts = [''];
  let depth = 0;
  for (const letter of text) {
    depth += letter === '(' ? 1 : letter === ')' ? -1 : 0;
    if (letter === sign && depth === 0) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim()).filter(Boolean);
}
