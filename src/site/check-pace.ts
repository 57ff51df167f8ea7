import type { Problem } from '../base/problem.ts';
import type { Deck } from '../deck/deck.ts';
import type { DeckFolder } from '../deck/read.ts';
import { parseHtml, textOf } from '../deck/slide/html-tree.ts';
import { countWords, planTalk } from '../page/speaker/pace.ts';

/** What a speaker should know before the talk: notes that take longer to say than the minutes planned. */
export function checkPace({ slides, meta }: Deck, { slides: files }: DeckFolder): readonly Problem[] {
  const { minutes } = meta;
  const [first] = files;
  const words = slides.map(({ notes }) => countWords(textOf(parseHtml(notes))));
  const seconds = planTalk(words, undefined)?.at(-1) ?? 0;
  const needed = Math.ceil(seconds / 60);
  if (minutes === undefined || !first || needed <= minutes) return [];
  const excess = Math.ceil(words.reduce((sum, count) => sum + count, 0) * (1 - (minutes * 60) / seconds));
  const line = first.text.split('\n').findIndex((written) => /^minutes[ \t]*:/.test(written)) + 1;
  return [
    {
      severity: 'notice',
      place: { file: first.path, line: Math.max(line, 1), column: 1 },
      what: `the notes take about ${needed} minutes to say, and "minutes" is ${minutes}`,
      fix: `Shorten them by about ${excess} words, or plan ${needed} minutes.`,
    },
  ];
}
