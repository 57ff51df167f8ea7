import type { Report } from '../../../base/problem.ts';
import type { Era, Timeline } from '../model/model.ts';
import type { PlacedLane } from './lanes.ts';
import { hiddenEnds } from './mark-boxes.ts';
import type { Strip } from './placed.ts';
import type { View } from './view.ts';

/** Says which labels found no room, and which marks are drawn as one: nothing is left out in silence. */
export function reportLosses(
  lanes: readonly PlacedLane[],
  { kind }: View,
  { groups }: Timeline,
  where: string,
  report: Report,
): void {
  for (const { labels, marks } of lanes) {
    for (const { label, spot } of labels) {
      const [first] = label.events;
      if (!spot && first)
        report({
          severity: 'notice',
          place: first.written,
          what: `the label "${label.text}" finds no room on ${where}`,
          fix: `Its mark is drawn all the same. Shorten the label${kind === 'overview' ? ', or let it share one under "groups"' : ''}.`,
        });
    }
    for (const cluster of marks.clusters) {
      const [first, ...more] = cluster;
      if (!first || more.length === 0) continue;
      const group = groups.find(({ events }) => events.includes(first.event.id));
      report({
        severity: 'notice',
        place: first.event.written,
        what: `${cluster.map(({ event }) => `"${event.id}"`).join(' and ')} lie so near on ${where} that they are drawn as one mark`,
        fix: group ? `They share the label "${group.label}".` : 'Give them a label to share under "groups".',
      });
    }
  }
}

/** Says where spans lie on each other, or under points: their ends cannot be told there by eye. */
export function reportCrowds(lanes: readonly PlacedLane[], where: string, report: Report): void {
  for (const lane of lanes) {
    const { marks } = lane;
    const [first] = marks.bars;
    if (marks.crowded && first)
      report({
        severity: 'notice',
        place: first.event.written,
        what: `${nameSome(marks.bars.map(({ event }) => `"${event.id}"`))} overlap in time in the lane "${marks.lane.name}", and there is no height for more rows on ${where}: they are drawn on each other, with cuts where each begins and ends`,
        fix: 'Give some of them a lane of their own, or show fewer years.',
      });
    const hidden = hiddenEnds(lane);
    const [one] = hidden;
    if (one)
      report({
        severity: 'notice',
        place: one.written,
        what: `a beginning or an end of ${nameSome(hidden.map(({ id }) => `"${id}"`))} lies under the marks of other events on ${where}`,
        fix: 'Give it a lane of its own, or show fewer years.',
      });
  }
}

/** Says what a view leaves to the index of events: in one line, for they are many. */
export function reportStrips(
  strips: readonly Strip[],
  timeline: Timeline,
  where: string,
  report: Report,
): void {
  const events = strips.flatMap((strip) => strip.events);
  const [first] = events;
  if (!first) return;
  const must = events.filter(({ significance }) => significance === 1);
  const named = must.length === 0 ? '' : `; of significance 1: ${nameSome(must.map(({ id }) => `"${id}"`))}`;
  report({
    severity: 'notice',
    place: first.written,
    what: `${events.length} of ${timeline.events.length} events stand so near on ${where} that they are drawn as ${strips.length === 1 ? 'one strip' : `${strips.length} strips`}${named}`,
    fix: 'A slide with an "events" fence names every one of them, with its date and sources.',
  });
}

function nameSome(names: readonly string[]): string {
  const more = names.length - SOME;
  return more > 0 ? `${names.slice(0, SOME).join(', ')} and ${more} more` : names.join(', ');
}

const SOME = 40;

/** Says which eras' heads found no room above the lanes. */
export function reportUnnamed(eras: readonly Era[], report: Report): void {
  for (const { name, years, written } of eras)
    report({
      severity: 'notice',
      place: written,
      what: `the head "${years}, ${name}" finds no room on the overview`,
      fix: 'Shorten the name, or make the era longer.',
    });
}
