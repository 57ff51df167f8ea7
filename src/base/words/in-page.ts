import type { Words } from './words.ts';

/** In a page this stands for `choose-words.ts`: no table travels with it, but what draws brings the words it says. */
let held: Partial<Words> = {};

/** Takes the words that came with what is drawn: those of the deck's language. */
export function holdWords(words: Partial<Words>): void {
  held = words;
}

export function wordsOf(): Partial<Words> {
  return held;
}

/** What is drawn in a page has its dates told already: only its words are asked for. */
export function hasWords(): boolean {
  return true;
}
