import type { Frame } from './frame.ts';

type Lines = readonly (readonly string[])[];

/** So many lines of them at most, and so many rows below them at least. */
const MOST = 15;
const LEAST_ROWS = 5;

const DATE =
  /^([12]\d{3}\b|[12]\d{3}\D|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,2}[-/.][12]\d{3}|\p{L}{3,9}\.?[-/., ']+(\d{4}|\d{2})\b|Q[1-4]\b)/u;
/** A date of another make: -3000, 44 BC, c. 886, 26 oct 899. What says what a column is begins with a word. */
const OTHER_DATE =
  /^\W*((c|ca|circa|about|before|after|early|late|mid|um|vor|nach|vers|avant)\b\W*)?Y?[-−]?\d|\d\s*(b\.?\s?c|a\.?\s?d|c\.?\s?e|ka|ma|[vn]\.?\s?chr)\b/iu;
const SUM = /^((grand |sub)?totals?|sum|summe|(ins)?gesamt|合計|総計|計)$/i;
const isNumber = (cell: string) => /^[\s$€£¥(+−-]*[\d.,\s]*\d[\d.,\s%)]*$/.test(cell);

/**
 * Lines between the heads and the first date that say what the columns are: their codes, units, days of issue. Offices
 * write them under the titles of series. None where the rows below are no dates.
 */
export function aboutColumns(lines: Lines, { body }: Frame): readonly number[] {
  const isDated = (at: number) => DATE.test(lines[at]?.[0] ?? '');
  const first = body.findIndex(isDated);
  if (first < 1 || first > MOST) return [];
  const [about, rows] = [body.slice(0, first), body.slice(first)];
  if (rows.length < LEAST_ROWS || rows.filter(isDated).length < rows.length * 0.9) return [];
  const isWords = (at: number) => (lines[at] ?? []).slice(1).some((cell) => cell !== '' && !isNumber(cell));
  const isRow = (name: string) => SUM.test(name) || OTHER_DATE.test(name);
  if (!about.some(isWords) || about.some((at) => isRow(lines[at]?.[0] ?? ''))) return [];
  // A line with numbers where the rows have them is a row whose date is not known.
  const isValue = (at: number, column: number) => /^[-+−]?[\d.,\s]*\d%?$/.test(lines[at]?.[column] ?? '');
  const width = lines[rows[0] ?? -1]?.length ?? 0;
  const numeric = Array.from({ length: width }, (_, column) => column).filter(
    (column) => column > 0 && rows.filter((at) => isValue(at, column)).length > rows.length * 0.8,
  );
  const isLike = (at: number) => numeric.length > 0 && numeric.every((column) => isValue(at, column));
  if (about.length > 1 && about.every((at) => lines[at]?.[0] === '' && isLike(at))) return [];
  // One line of words over numbers is that of the units.
  return about.length === 1 && lines[about[0] ?? -1]?.[0] === '' ? [] : about;
}

/** Heads with what the lines under them add where the head of the dates stands lower, or only codes stand above. */
export function headsOver(heads: readonly string[], about: Lines): readonly string[] {
  if (heads[0]) return heads;
  const named = about.findIndex(([first]) => first);
  // Lines down to the one that names the dates, and those without a name that follow it.
  const after = named < 0 ? 0 : about.slice(named + 1).findIndex(([first]) => first);
  const full = about[named]?.slice(1).every(Boolean) ?? false;
  const end = named < 0 || !full ? Math.max(0, named) : after < 0 ? about.length : named + 1 + after;
  const parts = about.slice(0, named < 0 ? about.length : end);
  return heads.map((head, column) => {
    const words = parts.map((cells) => cells[column] ?? '').filter(Boolean);
    const isCode = words.length > 0 && /^\S*[\d._]\S*$/.test(head);
    return [...(isCode ? [] : [head]), ...words].filter(Boolean).join(', ');
  });
}

/** Names of columns that have none: what holds years and months says so by itself, the others are counted. */
export function guessedHeads(lines: Lines, { body }: Frame): readonly string[] {
  const width = Math.max(0, ...body.slice(0, 60).map((at) => lines[at]?.length ?? 0));
  const all = (column: number, is: (cell: string) => boolean) =>
    body.length > 0 && body.every((at) => is(lines[at]?.[column] ?? ''));
  const isYear = (column: number) => all(column, (cell) => /^(1[5-9]|20)\d\d$/.test(cell));
  const isMonth = (column: number) => all(column, (cell) => /^(0?[1-9]|1[0-2])$/.test(cell));
  return Array.from({ length: width }, (_, column) => {
    if (isYear(column)) return 'year';
    return column > 0 && isYear(column - 1) && isMonth(column) ? 'month' : `column ${column + 1}`;
  });
}
