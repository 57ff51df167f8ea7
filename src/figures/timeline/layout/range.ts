import type { Place } from '../../../base/problem.ts';
import { minutesOf, momentOf } from '../model/calendar.ts';
import { formatDay, formatYears } from '../model/date.ts';
import type { Era } from '../model/model.ts';
import { tellsYears } from './view.ts';

/** A stretch of years, half-open. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A part of a timeline: an era, or what its author named nowhere. */
export type Part = Omit<Era, 'written'>;

/** A part of a timeline that is no era of it, as if it were one: without an id or a name. */
export function partOf({ start, end }: Range, lang: string): Part {
  return { id: '', name: '', years: wordsOf({ start, end }, lang), start, end };
}

/** Such a part that a fence asks for. */
export function eraOf(range: Range, lang: string, written: Place): Era {
  return { ...partOf(range, lang), written };
}

/** "1939–45", "Oct 1962–Jan 1963", "27 Oct 1962". */
export function wordsOf({ start, end }: Range, lang: string): string {
  if (tellsYears({ start, end })) return formatYears(Math.floor(start), Math.ceil(end) - 1, lang);
  const [from, to] = [minutesOf(start), minutesOf(end) - 1].map((minutes) =>
    formatDay(momentOf(minutes), lang),
  );
  return from === to ? (from ?? '') : `${from}–${to}`;
}
