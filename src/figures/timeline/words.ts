import { wordsOf } from '../../base/words/choose-words.ts';
import { countIn, fill } from '../../base/words/fill.ts';
import { formatYear } from './model/date.ts';

/** The few words a timeline adds to its author's, in the language of the deck. */

export function spokenScale(factor: number, lang: string): string {
  return fill(wordsOf(lang).times, { count: factor });
}

/** Of the bar that shows how long a year is drawn. */
export function spokenYears(count: number, lang: string): string {
  const { oneYear, years } = wordsOf(lang);
  return count === 1 ? oneYear : fill(years, { count: countIn(lang, count, 10_000) });
}

export function spokenEvents(count: number, lang: string): string {
  const { oneEvent, events } = wordsOf(lang);
  return count === 1 ? oneEvent : fill(events, { count: countIn(lang, count) });
}

/** What is told of events drawn as one, in order of time: how many, when chosen, and in the list. */
export function tellStrip(
  events: readonly { readonly date: { readonly year: number } }[],
  lane: string,
  lang: string,
): { readonly count: string; readonly said: string; readonly heard: string } {
  const [from = 0, to = from] = [events[0], events.at(-1)].map((event) => event?.date.year);
  const [count, years] = [spokenEvents(events.length, lang), spokenRange(from, to, lang)];
  const heard = fill(wordsOf(lang).asStrip, { years, lane, events: count });
  return { count, said: `${count}, ${years}, ${lane}`, heard };
}

/** Years for the ear: "1850 to 1853". */
export function spokenRange(from: number, to: number, lang: string): string {
  const [first, last] = [formatYear(from, lang), formatYear(to, lang)];
  return from === to ? first : fill(wordsOf(lang).yearTo, { from: first, to: last });
}

export function inForceSince(title: string, year: number, lang: string): string {
  return fill(wordsOf(lang).inForceSince, { title, year: formatYear(year, lang) });
}

/** A turn in a bar's life: "Renewed 1848". */
export function spokenTurn(turn: 'signed' | 'renewed', year: number, lang: string): string {
  const { signedIn, renewedIn } = wordsOf(lang);
  return fill({ signed: signedIn, renewed: renewedIn }[turn], { year: formatYear(year, lang) });
}
