import { SHEET } from '../../../base/sheet.ts';
import type { Measure } from '../../../fonts/faces.ts';
import { formatYear } from '../model/date.ts';
import type { Timeline } from '../model/model.ts';
import { placeAxis } from './axis.ts';
import { wordsUnder } from './axis-words.ts';
import { CLOSER_ONLY } from './closer-only.ts';
import { placeLanes } from './fit-lanes.ts';
import type { PlacedLane } from './lanes.ts';
import { drawBands, drawLaneRules, drawLanes, eventsOf, placeLaneNames } from './lanes-shapes.ts';
import { line, type PlacedTimeline, rect, type Shape, setWord, type Word } from './placed.ts';
import type { Part } from './range.ts';
import { LANES_FROM, linearScale } from './scale.ts';
import { stripsOf } from './strips.ts';
import type { View } from './view.ts';

const TOP = 246;
/** Three lines of the slide's foot stand clear of the years under the axis. */
const BOTTOM = 908;
const AXIS = 922;
const OVERHANG = 11;
/** The navigator: middle of its bar and of the years under it. */
const NAV = 92;
const NAV_YEARS = 124;

/** How an era is placed: on the left leaf beside a card, or `wide` on the whole sheet; `alone` without the navigator. */
interface How {
  readonly lang?: string;
  readonly wide?: boolean;
  readonly alone?: boolean;
}

export function eraViewOf(era: Part, lang: string, wide: boolean): View {
  const leaf = { from: LANES_FROM, to: wide ? SHEET.right.to : SHEET.left.to };
  return {
    scale: linearScale(era.start, era.end, leaf),
    start: era.start,
    end: era.end,
    leaves: { left: { ...leaf, from: leaf.from - OVERHANG }, right: { from: leaf.to, to: leaf.to } },
    foldX: undefined,
    top: TOP,
    bottom: BOTTOM,
    kind: 'era',
    part: era.id === '',
    lang,
  };
}

/** Places one era on the left leaf, on one linear axis and with every event named; on the right leaf stands the navigator. */
export function placeEra(
  timeline: Timeline,
  era: Part,
  measure: Measure,
  { lang = 'en', wide = false, alone = wide }: How = {},
): { readonly placed: PlacedTimeline; readonly lanes: readonly PlacedLane[]; readonly view: View } {
  const view = eraViewOf(era, lang, wide);
  const drawable = stripsOf(timeline, view);
  const lanes = placeLanes(timeline.lanes, drawable, view, measure);
  const drawn = drawLanes(lanes, measure);
  const [piece] = view.scale.pieces;
  const frame = {
    y: AXIS,
    // What is no era of the author's ends with its last year.
    last:
      !CLOSER_ONLY && era.end < timeline.end && era.id !== '' ? Math.floor(era.end) : Math.ceil(era.end) - 1,
    within: SHEET.margin,
    lang,
  } as const;
  const axis = piece ? placeAxis(piece, frame, measure) : { shapes: [], words: [] };
  const navigator = alone ? { shapes: [], words: [] } : placeNavigator(timeline, era, lang, measure);
  const names = placeLaneNames(lanes, measure);
  return {
    view,
    lanes,
    placed: {
      shapes: [
        ...drawBands(timeline, view),
        line('rule', SHEET.margin, TOP, view.leaves.left.to, TOP),
        ...drawLaneRules(lanes, names, view.leaves.left.to),
        ...drawn.shapes,
        ...axis.shapes,
        ...navigator.shapes,
      ],
      words: [...names, ...drawn.words, ...axis.words, ...navigator.words],
      events: eventsOf(drawable.single.events, lanes),
      strips: drawable.strips,
    },
  };
}

/** The whole time as one true-scale bar, with the era marked in it. The last era is the accent's. */
function placeNavigator(
  { start, end, eras }: Timeline,
  era: Part,
  lang: string,
  measure: Measure,
): { shapes: readonly Shape[]; words: readonly Word[] } {
  const { from, to } = SHEET.right;
  const x = (year: number): number => from + ((year - start) / (end - start)) * (to - from);
  const [x0, x1] = [x(era.start), x(era.end)];
  const isFirst = !CLOSER_ONLY && era === eras[0];
  const isLast = !CLOSER_ONLY && era === eras.at(-1);
  const set = (text: string, x: number, isNow?: boolean): Word => {
    const anchor = isFirst ? 'start' : 'middle';
    const word = setWord({ role: isNow ? 'nav-now' : 'nav', text, x, y: NAV_YEARS, anchor }, measure);
    return isLast && isNow ? { ...word, tone: 'acc' } : word;
  };
  const years = [
    { x: isFirst ? x0 : (x0 + x1) / 2, label: era.years, turn: true },
    // Where the era reaches an end, its own years say it.
    ...(era.start > start ? [{ x: from, label: formatYear(Math.floor(start), lang) }] : []),
    ...(era.end < end ? [{ x: to, label: formatYear(Math.ceil(end) - 1, lang) }] : []),
  ];
  const now = rect('nav-era', x0, NAV - 8, x1 - x0, 16);
  return {
    shapes: [rect('nav', from, NAV - 4, to - from, 8), isLast ? { ...now, tone: 'acc' } : now],
    words: wordsUnder(years, { room: { from, to }, set }, 16),
  };
}
