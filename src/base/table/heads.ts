import { aboutColumns, guessedHeads, headsOver } from './about-columns.ts';
import type { Frame } from './frame.ts';
import { isGap } from './number.ts';

/** Lines of cells with the heads that name them, once both have been made plain. */
export interface Headed {
  readonly heads: readonly string[];
  readonly lines: readonly (readonly string[])[];
  readonly frame: Frame;
  /** Line of the units, which is no row. */
  readonly units: number | undefined;
  /** Further lines that say what the columns are, and are no rows. */
  readonly about: readonly number[];
  /** How many columns the first one of the file became. */
  readonly packed: number;
  /** Whether the names of the rows stood under no head, as R writes them. */
  readonly rowNames: boolean;
}

const isNumber = (cell: string) => /^[\s$€£¥(+−-]*[\d.,\s]*\d[\d.,\s%)]*$/.test(cell);

const hasBlankEnd = (cell: string) => cell !== '' && cell !== cell.trim();

/**
 * The heads of a table. What stands on two lines (a year over `Men` and `Women`) becomes one; a line of units under the
 * heads is no row; a first column that holds several, as Eurostat packs them (`unit,geo\time`), is taken apart.
 */
export function readHeads(all: readonly (readonly string[])[], frame: Frame): Headed {
  const lines = all.map((cells) => (cells.some(hasBlankEnd) ? cells.map((cell) => cell.trim()) : cells));
  if (frame.head < 0)
    return {
      heads: guessedHeads(lines, frame),
      lines,
      frame,
      units: undefined,
      about: [],
      packed: 1,
      rowNames: false,
    };
  const written = (lines[frame.head] ?? []).map((head) => head.replace(/^#\s*(?=\S)/, ''));
  const rowNames = areRowNames(lines, frame, written);
  const first = rowNames ? ['', ...written] : written;
  const about = aboutColumns(lines, frame);
  const single =
    about.length > 0
      ? headsOver(
          first,
          about.map((at) => lines[at] ?? []),
        )
      : first;
  const repeated = about.length > 0 ? undefined : headsUnderRepeated(lines, frame, single);
  if (repeated) return { ...repeated, lines, units: undefined, about, packed: 1, rowNames };
  const over = groupsOver(lines, frame, single);
  const under = over || about.length > 0 ? undefined : lineUnder(lines, frame);
  const below = under === undefined ? [] : (lines[under] ?? []);
  const isSecond = below.some((cell, column) => cell !== '' && !single[column]);
  const heads = over ?? (isSecond ? joinedHeads(single, below) : single);
  const headed = {
    heads,
    lines,
    frame: {
      ...frame,
      above: over ? frame.above.slice(0, -1) : frame.above,
      body: under === undefined ? frame.body.slice(about.length) : frame.body.slice(1),
    },
    units: isSecond ? undefined : under,
    about,
    packed: 1,
    rowNames,
  };
  return unpacked(headed);
}

/** Whether each row has one cell more than the heads, in front: its number, or its name before numbers only. */
function areRowNames(
  lines: readonly (readonly string[])[],
  { body }: Frame,
  heads: readonly string[],
): boolean {
  const width = heads.length + 1;
  if (body.length < 2 || heads.length < 2 || !heads.every(Boolean)) return false;
  const isFull = (at: number) => lines[at]?.length === width && lines[at]?.at(-1) !== '';
  if (!body.every(isFull)) return false;
  const firsts = body.map((at) => lines[at]?.[0] ?? '');
  if (firsts.every((cell, nth) => cell === String(nth + 1))) return true;
  const isValue = (cell: string) => isNumber(cell) || isGap(cell);
  const areNumbers = body.every((at) => (lines[at] ?? []).slice(1).every(isValue));
  return areNumbers && new Set(firsts).size === firsts.length && firsts.every((cell) => /^\p{L}/u.test(cell));
}

/** Heads under the groups that stand over them, where heads alone would stand twice. */
function groupsOver(
  lines: readonly (readonly string[])[],
  { head, above }: Frame,
  heads: readonly string[],
): readonly string[] | undefined {
  const filled = heads.filter(Boolean);
  if (above.at(-1) !== head - 1 || new Set(filled).size === filled.length) return undefined;
  const groups = lines[head - 1] ?? [];
  if (groups.filter(Boolean).length < 2 || groups.length > heads.length) return undefined;
  return joinedHeads(groups, heads);
}

/** Heads that repeat (`Exports` over each of its years), with those on the line below, which tell them apart. */
function headsUnderRepeated(
  lines: readonly (readonly string[])[],
  frame: Frame,
  groups: readonly string[],
): Pick<Headed, 'heads' | 'frame'> | undefined {
  const [first, ...body] = frame.body;
  const [name, ...others] = groups;
  const filled = others.filter(Boolean);
  if (first === undefined || body.length === 0 || new Set(filled).size === filled.length) return undefined;
  const [below = '', ...under] = lines[first] ?? [];
  const isHead = (cell: string) => cell !== '' && (!isNumber(cell) || /^[12]\d{3}$/.test(cell));
  if (under.length !== others.length || !under.every(isHead)) return undefined;
  if ((name !== '' && below !== '' && name !== below) || isNumber(below)) return undefined;
  const heads = joinedHeads(groups, lines[first] ?? []);
  if (new Set(heads).size < heads.length || body.every((at) => (lines[at] ?? []).slice(1).every(isHead)))
    return undefined;
  return { heads, frame: { ...frame, head: first, body } };
}

/** `2019` over `Men` is `2019, Men`; a group holds until the next one begins. */
function joinedHeads(groups: readonly string[], heads: readonly string[]): readonly string[] {
  let group = '';
  return Array.from({ length: Math.max(groups.length, heads.length) }, (_, column) => {
    const [own = '', over = ''] = [heads[column], groups[column]];
    if (over !== '') group = over;
    return own === '' ? over : group === '' || group === own ? own : `${group}, ${own}`;
  });
}

/** A line of words right under the heads, over columns of numbers: their units, or a second line of heads. */
function lineUnder(lines: readonly (readonly string[])[], { body }: Frame): number | undefined {
  const [first, ...rest] = body;
  if (first === undefined || rest.length < 3) return undefined;
  const cells = lines[first] ?? [];
  const [name = '', ...others] = cells;
  if (name !== '' && !/^\(?(units?|einheit(en)?|unités?)\)?$/i.test(name)) return undefined;
  if (!others.some(Boolean) || others.some(isNumber)) return undefined;
  const overNumbers = others.every((cell, nth) => {
    const below = rest.map((at) => lines[at]?.[nth + 1] ?? '').filter(Boolean);
    return cell === '' || below.filter(isNumber).length > below.length * 0.6;
  });
  return overNumbers ? first : undefined;
}

/** Takes a first column apart that holds several, parted by commas, with what runs along behind a backslash. */
function unpacked(headed: Headed): Headed {
  const { heads, lines, frame } = headed;
  const [first = '', ...others] = heads;
  const names = (/^(.+)\\[^\\]+$/.exec(first)?.[1] ?? '').split(',');
  const split = (cell: string) => cell.split(',').map((part) => part.trim());
  if (names[0] === '' || frame.body.some((at) => split(lines[at]?.[0] ?? '').length !== names.length))
    return headed;
  const body = new Set(frame.body);
  return {
    ...headed,
    heads: [...names.map((name) => name.trim()), ...others],
    lines: lines.map((cells, at) => (body.has(at) ? [...split(cells[0] ?? ''), ...cells.slice(1)] : cells)),
    packed: names.length,
  };
}
