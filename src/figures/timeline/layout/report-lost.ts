import type { Report } from '../../../base/problem.ts';
import type { Era, Timeline, TimelineEvent } from '../model/model.ts';
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
  const lost = lanes.flatMap(({ labels }) => labels.filter(({ spot }) => !spot).map(({ label }) => label));
  const unnamed = lost.flatMap(({ events }) => events[0] ?? []);
  const share = kind === 'overview' ? ', or let it share one under "groups"' : '';
  if (unnamed[0])
    report({
      severity: 'notice',
      place: unnamed[0].written,
      what: `the label${lost.length === 1 ? '' : 's'} ${lost.map(({ text }) => `"${text}"`).join(', ')} find${lost.length === 1 ? 's' : ''} no room on ${where}`,
      fix:
        lost.length === 1
          ? `Its mark is drawn all the same. Shorten the label${share}.`
          : `Their marks are drawn all the same. Shorten labels, give their events lanes of their own, or show fewer years.`,
    });
  reportMerged(
    lanes.flatMap(({ marks }) => marks.clusters.map((cluster) => cluster.map(({ event }) => event))),
    groups,
    where,
    report,
  );
}

/** Says which events are drawn as one mark: those that share a label, and the others, each once. */
function reportMerged(
  clusters: readonly (readonly TimelineEvent[])[],
  groups: Timeline['groups'],
  where: string,
  report: Report,
): void {
  const merged = clusters.filter((events) => events.length > 1);
  const names = (events: readonly TimelineEvent[]) => events.map(({ id }) => `"${id}"`).join(' and ');
  const say = (all: typeof merged, fix: string) => {
    const [first, ...more] = all;
    if (!first?.[0]) return;
    const one = `${names(first)} lie so near on ${where} that they are drawn as one mark`;
    const others = more.length === 0 ? '' : `; so do ${more.map(names).join('; ')}`;
    report({ severity: 'notice', place: first[0].written, what: one + others, fix });
  };
  const labelOf = (events: readonly TimelineEvent[]) =>
    groups.find((group) => events.some(({ id }) => group.events.includes(id)))?.label;
  for (const label of new Set(merged.map(labelOf)))
    say(
      merged.filter((events) => labelOf(events) === label),
      label === undefined ? 'Give them a label to share under "groups".' : `They share the label "${label}".`,
    );
}

/** Says where spans lie on each other, or under points: their ends cannot be told there by eye. */
export function reportCrowds(lanes: readonly PlacedLane[], where: string, report: Report): void {
  const crowded = lanes.filter(({ marks }) => marks.crowded && marks.bars.length > 0);
  const inLanes = crowded.map(
    ({ marks }) =>
      `${nameSome(marks.bars.map(({ event }) => `"${event.id}"`))} overlap in time in the lane "${marks.lane.name}"`,
  );
  const first = crowded[0]?.marks.bars[0];
  if (first)
    report({
      severity: 'notice',
      place: first.event.written,
      what: `${inLanes.join(', ')}, and there is no height for more rows on ${where}: they are drawn on each other, with cuts where each begins and ends`,
      fix: 'Give some of them a lane of their own, or show fewer years.',
    });
  const hidden = lanes.flatMap(hiddenEnds);
  const [one] = hidden;
  if (one)
    report({
      severity: 'notice',
      place: one.written,
      what: `a beginning or an end of ${nameSome(hidden.map(({ id }) => `"${id}"`))} lies under the marks of other events on ${where}`,
      fix: `Give ${hidden.length === 1 ? 'it' : 'them'} a lane of ${hidden.length === 1 ? 'its' : 'their'} own, or show fewer years.`,
    });
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
