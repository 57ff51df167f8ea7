import type { Report } from '../../../../base/problem.ts';
import type { Numbers } from '../../../../base/table/number.ts';
import type { Column } from '../../../../base/table/table.ts';

/** Nines below 0, as measuring stations write what they did not measure: -99, -999.9, -9999. */
const CODE = /^[-−]9{2,}([.,]9+)?([.,]0+)?$|^[-−]9[.,]99$/;
/** A code stands so many times the spread of all others below them. */
const FAR = 3;

/**
 * Numbers without those that stand for no value, far below all others: they are gaps, and said. An author who writes
 * `gaps` knows his codes.
 */
export function withoutCodes(
  column: Column,
  numbers: Numbers,
  gaps: readonly string[] | undefined,
  report: Report,
): Numbers {
  if (gaps !== undefined) return numbers;
  const codes = column.cells.flatMap((cell, row) => {
    const read = numbers.cells[row];
    return read?.kind === 'number' && CODE.test(cell) ? [{ row, value: read.value }] : [];
  });
  const [first] = codes;
  if (!first) return numbers;
  const rows = new Set(codes.map(({ row }) => row));
  let [low, high, count] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (const [row, cell] of numbers.cells.entries())
    if (cell.kind === 'number' && !rows.has(row))
      [low, high, count] = [Math.min(low, cell.value), Math.max(high, cell.value), count + 1];
  const highest = Math.max(...codes.map(({ value }) => value));
  const isFar = low >= 0 ? low - highest > (high - low) * 0.05 : low - highest > (high - low) * FAR;
  if (count < codes.length || count < 2 || !isFar) return numbers;
  const text = column.cells[first.row] ?? '';
  report({
    severity: 'notice',
    place: column.placeOf(first.row),
    what: `"${text}" under "${column.name}" (${codes.length} such ${codes.length === 1 ? 'cell' : 'cells'}) is taken for a sign of no value`,
    fix: `Write "gaps: [${text}]" if that is right, and "gaps: []" to draw it.`,
  });
  return {
    ...numbers,
    cells: numbers.cells.map((cell, row) => (rows.has(row) ? { kind: 'gap' } : cell)),
    count: {
      ...numbers.count,
      numbers: numbers.count.numbers - rows.size,
      gaps: numbers.count.gaps + rows.size,
    },
  };
}
