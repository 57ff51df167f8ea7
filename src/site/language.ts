import { directionOf } from '../base/direction.ts';
import { attributes } from '../base/markup.ts';
import type { FrontMatter } from '../deck/front-matter.ts';

/** The attributes that say a deck's language, and which way it is written where that is not from the left. */
export function languageOf({ lang, dir = directionOf(lang) }: Pick<FrontMatter, 'lang' | 'dir'>): string {
  return attributes({ lang, dir: dir === 'rtl' ? dir : undefined });
}
