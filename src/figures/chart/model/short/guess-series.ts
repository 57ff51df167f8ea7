import { isTotal } from '../../../../base/table/is-total.ts';
import { type Column, columnAt, type Table } from '../../../../base/table/table.ts';
import { keptRows } from './choose-rows.ts';
import { CODE, NAME } from './name-columns.ts';
import type { Along, ShortReading } from './roles.ts';

/** So many series are drawn without being asked for. */
const MOST = 40;

/** What a long table of one kind of rows or two is drawn as, where its author does not say. */
type Guess = Partial<Pick<ShortReading['spec'], 'series' | 'facet' | 'where'>>;

/**
 * The column of words that tells rows apart which share a place on the axis, where its author names none: a long table
 * has one series for each of its few values. Where it takes two columns, the sums of the one are drawn (`total`), or a
 * panel for each of its values. Undefined where no row shares a place, or no two columns part them.
 */
export function guessSeries(table: Table, along: Along, reading: ShortReading): Guess | undefined {
  const { spec } = reading;
  const isOpen = !spec.series && !spec.per && spec.as !== 'scatter' && along.kind !== 'number';
  if (isOpen && spec.only) return columnOfOnly(table, along, spec.only, reading);
  if (!isOpen || (spec.y && (!Array.isArray(spec.y) || spec.y.length > 1))) return undefined;
  const kept = keptRows(table, { ...reading, report: () => undefined });
  const rows = kept?.filter((row) => !along.dates || along.dates.cells[row] !== undefined);
  if (!rows || !sharesPlace(along.texts, rows)) return undefined;
  return oneColumn(table, along, rows, reading) ?? twoColumns(table, along, rows, reading);
}

/** The one column that holds all the names of `only`, where none of them stands on the axis. */
function columnOfOnly(
  table: Table,
  along: Along,
  only: readonly string[],
  { report, placeOf }: ShortReading,
): Guess | undefined {
  if (only.some((name) => along.texts.includes(name))) return undefined;
  const holding = table.columns.filter((_, index) => {
    const known = new Set(columnAt(table, index).cells);
    return only.every((name) => known.has(name));
  });
  const [series] = holding;
  if (series === undefined || holding.length > 1) return undefined;
  report({
    severity: 'notice',
    place: placeOf(['only']),
    what: `"only" names what stands under "${series}": there is a series for each of them`,
    fix: `Write "series: ${series}".`,
  });
  return { series };
}

function oneColumn(
  table: Table,
  along: Along,
  rows: readonly number[],
  { spec, report, placeOf }: ShortReading,
): Guess | undefined {
  const facet = spec.facet === undefined ? -1 : table.columns.indexOf(spec.facet);
  const taken = new Set([...along.columns, facet]);
  const parting = table.columns.flatMap((_, index): Column[] => {
    if (taken.has(index)) return [];
    const column = columnAt(table, index);
    return parts(column, along.texts, facet < 0 ? [] : columnAt(table, facet).cells, rows) ? [column] : [];
  });
  const length = ({ cells }: Column) => rows.reduce((sum, row) => sum + (cells[row] ?? '').length, 0);
  // Of the name of a place and its code the name is the longer.
  const named = parting.filter(({ name }) => NAME.test(name) && !CODE.test(name));
  const best =
    named.reduce<Column | undefined>(
      (most, one) => (most && length(most) >= length(one) ? most : one),
      undefined,
    ) ??
    parting.find(({ name }) => !CODE.test(name)) ??
    parting[0];
  if (!best) return undefined;
  report({
    severity: 'notice',
    place: placeOf(['file']),
    what: `several rows share a place under "${along.name}": there is a series for each "${best.name}"`,
    fix: `Write "series: ${best.name}", or "per: mean" (sum, median, last) to draw one value for them.`,
  });
  return { series: best.name };
}

/** What the rows of all are called in a column of kinds. */
const isWhole = (cell: string) =>
  isTotal(cell) || /^(all( \w+)?|both( sexes)?|overall|total\b.*)$/i.test(cell);
/** So many panels are drawn without being asked for. */
const MOST_PANELS = 6;

function twoColumns(
  table: Table,
  along: Along,
  rows: readonly number[],
  { spec, report, placeOf }: ShortReading,
): Guess | undefined {
  if (spec.facet !== undefined) return undefined;
  const columns = table.columns.flatMap((_, index) => {
    const column = columnAt(table, index);
    const known = new Set(rows.map((row) => column.cells[row] ?? ''));
    const isWords = [...known].every((cell) => /\p{L}/u.test(cell));
    return isWords && known.size > 1 && known.size <= MOST && !along.columns.includes(index)
      ? [{ column, known }]
      : [];
  });
  const tell = (what: string, written: string, guess: Guess) => {
    report({
      severity: 'notice',
      place: placeOf(['file']),
      what: `several rows share a place under "${along.name}": ${what}`,
      fix: `Write ${written}, or another "series" and "where".`,
    });
    return guess;
  };
  for (const { column: kind, known } of columns) {
    const whole = [...known].find(isWhole);
    const left = rows.filter((row) => kind.cells[row] === whole);
    const one = columns.find(({ column }) => column !== kind && parts(column, along.texts, [], left));
    if (whole === undefined || !one) continue;
    const { name } = one.column;
    return tell(
      `there is a series for each "${name}", of the rows that have "${whole}" under "${kind.name}"`,
      `"series: ${name}" and "where: { ${kind.name}: ${whole} }"`,
      { series: name, where: { ...spec.where, [kind.name]: [whole] } },
    );
  }
  for (const { column: panel } of columns.filter(({ known }) => known.size <= MOST_PANELS)) {
    const one = columns.find(
      ({ column }) => column !== panel && parts(column, along.texts, panel.cells, rows),
    );
    if (!one) continue;
    const { name } = one.column;
    return tell(
      `there is a panel for each "${panel.name}" and a series for each "${name}"`,
      `"facet: ${panel.name}" and "series: ${name}"`,
      { series: name, facet: panel.name },
    );
  }
  return undefined;
}

function sharesPlace(texts: readonly string[], rows: readonly number[]): boolean {
  return new Set(rows.map((row) => texts[row])).size < rows.length;
}

/** Whether a column holds a few words, and no two rows of a place (and a panel) the same. */
function parts(
  { cells }: Column,
  texts: readonly string[],
  facets: readonly string[],
  rows: readonly number[],
): boolean {
  const words = new Set<string>();
  const keys = new Set<string>();
  for (const row of rows) {
    const cell = cells[row] ?? '';
    if (!/\p{L}/u.test(cell)) return false;
    words.add(cell);
    const key = `${texts[row]}\u0000${facets[row] ?? ''}\u0000${cell}`;
    if (words.size > MOST || keys.has(key)) return false;
    keys.add(key);
  }
  return words.size > 1;
}
