import { wordsOf } from '../../../base/words/choose-words.ts';
import type { Bibliography, NumberedSource } from '../../../deck/sources/sources.ts';
import { formatDate, formatPeriod, type PartialDate } from '../model/date.ts';
import type { Milestone, TimelineEvent } from '../model/model.ts';
import { formatWhen } from '../model/when.ts';

/** What a card says besides the event's own texts: its facts and its sources, ready to be measured. */
export interface CardText {
  readonly event: TimelineEvent;
  /** The language of its dates. */
  readonly lang: string;
  readonly facts: readonly { readonly name: string; readonly says: string }[];
  readonly milestones: readonly Milestone[];
  readonly sources: readonly {
    readonly number: number;
    readonly name: string;
    readonly url: string | undefined;
  }[];
}

/** What the card of an event says: facts that only repeat its date are left out. */
export function textOf(event: TimelineEvent, bibliography: Bibliography, lang: string): CardText {
  const entries = new Map<NumberedSource, Set<string>>();
  for (const { id, locator } of event.sources) {
    const entry = bibliography.entry(id);
    if (!entry) continue;
    const locators = entries.get(entry) ?? new Set();
    entries.set(entry, locator ? locators.add(locator) : locators);
  }
  return {
    event,
    lang,
    facts: factsOf(event, lang),
    // A date that a fact gives already needs no second line, unless that line says more.
    milestones: event.milestones.filter(
      ({ date, label }) =>
        label.split(' ').length > 2 || !(same(date, event.inForce) || same(date, event.ended)),
    ),
    sources: [...entries]
      .sort(([a], [b]) => a.number - b.number)
      .map(([{ number, source }, locators]) => ({
        number,
        name: [source['title-short'] ?? source.title, ...locators].join(', '),
        url: source.URL,
      })),
  };
}

function factsOf(
  { instrument, place, date, signed, inForce, ended, bar, end, open, facts: own }: TimelineEvent,
  lang: string,
): CardText['facts'] {
  const words = wordsOf(lang);
  const when = signed && !same(signed, date) ? formatDate(signed, lang) : undefined;
  // A bar that neither the date nor another fact tells of.
  const untold = bar && !end && !open && !inForce && !ended && !(signed && !bar.to);
  const lasted =
    untold && bar.to
      ? formatPeriod(bar.from, bar.to, lang)
      : untold && !same(bar.from, date)
        ? formatWhen({ date: bar.from, end: undefined, open: 'to', when: undefined }, lang)
        : undefined;
  const where = [when, place].filter(Boolean).join(', ');
  const facts = [
    { name: words.what, says: instrument && instrument.charAt(0).toUpperCase() + instrument.slice(1) },
    { name: signed ? words.signed : words.place, says: where || (signed && formatDate(signed, lang)) },
    { name: words.inForce, says: inForce && formatDate(inForce, lang) },
    { name: words.ended, says: ended && formatDate(ended, lang) },
    { name: bar?.kind ?? words.lasted, says: lasted },
    ...own,
  ];
  return facts.flatMap(({ name, says }) => (says ? [{ name, says }] : []));
}

function same(a: PartialDate, b: PartialDate | undefined): boolean {
  return b !== undefined && formatDate(a) === formatDate(b);
}
