import type { Figure } from '../../deck/figure.ts';
import type { Timeline, TimelineEvent } from './model/model.ts';

/** The events of a timeline that name no work, no address and no words for a source. */
export function unsourcedIn({ events }: Timeline): NonNullable<Figure['unsourced']> | undefined {
  const bare = events.filter(isBare);
  const place = (bare[0] ?? events[0])?.written;
  return place && { count: bare.length, of: events.length, place };
}

function isBare({ sources, links, facts }: TimelineEvent): boolean {
  return sources.length === 0 && links.length === 0 && !facts.some(({ name }) => name === 'Source');
}
