import { findColumn, type Table } from '../../../../base/table/table.ts';
import type { Heads } from './dated-heads.ts';
import type { ShortReading } from './roles.ts';

/** So many columns together name a row at most. */
const MOST = 3;
export const NAME = /name|country|region|area|geo|label|libell|title|item|entity|land|pays|país|category/i;
export const CODE = /code|iso|(^|[\s_-])id$|notes?$/i;

/**
 * The columns of words that tell the rows apart which are drawn: one, a name before a code, else as few of the first
 * as do it together. None where they do not.
 */
export function nameColumns(
  table: Table,
  { columns, year }: Heads,
  { spec }: ShortReading,
): readonly string[] {
  const kept = table.rows.filter(({ cells }) =>
    Object.entries(spec.where).every(([name, wanted]) => {
      const index = findColumn(table, name);
      return index === undefined || wanted.includes(cells[index] ?? '');
    }),
  );
  const facet = spec.facet === undefined ? undefined : findColumn(table, spec.facet);
  const words = table.columns.flatMap((name, index) => {
    if (columns.includes(index) || index === year || index === facet) return [];
    const cells = kept.map((row) => row.cells[index] ?? '').filter(Boolean);
    return cells.filter((cell) => /\p{L}/u.test(cell)).length > cells.length * 0.8 && cells.length > 0
      ? [{ name, index }]
      : [];
  });
  const tells = (some: readonly { readonly index: number }[], whole: boolean) => {
    const keys = kept.map(({ cells }) =>
      [facet, year, ...some.map(({ index }) => index)]
        .map((index) => (index === undefined ? '' : cells[index]))
        .join('\u0000'),
    );
    return (
      new Set(keys).size === keys.length &&
      (!whole || kept.every(({ cells }) => some.every(({ index }) => cells[index] !== '')))
    );
  };
  const single = words.filter((one) => tells([one], true));
  const best =
    single.find(({ name }) => NAME.test(name) && !CODE.test(name)) ??
    single.find(({ name }) => !CODE.test(name)) ??
    single[0];
  if (best) return [best.name];
  const names = words.filter(({ name }) => !CODE.test(name));
  for (let count = 2; count <= Math.min(MOST, names.length); count++)
    if (tells(names.slice(0, count), false)) return names.slice(0, count).map(({ name }) => name);
  return [];
}

/** The table with a further column that joins some of its own: `Hubei, China`. */
export function withJoined(table: Table, names: readonly string[]): Table {
  const indices = names.flatMap((name) => findColumn(table, name) ?? []);
  return {
    ...table,
    columns: [...table.columns, names.join(', ')],
    rows: table.rows.map(({ cells, placeOf }) => ({
      cells: [
        ...cells,
        indices
          .map((index) => cells[index] ?? '')
          .filter(Boolean)
          .join(', '),
      ],
      placeOf: (column) => placeOf(column < cells.length ? column : (indices[0] ?? 0)),
    })),
  };
}
