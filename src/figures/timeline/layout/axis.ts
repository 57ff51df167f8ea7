import type { Measure } from '../../../fonts/faces.ts';
import { formatYear } from '../model/date.ts';
import { ticksOf } from './axis-ticks.ts';
import { cellWords, GAP, type Shown, type Standing, wordsUnder } from './axis-words.ts';
import { CLOSER_ONLY } from './closer-only.ts';
import { line, type Shape, setWord, type Word } from './placed.ts';
import type { Piece } from './scale.ts';

const TICK = 9;
const LONG_TICK = 14;
/** From the axis to the middle of its labels. */
const LABELS = 28;
/** Px by which the year of a tick at the very end may stand beyond it. */
const BEYOND = 2;
/** Px within which a tick at an end stands in it. */
const SAME = 0.01;

export interface Axis {
  readonly shapes: readonly Shape[];
  readonly words: readonly Word[];
}

interface Frame {
  readonly y: number;
  /** Whether time goes on beyond an end, which a slanted stroke says. */
  readonly breaks?: { readonly before: boolean; readonly after: boolean };
  /** The year to be labelled last, on an axis that stands alone; undefined for a piece among others. */
  readonly last: number | undefined;
  /** Left end of what says the day of the hours, the year of the months: left of the first lane's beginning. */
  readonly within: number;
  readonly lang: string;
}

/** The axis of one piece of a scale: line, ticks, and what they say. */
export function placeAxis(piece: Piece, frame: Frame, measure: Measure): Axis {
  const { from, to, x0, x1 } = piece;
  const { y, last, lang } = frame;
  const xOf = (at: number): number => x0 + ((at - from) / (to - from)) * (x1 - x0);
  const { ticks, cells, within, ends } = ticksOf(piece, CLOSER_ONLY || last !== undefined, lang);
  const slant = (at: number): Shape => line('break', at - 5, y + 13, at + 5, y - 13);
  const all = ticks.map((tick): Standing => ({ ...tick, x: xOf(tick.at) }));
  const seen = all.filter(({ x }) => x >= x0 - SAME && x <= x1 + SAME);
  const begins = seen.some(({ x, label }) => label !== undefined && x - x0 < 1);
  const end = (x: number, year: number): Standing => ({ x, label: formatYear(year, lang), turn: true });
  // The ends of an axis of years say the last year, and the first at its edge where no tick says it.
  const turns = [
    ...(last === undefined ? [] : [end(xOf(last), last)]),
    ...(begins ? [] : [end(x0, Math.floor(from))]),
  ];
  const edges = [x0, x1]
    .filter((edge) => seen.every(({ x }) => Math.abs(x - edge) >= 0.5))
    .map((x): Standing => ({ x, label: undefined }));
  const setAll = (text: string, x: number, anchor: 'start' | 'middle'): Word =>
    setWord({ role: 'year', text, x, y: y + LABELS, anchor }, measure);
  const lies = within === undefined ? [] : [setAll(within, frame.within, 'start')];
  const [begin = frame.within - GAP] = lies.map((word) => word.x + word.width);
  const room = { from: !CLOSER_ONLY && frame.breaks?.before ? x0 : begin + GAP, to: x1 + BEYOND };
  const shown: Shown = { room, set: (text, x) => setAll(text, x, 'middle') };
  const words = cells ? cellWords(piece, all, shown) : wordsUnder(ends ? [...turns, ...seen] : seen, shown);
  const isNamed = ({ x, label }: Standing): boolean =>
    cells === true ||
    words.some((word) => word.text === label && word.x <= x + 1 && word.x + word.width >= x - 1);
  // A tick whose own year found no room would be read as the year of the label it stands over.
  const isOver = ({ x }: Standing): boolean => words.some((word) => word.x < x && x < word.x + word.width);
  const drawn = [...seen, ...edges].filter((one) => one.label === undefined || isNamed(one) || !isOver(one));
  return {
    shapes: [
      line('axis', x0, y, x1, y),
      // One that is not named stands out for nothing.
      ...drawn.map((one) => {
        const { x, long } = one;
        return line('tick', x, y, x, y + (long && isNamed(one) ? LONG_TICK : TICK));
      }),
      ...(!CLOSER_ONLY && frame.breaks?.before ? [slant(x0 - 2)] : []),
      ...(!CLOSER_ONLY && frame.breaks?.after ? [slant(x1 + 2)] : []),
    ],
    words: [...lies, ...words],
  };
}
