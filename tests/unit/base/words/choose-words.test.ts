import { describe, expect, test } from 'vitest';
import { numberOf, wordsOf } from '../../../../src/base/words/choose-words.ts';
import { EN } from '../../../../src/base/words/en.ts';
import { TABLES } from '../../../../src/base/words/language-tables.ts';

describe('the words of a page', () => {
  test.each(Object.keys(TABLES))('are whole in %s, with their numbers', (lang) => {
    expect(Object.keys(TABLES[lang] ?? {}).sort()).toEqual(Object.keys(EN).sort());
    const said = numberOf(wordsOf(lang), 8, 24);
    expect(said.match(/\d+/g)?.sort()).toEqual(['24', '8']);
    expect(said).not.toMatch(/[{}]/);
  });

  test('are those of the language, whatever its region, and English where there is no table', () => {
    expect(wordsOf('de-AT').sources).toBe('Quellen');
    expect(wordsOf('zh-CN').sources).toBe('来源');
    for (const lang of ['zh-TW', 'el', 'und', 'en-GB']) expect(wordsOf(lang)).toEqual(EN);
  });
});
