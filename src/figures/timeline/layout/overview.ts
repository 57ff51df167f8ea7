import { SHEET } from '../../../base/sheet.ts';
import type { Measure } from '../../../fonts/faces.ts';
import type { Era, Timeline } from '../model/model.ts';
import { spokenScale, spokenYears } from '../words.ts';
import { placeAxis } from './axis.ts';
import { placeLanes } from './fit-lanes.ts';
import { nameSpare } from './labels/spare.ts';
import type { PlacedLane } from './lanes.ts';
import { drawBands, drawLaneRules, drawLanes, eventsOf, placeLaneNames, whereOf } from './lanes-shapes.ts';
import { placeKey, shownIn } from './legend.ts';
import { line, type PlacedTimeline, rect, type Shape, setWord, type Word } from './placed.ts';
import { makeScale, xOf } from './scale.ts';
import { stripsOf } from './strips.ts';
import { acrossFold, toneShape, toneWord } from './tones.ts';
import type { View } from './view.ts';

const TOP = 306;
/** Two lines of the slide's foot stand clear of the years under the axis. */
const BOTTOM = 928;
/** From the lanes to the axis. */
const AXIS = 13;
/** Middles of the two lines above the lanes: years and scale, names and lengths. */
const HEAD = 254;
const NAME = 285;
const SPACE = 14;
/** A label of a dot may begin where its dot does, left of the first year. */
const OVERHANG = 11;

/** The whole of a timeline as seen by {@link placeOverview}. */
export function overviewOf(timeline: Timeline, lang = 'en'): View {
  const scale = makeScale(timeline.start, timeline.end, timeline.folds);
  const right = scale.fold === 'b' ? SHEET.rightB : SHEET.right;
  const leftTo = { a: SHEET.left.to, b: SHEET.leftB.to, none: SHEET.right.to }[scale.fold];
  return {
    scale,
    start: timeline.start,
    end: timeline.end,
    leaves: { left: { from: 300 - OVERHANG, to: leftTo }, right: { from: right.from, to: right.to } },
    foldX: { a: SHEET.foldA, b: SHEET.foldB, none: undefined }[scale.fold],
    top: TOP,
    bottom: BOTTOM,
    kind: 'overview',
    part: false,
    lang,
  };
}

/** A whole timeline, placed, with what was left out or drawn together still to be seen in its lanes. */
export interface Overview {
  readonly placed: PlacedTimeline;
  readonly lanes: readonly PlacedLane[];
  readonly view: View;
  /** Eras whose heads found no room, in whole or in part. */
  readonly unnamed: readonly Era[];
}

/** Places a whole timeline on the sheet: eras above, lanes, axis below. */
export function placeOverview(
  timeline: Timeline,
  measure: Measure,
  view: View = overviewOf(timeline),
): Overview {
  const right = Math.max(view.leaves.left.to, view.leaves.right.to);
  const drawable = stripsOf(timeline, view);
  const honest = placeLanes(timeline.lanes, drawable, view, measure);
  const lanes = nameSpare(honest, view, measure);
  const drawn = drawLanes(lanes, measure, acrossFold(view.foldX));
  const where = whereOf(lanes, view);
  const lengths = placeLengths(view, measure);
  const eras = placeEras(timeline.eras, view, lengths.words, measure);
  const names = placeLaneNames(lanes, measure);
  const key = placeKey(shownIn(timeline.legend, lanes), right, measure);
  const axes = view.scale.pieces.map((piece, index, all) => {
    const breaks = { before: index > 0, after: index < all.length - 1 };
    const last = all.length === 1 ? Math.ceil(view.end) - 1 : undefined;
    const frame = { y: view.bottom + AXIS, breaks, last, within: SHEET.margin, lang: view.lang };
    return placeAxis(piece, frame, measure);
  });
  // What tells time has the tone of its leaf.
  const shapesOf = (shapes: readonly Shape[]) => shapes.map((shape) => toneShape(shape, view.foldX));
  const wordsOf = (words: readonly Word[]) => words.map((word) => toneWord(word, view.foldX));
  return {
    view,
    lanes,
    unnamed: eras.unnamed,
    placed: {
      shapes: [
        ...shapesOf(drawBands(timeline, view)),
        line('rule', SHEET.margin, TOP, right, TOP),
        ...drawLaneRules(lanes, names, right),
        ...eras.shapes,
        ...shapesOf([...drawn.shapes, ...lengths.shapes]),
        ...key.shapes,
        ...shapesOf(axes.flatMap(({ shapes }) => shapes)),
      ],
      words: [
        ...names,
        ...wordsOf(eras.words),
        ...lengths.words,
        ...key.words,
        ...wordsOf([...drawn.words, ...axes.flatMap(({ words }) => words)]),
      ],
      events: eventsOf(drawable.single.events, lanes).map((own) => ({
        ...own,
        at: where(own.event),
        label: wordsOf(own.label),
      })),
      strips: drawable.strips,
    },
  };
}

interface Drawn {
  readonly shapes: readonly Shape[];
  readonly words: readonly Word[];
}

/** Where the scale changes, a bar as long as one year at the end of each piece says how far. */
function placeLengths({ scale: { pieces }, lang }: View, measure: Measure): Drawn {
  const [first] = pieces;
  if (!first || pieces.length < 2) return { shapes: [], words: [] };
  const unit = (first.x1 - first.x0) / (first.to - first.from);
  const same = lengthFor(unit, 4);
  // One length for all, where that leaves room for the words; else each piece has its own.
  const fits = pieces.every(({ x0, x1, factor }) => same * unit * factor <= (x1 - x0) / 4);
  const drawn = pieces.map(({ x0, x1, factor }): Drawn => {
    const years = fits ? same : lengthFor(unit * factor, Math.min(16, (x1 - x0) / 40));
    const length = years * unit * factor;
    const text = spokenYears(years, lang);
    const words = [setWord({ role: 'unit', text, x: x1 - length - 10, y: NAME, anchor: 'end' }, measure)];
    if (factor !== 1)
      words.push(
        setWord({ role: 'unit', text: spokenScale(factor, lang), x: x1, y: HEAD, anchor: 'end' }, measure),
      );
    return {
      words,
      shapes: [rect('unit', x1 - length, NAME - 6, length, 12)],
    };
  });
  return { shapes: drawn.flatMap(({ shapes }) => shapes), words: drawn.flatMap(({ words }) => words) };
}

/** 1, 10, 100 years and so on: the first that is at least so many px long. */
function lengthFor(year: number, least: number): number {
  return 10 ** Math.max(0, Math.ceil(Math.log10(least / year) - 1e-9));
}

/** The eras' names and years at their beginnings. What would run into the next head is left out, the name first. */
function placeEras(
  eras: readonly Era[],
  view: View,
  taken: readonly Word[],
  measure: Measure,
): Drawn & { readonly unnamed: readonly Era[] } {
  const heads = eras.map((era) => ({ era, x: xOf(view.scale, era.start) }));
  const shapes: Shape[] = [];
  const words: Word[] = [];
  const unnamed: Era[] = [];
  for (const [index, { era, x }] of heads.entries()) {
    const piece = view.scale.pieces.find(({ x1 }) => x < x1);
    const opens = index === 0 || !piece || x - piece.x0 < 30;
    const left = opens && piece ? piece.x0 : x + 11;
    const isRight = view.foldX !== undefined && x > view.foldX;
    const role = isRight && index === eras.length - 1 ? 'era-now' : 'era';
    const end = Math.min(piece?.x1 ?? SHEET.right.to, (heads[index + 1]?.x ?? Infinity) - 8);
    const head = [
      setWord({ role: 'years', text: era.years, x: left, y: HEAD }, measure),
      setWord({ role, text: era.name, x: left, y: NAME }, measure),
    ];
    const fitting = head.filter(
      (word) => word.x + word.width <= end && !taken.some((other) => touches(word, other)),
    );
    words.push(...fitting);
    if (fitting.length < head.length) unnamed.push(era);
    if (!opens && fitting.length > 0) shapes.push(line('era-rule', x, HEAD - 12, x, TOP));
  }
  return { shapes, words, unnamed };
}

/** Whether two words of one line come nearer than a space. */
function touches(a: Word, b: Word): boolean {
  return a.y === b.y && a.x < b.x + b.width + SPACE && b.x < a.x + a.width + SPACE;
}
