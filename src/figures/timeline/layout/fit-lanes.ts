import { remember } from '../../../base/remember.ts';
import type { Measure } from '../../../fonts/faces.ts';
import type { Timeline } from '../model/model.ts';
import { CLOSER_ONLY } from './closer-only.ts';
import { measureLane, OVERVIEW_DENSITIES, rowsHeight } from './density.ts';
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
  if (CLOSER_ONLY) return placeGrounds(grounds, new Set(), drawable.single, view, measure);
  const place = (apart: ReadonlySet<LaneGround>) =>
    placeGrounds(grounds, apart, drawable.single, view, measure);
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
    const onAtMost = (most?: number) => tracksOf(ground, view, CLOSER_ONLY || apart.has(ground), most);
    const tracks = onAtMost();
    const contents = remember((count: number) =>
      contentsOf(count < tracks.length ? onAtMost(count) : tracks, groups, view, measure),
    );
    return (!CLOSER_ONLY && view.kind === 'overview') || tracks.some(isUsed) ? [{ tracks, contents }] : [];
  });
  return keepHonest(placeTracks(fitTracks(shown, view.bottom - view.top), view));
}

/** A lane on all the tracks it needs, and what so many of them hold. */
interface Fitted {
  readonly tracks: readonly LaneMarks[];
  /** Asked for only where it comes to that: most ways to deal the tracks are given up before. */
  readonly contents: (count: number) => readonly LaneContent[];
}

/**
 * While the lanes do not fit even bare and small, the one with most tracks gives one up: first as long as their least
 * heights say so, for no track gets lower by what more it has to hold.
 */
function fitTracks(lanes: readonly Fitted[], space: number): readonly LaneContent[] {
  const counts = lanes.map(({ tracks }) => tracks.length);
  const least = lanes.map(({ tracks }) => Math.min(...tracks.map(lowestOf)));
  const give = (height: (lane: Fitted, at: number, count: number) => number): void => {
    for (;;) {
      const total = lanes.reduce((sum, lane, at) => sum + height(lane, at, counts[at] ?? 1), 0);
      const most = Math.max(...counts);
      if (total <= space || most <= 1) break;
      counts[counts.indexOf(most)] = most - 1;
    }
  };
  give((_, at, count) => count * (least[at] ?? 0));
  give(({ contents }, _, count) => heightOf(contents(count)));
  return lanes.flatMap(({ contents }, at) => contents(counts[at] ?? 1));
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
  return LEAST ? 2 * measureLane(marks, false, false, LEAST).half + 2 * LEAST.pad : 0;
}
