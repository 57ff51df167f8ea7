import { suggest } from '../nearest.ts';
import type { Place, Report } from '../problem.ts';

/**
 * A table as any of its files has it (CSV, TSV, a JSON list, a sheet of a workbook): heads, and below them cells of
 * text that know where they stand. What a cell means is read by `readNumbers` and `readDates`, a column at a time.
 */
export interface Table {
  /** Path, with `#Sheet` where a sheet of a workbook was named. */
  readonly file: string;
  /** Heads without the blanks around them; one with no text is called `(column 3)`, a second one of a name `name (2)`. */
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** Whether semicolons part its cells, as programs write where the comma is the decimal sign. */
  readonly semicolons: boolean;
}

export interface Row {
  /** One for each column, blanks around them cut; empty where the file has none. */
  readonly cells: readonly string[];
  /** Place of the cell of a column, counted from 0. May read the file from its start: ask for what is told. */
  readonly placeOf: (column: number) => Place;
}

/** The cells of a column with their places, from the first row to the last. */
export interface Column {
  readonly name: string;
  readonly index: number;
  readonly cells: readonly string[];
  readonly placeOf: (row: number) => Place;
}

/** A column by its position. */
export function columnAt(table: Table, index: number): Column {
  return {
    name: table.columns[index] ?? '',
    index,
    cells: table.rows.map(({ cells }) => cells[index] ?? ''),
    placeOf: (row) => table.rows[row]?.placeOf(index) ?? { file: table.file, line: 1, column: 1 },
  };
}

/** Position of a column by its head, in its own letters or, where only one differs by them, in small ones and capitals. */
export function findColumn(table: Table, name: string): number | undefined {
  // `unit,geo\time`, as Eurostat writes the head of packed columns, means the last of them.
  const [, packed] = /([^,\\]+)\\[^\\]+$/.exec(name) ?? [];
  const wanted = (packed ?? name).trim();
  const exact = [name.trim(), wanted].map((one) => table.columns.indexOf(one)).find((at) => at >= 0);
  if (exact !== undefined) return exact;
  const near = table.columns.flatMap((other, index) => (plain(other) === plain(wanted) ? [index] : []));
  return near.length === 1 ? near[0] : undefined;
}

const plain = (name: string) => name.toLowerCase().replace(/[\s_]+/g, ' ');

/** A column by its head; reported at `place` (where the author names it) if the table has none of that name. */
export function namedColumn(table: Table, name: string, place: Place, report: Report): Column | undefined {
  const index = findColumn(table, name);
  if (index !== undefined) return columnAt(table, index);
  const fix = suggest(name, table.columns);
  report({ severity: 'error', place, what: `${table.file} has no column "${name}"`, fix });
  return undefined;
}

/** Heads made fit to be named: each has a text, and no two the same. */
export function distinctHeads(heads: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return heads.map((written, index) => {
    const head = written.replace(/\s+/g, ' ').trim() || `(column ${index + 1})`;
    let name = head;
    for (let nth = 2; taken.has(name); nth++) name = `${head} (${nth})`;
    taken.add(name);
    return name;
  });
}
