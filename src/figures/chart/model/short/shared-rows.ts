import { type Column, columnAt, type Table } from '../../../../base/table/table.ts';
import { partsOf } from './guess-along.ts';
import { type Along, error, type Measured, type ShortReading } from './roles.ts';

/** Several rows share a place: which column would part them is said, where one would. */
export function tellShared(
  table: Table,
  along: Along,
  groups: readonly {
    readonly name: string;
    readonly measured: Measured;
    readonly rows: ReadonlyMap<number, readonly number[]>;
  }[],
  split: Column | undefined,
  reading: ShortReading,
): void {
  const shared = groups.flatMap(({ name, rows }) =>
    [...rows.values()].filter((same) => same.length > 1).map((same) => ({ name, same })),
  );
  const [first] = shared;
  if (!first) return;
  const [one = 0, two = 0] = first.same;
  const valued = new Set(groups.map(({ measured }) => measured.column.index));
  const differ = table.columns.flatMap((name, index) => {
    if (along.columns.includes(index) || name === split?.name || valued.has(index)) return [];
    const cell = (row: number) => table.rows[row]?.cells[index] ?? '';
    const parts = shared.every(({ same }) => new Set(same.map(cell)).size === same.length);
    return parts && new Set(table.rows.map((_, row) => cell(row))).size <= table.rows.length / 2
      ? [name]
      : [];
  });
  const year = along.columns.length === 1 ? along.columns[0] : undefined;
  const parts =
    year === undefined || split
      ? []
      : partsOf(
          columnAt(table, year),
          table.columns.map((_, index) => columnAt(table, index)),
          reading.lang,
        );
  const [by] = differ;
  const text = along.texts[one] ?? '';
  error(
    reading,
    table.rows[two]?.placeOf(along.columns[0] ?? 0) ?? reading.placeOf(['file']),
    `${first.same.length} rows have "${text}" under "${along.name}"${split ? ` and "${first.name}"` : ''} (the first in line ${table.rows[one]?.placeOf(0).line})`,
    parts.length > 0
      ? `Write "x: [${[along.name, ...parts.map(({ name }) => name)].join(', ')}]", or "per: mean" (sum, median, last) to draw one value for them.`
      : by === undefined
        ? 'Write "per: mean" (or sum, median, last) to draw one value for them.'
        : `Write ${split ? `"where: { ${by}: ${table.rows[one]?.cells[table.columns.indexOf(by)]} }"` : `"series: ${by}"`}, or "per: mean" (sum, median, last) to draw one value for them.`,
  );
}
