import { expect, test } from 'vitest';
import { TABLES } from '../../../src/base/words/language-tables.ts';
import { checkWords } from '../../../src/check/check-words.ts';

test('a language without words is told to translators, and none that has them all', () => {
  for (const lang of [...Object.keys(TABLES), 'en-GB', 'de-AT'])
    expect(checkWords(lang, 'deck.md')).toEqual([]);
  expect(checkWords('el', 'deck.md').map(({ severity, what }) => [severity, what])).toEqual([
    ['notice', 'the page’s own words are in English: there are none in Greek'],
  ]);
});
