import type { Place } from '../../base/problem.ts';
import { decodeName } from '../find-file.ts';
import { allElements, attribute, type Fragment } from './html-tree.ts';

/** A part of a deck as written: where in a file its text stands. */
export interface Written {
  readonly file: string;
  readonly content: string;
  readonly line: number;
}

/** An address the slide names, as written, with its place. */
export interface Link {
  readonly target: string;
  readonly place: Place;
}

/** Addresses inside the deck that a slide's links name: `#/timeline`. */
export function findLinks(raw: Written, tree: Fragment): readonly Link[] {
  return allElements(tree)
    .map((element) => (element.tagName === 'a' ? attribute(element, 'href') : undefined))
    .filter((href) => href?.startsWith('#'))
    .map((href) => ({ target: href ?? '', place: findInSource(raw, href ?? '') }));
}

/** Place of a text in a slide as written; of the slide where it is not found letter for letter. */
export function findInSource({ file, content, line }: Written, text: string): Place {
  const at = Math.max(content.indexOf(text), content.indexOf(decodeName(text)));
  if (at < 0) return { file, line, column: 1 };
  const lines = content.slice(0, at).split('\n');
  return { file, line: line + lines.length - 1, column: (lines.at(-1) ?? '').length + 1 };
}
