import type { Measure } from '../../../fonts/faces.ts';

/** At this size widths are asked for, and so much is added, for no two engines round alike. */
export const SIZE = 100;
const SPARE = 1.005;

const known = new Map<string, number>();

/** Measures with the page's own faces: these must be there, and named by `fonts`. Digits of one width are as wide as a 0. */
export function measureOnPage(fonts: Readonly<Record<string, string>>): Measure {
  const context = document.createElement('canvas').getContext('2d');
  return (text, face, size, digits) => {
    const set = digits ? text.replace(/\d/g, '0') : text;
    const key = `${face} ${set}`;
    let width = known.get(key);
    if (width === undefined && context) {
      context.font = fonts[face] ?? '';
      width = context.measureText(set).width * SPARE;
      known.set(key, width);
    }
    return ((width ?? 0) * size) / SIZE;
  };
}
