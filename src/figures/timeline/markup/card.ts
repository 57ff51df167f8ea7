import { fingerprint } from '../../../base/fingerprint.ts';
import { attributes, escapeHtml } from '../../../base/markup.ts';
import { wordsOf } from '../../../base/words/choose-words.ts';
import type { Words } from '../../../base/words/words.ts';
import { polishText } from '../../../deck/slide/typography.ts';
import type { Bibliography } from '../../../deck/sources/sources.ts';
import type { Measure } from '../../../fonts/faces.ts';
import type { Strip } from '../layout/placed.ts';
import { formatDate, formatYears, isoDate, type PartialDate } from '../model/date.ts';
import type { Timeline, TimelineEvent } from '../model/model.ts';
import { formatWhen, isoWhen } from '../model/when.ts';
import { spokenEvents, tellStrip } from '../words.ts';
import { fitCard } from './card-size.ts';
import { type CardText, textOf } from './card-text.ts';
import { renderLink, renderPicture } from './media.ts';

/**
 * Cards of events by their ids, and of strips by what is said of them, as the page fetches them: markup, and the name
 * for the ways to the neighbours.
 */
export type Cards = Readonly<Record<string, { readonly html: string; readonly label: string }>>;

export interface CardFile {
  readonly path: string;
  readonly text: string;
  /** All cards as markup: their characters must be in the fonts. */
  readonly html: string;
}

/** The cards of all events and strips in one file: fetched when a timeline is first in view. */
export function writeCards(
  timeline: Timeline,
  strips: readonly Strip[],
  bibliography: Bibliography,
  { measure, lang }: { readonly measure: Measure; readonly lang: string },
): CardFile {
  const lanes = new Map(timeline.lanes.map(({ id, name }) => [id, name]));
  const cards: Cards = Object.fromEntries([
    ...timeline.events.map((event) => [
      event.id,
      {
        html: renderCard(textOf(event, bibliography, lang), measure),
        label: `${event.label}, ${formatWhen(event, lang)}`,
      },
    ]),
    ...strips.map((strip) => {
      const lane = lanes.get(strip.lane) ?? '';
      // By its first event it would hide that one's own card, and pass for a shorter strip that begins with it.
      return [tellStrip(strip.events, lane, lang).said, cardOfStrip(strip, lane, lang)];
    }),
  ]);
  const text = JSON.stringify(cards);
  const html = Object.values(cards)
    .map((card) => `${card.html}<p>${escapeHtml(card.label)}</p>`)
    .join('\n');
  return { path: `events-${fingerprint(text)}.json`, text, html };
}

/** The ids of the events in each strip, under its first: asked for only where an address names one of them. */
export function writeStrips(strips: readonly Strip[]): CardFile {
  const text = JSON.stringify(
    Object.fromEntries(strips.map(({ events }) => [events[0].id, events.map(({ id }) => id)])),
  );
  return { path: `strips-${fingerprint(text)}.json`, text, html: '' };
}

function cardOfStrip({ events }: Strip, lane: string, lang: string): Cards[string] {
  const [first] = events;
  const years = formatYears(first.date.year, events.at(-1)?.date.year ?? first.date.year, lang);
  const words = wordsOf(lang);
  const count = spokenEvents(events.length, lang);
  const parts = [
    `<p class="card-when">${escapeHtml(years)}</p>`,
    `<h3 class="card-title">${escapeHtml(count)}</h3>`,
    `<p class="card-text">${escapeHtml(lane)}. ${words.near}</p>`,
    `<p class="card-text card-index"><a${attributes({ href: `#/${first.id}` })}>${words.inIndex}</a></p>`,
  ];
  return { html: `<div class="card card-size-0">${parts.join('\n')}</div>`, label: `${count}, ${years}` };
}

function renderCard(card: CardText, measure: Measure): string {
  const { event, lang, facts, milestones, sources } = card;
  const { second, title, summary } = event;
  const text = (words: string) => polishText(words, lang) ?? escapeHtml(words);
  const size = fitCard(card, measure);
  const short =
    second && size.second !== undefined
      ? ` <span${attributes({ class: 'card-short', lang: second.lang })}>${escapeHtml(size.second)}</span>`
      : '';
  const lines = milestones.map(
    ({ date, label }) => `<li><span class="card-day">${time(date, lang)}</span> ${text(label)}</li>`,
  );
  const parts = [
    event.image ? renderPicture(event.image) : '',
    `<p class="card-when">${timeOf(event, lang)}${short}</p>`,
    `<h3 class="card-title">${text(title)}</h3>`,
    second
      ? `<p${attributes({ class: 'card-second', lang: second.lang })}>${escapeHtml(second.title)}</p>`
      : '',
    summary === '' ? '' : `<p class="card-text">${text(summary)}</p>`,
    facts.length === 0
      ? ''
      : `<dl class="card-facts">${facts.map(({ name, says }) => `<dt>${escapeHtml(name)}</dt><dd>${text(says)}</dd>`).join('')}</dl>`,
    lines.length === 0 ? '' : `<ul class="card-milestones">${lines.join('')}</ul>`,
    sources.length === 0
      ? ''
      : `<p class="card-sources">${renderSources(sources, size.fits, wordsOf(lang))}</p>`,
    event.links.length === 0
      ? ''
      : `<p class="card-sources card-links">${event.links.map(renderLink).join('; ')}</p>`,
  ];
  return `<div class="card card-size-${size.level}${size.longTitle ? ' card-long' : ''}">${parts.filter(Boolean).join('\n')}</div>`;
}

/** By number and name; where that is too much, seen by number and heard by name. */
function renderSources(sources: CardText['sources'], named: boolean, words: Words): string {
  const names = sources.map(({ number, name, url }) => {
    const text = polishText(name, 'en') ?? escapeHtml(name);
    const shown = named ? `${number} ${text}` : `${number}<span class="spoken"> ${text}</span>`;
    return url ? `<a href="${escapeHtml(url)}" target="_blank" rel="noopener">${shown}</a>` : shown;
  });
  return `${names.length === 1 ? words.source : words.sources}: ${names.join(named ? '; ' : ', ')}.`;
}

function timeOf(event: TimelineEvent, lang: string): string {
  const shown = escapeHtml(formatWhen(event, lang));
  const iso = isoWhen(event);
  return iso === undefined ? shown : `<time${attributes({ datetime: iso })}>${shown}</time>`;
}

function time(date: PartialDate, lang: string): string {
  const shown = escapeHtml(formatDate(date, lang));
  const iso = isoDate(date);
  return iso === undefined ? shown : `<time${attributes({ datetime: iso })}>${shown}</time>`;
}
