import type { Place, Report } from '../problem.ts';
import type { Frame } from './frame.ts';

/** Place of a cell by its line in the file and its column, both counted from 0. */
export type PlaceOfCell = (line: number, column: number) => Place;

/** Heads that stand twice are told apart by a number, which has to be known to name them. */
export function tellTwice(
  head: number,
  written: readonly string[],
  columns: readonly string[],
  placeOf: PlaceOfCell,
  report: Report,
): void {
  const at = columns.findIndex(
    (name, column) =>
      written[column] && /\(\d+\)$/.test(name) && name !== written[column]?.replace(/\s+/g, ' '),
  );
  if (at < 0) return;
  report({
    severity: 'notice',
    place: placeOf(head, at),
    what: `two columns are called "${written[at]}": this one is "${columns[at]}" here`,
    fix: 'Give each a name of its own.',
  });
}

/** A line of units under the heads is no row. */
export function tellUnits(cells: readonly string[], place: Place, report: Report): void {
  report({
    severity: 'notice',
    place,
    what: `the line under the heads holds units ("${cells.filter(Boolean).slice(0, 4).join('", "')}") and is no row`,
    fix: 'Write the unit with "scale: { unit: … }".',
  });
}

/** A first column under no head. */
export function tellRowNames(place: Place, first: string, report: Report): void {
  report({
    severity: 'notice',
    place,
    what: `each row has a cell more than the heads: the first names the row, and "${first}" is the second`,
    fix: 'Write a head for the first column too.',
  });
}

/** A file without heads, and lines under the heads that say what the columns are. */
export function tellAbout(
  { head }: Frame,
  heads: readonly string[],
  about: readonly (readonly string[])[],
  placeOf: () => Place,
  report: Report,
): void {
  if (head < 0)
    report({
      severity: 'notice',
      place: placeOf(),
      what: `no line names the columns: they are called "${heads.join('", "')}" here`,
      fix: 'Write their names in a line above the first row.',
    });
  if (about.length === 0) return;
  const quoted = about.map((cells) => cells.filter(Boolean).slice(0, 2).join(' ')).join('", "');
  report({
    severity: 'notice',
    place: placeOf(),
    what: `${about.length === 1 ? 'a line' : `${about.length} lines`} under the heads ${about.length === 1 ? 'says' : 'say'} what the columns are and ${about.length === 1 ? 'is no row' : 'are no rows'}: "${quoted.length > 120 ? `${quoted.slice(0, 120)}…` : quoted}"`,
    fix: 'Nothing is to be done if that is right.',
  });
}

const LONGEST_QUOTE = 60;

/** Names the lines above and below the table that are no rows of it. */
export function tellLeftOut(
  lines: readonly (readonly string[])[],
  placeOf: PlaceOfCell,
  { above, below }: Frame,
  report: Report,
): void {
  for (const [where, all] of [
    ['above', above],
    ['below', below],
  ] as const) {
    const [first] = all;
    if (first === undefined) continue;
    const text = (lines[first] ?? [])
      .map((cell) => cell.trim())
      .filter(Boolean)
      .join(', ')
      .trim();
    const quoted = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
    report({
      severity: 'notice',
      place: placeOf(first, 0),
      what: `${all.length === 1 ? 'a line' : `${all.length} lines`} ${where} the table ${all.length === 1 ? 'is' : 'are'} no part of it: "${quoted}"`,
      fix: 'Nothing is to be done if that is right; else take blank lines out of the table.',
    });
  }
}

/** Few rows are longer than the others where a comma in a number parts it: `1,200` would be drawn as 1. */
export function tellCutNumbers(
  { body }: Frame,
  cellsOf: (at: number) => readonly string[],
  width: number,
  placeOf: PlaceOfCell,
  report: Report,
): boolean {
  const long = body.filter((at) => cellsOf(at).length > width);
  if (long.length * 2 > body.length) return false;
  let isCut = false;
  for (const at of long) {
    const [all, whole = '', rest = ''] = CUT.exec(cellsOf(at).slice(1).join(',')) ?? [];
    if (all === undefined) continue;
    isCut = true;
    report({
      severity: 'error',
      place: placeOf(at, 0),
      what: `this row has ${cellsOf(at).length} cells, the header has ${width}: the comma in ${whole},${rest} parts it`,
      fix: `Put "${whole},${rest}" in quotation marks.`,
    });
  }
  return isCut;
}

/** Thousands or decimals behind a comma, as the last cells of a row. */
const CUT = /(?:^|,)(-?\d{1,3}),(\d{1,3})$/;

/** Rows with cells under no head, and rows that end early: once each, with how many there are. */
export function tellUneven(
  { body }: Frame,
  cellsOf: (at: number) => readonly string[],
  heads: readonly string[],
  placeOf: PlaceOfCell,
  open: boolean,
  report: Report,
): void {
  const least = open ? 0 : heads.findLastIndex(Boolean) + 1;
  const isLong = (cells: readonly string[]) =>
    cells.length > heads.length && cells.slice(heads.length).some(Boolean);
  const long = body.filter((at) => isLong(cellsOf(at)));
  const short = body.filter((at) => cellsOf(at).length < least);
  const tell = (rows: readonly number[], what: (count: string, cells: number) => string, fix: string) => {
    const [first] = rows;
    if (first === undefined) return;
    const count = rows.length === 1 ? 'this row has' : `${rows.length} rows have`;
    report({ severity: 'notice', place: placeOf(first, 0), what: what(count, cellsOf(first).length), fix });
  };
  tell(
    long,
    (count, cells) => `${count} more cells than the header (${cells} for ${heads.length})`,
    `Cells are read from the left; the surplus is called "(column ${heads.length + 1})". Quote a cell that holds a separator.`,
  );
  tell(
    short,
    (count, cells) => `${count} fewer cells than the header (${cells} for ${heads.length})`,
    'What is missing at the end counts as empty.',
  );
}
