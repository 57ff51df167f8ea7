/** What a number looks like in a table that is read by people or programs: `-3`, `+1,234.5`, `−2 %`. */
const NUMBER = /^[+-]?[\d.,'’ \u00a0\u202f]*\d[\d.,]*(e[+-]?\d+)?\s*%?$/i;

/**
 * A cell of a CSV file as a spreadsheet should take it. Text that begins like a formula would be computed when the file
 * is opened, and may send what else is in it elsewhere; an apostrophe before it makes it text.
 * @param cell as it is shown; a number stays as it is, with any sign
 */
export function spreadsheetCell(cell: string): string {
  return /^[\s]*[=+\-@]/.test(cell) && !NUMBER.test(cell.trim()) ? `'${cell}` : cell;
}
