import type { Numbers } from '../../../../base/table/number.ts';
import { numberFormat } from '../format-number.ts';
import type { Measured, ShortReading } from './roles.ts';

/** One value as the file has it. */
export interface Cell {
  readonly text: string;
  /** Undefined for a gap. */
  readonly value: number | undefined;
}

/**
 * A cell as the file has it; a decimal comma, which the deck's language does not know, becomes a point, and `.5`, which
 * is easily taken for 5, is written `0.5`.
 */
export function textOf(text: string, value: number | undefined, { decimal }: Numbers, lang: string): string {
  if (value === undefined) return text;
  if (decimal === '.') return text.replace(/^([-−+]?)(?=\.\d)/, '$10');
  if (
    numberFormat(lang)
      .formatToParts(1.5)
      .some(({ type, value: sign }) => type === 'decimal' && sign === ',')
  )
    return text;
  const digits = /,(\d+)\D*$/.exec(text)?.[1]?.length ?? 0;
  return value.toFixed(digits);
}

/** The cell of one row, or of several that are counted together. */
export function cellOf(
  { column, numbers }: Measured,
  rows: readonly number[],
  per: ShortReading['spec']['per'],
  lang: string,
): Cell {
  const numberAt = (row: number) => {
    const cell = numbers.cells[row];
    return cell?.kind === 'number' ? cell.value : undefined;
  };
  const [row = 0] = rows;
  if (rows.length === 1) {
    const value = numberAt(row);
    return { text: textOf(column.cells[row] ?? '', value, numbers, lang), value };
  }
  const values = rows.flatMap((one) => numberAt(one) ?? []);
  const value = values.length === 0 ? undefined : together(values, per ?? 'last');
  return { text: value === undefined ? '' : String(Number(value.toPrecision(12))), value };
}

function together(values: readonly number[], per: NonNullable<ShortReading['spec']['per']>): number {
  const sum = values.reduce((total, value) => total + value, 0);
  if (per === 'sum') return sum;
  if (per === 'mean') return sum / values.length;
  if (per === 'last') return values.at(-1) ?? 0;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}
