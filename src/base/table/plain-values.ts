const NUMBER = /^-?\d+(\.\d+)?$/;
/** A point that only a decimal can stand behind: not three figures after one to three. */
const DECIMAL = /^-?(0\d*|\d{4,})\.|\.(\d{1,2}|\d{4,})$/;

/**
 * The values of cells that are all numbers as programs write them (`-3.25`, digits and at most a point), undefined for an
 * empty one. Undefined where any cell is of another form, or `1.234` could be a thousand: those are read sign by sign.
 */
export function plainValues(
  cells: readonly string[],
): { readonly values: readonly (number | undefined)[]; readonly hasPoint: boolean } | undefined {
  const values: (number | undefined)[] = [];
  let [written, decimals] = [false, false];
  for (const cell of cells) {
    if (cell === '') {
      values.push(undefined);
      continue;
    }
    const value = NUMBER.test(cell) ? Number(cell) : Number.NaN;
    if (!Number.isFinite(value)) return undefined;
    if (!decimals && cell.includes('.')) [written, decimals] = [true, DECIMAL.test(cell)];
    // No zero is below 0.
    values.push(value === 0 ? 0 : value);
  }
  return written && !decimals ? undefined : { values, hasPoint: written };
}
