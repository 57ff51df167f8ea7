/**
 * Where the labels of one lane stand: a pure choice among places, the best one found and the same on every run.
 *
 * A label may stand above or below its mark, over it in whole or in part, or level with it, left or right; in rows
 * farther out it is a flag on a stem. Labels are dealt in order of their marks, and a choice is kept as long as no
 * other is both cheaper and leaves as much room. So the search is exact unless more than `BEAM` choices stay open.
 */

import { CLOSER_ONLY } from '../closer-only.ts';
import type { View } from '../view.ts';
import { APART, type Candidate, CLEAR, FLAG_GAP, type Form, formsOf, SAME } from './forms.ts';
import type { Placement, Room, Rows, Spot, Wish } from './wish.ts';

export type * from './wish.ts';

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
  return (rows) => {
    const lines = linesOf(rows);
    const optionsOf = gather(lines);
    const ends = Array<number>(2 * lines.length).fill(room.from - APART);
    let open: readonly Choice[] = [{ ends, taken: 0, cost: 0, spot: undefined, before: undefined }];
    for (const forms of wished) open = prune(optionsOf(open, forms), beam, lines.length);
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

const LEFT_OUT = { form: undefined, line: LEVEL, x: 0 };

/**
 * Gathers the places for a label behind each choice, as far as they are in the room and free: in the rows next to the
 * mark, level with it, and on a flag's stem as far out as no text in the rows between is in its way. What is made anew
 * for each place takes longer than to find it; so does a loop by an iterator, as long as a script is young.
 */
function gather(lines: readonly Line[]) {
  let options: Option[] = [];
  let before: Choice;
  let form: Form;
  let line = LEVEL;
  /** Where the text of a row ends, and least x of a further one; the cheapest place in the row so far. */
  let [end, free, cheapest, cheapestX] = [0, 0, 0, 0];
  const add = (x: number, place: number): void => {
    if (x < free - SAME) return;
    const cost = before.cost + form.price + place + (x - end < APART ? NEAR : 0);
    // No better than one that takes no more of this row.
    if (cost >= cheapest && x >= cheapestX) return;
    if (cost < cheapest) [cheapest, cheapestX] = [cost, x];
    options.push({ before, cost, form, line, x });
  };
  const addEach = (places: readonly Candidate[], away: number) =>
    places.forEach(({ x, cost }) => {
      add(x, cost + away);
    });
  const addBeside = ({ least, most, over, atEnd, moved }: Form, away: number): void => {
    const addMoved = (x: number) => add(x, moved(x) + away);
    addEach(over, away);
    const first = Math.max(least, free);
    if (first <= most) {
      addMoved(first);
      addMoved(Math.max(first, Math.min(most, free - GAP + APART)));
      addMoved(most);
    }
    addEach(atEnd, away);
  };
  const addForm = (one: Form): void => {
    form = one;
    const { wish, level, flags } = form;
    let reaches = true;
    lines.forEach((next) => {
      line = next;
      const { side, row, index } = line;
      end = before.ends[index] ?? 0;
      free = Math.max(end + GAP, (before.ends[lines.length + index] ?? 0) + CLEAR);
      cheapest = Number.POSITIVE_INFINITY;
      if (row > 0) {
        reaches = (row === 1 || reaches) && (before.ends[index - 1] ?? 0) <= (wish.stem ?? 0) - CLEAR;
        if (reaches) addEach(flags, (side === 'above' ? 6 : 7.5) + 3 * row);
      } else if (side === 'level') addEach(level, 0);
      else addBeside(form, side === wish.prefers ? 0 : wish.otherSide);
    });
  };
  return (open: readonly Choice[], forms: readonly [Form, ...Form[]]): Option[] => {
    const [{ wish }] = forms;
    options = [];
    open.forEach((choice) => {
      before = choice;
      options.push({ ...LEFT_OUT, before, cost: before.cost + wish.cost.label + wish.cost.second });
      forms.forEach(addForm);
    });
    return options;
  };
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
  options
    .sort((a, b) => a.cost - b.cost)
    .some((option) => {
      const ends = extend(option, count);
      const taken = ends.reduce((sum, end) => sum + end, 0);
      if (kept.some((better) => better.taken < taken + 1 && leavesAsMuch(better.ends, ends))) return false;
      const { before, cost, form, line, x } = option;
      const spot = form && { side: line.side, row: line.row, x, full: form.full };
      return kept.push({ ends, taken, cost, before, spot }) === beam;
    });
  return kept;
}

function leavesAsMuch(ends: readonly number[], others: readonly number[]): boolean {
  return ends.every((end, row) => end <= (others[row] ?? 0) + SAME);
}
