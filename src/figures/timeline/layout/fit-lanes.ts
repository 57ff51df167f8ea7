import type { Measure } from '../../../fonts/faces.ts';
import type { Timeline } from '../model/model.ts';
import { CLOSER_ONLY } from './closer-only.ts';
import { OVERVIEW_DENSITIES, rowsHeight } from './density.ts';
import { keepHonest } from './labels/honest.ts';
import { contentsOf, type LaneContent } from './lane-rows.ts';
import { groundOf, type LaneGround, tracksOf } from './lane-tracks.ts';
import { bareOf, type PlacedLane, placeTracks } from './lanes.ts';
import type { LaneMarks } from './marks.ts';
import type { Drawable } from './strips.ts';
import type { View } from './view.ts';

/** A label that costs so much must be there. */
const MUST = 1e6;

/**
 * Places the lanes of a timeline that a view shows, on as many tracks as overlapping spans need and fit. Points stand
 * apart from the lines of other events as far as no label is lost by that.
 */
export function placeLanes(
  lanes: Timeline['lanes'],
  drawable: Drawable,
  view: View,
  measure: Measure,
): readonly PlacedLane[] {
  const grounds = lanes.map((lane) => groundOf(lane, drawable.single, drawable.strips, view));
  const place = (apart: ReadonlySet<LaneGround>) =>
    placeGrounds(grounds, apart, drawable.single, view, measure);
  if (CLOSER_ONLY) return place(new Set(grounds));
  const mayPart = grounds.filter(
    (ground) => tracksOf(ground, view, true).length > tracksOf(ground, view, false).length,
  );
  let apart = new Set(mayPart);
  let placed = place(apart);
  if (apart.size === 0 || lostIn(placed) === 0) return placed;
  apart = new Set();
  placed = place(apart);
  for (const ground of mayPart) {
    const next = place(new Set([...apart, ground]));
    if (lostIn(next) > lostIn(placed)) continue;
    apart.add(ground);
    placed = next;
  }
  return placed;
}

/** What the labels cost that found no room. */
function lostIn(lanes: readonly PlacedLane[]): number {
  return lanes
    .flatMap(({ labels }) => labels)
    .reduce((sum, { label, spot }) => sum + (spot ? 0 : label.cost.label), 0);
}

function placeGrounds(
  grounds: readonly LaneGround[],
  apart: ReadonlySet<LaneGround>,
  { groups }: Timeline,
  view: View,
  measure: Measure,
): readonly PlacedLane[] {
  const shown = grounds.flatMap((ground): readonly Fitted[] => {
    const onAtMost = (most?: number): Fitted => {
      const tracks = tracksOf(ground, view, apart.has(ground), most);
      const contents = once(() => contentsOf(tracks, groups, view, measure));
      return { tracks, contents, height: once(() => heightOf(contents())), fewer: onAtMost };
    };
    const fitted = onAtMost();
    return (!CLOSER_ONLY && view.kind === 'overview') || fitted.tracks.some(isUsed) ? [fitted] : [];
  });
  const fitting = fitTracks(shown, view.bottom - view.top);
  return keepHonest(
    placeTracks(
      fitting.flatMap(({ contents }) => contents()),
      view,
    ),
  );
}

/** A lane on its tracks, with what they hold, the least height they take, and how to have it on fewer. */
interface Fitted {
  readonly tracks: readonly LaneMarks[];
  /** Asked for only where it comes to that: most ways to deal the tracks are given up before. */
  readonly contents: () => readonly LaneContent[];
  readonly height: () => number;
  readonly fewer: (most: number) => Fitted;
}

/** What is made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly it: T } | undefined;
  return () => {
    made ??= { it: make() };
    return made.it;
  };
}

/** While the lanes do not fit even bare and small, the one with most tracks gives one up. */
function fitTracks(lanes: readonly Fitted[], space: number): readonly Fitted[] {
  let fitting = dealTracks(lanes, space);
  for (;;) {
    const height = fitting.reduce((sum, lane) => sum + lane.height(), 0);
    const most = Math.max(...fitting.map(({ tracks }) => tracks.length));
    if (height <= space || most <= 1) return fitting;
    const at = fitting.findIndex(({ tracks }) => tracks.length === most);
    fitting = fitting.map((lane, index) => (index === at ? lane.fewer(most - 1) : lane));
  }
}

/** No track gets lower by what more it has to hold: where so many cannot fit, fewer are made at once. */
function dealTracks(lanes: readonly Fitted[], space: number): readonly Fitted[] {
  const lowest = lanes.map(({ tracks }) => Math.min(...tracks.map(lowestOf)));
  const counts = lanes.map(({ tracks }) => tracks.length);
  for (;;) {
    const height = counts.reduce((sum, count, at) => sum + count * (lowest[at] ?? 0), 0);
    const most = Math.max(...counts);
    if (height <= space || most <= 1) break;
    counts[counts.indexOf(most)] = most - 1;
  }
  return lanes.map((lane, at) => {
    const count = counts[at] ?? 1;
    return count < lane.tracks.length ? lane.fewer(count) : lane;
  });
}

function isUsed({ clusters, spans, bars, strips }: LaneMarks): boolean {
  return clusters.length > 0 || strips.length > 0 || spans.length > 0 || bars.length > 0;
}

const LEAST = OVERVIEW_DENSITIES.at(-1);

/** The least height of tracks: bare, but for one row of labels where some must be there. */
function heightOf(tracks: readonly LaneContent[]): number {
  if (!LEAST) return 0;
  return tracks.reduce((sum, track) => {
    const rows = track.wished.some(({ cost }) => cost.label >= MUST) ? rowsHeight(1, LEAST.gap) : 0;
    return sum + 2 * bareOf(track, LEAST).half + 2 * LEAST.pad + rows;
  }, 0);
}

/** Without labels, in or beside it. */
function lowestOf(marks: LaneMarks): number {
  return LEAST ? 2 * bareOf({ marks, inside: [], wished: [] }, LEAST).half + 2 * LEAST.pad : 0;
}
