import type { Measure } from '../../../fonts/faces.ts';
import type { Legend } from '../model/model.ts';
import { DOT } from './marks.ts';
import { type Shape, setWord, type Word } from './placed.ts';

/** Middles of the two lines, and of the columns' marks and texts. */
const LINES = [109, 154] as const;
/** Left of the sheet's right edge of text. */
const [BARS, BAR_TEXT] = [579, 521] as const;
const [DOTS, DOT_TEXT] = [222, 200] as const;

/** The key to the marks, left of `right` at the top: what a thick bar means, a thin one, a dot, a ring. */
export function placeKey(
  legend: Legend,
  right: number,
  measure: Measure,
): { shapes: readonly Shape[]; words: readonly Word[] } {
  const [bars, barText] = [right - BARS, right - BAR_TEXT];
  const [dots, dotText] = [right - DOTS, right - DOT_TEXT];
  // What stands alone in its column has the first line.
  const light = legend.heavy === undefined ? LINES[0] : LINES[1];
  const declared = legend.signed === undefined ? LINES[0] : LINES[1];
  const words = [
    { text: legend.heavy, x: barText, y: LINES[0] },
    { text: legend.light, x: barText, y: light },
    { text: legend.signed, x: dotText, y: LINES[0] },
    { text: legend.declared, x: dotText, y: declared },
  ].flatMap(({ text, x, y }) => (text === undefined ? [] : [setWord({ role: 'key', text, x, y }, measure)]));
  const longest = Math.max(0, ...words.filter(({ x }) => x === barText).map(({ width }) => width));
  // A long text of the first column moves the second one.
  const shift = Math.max(0, barText + longest + 40 - (dots - DOT));
  const moved = words.map((word) => (word.x === dotText ? { ...word, x: word.x + shift } : word));
  const cx = dots + shift;
  const shapes: (Shape | false)[] = [
    legend.heavy !== undefined && {
      kind: 'rect',
      role: 'bar',
      tone: 'past',
      x: bars,
      y: LINES[0] - 15,
      width: 44,
      height: 30,
    },
    legend.light !== undefined && {
      kind: 'rect',
      role: 'bar',
      tone: 'past',
      x: bars,
      y: light - 6,
      width: 44,
      height: 12,
    },
    legend.signed !== undefined && { kind: 'circle', role: 'dot', tone: 'past', cx, cy: LINES[0], r: DOT },
    legend.declared !== undefined && {
      kind: 'circle',
      role: 'ring',
      tone: 'past',
      cx,
      cy: declared,
      r: DOT - 1.5,
    },
  ];
  const drawn = shapes.filter((shape) => shape !== false);
  return { shapes: drawn.length === 0 ? [] : [{ kind: 'key', shapes: drawn }], words: moved };
}
