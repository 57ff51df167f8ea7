import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const IN_PAGE = fileURLToPath(new URL('../page/figures/words-in-page.ts', import.meta.url));

/** In the page, the table of words is that of its deck's language, which the page carries, and not all there are. */
export function wordsOfDeck(): Plugin {
  return {
    name: 'words-of-deck',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source === './language-tables.ts' && importer?.split('?')[0]?.endsWith('/words/choose-words.ts')
        ? IN_PAGE
        : undefined,
  };
}
