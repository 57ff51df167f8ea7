import { type DecimalSign, likelyDecimal, type Numbers, readNumbers, showsDecimal } from './number.ts';
import type { Column, Table } from './table.ts';

/** So many cells of the other columns tell which decimal sign a file has. */
const LOOKED_AT = 200;

/**
 * The numbers of a column. Where nothing in it shows its decimal sign, the other columns of the table do, or the
 * semicolons between its cells; `gaps` are further signs of a gap.
 */
export function columnNumbers(
  column: Column,
  table: Table,
  {
    decimal,
    gaps,
  }: { readonly decimal?: DecimalSign | undefined; readonly gaps?: readonly string[] | undefined },
): Numbers {
  const rows = table.rows.slice(0, LOOKED_AT);
  const others = table.columns.flatMap((_, index) =>
    index === column.index ? [] : [rows.map(({ cells }) => cells[index] ?? '')],
  );
  const shown = likelyDecimal(others);
  const isOwn = showsDecimal(column.cells);
  const likely = !isOwn && shown === ',' ? ',' : undefined;
  const guess = isOwn ? undefined : (shown ?? (table.semicolons ? ',' : undefined));
  const codes = new Set(gaps);
  const cells = codes.size === 0 ? column.cells : column.cells.map((cell) => (codes.has(cell) ? '' : cell));
  return readNumbers(cells, { decimal, likely, guess });
}
