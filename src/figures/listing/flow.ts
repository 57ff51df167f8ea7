/** A piece of a list that is never split: a heading, or an entry. Heights in sheet px. */
export interface Block {
  readonly height: number;
  /** Free space above it, but not at the top of a column. */
  readonly gap: number;
  /** A heading stays with what follows it. */
  readonly heading: boolean;
}

/** Pages of columns of blocks. */
export type Flow<B> = readonly (readonly (readonly B[])[])[];

/** Steps in which the columns are shortened to end at one height. */
const STEP = 12;

/**
 * Fills columns with blocks, in order. `tops` are the tops of the columns of one page, the same on each; all end
 * at `bottom` or, so that the last page is as full as the first, a little above it. `runningHead` may name a block
 * to repeat at the top of a column in which a group goes on.
 */
export function flow<B extends Block>(
  blocks: readonly B[],
  tops: readonly number[],
  bottom: number,
  runningHead: (block: B) => B | undefined = () => undefined,
): Flow<B> {
  const fill = (to: number) => fillColumns(blocks, tops, to, runningHead);
  let best = fill(bottom);
  const pages = Math.ceil(best.length / tops.length);
  for (let to = bottom - STEP; to > Math.max(...tops); to -= STEP) {
    const columns = fill(to);
    if (columns.length > pages * tops.length || overflows(columns, tops, to)) break;
    best = columns;
  }
  return Array.from({ length: pages }, (_, page) => best.slice(page * tops.length, (page + 1) * tops.length));
}

/** How many times as large a list may be set where it leaves room; `screen.css` has a class for each. */
const ENLARGED = [1.5, 1.35, 1.2, 1.1];
/** A list of more pages is as small as it may be. */
const FEW_PAGES = 6;

/**
 * The pages of a list, as large as its number of pages lets it be.
 * @param lay lays it out on a sheet so many times smaller than it is
 * @returns the pages, and the class that sets them so large; none where they are as small as they may be
 */
export function enlarge<B extends Block>(
  lay: (times: number) => Flow<B>,
): {
  readonly pages: Flow<B>;
  readonly larger: string;
} {
  const pages = lay(1);
  if (pages.length > FEW_PAGES) return { pages, larger: '' };
  for (const times of ENLARGED) {
    const found = lay(times);
    if (found.length <= pages.length) return { pages: found, larger: ` listing-${Math.round(times * 100)}` };
  }
  return { pages, larger: '' };
}

/** Height of blocks standing under one another. */
export function heightOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { height, gap }, index) => sum + height + (index === 0 ? 0 : gap), 0);
}

function fillColumns<B extends Block>(
  blocks: readonly B[],
  tops: readonly number[],
  bottom: number,
  runningHead: (block: B) => B | undefined,
): readonly (readonly B[])[] {
  const columns: B[][] = [];
  for (const group of bindHeadings(blocks)) {
    const column = columns.at(-1);
    const room = bottom - (tops[(columns.length - 1) % tops.length] ?? bottom);
    if (column && heightOf([...column, ...group]) <= room) {
      column.push(...group);
      continue;
    }
    const [first] = group;
    const head = first && !first.heading ? runningHead(first) : undefined;
    columns.push(head ? [head, ...group] : [...group]);
  }
  return columns;
}

/** Headings bound to the block after them. */
function bindHeadings<B extends Block>(blocks: readonly B[]): readonly (readonly B[])[] {
  const groups: B[][] = [];
  for (const block of blocks) {
    const group = groups.at(-1);
    if (group?.at(-1)?.heading) group.push(block);
    else groups.push([block]);
  }
  return groups;
}

function overflows(columns: readonly (readonly Block[])[], tops: readonly number[], bottom: number): boolean {
  return columns.some((column, index) => heightOf(column) > bottom - (tops[index % tops.length] ?? bottom));
}
