import type { Measure } from '../../../fonts/faces.ts';
import { formatYear } from '../model/date.ts';
import { type Tick, ticksOf } from './axis-ticks.ts';
import { CLOSER_ONLY } from './closer-only.ts';
import { line, type Shape, setWord, type Word, widthOf } from './placed.ts';
import type { Piece } from './scale.ts';

const TICK = 9;
const LONG_TICK = 14;
/** From the axis to the middle of its labels, and least space between two of them. */
const LABELS = 28;
const GAP = 10;
/** A cell narrower than this has no label. */
const CELL = 44;
/** Px by which the year of a tick at the very end may stand beyond it. */
const BEYOND = 2;

export interface Axis {
  readonly shapes: readonly Shape[];
  readonly words: readonly Word[];
}

interface Frame {
  readonly y: number;
  /** Whether time goes on beyond an end, which a slanted stroke says. */
  readonly breaks: { readonly before: boolean; readonly after: boolean };
  /** The year to be labelled last, on an axis that stands alone; undefined for a piece among others. */
  readonly last: number | undefined;
  /** Left end of what says the day of the hours, the year of the months: left of the first lane's beginning. */
  readonly within: number;
  readonly lang: string;
}

/** The axis of one piece of a scale: line, ticks, and what they say. */
export function placeAxis(piece: Piece, frame: Frame, measure: Measure): Axis {
  const { from, to, x0, x1 } = piece;
  const { y, breaks, last, lang } = frame;
  const x = (at: number): number => x0 + ((at - from) / (to - from)) * (x1 - x0);
  const { ticks, cells, within, ends } = ticksOf(piece, last !== undefined, lang);
  const tick = (at: number, length: number): Shape => line('tick', at, y, at, y + length);
  const slant = (at: number): Shape => line('break', at - 5, y + 13, at + 5, y - 13);
  const seen = ticks.filter(({ at }) => at >= from - 1e-9 && at <= to + 1e-9);
  const hasTick = (at: number): boolean => seen.some((tick) => Math.abs(x(tick.at) - x(at)) < 0.5);
  const edges = [from, to].filter((at) => !hasTick(at));
  const shown = { x, y: y + LABELS, lang };
  return {
    shapes: [
      line('axis', x0, y, x1, y),
      ...seen.map(({ at, long }) => tick(x(at), long ? LONG_TICK : TICK)),
      ...edges.map((at) => tick(x(at), TICK)),
      ...(!CLOSER_ONLY && breaks.before ? [slant(x0 - 2)] : []),
      ...(!CLOSER_ONLY && breaks.after ? [slant(x1 + 2)] : []),
    ],
    words: [
      ...(within === undefined
        ? []
        : [setWord({ role: 'year', text: within, x: frame.within, y: y + LABELS }, measure)]),
      ...(cells
        ? cellWords(piece, ticks, shown, measure)
        : tickWords(piece, seen, { ...shown, years: ends === true }, last, measure)),
    ],
  };
}

interface Shown {
  readonly x: (at: number) => number;
  readonly y: number;
  readonly lang: string;
}

/** Labels in the middle of their cells: whole where all fit so, else of years the first and last whole and ’14 between. */
function cellWords(
  { from, to }: Piece,
  ticks: readonly Tick[],
  { x, y }: Shown,
  measure: Measure,
): readonly Word[] {
  const labelled = ticks.filter(({ label }) => label !== undefined);
  const cells = labelled
    .map(({ at, label = '' }, index) => ({
      label,
      left: x(Math.max(from, at)),
      right: x(Math.min(to, labelled[index + 1]?.at ?? to)),
    }))
    .filter(({ left, right }) => right - left >= CELL);
  const fits = (text: string, width: number): boolean => widthOf(text, 'year', measure) + GAP <= width;
  const whole = cells.every(({ label, left, right }) => fits(label, right - left));
  return cells.flatMap(({ label, left, right }, index) => {
    const short = !whole && index > 0 && index < cells.length - 1 && /^\d{4}$/.test(label);
    const text = short ? `’${label.slice(2)}` : label;
    if (!whole && !short && !fits(text, right - left + GAP)) return [];
    return [setWord({ role: 'year', text, x: (left + right) / 2, y, anchor: 'middle' }, measure)];
  });
}

/** What each tick says, under it; where they count years the first at its edge, and the last one. What would touch is left out. */
function tickWords(
  { from, x0, x1 }: Piece,
  ticks: readonly Tick[],
  { x, y, lang, years }: Shown & { readonly years: boolean },
  last: number | undefined,
  measure: Measure,
): readonly Word[] {
  const word = (text: string, at: number): Word => {
    const centred = setWord({ role: 'year', text, x: at, y, anchor: 'middle' }, measure);
    return { ...centred, x: Math.max(x0, Math.min(centred.x, x1 + BEYOND - centred.width)) };
  };
  const said = ticks.flatMap(({ at, label }) => (label === undefined ? [] : [{ at, label }]));
  const final = last === undefined || !years ? undefined : word(formatYear(last, lang), x(last));
  const words: Word[] = [];
  const begins = said[0] !== undefined && x(said[0].at) - x0 < 1;
  if (years && !begins) words.push(word(formatYear(Math.floor(from), lang), x0));
  for (const { at, label } of said) {
    const next = word(label, x(at));
    const before = words.at(-1);
    const clear = !before || next.x >= before.x + before.width + GAP;
    if (clear && next.x + next.width <= (final ? final.x - GAP : x1 + BEYOND)) words.push(next);
  }
  return final && final.text !== words.at(-1)?.text ? [...words, final] : words;
}
