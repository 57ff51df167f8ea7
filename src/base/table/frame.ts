/** Where the table of a file begins and ends among its lines, counted from 0. */
export interface Frame {
  /** -1 where the file has no heads. */
  readonly head: number;
  /** Lines of the body, blank ones left out. */
  readonly body: readonly number[];
  /** Lines with text above the head and below the body. */
  readonly above: readonly number[];
  readonly below: readonly number[];
}

const NOTE =
  /^\W{0,3}(sources?|notes?|remarks?|footnotes?|quellen?|anmerkung(en)?|stand|fuentes?|notas?|fontes?|fonti|bron(nen)?|last updated?|updated|released?|data from|copyright|©|\(c\)|\*|†|\[\d\]|\d\)|#|https?:)/i;
/** How far down a head is looked for, and how many lines of notes may stand below a blank line. */
const DEEPEST = 60;
const MOST_NOTES = 40;

const isFilled = (cell: string) => cell !== '' && cell.trim() !== '';
const filled = (cells: readonly string[]) =>
  cells.reduce((count, cell) => (isFilled(cell) ? count + 1 : count), 0);
const isNumber = (cell: string) => /^[\s$€£¥(+−-]*[\d.,\s\u00a0\u202f]*\d[\d.,\s%)]*$/.test(cell);

/** Finds the head of a table, what stands above it (a title, a date of issue) and below it (sources, notes); `blanks` where nothing else parts its cells. */
export function findFrame(lines: readonly (readonly string[])[], blanks = false): Frame | undefined {
  const written: number[] = [];
  for (let at = 0; at < lines.length; at++) if (lines[at]?.some(isFilled)) written.push(at);
  const [first] = written;
  if (first === undefined) return undefined;
  const width = widthOf(lines, written);
  // Where blanks part the cells, a sentence above the table has cells too: a head has one for each column.
  const whole = blanks ? written.find((at) => (lines[at] ?? []).length === width) : undefined;
  const found = whole ?? findHead(lines, written, width) ?? first;
  const head = isRow(lines, written, found) ? -1 : found;
  const inside = written.filter((at) => at > head && at >= found);
  const end = findEnd(lines, inside, width);
  return {
    head,
    body: inside.filter((at) => at < end),
    above: written.filter((at) => at < found),
    below: inside.filter((at) => at >= end),
  };
}

const DATE = /^\d{4}[-/.]\d{1,2}([-/.]\d{1,2})?([ T]\d.*)?$|^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}$/;

/** Whether what stands where heads are looked for is a row like those below it: numbers or dates all, and no run of years. */
function isRow(lines: readonly (readonly string[])[], written: readonly number[], at: number): boolean {
  const isValue = (cell: string) => isNumber(cell) || DATE.test(cell.trim());
  const valuesOf = (line: number | undefined) =>
    (lines[line ?? -1] ?? []).map((cell) => cell.trim()).filter(Boolean);
  const cells = valuesOf(at);
  const next = valuesOf(written[written.indexOf(at) + 1]);
  if (cells.length < 2 || next.length !== cells.length) return false;
  if (![...cells, ...next].every(isValue)) return false;
  const years = cells.filter((cell) => /^[12]\d{3}$/.test(cell)).map(Number);
  const dates = cells.filter((cell) => DATE.test(cell));
  return years.length < 2 && dates.length < 2;
}

/** How many cells most lines have, the empty ones at their ends left out of long tails. */
function widthOf(lines: readonly (readonly string[])[], written: readonly number[]): number {
  const times = new Map<number, number>();
  for (const at of written) {
    const { length } = lines[at] ?? [];
    times.set(length, (times.get(length) ?? 0) + 1);
  }
  let [most, width] = [0, 1];
  for (const [cells, count] of times)
    if (count > most || (count === most && cells > width)) [most, width] = [count, cells];
  return width;
}

/** The first line that fills at least half the columns and is followed by another; not one parted from the rest by a blank line. */
function findHead(
  lines: readonly (readonly string[])[],
  written: readonly number[],
  width: number,
): number | undefined {
  // Sheets end in columns that hold nothing.
  const most = Math.max(0, ...written.slice(0, DEEPEST).map((at) => filled(lines[at] ?? [])));
  const enough = Math.max(Math.min(2, width), Math.ceil(Math.min(width, most) / 2));
  const candidates = written.filter(
    (at, nth) =>
      nth < DEEPEST && filled(lines[at] ?? []) >= enough && (lines[at] ?? []).length >= Math.min(width, 2),
  );
  const commented = (at: number) => /^\s*#/.test(lines[at]?.[0] ?? '');
  const plain = candidates.find((at) => !commented(at) || !hasBareBelow(lines, written, at));
  const head = candidates.find((at) => !commented(at) && !endsBlock(lines, written, at, width)) ?? plain;
  const above = written.findLast((at) => head !== undefined && at < head);
  // "# year, value" above lines of numbers only is their head.
  const numbers =
    head !== undefined && (lines[head] ?? []).every((cell) => cell.trim() === '' || isNumber(cell));
  if (numbers && above !== undefined && commented(above) && (lines[above] ?? []).length === width)
    return above;
  return head;
}

function hasBareBelow(
  lines: readonly (readonly string[])[],
  written: readonly number[],
  head: number,
): boolean {
  return written.some(
    (at) => at > head && filled(lines[at] ?? []) > 1 && !/^\s*#/.test(lines[at]?.[0] ?? ''),
  );
}

/** Whether a line that could be a head ends a block before the table: a blank line or two follow, and then more columns or another head. */
function endsBlock(
  lines: readonly (readonly string[])[],
  written: readonly number[],
  at: number,
  width: number,
): boolean {
  const after = written.slice(written.indexOf(at) + 1);
  const blank = after
    .slice(0, 5)
    .findIndex((other, nth) => other - (nth === 0 ? at : (after[nth - 1] ?? at)) > 1);
  if (blank < 0 || blank > 3 || after.length - blank < 2) return false;
  const block = [at, ...after.slice(0, blank)];
  const next = after[blank] ?? at;
  const isHead = (line: number) =>
    (lines[line] ?? []).every((cell) => !isNumber(cell)) && (lines[line] ?? []).length === width;
  return isHead(next) && after.length - blank > block.length;
}

/** The line at which notes below the table begin; past the last line where there are none. */
function findEnd(lines: readonly (readonly string[])[], inside: readonly number[], width: number): number {
  let end = lines.length;
  if (width < 2) return end;
  for (let nth = inside.length - 1; nth > 0 && inside.length - nth <= MOST_NOTES; nth--) {
    const at = inside[nth] ?? 0;
    const cells = lines[at] ?? [];
    const first = (cells[0] ?? '').trim();
    const count = filled(cells);
    const apart = at - (inside[nth - 1] ?? at) > 1;
    const words = /\p{L}.*\s.*\p{L}|https?:/u.test(first) || NOTE.test(first);
    const alone = count === 1 && first !== '' && !isNumber(first) && (cells.length < width || words);
    // An address in a full row is a cell like the others.
    const address = /^https?:\S+$/.test(first) && cells.length >= width && count > 2;
    const sentence =
      NOTE.test(first) &&
      !address &&
      (/:/.test(first) ||
        ((count < width || first.length > 20) && cells.slice(1).every((cell) => !isNumber(cell))));
    if (alone || sentence) end = at;
    else if (apart && end < lines.length) return end;
    else if (!isTail(lines, inside, nth, width)) break;
  }
  return end;
}

/** Whether everything from a line on follows a blank line and fills few columns: notes broken at their commas. */
function isTail(
  lines: readonly (readonly string[])[],
  inside: readonly number[],
  nth: number,
  width: number,
): boolean {
  const block = inside.slice(0, nth + 1);
  for (let back = block.length - 1; back > 0 && block.length - back < 12; back--) {
    const cells = lines[block[back] ?? 0] ?? [];
    if (filled(cells) >= width && cells.some(isNumber)) return false;
    if ((block[back] ?? 0) - (block[back - 1] ?? 0) > 1) return NOTE.test((cells[0] ?? '').trim());
  }
  return false;
}
