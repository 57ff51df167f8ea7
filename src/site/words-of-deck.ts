import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const IN_PAGE = fileURLToPath(new URL('../base/words/in-page.ts', import.meta.url));

/** In the page, words are those that come with what it draws, and not the tables of all languages. */
export function wordsOfDeck(): Plugin {
  return {
    name: 'words-of-deck',
    enforce: 'pre',
    resolveId: (source) => (source.endsWith('/words/choose-words.ts') ? IN_PAGE : undefined),
  };
}
