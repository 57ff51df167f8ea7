import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { TABLES as PAGE_WORDS } from '../../../../src/base/words/language-tables.ts';
import { helpWords } from '../../../../src/page/keyboard/help-words.ts';

const SOURCES = [
  ...['page/keyboard/key-table.ts', 'page/keyboard/help-dialog.ts', 'figures/chart/live/keys.ts'],
  'figures/timeline/live/focus-keys.ts',
  ...['page/speaker/speaker-view.ts', 'page/speaker/stage-side.ts', 'page/navigation/cite-slide.ts'],
  ...['page/navigation/go-to-dialog.ts', 'page/navigation/search-dialog.ts', 'page/navigation/find-words.ts'],
  ...['page/navigation/overview-grid.ts', 'page/navigation/unknown-address.ts', 'page/export-key.ts'],
];
const source = SOURCES.map((path) =>
  readFileSync(new URL(`../../../../src/${path}`, import.meta.url), 'utf8'),
);
/** All that the list says in English, but for names of keys that are the same everywhere. */
const english = [...source.join('\n').matchAll(/(?:says|shown): '([^']+)'|said\('([^']+)'\)/g)]
  .map(([, says = '', said = '']) => says || said)
  .filter((words) => / /.test(words) || !/^([A-Z]\d?\d?|Backspace|Home|End|Enter|Esc)$/.test(words));
const LANGUAGES = Object.keys(PAGE_WORDS).filter((language) => language !== 'en');

describe('what keys lead to', () => {
  test.each(LANGUAGES)('has every word in %s, and no other', async (language) => {
    expect(english.length).toBeGreaterThan(30);
    expect(Object.keys(await helpWords(language)).sort()).toEqual([...new Set(english)].sort());
  });

  test('is English where there is no table, none in its script, or no language', async () => {
    for (const lang of ['en', 'it', 'zh-Hant', 'no such']) expect(await helpWords(lang)).toEqual({});
    expect((await helpWords('de-CH'))['Close']).toBe('Schließen');
  });
});
