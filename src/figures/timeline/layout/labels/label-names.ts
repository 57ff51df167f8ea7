import { wordsOf } from '../../../../base/words/choose-words.ts';
import { fill } from '../../../../base/words/fill.ts';
import { compareDates, type PartialDate } from '../../model/date.ts';
import type { Period, TimelineEvent } from '../../model/model.ts';
import { inForceSince, spokenTurn } from '../../words.ts';
import { type Fineness, finenessOf, type View } from '../view.ts';
import { formatShort, formatShortPeriod, withYears } from './short-date.ts';

/** What is drawn of an event that lasts: its band or its bar. */
type Lasting = Pick<Period, 'from'> & { readonly to: PartialDate | undefined };

/** A second name that serves as a label, in its language. */
export interface Second {
  readonly text: string;
  readonly lang: string;
}

/** A second title this short serves as a label too. */
const SHORT = 10;

/** What is said beside an event's mark: its name and its years, those of its period if that is in view. */
export function nameOf(event: TimelineEvent, period: Lasting | undefined, view: View): string {
  return nameAt(event, period, finenessOf(view), view.lang);
}

export function nameAt(
  event: TimelineEvent,
  period: Lasting | undefined,
  fine: Fineness,
  lang: string,
): string {
  return withYears(event.label, yearsOf(event, period, fine, lang));
}

/** The years of a period that has an end, else the year of the event. */
function yearsOf(
  { date, end, open }: TimelineEvent,
  period: Lasting | undefined,
  fine: Fineness,
  lang: string,
): string {
  // Where its beginning is not known, the beginning of its bar is none.
  if (open === 'from') return fill(wordsOf(lang).until, { date: formatShort(end ?? date, fine, lang) });
  if (period?.to) return formatShortPeriod(period.from, period.to, fine, lang);
  if (end) return formatShortPeriod(date, end, fine, lang);
  const from = formatShort(date, fine, lang);
  return open === 'to' ? fill(wordsOf(lang).since, { date: from }) : from;
}

export function secondOf({ second }: TimelineEvent): Second | undefined {
  const text = second?.label ?? (second && second.title.length <= SHORT ? second.title : undefined);
  return second && text !== undefined ? { text, lang: second.lang } : undefined;
}

/** What an open bar says in place of a title: since when it is in force. */
export function sinceOf({ title, inForce }: TimelineEvent, lang: string): string | undefined {
  return inForce && inForceSince(title, inForce.year, lang);
}

/** What is said of a signature that came before its event's bar began. */
export function signedTurn({ date, signed, bar }: TimelineEvent, lang: string): string | undefined {
  return signed && bar && compareDates(date, bar.from) < 0
    ? spokenTurn('signed', date.year, lang)
    : undefined;
}

/** What is said of a cut in a bar. */
export function renewedTurn({ date }: TimelineEvent['milestones'][number], lang: string): string {
  return spokenTurn('renewed', date.year, lang);
}
