/**
 * Where the labels of one lane stand: a pure choice among places, the best one found and the same on every run.
 *
 * A label may stand above or below its mark, over it in whole or in part, or level with it, left or right; in rows
 * farther out it is a flag on a stem. Labels are dealt in order of their marks, and a choice is kept as long as no
 * other is both cheaper and leaves as much room. So the search is exact unless more than `BEAM` choices stay open.
 */

import { CLOSER_ONLY } from '../closer-only.ts';
import type { View } from '../view.ts';
import { APART, CLEAR, type Form, formsOf, SAME } from './forms.ts';
import type { Placement, Room, Rows, Spot, Wish } from './wish.ts';

export type * from './wish.ts';

/** From a flag's stem to its text. */
const FLAG_GAP = 9;
/** Clear between two labels: room for a stem between them. */
const GAP = 2 * FLAG_GAP;
/** What it costs to read as one line with the label before. */
const NEAR = 5;
const BEAM = 32;
/**
 * With many labels fewer choices stay open, so that a full lane takes no longer than this many steps. An era names all
 * its events, and a closer look at them is waited for.
 */
const STEPS = 1000;
const ERA_STEPS = 400;
const LEAST = 8;

/** One way to have placed the first labels: how far each row is taken, and how it came about. */
interface Choice {
  /** Right end of the text in each row (level, then above from the line out, then below), then its last stem. */
  readonly ends: readonly number[];
  /** All ends together: one that leaves as much room as another has no more. */
  readonly taken: number;
  readonly cost: number;
  readonly spot: Spot | undefined;
  readonly before: Choice | undefined;
}

/** Places the labels of one lane within `room`, for any rows; the wishes are in order of their marks. */
export function labelPlacer(
  wishes: readonly Wish[],
  room: Room,
  kind: View['kind'],
): (rows: Rows) => Placement {
  const wished = wishes.map((wish) => formsOf(wish, room));
  const beam = Math.max(
    LEAST,
    Math.min(BEAM, Math.floor((CLOSER_ONLY || kind === 'era' ? ERA_STEPS : STEPS) / wishes.length)),
  );
  const shelf: Shelf = { options: [], end: 0, free: 0, cheapest: 0, x: 0 };
  return (rows) => {
    const lines = linesOf(rows);
    const ends = Array<number>(2 * lines.length).fill(room.from - APART);
    let open: readonly Choice[] = [{ ends, taken: 0, cost: 0, spot: undefined, before: undefined }];
    for (const forms of wished) {
      shelf.options = [];
      for (const before of open) {
        const [{ wish }] = forms;
        const cost = before.cost + wish.cost.label + wish.cost.second;
        shelf.options.push({ before, cost, form: undefined, line: LEVEL, x: 0 });
        for (const form of forms) addPlaces(shelf, before, form, lines, room);
      }
      open = prune(shelf.options, beam, lines.length);
    }
    const best = open.reduce((a, b) => (b.cost < a.cost ? b : a));
    const spots: (Spot | undefined)[] = [];
    for (let at: Choice | undefined = best; at?.before; at = at.before) spots.unshift(at.spot);
    return { spots, cost: best.cost };
  };
}

/** A row of labels, and where its text and stems are counted in a choice's ends. */
interface Line extends Pick<Spot, 'side' | 'row'> {
  readonly index: number;
}

const LEVEL: Line = { side: 'level', row: 0, index: 0 };

/** The rows next to the marks, then the one level with them, then those of flags. */
function linesOf({ above, below }: Rows): readonly Line[] {
  const lines = Array.from({ length: above + below }, (_, nth): Line => {
    const side = nth < above ? 'above' : 'below';
    return { side, row: nth < above ? nth : nth - above, index: nth + 1 };
  });
  return [...lines.filter(({ row }) => row === 0), LEVEL, ...lines.filter(({ row }) => row > 0)];
}

/** A choice not yet made: of the many only the best few are worked out. Flat, since there are so many. */
interface Option {
  readonly before: Choice;
  /** All costs up to and with this label. */
  readonly cost: number;
  /** Undefined where the label is left out. */
  readonly form: Form | undefined;
  readonly line: Line;
  readonly x: number;
}

/** Where options are gathered. It is one for all of them: what is made anew for each takes longer than to find it. */
interface Shelf {
  options: Option[];
  /** Where the text of a row ends, and least x of a further one. */
  end: number;
  free: number;
  /** The cheapest place in a row so far. */
  cheapest: number;
  x: number;
}

/**
 * The places for a label of one form behind the labels of a choice, as far as they are in the room and free: in the
 * rows next to the mark, level with it, and on a flag's stem as far out as no text in the rows between is in its way.
 */
function addPlaces(shelf: Shelf, before: Choice, form: Form, lines: readonly Line[], room: Room): void {
  const { wish, width, least, most } = form;
  const { stem = Number.NEGATIVE_INFINITY } = wish;
  const { ends } = before;
  let reaches = true;
  for (const line of lines) {
    const { side, row, index } = line;
    const end = ends[index] ?? 0;
    const free = Math.max(end + GAP, (ends[lines.length + index] ?? 0) + CLEAR);
    shelf.end = end;
    shelf.free = free - SAME;
    shelf.cheapest = Number.POSITIVE_INFINITY;
    if (row > 0) {
      reaches = (row === 1 || reaches) && (ends[index - 1] ?? 0) <= stem - CLEAR;
      if (!reaches) continue;
      const cost = (side === 'above' ? 6 : 7.5) + 3 * row;
      const [right, left] = [stem + FLAG_GAP, stem - FLAG_GAP - width];
      if (right + width <= room.to + SAME) add(shelf, before, form, line, right, cost);
      if (left >= room.from - SAME) add(shelf, before, form, line, left, cost + 1);
    } else if (side === 'level')
      for (const { x, cost } of form.level) add(shelf, before, form, line, x, cost);
    else {
      const away = side === wish.prefers ? 0 : wish.otherSide;
      for (const { x, cost } of form.over) add(shelf, before, form, line, x, cost + away);
      const first = Math.max(least, free);
      if (first <= most) {
        const apart = Math.max(first, Math.min(most, free - GAP + APART));
        add(shelf, before, form, line, first, form.moved(first) + away);
        if (apart !== first) add(shelf, before, form, line, apart, form.moved(apart) + away);
        add(shelf, before, form, line, most, form.moved(most) + away);
      }
      for (const { x, cost } of form.atEnd) add(shelf, before, form, line, x, cost + away);
    }
  }
}

function add(shelf: Shelf, before: Choice, form: Form, line: Line, x: number, place: number): void {
  if (x < shelf.free) return;
  const cost = before.cost + form.price + place + (x - shelf.end < APART ? NEAR : 0);
  // No better than one that takes no more of this row.
  if (cost >= shelf.cheapest && x >= shelf.x) return;
  if (cost < shelf.cheapest) {
    shelf.cheapest = cost;
    shelf.x = x;
  }
  shelf.options.push({ before, cost, form, line, x });
}

/** How far the rows are taken once a label stands: what comes later keeps clear of it and of its flag's stem. */
function extend({ before: { ends }, form, line, x }: Option, count: number): readonly number[] {
  if (!form) return ends;
  const { row, index } = line;
  const after = ends.slice();
  after[index] = x + form.width;
  if (row > 0) after.fill(form.wish.stem ?? 0, count + index - row, count + index + 1);
  return after;
}

/** The best choices, without each that another one beats or equals in cost and in the room it leaves. */
function prune(options: Option[], beam: number, count: number): readonly Choice[] {
  const kept: Choice[] = [];
  for (const option of options.sort((a, b) => a.cost - b.cost)) {
    const ends = extend(option, count);
    let taken = 0;
    for (const end of ends) taken += end;
    if (kept.some((better) => better.taken < taken + 1 && leavesAsMuch(better.ends, ends))) continue;
    const { before, cost, form, line, x } = option;
    const spot = form && { side: line.side, row: line.row, x, full: form.full };
    kept.push({ ends, taken, cost, before, spot });
    if (kept.length === beam) break;
  }
  return kept;
}

function leavesAsMuch(ends: readonly number[], others: readonly number[]): boolean {
  for (let row = 0; row < ends.length; row++) if ((ends[row] ?? 0) > (others[row] ?? 0) + SAME) return false;
  return true;
}
