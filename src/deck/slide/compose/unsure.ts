import type { Draft } from '../draft.ts';
import type { Part } from './parts.ts';

/** What takes a room that its words do not tell. */
const UNMEASURED: ReadonlySet<string> = new Set(
  'img picture video audio svg math iframe details select textarea button input hr'.split(' '),
);

/** Whether a part is, or holds, what only a browser can measure. */
export function isUnmeasured({ element, tags }: Part): boolean {
  if (UNMEASURED.has(element.tagName)) return true;
  for (const tag of tags) if (UNMEASURED.has(tag)) return true;
  return false;
}

/**
 * Whether nobody knows yet that a slide's words fit its sheet: it holds more than there is room for, or something that
 * only a browser can measure. The page then sets it smaller where it must. Figures lay themselves out.
 */
export function isUnsure({ css, fences, composition, fold, context }: Draft): boolean {
  if (fences.length > 0 || fold !== undefined) return false;
  if (!composition?.fit.fits || css !== '' || context.composing === 'cautiously') return true;
  return composition.unmeasured;
}
