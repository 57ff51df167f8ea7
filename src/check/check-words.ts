import type { Problem } from '../base/problem.ts';
import { hasWords, missingWords } from '../base/words/choose-words.ts';

/** How many of the words are named. */
const NAMED = 5;

/**
 * Tells translators which of the program's own words a deck's language lacks: the page says these in English. It is no
 * fault of the deck, and never an error.
 * @param file of the deck, to be named as the place
 */
export function checkWords(lang: string, file: string): readonly Problem[] {
  const missing = missingWords(lang);
  if (missing.length === 0) return [];
  const name = new Intl.DisplayNames(['en'], { type: 'language' }).of(lang) ?? lang;
  const more = missing.length > NAMED ? ', …' : '';
  const words = missing.slice(0, NAMED).map((word) => `“${word}”`);
  return [
    {
      severity: 'notice',
      place: { file, line: 1, column: 1 },
      what: hasWords(lang)
        ? `${missing.length} of the page’s own words are not translated into ${name}: ${words.join(', ')}${more}`
        : `the page’s own words are in English: there are none in ${name}`,
      fix: 'Whoever can translate them is welcome: src/base/words in the program’s repository.',
    },
  ];
}
