import type { Words } from '../../../base/words/words.ts';

/** A word that a page says as it is used: in its deck's language, where the page carries that; else the English. */
export function pageWord(name: keyof Words, english: string): string {
  own ??=
    Object.values<Partial<Words>>(
      JSON.parse(document.querySelector('script#words')?.textContent ?? '{}'),
    )[0] ?? {};
  return own[name] ?? english;
}

let own: Partial<Words> | undefined;
