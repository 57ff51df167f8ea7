import { nameToEmoji } from 'gemoji';
import { slideFiles } from '../deck/files.ts';
import type { DeckFolder } from '../deck/read.ts';
import { parseHtml, textOf } from '../deck/slide/html-tree.ts';

const DATA = /\.(ya?ml|csv|tsv|txt|json|bib)$/i;
const ALWAYS: ReadonlySet<string> = new Set(['timeline.yaml', 'timeline.yml', 'sources.yaml', 'sources.bib']);

/** Every character written in a deck's files, also as `&rarr;` or `:tada:`: what faces have to be found for. */
export function lettersOf(folder: DeckFolder): ReadonlySet<string> {
  const slides = slideFiles(folder)
    .map(({ text }) => text)
    .join('\n');
  const besides = folder.paths
    .filter(
      (path) => DATA.test(path) && (ALWAYS.has(path) || slides.includes(path.split('/').at(-1) ?? path)),
    )
    .map((path) => folder.read(path) ?? '');
  const entities = new Set(slides.match(/&#?\w+;/g));
  const emoji = new Set(slides.match(/:[a-z0-9_+-]+:/g));
  const named = [...emoji].map((name) => nameToEmoji[name.slice(1, -1)] ?? '');
  return charactersOf([slides, ...besides, textOf(parseHtml([...entities].join(' '))), ...named]);
}

/** All characters of texts, each once. Most are of ASCII and stand there thousands of times: those are marked by code. */
function charactersOf(texts: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const ascii = new Uint8Array(128);
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code < 128) ascii[code] = 1;
    }
    for (const character of text.replace(/\p{ASCII}+/gu, '')) found.add(character);
  }
  for (const [code, isThere] of ascii.entries()) if (isThere) found.add(String.fromCharCode(code));
  return found;
}
