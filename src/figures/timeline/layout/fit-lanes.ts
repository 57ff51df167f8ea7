import type { Measure } from '../../../fonts/faces.ts';
import type { Timeline } from '../model/model.ts';
import { type Density, OVERVIEW_DENSITIES, rowsHeight } from './density.ts';
import { contentsOf, type LaneContent } from './lane-rows.ts';
import { bareOf, type PlacedLane, placeTracks } from './lanes.ts';
import type { Drawable } from './strips.ts';
import type { View } from './view.ts';

/** A label that costs so much must be there. */
const MUST = 1e6;

/** Places the lanes of a timeline that a view shows, on as many tracks as overlapping spans need and fit. */
export function placeLanes(
  lanes: Timeline['lanes'],
  drawable: Drawable,
  view: View,
  measure: Measure,
): readonly PlacedLane[] {
  const shown = lanes
    .map((lane) => contentsOf(lane, drawable, view, measure))
    .filter((tracks) => view.kind === 'overview' || tracks.some(isUsed));
  const fewer = (tracks: readonly LaneContent[], most: number): readonly LaneContent[] =>
    tracks[0] ? contentsOf(tracks[0].marks.lane, drawable, view, measure, most) : tracks;
  return placeTracks(fitTracks(shown, view, fewer).flat(), view, measure);
}

/** While the lanes do not fit even bare and small, the one with most tracks gives one up. */
function fitTracks(
  lanes: readonly (readonly LaneContent[])[],
  view: View,
  fewer: (tracks: readonly LaneContent[], most: number) => readonly LaneContent[],
): readonly (readonly LaneContent[])[] {
  const least = OVERVIEW_DENSITIES.at(-1);
  let fitting = lanes;
  for (;;) {
    const height = fitting.flat().reduce((sum, track) => sum + (least ? leastOf(track, least) : 0), 0);
    const most = Math.max(...fitting.map(({ length }) => length));
    if (height <= view.bottom - view.top || most <= 1) return fitting;
    const at = fitting.findIndex(({ length }) => length === most);
    fitting = fitting.with(at, fewer(fitting[at] ?? [], most - 1));
  }
}

function isUsed({ marks: { clusters, spans, bars, strips } }: LaneContent): boolean {
  return clusters.length > 0 || strips.length > 0 || spans.length > 0 || bars.length > 0;
}

/** The least height of a track: bare, but for one row of labels where some must be there. */
function leastOf(track: LaneContent, density: Density): number {
  const rows = track.wished.some(({ cost }) => cost.label >= MUST) ? rowsHeight(1, density.gap) : 0;
  return 2 * bareOf(track, density).half + 2 * density.pad + rows;
}
