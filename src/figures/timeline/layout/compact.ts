import type { Measure } from '../../../fonts/faces.ts';
import { endOf, startOf, untilOf } from '../model/date.ts';
import type { Timeline } from '../model/model.ts';
import { type Axis, placeAxis } from './axis.ts';
import { placeLanes } from './fit-lanes.ts';
import type { PlacedLane } from './lanes.ts';
import { drawLanes, eventsOf } from './lanes-shapes.ts';
import type { PlacedTimeline } from './placed.ts';
import type { Range } from './range.ts';
import { linearScale } from './scale.ts';
import type { View } from './view.ts';

/** A small timeline: as wide as it may be, and as high as its labels need. */
export interface Compact {
  readonly placed: PlacedTimeline;
  readonly lanes: readonly PlacedLane[];
  readonly view: View;
  /** Px of the sheet. */
  readonly height: number;
}

/** Heights of the lane that are tried, px: the first with room for all labels is taken, else the first with most. */
const HEIGHTS = [90, 130, 170, 210, 250, 300, 350, 400] as const;
/** From the lane to the axis, and from there to the foot of its labels. */
const [AXIS, FOOT] = [12, 46] as const;
/** A dot may stand at either end. */
const OVERHANG = 11;
/** Between the day said once and the first hour. */
const GAP = 24;
/** Shorter stretches of years begin and end with their dates themselves. */
const FEW_YEARS = 3;
const LANE = { id: 'compact', name: '' } as const;

/** Places the events of a timeline in one lane above an axis of their years, or of `years`, `width` px wide. */
export function placeCompact(
  timeline: Timeline,
  width: number,
  measure: Measure,
  lang = 'en',
  years?: Range,
): Compact {
  const one = inOneLane(timeline, years);
  const indent = indentOf(one, width, measure, lang);
  let best: Compact | undefined;
  for (const height of HEIGHTS) {
    const placed = placeIn(one, { width, height, indent }, measure, lang);
    if (!best || lostIn(placed) < lostIn(best)) best = placed;
    if (lostIn(best) === 0) break;
  }
  return best ?? placeIn(one, { width, height: HEIGHTS[0], indent }, measure, lang);
}

/** How many labels found no room. */
function lostIn({ lanes }: Compact): number {
  return lanes.flatMap(({ labels }) => labels).filter(({ spot }) => !spot).length;
}

interface Room {
  readonly width: number;
  readonly height: number;
  readonly indent: number;
}

function viewOf({ start, end }: Timeline, { width, height, indent }: Room, lang: string): View {
  return {
    scale: linearScale(start, end, { from: indent + OVERHANG, to: width - OVERHANG }),
    ...{ start, end, top: 0, bottom: height, foldX: undefined, kind: 'era', part: true, lang },
    leaves: { left: { from: indent, to: width }, right: { from: width, to: width } },
  };
}

function placeIn(timeline: Timeline, room: Room, measure: Measure, lang: string): Compact {
  const view = viewOf(timeline, room, lang);
  const drawable = { single: timeline, strips: [] };
  const lanes = placeLanes(timeline.lanes, drawable, view, measure);
  const drawn = drawLanes(lanes, measure);
  const axis = axisOf(view, measure);
  return {
    ...{ view, lanes, height: room.height + AXIS + FOOT },
    placed: {
      shapes: [...drawn.shapes, ...axis.shapes],
      words: [...drawn.words, ...axis.words],
      events: eventsOf(timeline.events, lanes),
      strips: [],
    },
  };
}

function axisOf(view: View, measure: Measure): Axis {
  const [piece] = view.scale.pieces;
  if (!piece) return { shapes: [], words: [] };
  const last = Math.ceil(view.end) - 1;
  return placeAxis(piece, { y: view.bottom + AXIS, last, within: 0, lang: view.lang }, measure);
}

/** Px left of the lane: room for the day of the hours, the year of the months, where the axis says one. */
function indentOf(timeline: Timeline, width: number, measure: Measure, lang: string): number {
  const axis = axisOf(viewOf(timeline, { width, height: HEIGHTS[0], indent: 0 }, lang), measure);
  const within = axis.words.find(({ x }) => x === 0);
  return within ? within.width + GAP : 0;
}

/** The same events in one lane, from the first to the last of them, and over all of the years asked for. */
function inOneLane(timeline: Timeline, years: Range | undefined): Timeline {
  const events = timeline.events.map((event) => ({ ...event, lane: LANE.id }));
  const starts = events.map(({ date, bar }) => Math.min(startOf(date), bar ? startOf(bar.from) : Infinity));
  const ends = events.map(({ date, bar, open }) =>
    Math.max(
      endOf(date),
      bar?.to ? untilOf(bar.to) : -Infinity,
      open === 'to' || (bar && !bar.to) ? timeline.end : -Infinity,
    ),
  );
  const from = Math.min(...starts, years?.start ?? Infinity);
  const to = Math.max(...ends, years?.end ?? -Infinity);
  const whole = to - from > FEW_YEARS;
  return {
    ...timeline,
    ...{ events, lanes: [LANE], eras: [], folds: [], bands: [], spans: [] },
    start: whole ? Math.floor(from) : from,
    end: whole ? Math.ceil(to) : to,
  };
}
