import type { Said } from '../keyboard/help-words.ts';

/** Letters shown on either side of what was found. */
const AROUND = 36;

/** What of a slide is searched. */
export interface Searched {
  readonly headline: string;
  readonly text: string;
  /** Empty where others may see what is found. */
  readonly notes: string;
}

/** Slides that have every word, those with one in the headline first. */
export function findWords<Slide extends Searched>(
  slides: readonly Slide[],
  wanted: string,
): readonly Slide[] {
  const words = wordsOf(wanted);
  if (words.length === 0) return [];
  const found = slides.filter(({ text, notes }) => {
    const all = plain(`${text} ${notes}`);
    return words.every((word) => all.includes(word));
  });
  const named = ({ headline }: Searched) => words.some((word) => plain(headline).includes(word));
  return [...found.filter(named), ...found.filter((slide) => !named(slide))];
}

/** The words around the first one found, and that it is the notes that have it where the slide has not. */
export function excerptOf(
  { text, notes }: Searched,
  wanted: string,
  said: Said = (english) => english,
): string {
  const [first = ''] = wordsOf(wanted);
  const onSlide = plain(text).includes(first);
  return onSlide || notes === ''
    ? around(text, first)
    : said('Notes: {words}').replace('{words}', () => around(notes, first));
}

/** One space where there were several, and none at the ends. */
export function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function around(text: string, word: string): string {
  const at = Math.max(0, plain(text).indexOf(word));
  const [from, to] = [Math.max(0, at - AROUND), at + AROUND * 2];
  return `${from > 0 ? '… ' : ''}${text.slice(from, to).trim()}${to < text.length ? ' …' : ''}`;
}

function wordsOf(wanted: string): readonly string[] {
  return plain(wanted).split(' ').filter(Boolean);
}

/** Without accents and case, letter by letter, so that places stay the same: "Taro" finds "Tarō". */
function plain(text: string): string {
  return [...tidy(text)].map((letter) => letter.normalize('NFD').charAt(0).toLowerCase() || letter).join('');
}
