import temml from 'temml';
import { escapeHtml } from '../../../base/markup.ts';
import type { SetFormula } from './formula.ts';

/** The size TeX measures its points by: what is 10 pt there is one em of any text here. */
const POINTS = 10;
/** Macros that open into macros are cut short: no person's formula needs more. */
const MOST = { expansions: 1000, size: 50 };

/** Sets TeX by Temml; nothing in it may name an address, a class or a style. */
export const setFormula: SetFormula = (tex, { isDisplay }) => {
  try {
    const mathml = temml.renderToString(tex, {
      displayMode: isDisplay,
      throwOnError: true,
      trust: false,
      maxExpand: MOST.expansions,
      maxSize: [MOST.size, MOST.size],
    });
    return { mathml: relate(mathml).replace('<math', `<math alttext="${escapeHtml(tex)}"`) };
  } catch (error) {
    return { fault: error instanceof Error ? firstLine(error.message) : String(error) };
  }
};

/** Lengths in points would stay as small as in a book, whatever size the slide has. */
function relate(mathml: string): string {
  return mathml.replace(/(?<=[:\s"-])(\d+(?:\.\d+)?)pt\b/g, (_, points: string) => {
    return `${Number((Number(points) / POINTS).toFixed(4))}em`;
  });
}

function firstLine(message: string): string {
  const line = message.replace(/^(Parse|Temml) ?Error:?\s*/i, '').split('\n')[0] ?? '';
  return line.replace(/[.\s]+$/, '');
}
