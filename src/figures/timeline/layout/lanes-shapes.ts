import { SHEET } from '../../../base/sheet.ts';
import type { Measure } from '../../../fonts/faces.ts';
import { positionOf } from '../model/date.ts';
import type { Timeline, TimelineEvent } from '../model/model.ts';
import { CLOSER_ONLY } from './closer-only.ts';
import { drawBlock } from './glyphs.ts';
import { wordsOf } from './label-words.ts';
import { countsOf } from './lane-points.ts';
import { drawLane } from './lane-shapes.ts';
import { labelY, type PlacedLane } from './lanes.ts';
import { extentOf } from './marks.ts';
import {
  line,
  markOf,
  type OnLane,
  type PlacedEvent,
  rect,
  type Shape,
  setWord,
  type Word,
  widthOf,
} from './placed.ts';
import { xOf } from './scale.ts';
import { momentIn, type View } from './view.ts';

/** Width of the column of lane names, px, and from one line of a long name to the next, at least and mostly. */
const NAMES = 186;
const NAME_LINE = 28;
const NAME_LEAST = 23.5;
/** From a name to the rule that would go through it. */
const NAME_GAP = 10;

/** How far capitals reach above the middle of their line, and letters such as g below it. */
const [CAPS, TAIL] = [9, 10.5];
/** Clear of a rule between lanes. */
const RULE_GAP = 4;

/** Tints through all lanes; that of an event is its mark. */
export function drawBands({ bands }: Timeline, view: View): readonly Shape[] {
  return bands.flatMap((band): readonly Shape[] => {
    const extent = extentOf(view, band);
    if (!extent) return [];
    const { x0, x1 } = extent;
    const tint = rect('band', x0, view.top, x1 - x0, view.bottom - view.top);
    return [band.event === undefined ? tint : markOf(band.event, [tint])];
  });
}

export function drawLanes(
  lanes: readonly PlacedLane[],
  measure: Measure,
  block: typeof drawBlock = drawBlock,
): { shapes: readonly Shape[]; words: readonly Word[] } {
  const free = lanes.flatMap((lane) =>
    lane.labels.filter(({ label }) => label.events.length === 0).flatMap((placed) => wordsOf(placed, lane)),
  );
  return {
    shapes: lanes.flatMap((lane) => drawLane(lane, block)),
    words: CLOSER_ONLY ? free : [...free, ...lanes.flatMap((lane) => countsOf(lane, measure))],
  };
}

/** Lane names at the height of their lines, in two lines where they are long. */
export function placeLaneNames(lanes: readonly PlacedLane[], measure: Measure): readonly Word[] {
  let last = Number.NEGATIVE_INFINITY;
  return wholesOf(lanes).flatMap(({ lane, y, top, bottom }) => {
    const lines = breakName(lane.name, measure);
    const half = (lines.length * NAME_LINE) / 2;
    // In a lane lower than its name the name stands in the middle; the next one keeps clear of it.
    const middle =
      bottom - top < 2 * half ? (top + bottom) / 2 : Math.max(top + half, Math.min(bottom - half, y));
    const first = Math.max(last + NAME_LEAST, middle - half + NAME_LINE / 2);
    last = first + (lines.length - 1) * NAME_LINE;
    return lines.map((text, index) =>
      setWord({ role: 'lane', text, x: SHEET.margin, y: first + index * NAME_LINE }, measure),
    );
  });
}

/** The rules between lanes, up to `right`: one begins behind a name that it would go through. */
export function drawLaneRules(
  lanes: readonly PlacedLane[],
  names: readonly Word[],
  right: number,
): readonly Shape[] {
  // Not between the tracks of one.
  const edges = wholesOf(lanes).slice(0, -1);
  return edges.map(({ lane, bottom }) => {
    const y = CLOSER_ONLY ? bottom : ruleBelow(lane, lanes);
    const crossed = names.filter((name) => Math.abs(name.y - y) < NAME_LINE / 2);
    const ends = crossed.map(({ x, width }) => x + width + NAME_GAP);
    return line('lane-rule', Math.max(SHEET.margin, ...ends), y, right, y);
  });
}

/** The lower edge of a lane, or as far below as letters with tails over it need, and what stands there allows. */
function ruleBelow(lane: Timeline['lanes'][number], lanes: readonly PlacedLane[]): number {
  const last = lanes.findLastIndex(({ marks }) => marks.lane === lane);
  const [above, below] = lanes.slice(last, last + 2);
  if (!above || !below) return 0;
  const rows = ({ labels }: PlacedLane) => labels.flatMap(({ spot }) => spot ?? []);
  const foot = Math.max(...rows(above).map((spot) => labelY(above, spot) + TAIL));
  const marks = below.y - below.measures.half;
  const head = Math.min(marks, ...rows(below).map((spot) => labelY(below, spot) - CAPS));
  const clear = above.bottom - foot;
  return above.bottom + Math.max(0, Math.min(RULE_GAP - clear, (head - above.bottom - clear) / 2));
}

/** Each lane from its first track to its last; its line is in the middle of theirs. */
function wholesOf(tracks: readonly PlacedLane[]) {
  const lanes = [...new Set(tracks.map(({ marks }) => marks.lane))];
  return lanes.flatMap((lane) => {
    const isOwn = ({ marks }: PlacedLane): boolean => marks.lane === lane;
    const [first, last] = [tracks.find(isOwn), tracks.findLast(isOwn)];
    return first && last ? [{ lane, y: (first.y + last.y) / 2, top: first.top, bottom: last.bottom }] : [];
  });
}

function breakName(name: string, measure: Measure): readonly string[] {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`, 'lane', measure) <= NAMES)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The events in view in order of time, each with its label as set. */
export function eventsOf(
  events: readonly TimelineEvent[],
  lanes: readonly PlacedLane[],
): readonly PlacedEvent[] {
  const labels = new Map<string, readonly Word[]>();
  for (const lane of lanes) {
    for (const { event } of lane.marks.clusters.flat()) labels.set(event.id, []);
    for (const { event, words } of lane.inside)
      labels.set(
        event.id,
        words.map((word) => ({ ...word, y: lane.y })),
      );
    for (const placed of lane.labels) {
      const [first] = placed.label.events;
      if (first) labels.set(first.id, wordsOf(placed, lane));
    }
  }
  return events.flatMap((event) => {
    const { id } = event;
    const label = labels.get(id);
    return label ? [{ id, event, label }] : [];
  });
}

/** Where events stand in their lanes. */
export function whereOf(lanes: readonly PlacedLane[], view: View): (event: TimelineEvent) => OnLane {
  const tracks = new Map(
    lanes.flatMap(({ marks }) => marks.clusters.flat().map(({ event }) => [event, marks.track] as const)),
  );
  return (event) => {
    const moment = momentIn(view, event.date) ?? positionOf(event.date);
    return { x: xOf(view.scale, moment), track: tracks.get(event) ?? 0 };
  };
}
