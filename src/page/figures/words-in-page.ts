import type { Words } from '../../base/words/words.ts';

/** The words of the deck's language, which a page in another one than English carries; no other travels with it. */
export const TABLES: Readonly<Record<string, Partial<Words>>> = readTables();

function readTables(): Readonly<Record<string, Partial<Words>>> {
  const written = document.querySelector('script#words')?.textContent;
  return written ? JSON.parse(written) : {};
}
