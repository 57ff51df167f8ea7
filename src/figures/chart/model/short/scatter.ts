import { type Column, columnAt, namedColumn, type Table } from '../../../../base/table/table.ts';
import { keptRows, onlyThese } from './choose-rows.ts';
import type { Gathered, Wide } from './gather.ts';
import { type Along, error, type Measured, type ShortReading, standsAt } from './roles.ts';

/** Scattered points: each row is one, named by the first column of names that tells most rows apart. */
export function scatter(
  table: Table,
  along: Along,
  measured: readonly Measured[],
  reading: ShortReading,
): Wide | undefined {
  const { spec, placeOf, report } = reading;
  const kept = keptRows(table, reading);
  const split =
    spec.series === undefined ? undefined : namedColumn(table, spec.series, placeOf(['series']), report);
  const facet =
    spec.facet === undefined ? undefined : namedColumn(table, spec.facet, placeOf(['facet']), report);
  if (!kept || (spec.series && !split) || (spec.facet && !facet)) return undefined;
  const nameColumn = nameOf(table, along);
  const asked = onlyThese(
    kept,
    nameColumn && !split ? { ...along, name: nameColumn.name, texts: nameColumn.cells } : along,
    split,
    reading,
  );
  if (!asked) return undefined;
  const xOf = (row: number) => standsAt(along, row);
  const rows = asked.filter((row) => xOf(row) !== undefined);
  if (rows.length < asked.length)
    report({
      severity: 'notice',
      place: placeOf(['x']),
      what: `${asked.length - rows.length} of ${asked.length} rows have no number under "${along.name}" and are not drawn`,
      fix: 'Nothing is to be done if that is right.',
    });
  if (rows.length === 0)
    return error(
      reading,
      placeOf(['x']),
      `no row has a number under "${along.name}"`,
      'Name another column with "x".',
    );
  const groups = new Map<
    string,
    {
      name: string;
      facet: string | undefined;
      cells: Map<number, { text: string; value: number | undefined }>;
    }
  >();
  for (const [position, row] of rows.entries())
    for (const { column, numbers } of measured) {
      const parts = [
        split && (split.cells[row] || '—'),
        measured.length > 1 || !split ? column.name : undefined,
      ];
      const name = parts.filter((part) => part !== undefined).join(', ');
      const panel = facet?.cells[row];
      const key = `${panel ?? ''}\u0000${name}`;
      const group = groups.get(key) ?? { name, facet: panel, cells: new Map() };
      groups.set(key, group);
      const cell = numbers.cells[row];
      group.cells.set(position, {
        text: column.cells[row] ?? '',
        value: cell?.kind === 'number' ? cell.value : undefined,
      });
    }
  const series: readonly Gathered[] = [...groups.values()];
  return {
    positions: {
      at: rows.map((row) => xOf(row) ?? 0),
      names: rows.map((row) => [nameColumn?.cells[row], along.texts[row]].filter(Boolean).join(', ')),
    },
    series,
    facets: facet ? [...new Set(rows.map((row) => facet.cells[row] ?? ''))] : [],
    aside: [],
    rows,
    unplaced: asked.filter((row) => xOf(row) === undefined),
    folded: true,
    nameColumn,
  };
}

function nameOf(table: Table, along: Along): Column | undefined {
  const count = table.rows.length;
  return table.columns
    .map((_, index) => columnAt(table, index))
    .find(({ index, cells }) => {
      if (along.columns.includes(index)) return false;
      const words = cells.filter((cell) => /\p{L}{2}/u.test(cell)).length;
      return words > count * 0.8 && new Set(cells).size > count * 0.9;
    });
}
