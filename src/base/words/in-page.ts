import type { Words } from './words.ts';

/** Words, and those of months where any are told. */
export interface HeldWords extends Partial<Words> {
  readonly months?: readonly (readonly string[])[];
}

/** In a page this stands for `choose-words.ts`: no table travels with it, but what draws brings the words it says. */
let held: HeldWords = {};

/** Takes the words that came with what is drawn: those of the deck's language. */
export function holdWords(words: HeldWords): void {
  held = words;
}

export function wordsOf(): HeldWords {
  return held;
}

/** What is drawn in a page has its dates told already: only its words are asked for. */
export function hasWords(): boolean {
  return true;
}
