/**
 * Where the labels of one lane stand: a pure choice among places, the best one found and the same on every run.
 *
 * A label may stand above or below its mark, over it in whole or in part, or level with it, left or right; in rows
 * farther out it is a flag on a stem. Labels are dealt in order of their marks, and a choice is kept as long as no
 * other is both cheaper and leaves as much room. So the search is exact unless more than `BEAM` choices stay open.
 */

import { APART, type Candidate, CLEAR, type Form, formsOf, holdOf, movedTo, passing } from './forms.ts';
import type { Placement, Room, Rows, Spot, Wish } from './wish.ts';

export type * from './wish.ts';

/** From a flag's stem to its text. */
const FLAG_GAP = 9;
/** Clear between two labels: room for a stem between them. */
const GAP = 2 * FLAG_GAP;
/** What it costs to read as one line with the label before. */
const NEAR = 5;
const BEAM = 32;
/** With many labels fewer choices stay open, so that a full lane takes no longer than this many steps. */
const STEPS = 1000;
const LEAST = 8;
const SIDES = ['above', 'below'] as const;

/** One way to have placed the first labels: how far each row is taken, and how it came about. */
interface Choice {
  /** Right end of the text in each row (level, then above from the line out, then below), then its last stem. */
  readonly ends: readonly number[];
  readonly cost: number;
  readonly spot: Spot | undefined;
  readonly before: Choice | undefined;
}

/** Places the labels of one lane within `room`; the wishes are in order of their marks. */
export function placeLabels(wishes: readonly Wish[], rows: Rows, room: Room): Placement {
  const none = room.from - APART;
  let open: readonly Choice[] = [
    { ends: Array<number>(2 * countRows(rows)).fill(none), cost: 0, spot: undefined, before: undefined },
  ];
  const beam = Math.max(LEAST, Math.min(BEAM, Math.floor(STEPS / wishes.length)));
  for (const wish of wishes) {
    const forms = formsOf(wish, room);
    const options: Option[] = [];
    for (const before of open) {
      const cost = before.cost + wish.cost.label + wish.cost.second;
      options.push({ before, cost, form: undefined, side: 'level', row: 0, x: 0 });
      for (const form of forms) addPlaces(options, before, form, rows, room);
    }
    open = prune(options, beam, wish, rows);
  }
  const best = open.reduce((a, b) => (b.cost < a.cost ? b : a));
  const spots: (Spot | undefined)[] = [];
  for (let at: Choice | undefined = best; at?.before; at = at.before) spots.unshift(at.spot);
  return { spots, cost: best.cost };
}

function countRows({ above, below }: Rows): number {
  return 1 + above + below;
}

/** A choice not yet made: of the many only the best few are worked out. Flat, since there are so many. */
interface Option {
  readonly before: Choice;
  /** All costs up to and with this label. */
  readonly cost: number;
  /** Undefined where the label is left out. */
  readonly form: Form | undefined;
  readonly side: Spot['side'];
  readonly row: number;
  readonly x: number;
}

/**
 * The places for a label of one form behind the labels of a choice, as far as they are in the room and free: in the
 * rows next to the mark, level with it, and on a flag's stem as far out as no text in the rows between is in its way.
 */
function addPlaces(options: Option[], before: Choice, form: Form, rows: Rows, room: Room): void {
  const { wish, width, atEnd } = form;
  const { stem } = wish;
  const textEnd = (side: Spot['side'], row: number): number => before.ends[indexOf(side, row, rows)] ?? 0;
  const free = (side: Spot['side'], row: number): number => firstFree(before.ends, side, row, rows);
  const add = (side: Spot['side'], row: number, x: number, cost: number): void => {
    if (x < room.from - 0.01 || x + width > room.to + 0.01 || x < free(side, row) - 0.01) return;
    const near = x - textEnd(side, row) < APART ? NEAR : 0;
    options.push({ before, cost: before.cost + form.price + cost + near, form, side, row, x });
  };
  for (const side of SIDES) {
    if (rows[side] === 0) continue;
    const away = side === wish.prefers ? 0 : wish.otherSide;
    const over = ({ x, cost }: Candidate): void => add(side, 0, x, cost + away);
    // Its left end on the mark's, its right end on the mark's, or moved along.
    const [left, right, most] = form.over;
    const least = Math.max(room.from, wish.from + holdOf(wish, width, room) - width, free(side, 0));
    for (const place of [left, right]) if (place.x >= least - 0.01 && place.x <= most.x + 0.01) over(place);
    if (least <= most.x) {
      for (const x of new Set([least, Math.max(least, Math.min(most.x, free(side, 0) - GAP + APART))]))
        over({ x, cost: movedTo(x, left.x, right.x) + passing(wish, x, width, room) });
      over(most);
    }
    if (atEnd) over(atEnd);
  }
  for (const { x, cost } of form.level) add('level', 0, x, cost);
  if (stem === undefined) return;
  for (const side of SIDES)
    for (let row = 1; row < rows[side] && textEnd(side, row - 1) <= stem - CLEAR; row++) {
      const cost = (side === 'above' ? 6 : 7.5) + 3 * row;
      add(side, row, stem + FLAG_GAP, cost);
      add(side, row, stem - FLAG_GAP - width, cost + 1);
    }
}

/** Where a row's text and stems are counted in a choice's ends. */
function indexOf(side: Spot['side'], row: number, { above }: Rows): number {
  return row + (side === 'level' ? 0 : side === 'above' ? 1 : 1 + above);
}

/** Least x of a further text in a row. */
function firstFree(ends: readonly number[], side: Spot['side'], row: number, rows: Rows): number {
  const index = indexOf(side, row, rows);
  return Math.max((ends[index] ?? 0) + GAP, (ends[countRows(rows) + index] ?? 0) + CLEAR);
}

/** How far the rows are taken once a label stands: what comes later keeps clear of it and of its flag's stem. */
function extend({ before, form, side, row, x }: Option, { stem }: Wish, rows: Rows): readonly number[] {
  if (!form) return before.ends;
  const after = before.ends.slice();
  after[indexOf(side, row, rows)] = x + form.width;
  if (stem === undefined || row === 0) return after;
  for (let passed = 0; passed <= row; passed++) after[countRows(rows) + indexOf(side, passed, rows)] = stem;
  return after;
}

/** The best choices, without each that another one beats or equals in cost and in the room it leaves. */
function prune(options: Option[], beam: number, wish: Wish, rows: Rows): readonly Choice[] {
  const kept: Choice[] = [];
  for (const option of options.sort((a, b) => a.cost - b.cost)) {
    const ends = extend(option, wish, rows);
    if (kept.some((better) => leavesAsMuch(better.ends, ends))) continue;
    const { before, cost, form, side, row, x } = option;
    kept.push({ ends, cost, before, spot: form && { side, row, x, full: form.full } });
    if (kept.length === beam) break;
  }
  return kept;
}

function leavesAsMuch(ends: readonly number[], others: readonly number[]): boolean {
  for (let row = 0; row < ends.length; row++) if ((ends[row] ?? 0) > (others[row] ?? 0) + 0.01) return false;
  return true;
}
