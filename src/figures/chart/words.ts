import { z } from 'zod';
import { wordsOf } from '../../base/words/choose-words.ts';

const word = z.string().optional();

/** Words a chart says besides its author's own: where a fence writes none, those of the deck's language. */
export const WrittenWords = z.strictObject({
  /** Beside the value of a row that is one, and over the column that says so. */
  estimate: word,
  yes: word,
  no: word,
  /** For an empty cell. */
  none: word,
  /** What the chart is to those who walk it. */
  walk: word,
  roleDescription: word,
  /** Parts of the sentence made where an author writes no finding, and of notes on scales. */
  highest: word,
  lowest: word,
  first: word,
  points: word,
  log: word,
  scaleFrom: word,
  shares: word,
  /** A difference of shares. */
  percentagePoints: word,
  average: word,
  target: word,
  shownOf: word,
  /** Under the first rows of a table that is too long for the page. */
  allRows: word,
  table: word,
  save: word,
  cite: word,
  cited: word,
  notCited: word,
  /** Head of the years' column. */
  year: word,
});

/** `numbers` unfolds the table in the article. */
export type Words = Readonly<Record<keyof z.infer<typeof WrittenWords> | 'numbers', string>>;

/** A chart's fence with every word it needs: its author's, else those of the language. */
export function withWords<S extends { readonly words: z.infer<typeof WrittenWords> }>(
  spec: S,
  lang: string,
): Omit<S, 'words'> & { readonly words: Words } {
  const { noValue: none, walkChart: walk, chartRole: roleDescription, ...ours } = wordsOf(lang);
  const all = { ...ours, none, walk, roleDescription, numbers: ours.allNumbers };
  const own = Object.entries(spec.words).flatMap(([name, text]) =>
    text === undefined ? [] : [[name, text]],
  );
  return { ...spec, words: { ...all, ...Object.fromEntries(own) } };
}
