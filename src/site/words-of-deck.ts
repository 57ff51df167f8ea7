import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { EN } from '../base/words/en.ts';
import { LIVE } from './language.ts';

const IN_PAGE = fileURLToPath(new URL('../page/figures/words-in-page.ts', import.meta.url));
const ENGLISH = '\0words-in-english';

/**
 * In the page, the table of words is that of its deck's language, which the page carries, and not all there are; in
 * English it holds what figures say as they are used.
 */
export function wordsOfDeck(): Plugin {
  return {
    name: 'words-of-deck',
    enforce: 'pre',
    resolveId: (source, importer) => {
      if (!importer?.split('?')[0]?.endsWith('/words/choose-words.ts')) return undefined;
      return source === './language-tables.ts' ? IN_PAGE : source === './en.ts' ? ENGLISH : undefined;
    },
    load: (id) =>
      id === ENGLISH
        ? `export const EN = ${JSON.stringify(Object.fromEntries(LIVE.map((name) => [name, EN[name]])))};`
        : undefined,
  };
}
