import { directionOf } from '../base/direction.ts';
import { attributes } from '../base/markup.ts';
import { wordsOf } from '../base/words/choose-words.ts';
import { EN } from '../base/words/en.ts';
import type { Words } from '../base/words/words.ts';
import type { FrontMatter } from '../deck/front-matter.ts';

/** The attributes that say a deck's language, and which way it is written where that is not from the left. */
export function languageOf({ lang, dir = directionOf(lang) }: Pick<FrontMatter, 'lang' | 'dir'>): string {
  return attributes({ lang, dir: dir === 'rtl' ? dir : undefined });
}

/** Words at the edge of a page or a handout. */
const EDGE = ['reading', 'slides', 'slide', 'of'] as const;
/** Words that figures say as they are used. */
const LIVE = ['eventOf', 'inOrder', 'closer', 'further'] as const;

/** Words of the deck's language that no slide holds and a page may show; none in English, which the page has. */
export function ownWords(lang: string, hasFigures: boolean): Partial<Words> {
  const words = wordsOf(lang);
  if (words.views === EN.views) return {};
  const names = hasFigures ? [...EDGE, ...LIVE] : EDGE;
  return Object.fromEntries(names.map((name) => [name, words[name]]));
}

/** The same as data of the page; empty where there are none. */
export function wordsTag(lang: string): string {
  const words = ownWords(lang, true);
  if (Object.keys(words).length === 0) return '';
  const json = JSON.stringify({ [new Intl.Locale(lang).language]: words }).replaceAll('<', '\u003c');
  return `<script type="application/json" id="words">${json}</script>`;
}
