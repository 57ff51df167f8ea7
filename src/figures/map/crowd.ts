import { type Box, cross, meets, runsThrough } from './boxes-and-lines.ts';
import type { PlacedLabel } from './label-spots.ts';

/** All spots that names may take, by number, and which of them cannot be taken together. */
export interface Crowd {
  readonly labels: readonly PlacedLabel[];
  /** The place whose name each is for. */
  readonly owners: readonly number[];
  /** Those of each place, what is best first. */
  readonly spots: readonly (readonly number[])[];
  /** Those of other places that each disturbs. */
  readonly disturbed: readonly (readonly number[])[];
}

/** Px of a square of the sheet: only what reaches into the same one is looked at together. */
const SQUARE = 80;
/** Px between a name and the line to another. */
const TOUCH = 6;

/** Finds which spots of all names disturb which, each pair looked at once. */
export function crowdOf(choices: readonly (readonly PlacedLabel[])[]): Crowd {
  const labels = choices.flat();
  const owners = choices.flatMap((spots, place) => spots.map(() => place));
  const disturbed = labels.map((): number[] => []);
  const reaches = labels.map(reachOf);
  const look = (a: number, b: number) => {
    const [one, other, here, there] = [labels[a], labels[b], reaches[a], reaches[b]];
    if (!one || !other || !here || !there || !meets(here, there) || !disturbs(one, other)) return;
    disturbed[a]?.push(b);
    disturbed[b]?.push(a);
  };
  const squares = new Map<string, number[]>();
  for (const [index, reach] of reaches.entries())
    for (const [x, y] of squaresOf(reach)) {
      const there = squares.get(`${x} ${y}`) ?? [];
      squares.set(`${x} ${y}`, there);
      for (const other of there)
        if (owners[other] !== owners[index] && isFirst([x, y], reach, reaches[other])) look(other, index);
      there.push(index);
    }
  let first = 0;
  const spots = choices.map(({ length }) => {
    first += length;
    return Array.from({ length }, (_, nth) => first - length + nth);
  });
  return { labels, owners, spots, disturbed };
}

/** All that a label takes: its name with the room around it, and its line. */
function reachOf({ box, leader }: PlacedLabel): Box {
  const [x1, y1, x2, y2] = leader ?? [box.left, box.top, box.right, box.bottom];
  return {
    left: Math.min(box.left, x1, x2) - TOUCH,
    top: Math.min(box.top, y1, y2),
    right: Math.max(box.right, x1, x2) + TOUCH,
    bottom: Math.max(box.bottom, y1, y2),
  };
}

const squareAt = (at: number) => Math.floor(at / SQUARE);

function squaresOf({ left, top, right, bottom }: Box): readonly (readonly [x: number, y: number])[] {
  const found: [number, number][] = [];
  for (let y = squareAt(top); y <= squareAt(bottom); y++)
    for (let x = squareAt(left); x <= squareAt(right); x++) found.push([x, y]);
  return found;
}

/** Whether a square is the first of those that two reach into: they are looked at there and nowhere else. */
function isFirst([x, y]: readonly [number, number], a: Box, b: Box | undefined): boolean {
  return (
    b !== undefined && x === squareAt(Math.max(a.left, b.left)) && y === squareAt(Math.max(a.top, b.top))
  );
}

/** Whether two names meet, a line to one touches the other, or their lines cross. */
export function disturbs(a: PlacedLabel, b: PlacedLabel): boolean {
  return (
    meets(a.box, b.box) ||
    touches(a.leader, b.box) ||
    touches(b.leader, a.box) ||
    (a.leader !== undefined && b.leader !== undefined && cross(a.leader, b.leader))
  );
}

function touches(leader: PlacedLabel['leader'], { left, right, top, bottom }: Box): boolean {
  return (
    leader !== undefined && runsThrough(leader, { left: left - TOUCH, right: right + TOUCH, top, bottom })
  );
}
