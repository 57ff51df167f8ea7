import type { Deck } from '../deck/deck.ts';
import type { FigureEvent, FigureTable } from '../deck/figure.ts';
import type { Slide } from '../deck/slide/slide.ts';
import type { Source } from '../deck/sources/sources.ts';

/** A page for whoever shares a slide stays small: a timeline of thousands has its own file. */
const MOST_EVENTS = 200;

/** What schema.org knows of a slide: its deck, the data and the events that its figures show, and the works it cites. */
export function writeLinkedData(
  {
    headline,
    description,
    position,
  }: { readonly headline: string; readonly description: string; readonly position: number },
  slide: Slide | undefined,
  { meta, bibliography }: Deck,
): string {
  const cited = new Set((slide?.cites ?? []).map(({ id }) => id));
  const works = [...cited].flatMap((id) => bibliography.entry(id)?.source ?? []);
  const figures = slide?.figures ?? [];
  const tables = figures.flatMap((figure) => figure.tables?.() ?? []);
  const events = figures.flatMap((figure) => figure.events?.() ?? []).slice(0, MOST_EVENTS);
  const linked = {
    '@context': 'https://schema.org',
    '@type': 'CreativeWork',
    name: headline,
    description,
    position,
    inLanguage: meta.lang,
    isPartOf: {
      '@type': 'PresentationDigitalDocument',
      name: meta.title,
      ...(meta.author && { author: meta.author }),
      ...(meta.date && { datePublished: meta.date }),
    },
    ...(tables.length > 0 && { hasPart: tables.map(dataset) }),
    ...(events.length > 0 && { about: events.map(happening) }),
    ...(works.length > 0 && { citation: works.map(citation) }),
  };
  return JSON.stringify(linked).replaceAll('<', '\\u003c');
}

function happening({ name, start, end, place, description }: FigureEvent): object {
  return {
    '@type': 'Event',
    name,
    startDate: start,
    ...(end && { endDate: end }),
    ...(place && { location: { '@type': 'Place', name: place } }),
    ...(description && { description }),
  };
}

/** What a figure draws, as the data it is: its name, its columns, and how many rows there are. */
function dataset({ title, name, head, rows }: FigureTable): object {
  return {
    '@type': 'Dataset',
    name: title || name,
    variableMeasured: head.filter(Boolean),
    description: `${rows.length} rows`,
  };
}

function citation({ title, URL, author, publisher, issued, type }: Source): object {
  return {
    '@type': type === 'dataset' ? 'Dataset' : 'CreativeWork',
    name: title,
    ...(URL && { url: URL }),
    ...(author && { author }),
    ...(publisher && { publisher }),
    ...(issued && { datePublished: issued }),
  };
}
