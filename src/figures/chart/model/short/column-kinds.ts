import type { Column } from '../../../../base/table/table.ts';
import type { ShortChart } from './spec.ts';

/** How much of a column has to be dates or numbers for it to be taken for one. */
export const ENOUGH = 0.8;

/** So many rows tell what a column is. */
export const ENOUGH_ROWS = 600;

/** A column by cells from all its length, where they are many. */
export function sampled(column: Column): Column {
  const { cells } = column;
  if (cells.length <= ENOUGH_ROWS) return column;
  const every = Math.ceil(cells.length / ENOUGH_ROWS);
  return { ...column, cells: cells.filter((_, row) => row % every === 0) };
}

/** Numbers of rows, as data frames write them. */
export function isCount(name: string, cells: readonly string[]): boolean {
  if (!/^(\(column 1\)|unnamed.*|index|id|rownames|#)$/i.test(name)) return false;
  const first = Number(cells[0]);
  return cells.every((cell, row) => Number(cell) === first + row);
}

const PARTS_OF_DATES =
  /^(year|yr|yyyy|jahr|ann[eé]e|a[ñn]o|jaar|quarter|month|mo|mm|monat|mois|m[eê]s|maand|week|day|dd|tag|doy|day of (the )?(year|month|week)|decimal date|hour)$/i;
const PLACES = /^(lat|latitude|lon|lng|long|longitude)$/i;
const RANKS = /^(rank|ranking|rang|pos|position|place|nr|no|number|順位)\.?$/i;

/**
 * Numbers that nobody would draw beside others: parts of the date that runs along, places on a map, ranks, and what is
 * the same in every row.
 */
export function isBeside(name: string, values: readonly (number | undefined)[], isTime: boolean): boolean {
  const plain = name.replace(/[_\s]+/g, ' ').trim();
  if (PLACES.test(plain) || (isTime && PARTS_OF_DATES.test(plain))) return true;
  const known = values.filter((value) => value !== undefined);
  if (RANKS.test(plain) && known.every((value, row) => row === 0 || value >= (known[row - 1] ?? 0)))
    return true;
  return known.length > 2 && known.every((value) => value === known[0] && Number.isInteger(value));
}

/** Whether a column says of itself that it is of years, and all of it looks so. */
export function isOfYears({ name, cells }: Column): boolean {
  return (
    /^(year|yr|yyyy|jahr|ann[eé]e|a[ñn]o|jaar)s?$/i.test(name.trim()) &&
    cells.every((cell) => /^([12]\d{3})?$/.test(cell))
  );
}

const YEAR = 366 * 86_400_000;

/** Whether numbers say again which year each row is of, as 1958.2 beside a March of 1958 does. */
export function repeatsDates(
  values: readonly (number | undefined)[],
  dates: readonly ({ readonly at: number } | undefined)[],
): boolean {
  let [both, same] = [0, 0];
  for (const [row, value] of values.entries()) {
    const at = dates[row]?.at;
    if (value === undefined || at === undefined) continue;
    both++;
    const year = Math.floor(value);
    if (
      year > 0 &&
      year < 10_000 &&
      Math.abs(at - Date.UTC(year, 6)) < YEAR &&
      new Date(at).getUTCFullYear() === year
    )
      same++;
  }
  return both > 2 && same >= both * 0.9;
}

/** Numbers that are names: zeros stand before them (`01730`), or their head says so. */
export function isCode(name: string, cells: readonly string[]): boolean {
  if (/(^|[\s_.-])(id|code|fips|zip|plz|isbn|iso)$/i.test(name)) return true;
  const written = cells.filter((cell) => cell !== '');
  return written.some((cell) => /^0\d/.test(cell)) && written.every((cell) => /^\d+$/.test(cell));
}

export function yNames({ y }: ShortChart): readonly string[] {
  if (!y) return [];
  return Array.isArray(y) ? y : 'low' in y ? [y.low, y.high] : [];
}
