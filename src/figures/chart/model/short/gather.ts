import { type Column, namedColumn, type Table } from '../../../../base/table/table.ts';
import { type Cell, cellOf } from './cell.ts';
import { betweenThese, keptRows, onlyThese, withoutBareEnds } from './choose-rows.ts';
import {
  type Along,
  error,
  listed,
  type Measured,
  type Roles,
  type ShortReading,
  standsAt,
} from './roles.ts';
import { tellShared } from './shared-rows.ts';
import { totalsAmong } from './totals.ts';

/** The values of one name, by position on the axis and in its order; a position no row has is not in it. */
export interface Gathered {
  readonly name: string;
  readonly facet: string | undefined;
  readonly cells: ReadonlyMap<number, Cell>;
}

/** Positions of the axis: where they stand and what they are called. */
export interface Positions {
  readonly at: readonly number[];
  readonly names: readonly string[];
}

export interface Wide {
  readonly positions: Positions;
  readonly series: readonly Gathered[];
  /** Columns that only the table has. */
  readonly aside: readonly Gathered[];
  readonly facets: readonly string[];
  /** Rows of the file that are drawn. */
  readonly rows: readonly number[];
  /** Further rows that have no place on the axis, for the table. */
  readonly unplaced: readonly number[];
  /** Whether rows were counted together. */
  readonly folded: boolean;
  /** What scattered points are called by. */
  readonly nameColumn?: Column | undefined;
}

/** The position of each row on the axis; undefined for a row that has none. */
export function positionsOf(
  along: Along,
  rows: readonly number[],
  reading: ShortReading,
): OnAxis | undefined {
  const { report } = reading;
  const totals = totalsAmong(along, rows, reading);
  const keyOf = (row: number): number | string | undefined => {
    if (totals.has(row)) return undefined;
    return along.kind === 'names' ? along.texts[row] || undefined : standsAt(along, row);
  };
  const keyed: (number | string | undefined)[] = Array(along.texts.length).fill(undefined);
  for (const row of rows) keyed[row] = keyOf(row);
  const lost = rows.filter(
    (row) => keyed[row] === undefined && (along.texts[row] ?? '') !== '' && !totals.has(row),
  );
  const empty = rows.filter((row) => (along.texts[row] ?? '') === '');
  const [first] = lost;
  if (first !== undefined)
    report({
      severity: lost.length * 5 > rows.length ? 'error' : 'notice',
      place: along.placeOf(first),
      what: `"${along.texts[first]}" is no ${along.kind === 'time' ? 'date' : 'number'}${lost.length > 1 ? ` (${lost.length} such rows)` : ''}: the row is not drawn`,
      fix: `"${along.name}" was taken for ${along.kind === 'time' ? 'dates' : 'numbers'}.`,
    });
  const [nameless] = empty;
  if (nameless !== undefined)
    report({
      severity: 'notice',
      place: along.placeOf(nameless),
      what: `${empty.length === 1 ? 'a row has' : `${empty.length} rows have`} nothing under "${along.name}" and ${empty.length === 1 ? 'is' : 'are'} not drawn`,
      fix: 'Say what the row is about.',
    });
  const placed = rising(keyed, rows, along) ?? inAnyOrder(keyed, rows, along);
  if (placed.positions.at.length === 0)
    return error(
      reading,
      reading.placeOf(['file']),
      `no row has a ${along.kind === 'names' ? 'name' : 'date or number'} under "${along.name}"`,
      'Name another column with "x".',
    );
  return placed;
}

interface OnAxis {
  readonly positions: Positions;
  /** The position of each row; undefined for a row that has none. */
  readonly of: readonly (number | undefined)[];
}

type Keys = readonly (number | string | undefined)[];

/** Each row on a position of its own, where dates or numbers rise from row to row, as in most long files. */
function rising(keyed: Keys, rows: readonly number[], { texts }: Along): OnAxis | undefined {
  const at: number[] = [];
  const names: string[] = [];
  const of: (number | undefined)[] = Array(texts.length).fill(undefined);
  let before = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    const key = keyed[row];
    if (key === undefined) continue;
    if (typeof key === 'string' || key <= before) return undefined;
    of[row] = at.length;
    at.push(key);
    names.push(texts[row] ?? '');
    before = key;
  }
  return { positions: { at, names }, of };
}

function inAnyOrder(keyed: Keys, rows: readonly number[], { kind, texts }: Along): OnAxis {
  const keys = new Map<number | string, string>();
  for (const row of rows) {
    const key = keyed[row];
    if (key !== undefined && !keys.has(key)) keys.set(key, texts[row] ?? '');
  }
  const sorted = [...keys.keys()];
  if (kind !== 'names') sorted.sort((a, b) => Number(a) - Number(b));
  const ranks = new Map<number | string, number>();
  for (const [nth, key] of sorted.entries()) ranks.set(key, nth);
  const of: (number | undefined)[] = Array(texts.length).fill(undefined);
  for (const row of rows) of[row] = ranks.get(keyed[row] ?? '');
  return {
    positions: {
      at: sorted.map((key, nth) => (kind === 'names' ? nth : Number(key))),
      names: sorted.map((key) => keys.get(key) ?? ''),
    },
    of,
  };
}

/** Sorts the rows into series and facets. */
export function gather(
  table: Table,
  along: Along,
  { measured: drawn, aside }: Roles,
  reading: ShortReading,
): Wide | undefined {
  const { spec, placeOf, report } = reading;
  const measured = [...drawn, ...aside];
  const kept = keptRows(table, reading);
  const split =
    spec.series === undefined ? undefined : namedColumn(table, spec.series, placeOf(['series']), report);
  const facet =
    spec.facet === undefined ? undefined : namedColumn(table, spec.facet, placeOf(['facet']), report);
  if (!kept || (spec.series && !split) || (spec.facet && !facet)) return undefined;
  const asked = onlyThese(kept, along, split, reading);
  const between = asked && betweenThese(asked, along, reading);
  const rows = between && withoutBareEnds(table, between, along, drawn, reading);
  const placed = rows && positionsOf(along, rows, reading);
  if (!rows || !placed) return undefined;
  const groups = new Map<
    string,
    { name: string; facet: string | undefined; measured: Measured; rows: Map<number, number[]> }
  >();
  const order = split && spec.only ? spec.only : undefined;
  for (const row of rows) {
    const at = placed.of[row];
    if (at === undefined) continue;
    for (const one of measured) {
      const part = split && (split.cells[row] || '—');
      const name =
        part === undefined ? one.column.name : measured.length > 1 ? `${part}, ${one.column.name}` : part;
      const panel = facet?.cells[row];
      const key = panel === undefined ? name : `${panel}\u0000${name}`;
      const group = groups.get(key) ?? { name, facet: panel, measured: one, rows: new Map() };
      groups.set(key, group);
      const same = group.rows.get(at);
      if (same) same.push(row);
      else group.rows.set(at, [row]);
    }
  }
  const all = [...groups.values()];
  if (order) all.sort((a, b) => rank(order, a.name) - rank(order, b.name));
  const folded = all.some((group) => isFolded(group.rows));
  if (folded && !spec.per && spec.as !== 'scatter') {
    tellShared(table, along, all, split, reading);
    return undefined;
  }
  const gathered = (columns: readonly Measured[]) =>
    all
      .filter(({ measured: one }) => columns.includes(one))
      .map(({ name, facet: panel, measured: one, rows: byPosition }) => ({
        name,
        facet: panel,
        cells: inOrder(byPosition, (same) => cellOf(one, same, spec.per, reading.lang)),
      }));
  const found = gathered(drawn);
  const empty = facet ? [] : withoutNumbers(found, reading);
  return {
    positions: placed.positions,
    series: found.filter((one) => !empty.includes(one)),
    aside: [...empty, ...gathered(aside)],
    facets: facet ? [...new Set(rows.map((row) => facet.cells[row] ?? ''))] : [],
    rows,
    unplaced: [],
    folded,
  };
}

/** Series among others that hold no number, as the heads of groups do: only the table has them, and that is said. */
function withoutNumbers(all: readonly Gathered[], { report, placeOf }: ShortReading): readonly Gathered[] {
  const empty = all.filter(({ cells }) => [...cells.values()].every(({ value }) => value === undefined));
  if (empty.length === 0 || empty.length === all.length) return [];
  report({
    severity: 'notice',
    place: placeOf(['file']),
    what: `${listed(empty.map(({ name }) => name))} ${empty.length === 1 ? 'holds' : 'hold'} no number and ${empty.length === 1 ? 'is' : 'are'} in the table only`,
    fix: 'Nothing is to be done if that is right.',
  });
  return empty;
}

/** Whether several rows share a position. */
function isFolded(rows: ReadonlyMap<number, readonly number[]>): boolean {
  for (const same of rows.values()) if (same.length > 1) return true;
  return false;
}

/** Cells in the order of their positions. */
function inOrder(
  rows: ReadonlyMap<number, readonly number[]>,
  cellFor: (rows: readonly number[]) => Cell,
): ReadonlyMap<number, Cell> {
  const positions = [...rows.keys()];
  if (positions.some((at, nth) => at < (positions[nth - 1] ?? 0))) positions.sort((a, b) => a - b);
  const cells = new Map<number, Cell>();
  for (const at of positions) cells.set(at, cellFor(rows.get(at) ?? []));
  return cells;
}

const rank = (order: readonly string[], name: string) => {
  const at = order.findIndex((one) => name === one || name.startsWith(`${one}, `));
  return at < 0 ? order.length : at;
};
