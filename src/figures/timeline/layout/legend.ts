import type { Measure } from '../../../fonts/faces.ts';
import type { BarShape, Kind, Legend, MarkShape } from '../model/model.ts';
import { drawBlock, drawMark } from './glyphs.ts';
import type { PlacedLane } from './lanes.ts';
import { DOT, isPoint } from './marks.ts';
import { type Shape, setWord, type Word } from './placed.ts';

/** Middles of the two lines, and of the columns' marks and texts. */
const LINES = [109, 154] as const;
/** Left of the sheet's right edge of text. */
const [BARS, BAR_TEXT] = [579, 521] as const;
const [DOTS, DOT_TEXT] = [222, 200] as const;
const GAP = 40;

interface Key {
  readonly shapes: readonly Shape[];
  readonly words: readonly Word[];
}

/** One column of the key: up to two kinds, one under the other. */
interface Column {
  /** From the left edge of its marks to that of its texts. */
  readonly indent: number;
  readonly usual: number;
  readonly kinds: readonly {
    readonly words: string;
    readonly draw: (x: number, y: number) => readonly Shape[];
  }[];
}

/** The kinds of a legend that a drawing shows: what stands on a bar is a stem, whatever the shape of its kind. */
export function shownIn(legend: Legend, lanes: readonly PlacedLane[]): Legend {
  const points = lanes.flatMap(({ marks }) =>
    marks.clusters.flat().filter((mark) => isPoint(mark) && mark.kind !== 'stem'),
  );
  const marks = new Set(points.map(({ event }) => event.mark));
  const bars = new Set(
    lanes.flatMap((lane) => lane.marks.bars.map(({ event, weight }) => event.bar?.shape ?? weight)),
  );
  return {
    ...legend,
    marks: legend.marks.filter(({ shape }) => marks.has(shape)),
    bars: legend.bars.filter(({ shape }) => bars.has(shape)),
  };
}

/** The key to the marks, left of `right` at the top: columns of two, what each bar means and then what each mark. */
export function placeKey(legend: Legend, right: number, measure: Measure): Key {
  const bars = legend.bars.map(({ shape, words }: Kind<BarShape>) => ({
    words,
    draw: (x: number, y: number) => drawSample(shape, x, y),
  }));
  const marks = legend.marks.map(({ shape, words }: Kind<MarkShape>) => ({
    words,
    draw: (x: number, y: number) => drawMark(shape, x + DOT, y, 1),
  }));
  const columns: readonly Column[] = [
    ...pairs(bars).map((kinds, nth) => ({
      ...{ indent: BARS - BAR_TEXT, usual: nth === 0 ? right - BARS : 0, kinds },
    })),
    ...pairs(marks).map((kinds, nth) => ({
      ...{ indent: DOTS - DOT_TEXT + DOT, usual: nth === 0 ? right - DOTS - DOT : 0, kinds },
    })),
  ];
  let edge = Number.NEGATIVE_INFINITY;
  const placed = columns.map(({ indent, usual, kinds }) => {
    // A long text of one column moves the next one.
    const x = Math.max(usual, edge + GAP);
    const words = kinds.map(({ words: text }, line) =>
      setWord({ role: 'key', text, x: x + indent, y: LINES[line] ?? LINES[1] }, measure),
    );
    edge = Math.max(edge, ...words.map((word) => word.x + word.width));
    return { x, words, kinds };
  });
  // What would run out of the margin moves the whole to the left.
  const over = Math.max(0, edge - right);
  const shapes = placed.flatMap(({ x, kinds }) =>
    kinds.flatMap(({ draw }, line) => draw(x - over, LINES[line] ?? LINES[1])),
  );
  return {
    shapes: shapes.length === 0 ? [] : [{ kind: 'key', shapes }],
    words: placed.flatMap(({ words }) => words.map((word) => ({ ...word, x: word.x - over }))),
  };
}

function pairs<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / 2) }, (_, nth) => all.slice(2 * nth, 2 * nth + 2));
}

function drawSample(shape: BarShape, x: number, y: number): readonly Shape[] {
  const half = shape === 'light' ? 6 : 15;
  return drawBlock(shape, { x0: x, x1: x + 44, y: y - half, height: 2 * half });
}
