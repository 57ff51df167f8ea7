import { type Crowd, crowdOf } from './crowd.ts';
import type { PlacedLabel } from './label-spots.ts';

/** Rounds in which names go back to better spots that have become free. */
const ROUNDS = 3;
/** How many names may be moved at once: first as many as stand in the way, then one for one, which loses none. */
const AT_ONCE = [Number.POSITIVE_INFINITY, 1];
/** Times that a name without room takes another's spot, for each place: then what is best so far is kept. */
const STEPS = 60;

/** Chooses a spot for as many names as it can, none of which disturbs another; undefined where there is no room. */
export function chooseSpots(
  choices: readonly (readonly PlacedLabel[])[],
): readonly (PlacedLabel | undefined)[] {
  const board = new Board(crowdOf(choices));
  chooseOneByOne(board);
  for (const most of AT_ONCE) makeRoom(board, most);
  for (let round = 0; round < ROUNDS; round++) for (const place of choices.keys()) board.settle(place);
  return board.taken();
}

/** Which spots are taken, and how many of those taken disturb each other one. */
class Board {
  readonly crowd: Crowd;
  readonly #at: (number | undefined)[];
  readonly #hits: Int32Array;

  constructor(crowd: Crowd) {
    this.crowd = crowd;
    this.#at = crowd.spots.map(() => undefined);
    this.#hits = new Int32Array(crowd.labels.length);
  }

  /** Places whose name has no spot and might have one, in order. */
  waiting(): readonly number[] {
    return [...this.#at.entries()].flatMap(([place, spot]) =>
      spot === undefined && this.spotsOf(place).length > 0 ? [place] : [],
    );
  }

  spotsOf(place: number): readonly number[] {
    return this.crowd.spots[place] ?? [];
  }

  isFree(spot: number): boolean {
    return this.hits(spot) === 0;
  }

  /** How many of the spots taken disturb one. */
  hits(spot: number): number {
    return this.#hits[spot] ?? 0;
  }

  take(place: number, spot: number): void {
    this.leave(place);
    this.#at[place] = spot;
    this.#mark(spot, 1);
  }

  leave(place: number): void {
    const spot = this.#at[place];
    if (spot !== undefined) this.#mark(spot, -1);
    this.#at[place] = undefined;
  }

  /** Takes the best spot of a place that is free, if there is one. */
  settle(place: number): boolean {
    const found = this.spotsOf(place).find((spot) => this.isFree(spot));
    if (found !== undefined) this.take(place, found);
    return found !== undefined;
  }

  /** The places whose names disturb a spot where they are. */
  inTheWayOf(spot: number): readonly number[] {
    return (this.crowd.disturbed[spot] ?? []).flatMap((other) => {
      const owner = this.crowd.owners[other];
      return owner !== undefined && this.#at[owner] === other ? [owner] : [];
    });
  }

  keep(): readonly (number | undefined)[] {
    return [...this.#at];
  }

  restore(kept: readonly (number | undefined)[]): void {
    for (const place of kept.keys()) this.leave(place);
    for (const [place, spot] of kept.entries()) if (spot !== undefined) this.take(place, spot);
  }

  taken(): readonly (PlacedLabel | undefined)[] {
    return this.#at.map((spot) => (spot === undefined ? undefined : this.crowd.labels[spot]));
  }

  #mark(spot: number, by: number): void {
    for (const other of this.crowd.disturbed[spot] ?? []) this.#hits[other] = this.hits(other) + by;
  }
}

/** The place with the fewest spots left chooses first, so that the others keep one; else in order. */
function chooseOneByOne(board: Board): void {
  const waiting = new Set(board.crowd.spots.keys());
  const left = board.crowd.spots.map(({ length }) => length);
  while (waiting.size > 0) {
    let next = -1;
    for (const place of waiting) if (next < 0 || (left[place] ?? 0) < (left[next] ?? 0)) next = place;
    waiting.delete(next);
    const free = board.spotsOf(next).filter((spot) => board.isFree(spot));
    // Of the spots it has, the first that leaves every other name one, if there is such a spot.
    const chosen = free.find((spot) => leavesAll(board, spot, waiting, left)) ?? free[0];
    if (chosen === undefined) continue;
    for (const [place, count] of takenFrom(board, chosen)) left[place] = (left[place] ?? 0) - count;
    board.take(next, chosen);
  }
}

/** Whether every name still waiting has a spot left beside a label. */
function leavesAll(
  board: Board,
  spot: number,
  waiting: ReadonlySet<number>,
  left: readonly number[],
): boolean {
  for (const [place, count] of takenFrom(board, spot))
    if (waiting.has(place) && count === left[place]) return false;
  return true;
}

/** How many free spots each other place loses by one that is taken. */
function takenFrom(board: Board, spot: number): ReadonlyMap<number, number> {
  const lost = new Map<number, number>();
  for (const other of board.crowd.disturbed[spot] ?? []) {
    const owner = board.crowd.owners[other];
    if (owner !== undefined && board.isFree(other)) lost.set(owner, (lost.get(owner) ?? 0) + 1);
  }
  return lost;
}

/**
 * Names without room take spots of others, which look for a new one: so long as more of them find room than before.
 * A spot that was lost last is taken last, so that two names do not take one from the other for ever.
 */
function makeRoom(board: Board, most: number): void {
  const lostAt = new Int32Array(board.crowd.labels.length);
  const queue = [...board.waiting()];
  let best = { kept: board.keep(), without: queue.length };
  const steps = STEPS * board.crowd.spots.length;
  for (let step = 1; step <= steps && queue.length > 0; step++) {
    const place = queue.shift();
    if (place === undefined || board.settle(place)) continue;
    const spot = cheapest(board, place, lostAt);
    if (spot === undefined) continue;
    if (board.hits(spot) > most) {
      queue.push(place);
      continue;
    }
    const moved = board.inTheWayOf(spot);
    for (const other of moved) board.leave(other);
    board.take(place, spot);
    lostAt[spot] = step;
    queue.push(...moved.filter((other) => !board.settle(other)));
    if (queue.length < best.without) best = { kept: board.keep(), without: queue.length };
  }
  if (queue.length > best.without) board.restore(best.kept);
}

/** The spot that the fewest names stand in the way of; of several the one that has been left alone longest. */
function cheapest(board: Board, place: number, lostAt: Int32Array): number | undefined {
  let found: number | undefined;
  for (const spot of board.spotsOf(place)) {
    if (found === undefined) found = spot;
    const by = board.hits(spot) - board.hits(found) || (lostAt[spot] ?? 0) - (lostAt[found] ?? 0);
    if (by < 0) found = spot;
  }
  return found;
}
