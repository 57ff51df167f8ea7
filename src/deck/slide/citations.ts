import type { Place } from '../../base/problem.ts';
import { maskCode } from './mask-code.ts';

/** A source named in the text by Pandoc's `[@id]`, with the place of its id. */
export interface Citation {
  readonly id: string;
  readonly place: Place;
}

const CITATION = /[ \t]?\[@([^[\]\n]+)\]/g;

/**
 * Takes `[@id]` and `[@id; @other]` out of a text: what a slide rests on stands in its foot, not in its sentences.
 * Nothing is taken from code.
 */
export function takeCitations(
  text: string,
  file: string,
  firstLine: number,
): { readonly text: string; readonly citations: readonly Citation[] } {
  const masked = maskCode(text);
  const citations: Citation[] = [];
  let kept = '';
  let from = 0;
  for (const match of masked.matchAll(CITATION)) {
    kept += text.slice(from, match.index);
    from = match.index + match[0].length;
    for (const id of match[0].matchAll(/@([^;\s\]]+)/g)) {
      const lines = text.slice(0, match.index + id.index).split('\n');
      const place = { file, line: firstLine + lines.length - 1, column: (lines.at(-1) ?? '').length + 2 };
      citations.push({ id: id[1] ?? '', place });
    }
  }
  return { text: kept + text.slice(from), citations };
}
