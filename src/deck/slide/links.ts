import type { Place } from '../../base/problem.ts';
import type { RawSlide } from '../split.ts';
import { attribute, elements, type Fragment, setAttribute } from './html-tree.ts';

/** An address the slide names, as written, with its place. */
export interface Link {
  readonly target: string;
  readonly place: Place;
}

/** Addresses inside the deck that a slide's links name: `#/timeline`. */
export function findLinks(raw: RawSlide, tree: Fragment): readonly Link[] {
  return [...elements(tree)]
    .map((element) => (element.tagName === 'a' ? attribute(element, 'href') : undefined))
    .filter((href) => href?.startsWith('#'))
    .map((href) => ({ target: href ?? '', place: findInSource(raw, href ?? '') }));
}

/** Where the page finds the deck's own files. */
const DECK_URL = 'deck/';

/** Points pictures, films and sounds to where the page will find them, and says which files they are. */
export function linkPictures(raw: RawSlide, tree: Fragment, slide: Map<string, string>): readonly Link[] {
  const links: Link[] = [];
  const link = (target: string): string => {
    links.push({ target, place: findInSource(raw, target) });
    return /^([a-z]+:|\/\/)/i.test(target) ? target : `${DECK_URL}${target}`;
  };
  for (const element of elements(tree)) {
    if (!['img', 'video', 'audio', 'source'].includes(element.tagName)) continue;
    for (const name of ['src', 'data-src', 'poster']) {
      const target = attribute(element, name);
      if (target !== undefined) setAttribute(element, name, link(target));
    }
  }
  for (const name of ['data-background-image', 'data-background-video']) {
    const target = slide.get(name);
    if (target !== undefined)
      slide.set(
        name,
        target
          .split(',')
          .map((one) => link(one.trim()))
          .join(','),
      );
  }
  return links;
}

/** Place of a text in a slide as written; of the slide where it is not found letter for letter. */
export function findInSource({ file, content, line }: RawSlide, text: string): Place {
  const at = content.indexOf(text);
  if (at < 0) return { file, line, column: 1 };
  const lines = content.slice(0, at).split('\n');
  return { file, line: line + lines.length - 1, column: (lines.at(-1) ?? '').length + 1 };
}
