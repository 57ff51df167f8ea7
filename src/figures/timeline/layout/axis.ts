import type { Measure } from '../../../fonts/faces.ts';
import { formatYear } from '../model/date.ts';
import { type Shape, setWord, type Tone, type Word, widthOf } from './placed.ts';
import type { Piece } from './scale.ts';

const STEPS = [1, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000] as const;
const TICK = 9;
const LONG_TICK = 14;
/** From the axis to the middle of its labels, and least space between two of them. */
const LABELS = 28;
const GAP = 10;
/** Least px from one label to the next, the same on an axis that stands alone, and between ticks without one. */
const LABEL_STEP = 70;
const LOOSE_STEP = 96;
const TICK_STEP = 12;
/** A year this wide is a cell with its number in the middle; a narrower one is a tick. */
const CELL = 44;

export interface Axis {
  readonly shapes: readonly Shape[];
  readonly words: readonly Word[];
}

interface Frame {
  readonly y: number;
  readonly tone: Tone;
  /** Whether time goes on beyond an end, which a slanted stroke says. */
  readonly breaks: { readonly before: boolean; readonly after: boolean };
  /** Whether it stands alone: then the last year is labelled too. */
  readonly alone: boolean;
}

/** The axis of one piece of a scale: line, ticks and years. */
export function placeAxis(piece: Piece, { y, tone, breaks, alone }: Frame, measure: Measure): Axis {
  const { from, to, x0, x1 } = piece;
  const year = (x1 - x0) / (to - from);
  const x = (at: number): number => x0 + (at - from) * year;
  const cells = year >= CELL;
  const step = STEPS.find((years) => years * year >= (alone ? LOOSE_STEP : LABEL_STEP)) ?? 10_000;
  const fine = cells || (year >= TICK_STEP && step <= 10) ? 1 : step;
  const tick = (at: number, length: number): Shape => ({
    kind: 'line',
    role: 'tick',
    tone,
    x1: at,
    y1: y,
    x2: at,
    y2: y + length,
  });
  const ticks = multiples(from, to, fine).map((at) =>
    tick(x(at), !cells && fine < step && at % step === 0 ? LONG_TICK : TICK),
  );
  const slant = (at: number): Shape => ({
    kind: 'line',
    role: 'break',
    tone,
    x1: at - 5,
    y1: y + 13,
    x2: at + 5,
    y2: y - 13,
  });
  return {
    shapes: [
      { kind: 'line', role: 'axis', tone, x1: x0, y1: y, x2: x1, y2: y },
      ...(Number.isInteger(from) ? [] : [tick(x0, TICK)]),
      ...ticks,
      ...(Number.isInteger(to) ? [] : [tick(x1, TICK)]),
      ...(breaks.before ? [slant(x0 - 2)] : []),
      ...(breaks.after ? [slant(x1 + 2)] : []),
    ],
    words: cells
      ? cellYears(piece, x, y + LABELS, tone, measure)
      : tickYears(piece, { x, y: y + LABELS, tone, step, alone }, measure),
  };
}

function multiples(from: number, to: number, step: number): readonly number[] {
  const first = Math.ceil(from / step) * step;
  const count = Math.floor((to - first) / step + 1e-9) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => first + index * step);
}

/** Years in the middle of their cells: whole where all fit so, else the first and last whole and ’14 between. */
function cellYears(
  { from, to }: Piece,
  x: (at: number) => number,
  y: number,
  tone: Tone,
  measure: Measure,
): readonly Word[] {
  const cells = multiples(Math.floor(from), Math.ceil(to) - 1, 1).map((year) => {
    const [left, right] = [x(Math.max(from, year)), x(Math.min(to, year + 1))];
    return { year, left, right };
  });
  const whole = cells.every(
    ({ year, left, right }) =>
      right - left < CELL || widthOf(formatYear(year), 'year', measure) + GAP <= right - left,
  );
  const fitting = cells.filter(({ left, right }) => right - left >= CELL);
  return fitting.map(({ year, left, right }, index) => {
    const short = !whole && index > 0 && index < fitting.length - 1 && year > 0;
    const text = short ? `’${String(year % 100).padStart(2, '0')}` : formatYear(year);
    return setWord({ role: 'year', text, x: (left + right) / 2, y, anchor: 'middle', tone }, measure);
  });
}

interface TickFrame {
  readonly x: (at: number) => number;
  readonly y: number;
  readonly tone: Tone;
  readonly step: number;
  readonly alone: boolean;
}

/** The first year at its edge, then every step; what would touch a neighbour is left out. */
function tickYears(
  { from, to, x0, x1 }: Piece,
  { x, y, tone, step, alone }: TickFrame,
  measure: Measure,
): readonly Word[] {
  const word = (year: number, at: number, anchor: 'start' | 'middle' | 'end'): Word =>
    setWord({ role: 'year', text: formatYear(year), x: at, y, anchor, tone }, measure);
  const words = [word(Math.floor(from), x0, 'start')];
  const final = alone ? word(Math.ceil(to) - 1, x1, 'end') : undefined;
  for (const year of multiples(from, to, step)) {
    const next = word(year, x(year), 'middle');
    const before = words.at(-1);
    const clear = !before || next.x >= before.x + before.width + GAP;
    if (clear && next.x + next.width <= (final ? final.x - GAP : x1 + 24)) words.push(next);
  }
  return final && final.text !== words.at(-1)?.text ? [...words, final] : words;
}
