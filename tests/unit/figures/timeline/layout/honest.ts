import type { PlacedLane } from '../../../../../src/figures/timeline/layout/lanes.ts';
import type { PlacedTimeline } from '../../../../../src/figures/timeline/layout/placed.ts';
import type { View } from '../../../../../src/figures/timeline/layout/view.ts';
import { type Box, boxOf, type Drawn, distance, marksIn, tiesIn } from './boxes.ts';

/** From a line's end to what it holds. */
const TOUCH = 10;
/** Nearer than this two edges are one: sums of widths differ in their last digit. */
const ONE = 0.01;

/** The labels that stand for events, where they are set, and whose they are. */
function labelled(placed: PlacedTimeline, lanes: readonly PlacedLane[]) {
  const inside = new Set(lanes.flatMap((lane) => lane.inside.map(({ event }) => event.id)));
  const tints = new Set(
    lanes.flatMap(({ labels }) =>
      labels.filter(({ label }) => label.tint).map(({ label }) => label.events[0]?.id),
    ),
  );
  const shared = lanes.flatMap(({ labels }) => labels.map(({ label }) => label.events.map(({ id }) => id)));
  const clusters = lanes.flatMap(({ marks }) =>
    marks.clusters.map((all) => all.map(({ event }) => event.id)),
  );
  return placed.events
    .filter(({ id, label }) => label.length > 0 && !inside.has(id) && !tints.has(id))
    .map(({ id, label }) => {
      const boxes = label.map(boxOf);
      const box: Box = {
        text: boxes[0]?.text ?? '',
        x0: Math.min(...boxes.map(({ x0 }) => x0)),
        x1: Math.max(...boxes.map(({ x1 }) => x1)),
        y0: Math.min(...boxes.map(({ y0 }) => y0)),
        y1: Math.max(...boxes.map(({ y1 }) => y1)),
      };
      const named = shared.find((ids) => ids[0] === id) ?? [id];
      // Marks drawn as one are one.
      const drawn = clusters.filter((ids) => ids.some((one) => named.includes(one)));
      return { box, own: [...named, ...drawn.flat()] };
    });
}

/** The larger dots that say how many they stand for: each is a mark of all that lie in it. */
function countsIn({ shapes }: PlacedTimeline, marks: readonly Drawn[]): readonly Drawn[] {
  return shapes.flatMap((shape) => {
    if (shape.kind !== 'circle' || shape.role !== 'dot') return [];
    const { cx, cy, r } = shape;
    const box = { x0: cx - r, x1: cx + r, y0: cy - r, y1: cy + r };
    return marks
      .filter(({ kind, x0, x1, y0, y1 }) => {
        const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
        return kind === 'dot' && x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1;
      })
      .map((mark) => ({ ...mark, ...box }));
  });
}

/** Every label that is neither nearest to a mark of its own nor tied to one, or lies on another's. */
export function liesOf(placed: PlacedTimeline, lanes: readonly PlacedLane[]): readonly string[] {
  const single = marksIn(placed.shapes).filter(({ kind }) => kind !== 'slot');
  const marks = [...single, ...countsIn(placed, single)];
  const ties = tiesIn(placed.shapes);
  return labelled(placed, lanes).flatMap(({ box, own }) => {
    const isOwn = ({ text }: Drawn): boolean => own.includes(text);
    const [mine, others] = [marks.filter(isOwn), marks.filter((mark) => !isOwn(mark))];
    const on = others.find((mark) => distance(box, mark) === 0);
    if (on) return [`"${box.text}" lies on ${on.text}`];
    const near = (all: readonly Drawn[]): number => Math.min(...all.map((mark) => distance(box, mark)));
    if (near(mine) < near(others)) return [];
    const tied = ties.some(
      (tie) => distance(tie, box) < TOUCH && mine.some((mark) => distance(tie, mark) < ONE),
    );
    return tied ? [] : [`"${box.text}" is ${near(mine)} from its own mark and ${near(others)} from another`];
  });
}

/** Ends of spans in view that another mark hides, no cut shows and no notice names. */
export function hiddenEnds(
  placed: PlacedTimeline,
  lanes: readonly PlacedLane[],
  view: View,
  said: readonly string[],
): readonly string[] {
  const marks = marksIn(placed.shapes);
  const slots = marks.filter(({ kind }) => kind === 'slot');
  const solid = marks.filter(({ kind }) => kind === 'bar' || kind === 'dot');
  const isCut = (x: number, y: number): boolean =>
    slots.some((slot) => Math.abs((slot.x0 + slot.x1) / 2 - x) < 3 && slot.y0 < y && slot.y1 > y);
  const ends = lanes.flatMap((lane) =>
    lane.marks.bars.flatMap(({ event, x0, x1, weight }) =>
      [x0, x1]
        .filter((x, end) => (end === 1 ? event.bar?.to !== undefined : x > view.leaves.left.from + 20))
        .map((x) => ({ x, y: lane.y, id: event.id, half: heightOf(weight, lane) / 2 })),
    ),
  );
  return ends
    .filter(({ id }) => !said.some((what) => what.includes(`"${id}"`)))
    .filter(({ x, y, id, half }) => {
      const over = solid.filter(
        (mark) => mark.y0 <= y - half && mark.y1 >= y + half && mark.x0 < x - 1.5 && mark.x1 > x + 1.5,
      );
      const own = over.some(({ kind, text }) => kind === 'dot' && text === id);
      return !own && !isCut(x, y) && over.some((mark) => mark.text !== id && !startsThere(mark, x, solid));
    })
    .map(({ x, id }) => `${id} at ${x}`);
}

function heightOf(weight: 'heavy' | 'light', { measures }: PlacedLane): number {
  return weight === 'heavy' ? measures.bar : measures.light;
}

/** Whether a dot is where the next span begins: it tells the end before. */
function startsThere(mark: Drawn, x: number, solid: readonly Drawn[]): boolean {
  return (
    mark.kind === 'dot' &&
    solid.some(({ kind, text, x0 }) => kind === 'bar' && text === mark.text && Math.abs(x0 - x) < 3)
  );
}

/** Words that a line goes through: a rule between lanes, a tie, a flag's or an event's stem. */
export function cutWords({ shapes, words, events }: PlacedTimeline): readonly string[] {
  const lines = shapes
    .flatMap((shape) => (shape.kind === 'mark' ? shape.shapes : [shape]))
    .flatMap((shape) => (shape.kind === 'line' && CUTS.has(shape.role) ? [shape] : []));
  const letters = [...words, ...events.flatMap(({ label }) => label)].map(boxOf);
  return letters
    .filter((box) =>
      lines.some(
        ({ role, x1, y1, x2, y2 }) =>
          Math.max(x1, x2) > box.x0 + 0.5 &&
          Math.min(x1, x2) < box.x1 - 0.5 &&
          Math.max(y1, y2) > box.y0 + (role === 'tie' ? UNDER : 0.5) &&
          Math.min(y1, y2) < box.y1 - (role === 'tie' ? UNDER : 0.5),
      ),
    )
    .map(({ text }) => text);
}

/** Between the edge of a text's box and letters that have no tail: a tie may end there. */
const UNDER = 3;
const CUTS: ReadonlySet<string> = new Set(['lane-rule', 'tie', 'flag', 'stem']);

/** Ties that are not seen, for they are too short, of labels whose letters have no tails in their way. */
export function faintTies(
  { shapes, events }: PlacedTimeline,
  lanes: readonly PlacedLane[],
): readonly string[] {
  const ties = tiesIn(shapes);
  const marks = marksIn(shapes);
  const tints = new Set(
    lanes.flatMap(({ labels }) => labels.flatMap(({ label }) => (label.tint ? label.text : []))),
  );
  return events
    .flatMap(({ label }) => label)
    .filter(({ text }) => !tints.has(text) && /^[\dA-PR-Za-fhik-or-xz –]*$/.test(text))
    .flatMap((word) => {
      const box = boxOf(word);
      const tie = ties.find((one) => one.x0 > box.x0 && one.x0 < box.x1 && distance(one, box) < 5);
      if (!tie) return [];
      const above = box.y0 < tie.y0;
      const foot = marks.filter(
        ({ x0, x1, y0, y1 }) => x0 <= tie.x0 && x1 >= tie.x0 && y0 < tie.y1 && y1 > tie.y0,
      );
      const seen = above
        ? Math.min(...foot.map(({ y0 }) => y0)) - tie.y0
        : tie.y1 - Math.max(...foot.map(({ y1 }) => y1));
      return seen < SEEN ? [`${word.text}: ${seen.toFixed(1)}`] : [];
    });
}

const SEEN = 5;

/** Labels of one row that read as one line: less than three spaces apart. */
export function runOn({ events }: PlacedTimeline): readonly string[] {
  const boxes = events.flatMap(({ label }) => {
    const [first, last] = [label.at(0), label.at(-1)];
    return first && last ? [{ ...boxOf(first), x1: last.x + last.width }] : [];
  });
  return boxes.flatMap((a) =>
    boxes
      .filter((b) => b !== a && Math.abs(b.y0 - a.y0) < 1 && b.x0 >= a.x1 && b.x0 < a.x1 + 17.9)
      .map((b) => `${a.text} | ${b.text}`),
  );
}

/** Points of an era that stand on the dot another's bar begins with, though another row of their lane is free there. */
export function crowdedBeginnings(lanes: readonly PlacedLane[]): readonly string[] {
  const dotsOf = ({ marks }: PlacedLane) => marks.clusters.flat().filter(({ kind }) => kind === 'dot');
  const begins = (lane: PlacedLane) =>
    dotsOf(lane).filter(({ event }) => lane.marks.bars.some((bar) => bar.event === event));
  const isFree = (lane: PlacedLane, x: number): boolean =>
    [
      ...lane.marks.bars,
      ...lane.marks.spans.filter(({ span }) => span.style === 'hatch'),
      ...begins(lane).map(({ from, to }) => ({ x0: from, x1: to })),
    ].every(({ x0, x1 }) => x < x0 - 15 || x > x1 + 15);
  return lanes.flatMap((lane) =>
    dotsOf(lane)
      .filter(({ event }) => event.bar === undefined)
      .filter(({ x }) => begins(lane).some((other) => Math.abs(other.x - x) < DOTS))
      .filter(({ x }) =>
        lanes.some((other) => other !== lane && other.marks.lane === lane.marks.lane && isFree(other, x)),
      )
      .map(({ event }) => event.id),
  );
}

/** Dots nearer than this touch. */
const DOTS = 22;

/** Letters that a rule between lanes touches: such as g with their tails, capitals with their heads. */
export function touchedLetters({ shapes, events, words }: PlacedTimeline): readonly string[] {
  const rules = shapes.flatMap((shape) =>
    shape.kind === 'line' && shape.role === 'lane-rule' ? [shape] : [],
  );
  return [...words, ...events.flatMap(({ label }) => label)]
    .filter(({ x, width, y }) =>
      rules.some(
        ({ x1, x2, y1 }) => x1 < x + width && x2 > x && y1 > y - HEAD - LETTERS && y1 < y + FOOT + LETTERS,
      ),
    )
    .map(({ text }) => text);
}

/** How far letters reach above and below the middle of their line, and clear of them. */
const [HEAD, FOOT, LETTERS] = [9, 10.5, 1.5];

/** Lines from names to spans that end over the point of another event, whose they would seem to be. */
export function borrowedTies({ shapes }: PlacedTimeline, lanes: readonly PlacedLane[]): readonly string[] {
  const ties = tiesIn(shapes);
  return lanes.flatMap((lane) => {
    const { marks, labels, y } = lane;
    const points = marks.clusters.flat().filter(({ kind }) => kind === 'dot');
    return labels.flatMap(({ label, spot, tied }) => {
      const bar = marks.bars.find(({ event }) => label.events.includes(event));
      if (!tied || !label.lasts || !bar || !spot || spot.side === 'level') return [];
      const half = heightOf(bar.weight, lane) / 2;
      const isOwn = ({ x0, y0, y1 }: Box): boolean =>
        Math.abs(x0 - label.from) < 30 && [y0, y1].some((end) => Math.abs(Math.abs(end - y) - half) < 1);
      const over = ties.find(isOwn);
      if (!over) throw new Error(`no line from ${label.text}`);
      // As long as its span and its name reach beside the point.
      const reach = Math.min(label.end, spot.x + label.width) - 2;
      return points.some(({ x }) => Math.abs(x - over.x0) < 11 && x + 15 < reach) ? [label.text] : [];
    });
  });
}
