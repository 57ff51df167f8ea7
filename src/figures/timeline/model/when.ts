import { hasWords, wordsOf } from '../../../base/words/choose-words.ts';
import { fill } from '../../../base/words/fill.ts';
import { formatDate, formatPeriod, isoDate } from './date.ts';
import type { TimelineEvent } from './model.ts';

/** Where there are no words for it. */
const SIGNS = { until: '… – {date}', sinceOn: '{date} – …' } as const;

type Times = Pick<TimelineEvent, 'date' | 'end' | 'open' | 'when'>;

/** When an event was, in words: its date, or from its beginning to its end, or what its author wrote instead. */
export function formatWhen(
  { date, end, open, when }: Times,
  lang = 'en',
  months: 'long' | 'short' = 'long',
): string {
  if (when !== undefined) return when;
  const words = hasWords(lang) ? wordsOf(lang) : SIGNS;
  if (open === 'from') return fill(words.until, { date: formatDate(end ?? date, lang, months) });
  if (open === 'to') return fill(words.sinceOn, { date: formatDate(date, lang, months) });
  return end ? formatPeriod(date, end, lang, months) : formatDate(date, lang, months);
}

/** Value of a `datetime` attribute, where the words say one date. */
export function isoWhen({ date, end, open, when }: Times): string | undefined {
  return end || open || when !== undefined ? undefined : isoDate(date);
}

/** Tells events in a language, in words and for machines. */
export function tellIn(lang: string): (event: Times) => { words: string; iso: string | undefined } {
  return (event) => ({ words: formatWhen(event, lang), iso: isoWhen(event) });
}
