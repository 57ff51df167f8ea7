import type { Draft } from '../draft.ts';
import { holds } from '../html-tree.ts';

/** What takes a room that its words do not tell. */
const UNMEASURED = /^(img|picture|video|audio|svg|math|iframe|details|select|textarea|button|input|hr)$/;

/**
 * Whether nobody knows yet that a slide's words fit its sheet: it holds more than there is room for, or something that
 * only a browser can measure. The page then sets it smaller where it must. Figures lay themselves out.
 */
export function isUnsure({ tree, css, fences, composition, fold, context }: Draft): boolean {
  if (fences.length > 0 || fold !== undefined) return false;
  if (!composition?.fit.fits || css !== '' || context.composing === 'cautiously') return true;
  return holds(tree, ({ tagName }) => UNMEASURED.test(tagName));
}
