const DAY = /^([1-9]\d{3})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Cells that are all days as programs write them (`2004-03-09`) or empty, as milliseconds from 1970; undefined where any is not. */
export function isoDays(cells: readonly string[]): readonly (number | undefined)[] | undefined {
  const days: (number | undefined)[] = [];
  for (const cell of cells) {
    if (cell === '') {
      days.push(undefined);
      continue;
    }
    const at = DAY.test(cell) ? Date.parse(cell) : Number.NaN;
    // A 30th of February is read as a day of March.
    if (
      Number.isNaN(at) ||
      (cell > `${cell.slice(0, 8)}28` && new Date(at).getUTCDate() !== Number(cell.slice(8)))
    )
      return undefined;
    days.push(at);
  }
  return days;
}
