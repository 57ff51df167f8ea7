import type { Face, Measure } from '../../../fonts/faces.ts';
import { STYLES } from '../../../fonts/styles.ts';

/** Weights of the faces as the page sets them. */
const WEIGHT: Readonly<Record<Face, number>> = {
  display: 400,
  text: 400,
  strong: 640,
  gothic: 400,
  mincho: 400,
  math: 400,
  emoji: 400,
};
/** At this size widths are asked for, and so much is added, for no two engines round alike. */
const SIZE = 100;
const SPARE = 1.005;

/** Measures with the page's own faces: these must be there. Digits of one width are as wide as a 0. */
export function measureOnPage(): Measure {
  const context = document.createElement('canvas').getContext('2d');
  const known = new Map<string, number>();
  return (text, face, size, digits) => {
    const set = digits === 'tabular' ? text.replace(/\d/g, '0') : text;
    const key = `${face} ${set}`;
    const width = known.get(key) ?? widthOf(context, set, face);
    known.set(key, width);
    return (width * size) / SIZE;
  };
}

function widthOf(context: CanvasRenderingContext2D | null, text: string, face: Face): number {
  if (!context) return text.length * SIZE * 0.5;
  context.font = `${WEIGHT[face]} ${SIZE}px "${STYLES[face].family}", "${STYLES.gothic.family}", sans-serif`;
  return context.measureText(text).width * SPARE;
}
